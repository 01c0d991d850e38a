"""Numbers of cells with brackets, marks and currencies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.extract.numbers.cells import parse_cell


@pytest.mark.parametrize(
    ("cell", "value", "behind"),
    [
        ("(834.69)", "-834.69", ""),
        ("(834.69)¹", "-834.69", "¹"),
        ("¥ (834.69)²,³", "-834.69", "²,³"),
        ("($834)", "-834", ""),
        ("US$ 1,204", "1204", ""),
        ("(3.5)%", "-3.5", "%"),
        ("EUR (834)", "-834", ""),
        ("(HK$ 5.2)", "-5.2", ""),
        ("-S$5", "-5", ""),
        ("− RMB 1.2 million", "-1200000", ""),
        ("US$(1.2) million", "-1200000", ""),
        ("人民幣(1,204)萬元", "-12040000", "元"),
    ],
)
def test_a_negative_number_keeps_its_marks_and_its_sign_of_currency(cell, value, behind):
    quantity, rest = parse_cell(cell)
    assert quantity.value == Decimal(value)
    assert rest == behind


@pytest.mark.parametrize(
    ("cell", "value", "currency"),
    [
        ("EUR 1,204", "1204", "EUR"),
        ("HKD 1,204", "1204", "HKD"),
        ("人民币 1,204", "1204", "CNY"),
        ("約港幣 1,204", "1204", "HKD"),
        ("S$ 5", "5", "SGD"),
        ("CHF 12.5", "12.5", "CHF"),
        ("NT$ 3", "3", "TWD"),
        ("新台幣63,872百萬", "63872000000", "TWD"),
        ("EUR 1.2bn", "1200000000", "EUR"),
        ("€5k", "5000", "EUR"),
        ("US$26.9m", "26900000", "USD"),
        ("(A$26.9m)", "-26900000", "AUD"),
    ],
)
def test_a_currency_in_front_of_the_number_of_a_cell_is_its_unit(cell, value, currency):
    quantity, rest = parse_cell(cell)
    assert (quantity.value, quantity.unit.id, rest) == (Decimal(value), currency, "")


def test_a_square_metre_behind_an_amount_is_no_million():
    quantity, rest = parse_cell("€ 5 m²")
    assert (quantity.value, rest) == (Decimal(5), "m²")


@pytest.mark.parametrize("cell", ["(a)", "(note 3)", "¥", "¹", "EUR", "ISO 9001", "GRI 305", "EURO 6"])
def test_words_and_codes_that_are_no_currency_hold_no_number(cell):
    assert parse_cell(cell) is None
