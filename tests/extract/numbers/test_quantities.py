"""Numbers of cells with brackets, marks and signs of currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.extract.numbers.quantities import parse_cell


@pytest.mark.parametrize(
    ("cell", "value", "behind"),
    [
        ("(834.69)", "-834.69", ""),
        ("(834.69)¹", "-834.69", "¹"),
        ("¥ (834.69)²,³", "-834.69", "²,³"),
        ("($834)", "-834", ""),
        ("US$ 1,204", "1204", ""),
        ("(3.5)%", "-3.5", "%"),
    ],
)
def test_a_negative_number_keeps_its_marks_and_its_sign_of_currency(cell, value, behind):
    quantity, rest = parse_cell(cell)
    assert quantity.value == Decimal(value)
    assert rest == behind


@pytest.mark.parametrize("cell", ["(a)", "(note 3)", "¥", "¹"])
def test_brackets_without_a_number_alone_hold_none(cell):
    assert parse_cell(cell) is None
