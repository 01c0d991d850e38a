"""Men and women, and people of all ages, are all there are: their shares make 100 %."""

from __future__ import annotations

import pytest

HEAD = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
GENDER = "{title}\n\nGender (all managers)\tPercentage 2024\tPercentage 2023\nMale\t{male}%\t74.2%\nFemale\t26.5%\t{female}%\n"
AGE = "{title}\n\nAge\tPercentage 2024\nUnder 30\t21%\n{middle}\t{share}%\nOver 50\t26%\n"


def told(judged, text):
    return judged(text, head=HEAD).of("table:partition")


def gender(male="73.5", female="25.8", title="Diversity metrics"):
    return GENDER.format(male=male, female=female, title=title)


def age(middle="30-50", share="53", title="Diversity metrics"):
    return AGE.format(middle=middle, share=share, title=title)


def test_both_genders_and_all_ages_make_a_hundred(judged):
    assert told(judged, gender()) == [("73.5", "passed"), ("74.2", "passed")]
    assert told(judged, age()) == [("21", "passed")]


def test_a_slip_is_flagged_and_rounding_is_not(judged):
    assert told(judged, gender(male="78.5"))[0] == ("78.5", "flagged")
    assert told(judged, gender(male="73.6"))[0] == ("73.6", "rounding")
    assert told(judged, age(share="63")) == [("21", "flagged")]


@pytest.mark.parametrize("middle", ["35-50", "30-45"])
def test_ages_with_a_gap_leave_somebody_out(judged, middle):
    assert told(judged, age(middle=middle)) == []


def test_rates_of_each_group_make_nothing(judged):
    assert told(judged, gender(male="81.0", female="90.3", title="Employees back from leave")) == []
    assert told(judged, age(share="12", title="Employees reviewed")) == []
