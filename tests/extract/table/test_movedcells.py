"""Cells of changes that say in words which way."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.extract.table.movedcells import parse_moved


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("增加0.65个百分点", "0.65"),
        ("減少 5.67 個百分點", "-5.67"),
        ("下降2.3%", "-2.3"),
        ("up 2.3 percentage points", "2.3"),
    ],
)
def test_a_word_in_front_tells_the_sign(text, value):
    quantity, _ = parse_moved(text)
    assert quantity.value == Decimal(value)
    assert Decimal(value) in quantity.interval


@pytest.mark.parametrize("text", ["0.65个百分点", "减少3名员工", "增加", "不适用", "降至2.3%"])
def test_other_cells_are_none(text):
    assert parse_moved(text) is None
