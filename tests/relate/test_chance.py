from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.relate.chance import MOSTLY
from auditor.relate.chance import SHOWN
from auditor.relate.chance import Support
from auditor.relate.chance import agreed
from auditor.relate.chance import lucky


def test_unlike_results_prove_a_reading_by_their_number_and_their_digits() -> None:
    support = Support(results=2, digits=Decimal(6))
    assert support.proves([3, 3])
    assert not support.proves([6])
    assert not support.proves([Decimal("3.0"), Decimal("2.9")])


@pytest.mark.parametrize(
    ("held", "missed", "borne"), [(2, 0, False), (3, 1, True), (5, 2, False), (6, 2, True)]
)
def test_one_may_miss_for_each_three_that_hold(held: int, missed: int, borne: bool) -> None:
    assert SHOWN.bears(held, missed) is borne


def test_one_is_spared_where_little_else_is_told() -> None:
    assert Support(spared=1).bears(1, 1)
    assert not Support(spared=1).bears(5, 2)


def test_a_reading_that_is_named_holds_more_often_than_not() -> None:
    assert MOSTLY.bears(2, 2)
    assert not MOSTLY.bears(2, 3)
    assert not MOSTLY.bears(0, 0)


def test_a_number_agrees_in_as_many_digits_as_its_room_leaves() -> None:
    assert agreed(Decimal(12345), Decimal("0.12345")) == 5
    assert agreed(Decimal(1), Decimal(4)) == 0
    assert agreed(Decimal(1), Decimal(0)) == 0
    assert lucky(1000) == 3
