from __future__ import annotations

import pytest

from auditor.judge.hand import chance_of
from auditor.judge.hand import changed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("4321", "4312"), ("4315", "4312"), ("431", "4312"), ("44312", "4312"), ("3412", "4312")],
)
def test_one_slip_turns_a_number_into_another(wrong, right):
    assert 0 < chance_of(wrong, right) < 1


@pytest.mark.parametrize(
    ("wrong", "right"), [("4312", "4312"), ("2143", "4312"), ("43", "4312"), ("98", "12")]
)
def test_two_slips_do_not_count(wrong, right):
    assert chance_of(wrong, right) == 0


def test_a_digit_printed_twice_is_likelier_than_one_from_nowhere():
    assert chance_of("344", "34") > 5 * chance_of("314", "34")


def test_of_two_equal_digits_either_may_be_lost():
    assert chance_of("34", "344") > chance_of("34", "314")


def test_no_number_begins_with_a_zero():
    assert "02" not in set(changed("12"))
    assert "0" in set(changed("1"))
