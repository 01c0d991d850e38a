"""How many digits two numbers have in common but for one slip."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.relate.slips import agreeing_digits
from auditor.relate.slips import agreeing_digits_of


@pytest.mark.parametrize(
    ("one", "other", "digits"),
    [
        ("168,244", "186,244", 6),
        ("168,244", "168,944", 5),
        ("4,700", "4,300", 1),
        ("168,244", "16,244", 5),
        ("168,244", "1,682,440", 6),
        ("168,244", "-168,244", 6),
        ("168,244", "168,244", 0),
        ("185", "186", 0),
        ("168,244", "935,107", 0),
        ("0", "186", 0),
    ],
)
def test_digits_that_agree_but_for_one_slip(new, one, other, digits):
    assert agreeing_digits(new("甲", one), new("乙", other)) == digits
    assert agreeing_digits(new.claims[-1], new.claims[-2]) == digits


def test_numbers_are_compared_as_finely_as_the_coarser_is_printed():
    assert agreeing_digits_of(Decimal(2127571), Decimal(2218000), Decimal(1000)) == 4
    assert agreeing_digits_of(Decimal(2127571), Decimal(2218000), Decimal(1)) == 0
