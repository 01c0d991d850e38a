"""Parts of a whole without digits: each is a percentage that may be a little more or less."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.extract.numbers.fractions import with_fractions
from auditor.lexicon.fold import fold


def told(text):
    return with_fractions((), text, fold(text), ())


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("A third of our plants are certified.", "33.3", "about"),
        ("Two-thirds of the packaging is recycled.", "66.7", "about"),
        ("Emissions fell by almost a quarter.", "25.0", "under"),
        ("More than half of the energy is renewable.", "50.0", "over"),
        ("One in four recruits was a woman.", "25.0", "about"),
        ("約四分之一的董事為女性。", "25.0", "about"),
        ("捐款逾半數用於教育。", "50.0", "over"),
    ],
)
def test_a_part_of_a_whole_is_a_percentage(text, value, bound):
    (found,) = told(text)
    assert (str(found.quantity.value), found.quantity.unit.id) == (value, "%")
    assert found.quantity.bound.value == bound


@pytest.mark.parametrize(
    "text",
    [
        "The third quarter of 2024 was mild.",
        "A third party verified the data.",
        "It rose in the first half of the year.",
        "百分之五的员工",
        "We met one in person.",
        "半年内完成整改。",
    ],
)
def test_what_only_sounds_like_a_part_is_none(text):
    assert told(text) == ()


def test_a_part_is_met_by_what_is_near_it_and_not_by_another_one():
    (found,) = told("A third of our plants are certified.")
    assert found.quantity.interval.low < Decimal("31.5") < found.quantity.interval.high
    assert found.quantity.interval.high < Decimal(40)
