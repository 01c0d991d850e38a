"""Letters behind a number: a scale, a metre, the beginning of the next word; points of a percentage."""

from __future__ import annotations

import pytest

from auditor.extract.numbers.quantities import mentions
from auditor.lexicon.fold import fold


def told(text):
    return [
        (str(found.quantity.value), found.quantity.unit.id, found.quantity.bound.value)
        for found in mentions(text, fold(text))
    ]


def test_a_letter_in_front_of_a_unit_is_a_scale():
    assert told("We used 1.9m cubic metres of water.") == [("1900000", "m3", "exact")]
    assert told("Staff gave 45k hours.") == [("45000", "hour", "exact")]


def test_both_ends_of_a_change_share_the_letter():
    assert [value for value, *_ in told("It fell from 2.1m to 1.9m tonnes.")] == ["2100000", "1900000"]


@pytest.mark.parametrize("text", ["A pipe of 300m in the ground.", "We laid 300 m of cable."])
def test_a_metre_is_no_scale(text):
    assert told(text) == [("300", "m", "exact")]


def test_a_scale_and_the_word_behind_it_are_no_minutes():
    assert told("It cost £287m in all.") == [("287000000", "GBP", "exact")]


def test_points_beside_a_share_are_those_of_a_percentage():
    assert told("Women held 34.2% of posts, up 3.0 points.")[1] == ("3.0", "pp", "exact")


@pytest.mark.parametrize(
    "text", ["The index rose by 3.0 points.", "A score of 81%, up 3.0 points out of 100."]
)
def test_points_of_a_score_are_none(text):
    units = [unit for _, unit, _ in told(text)]
    assert units
    assert "pp" not in units
