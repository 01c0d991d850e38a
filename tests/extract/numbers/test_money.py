"""Amounts of money in sentences: the currency stands in front of the number or behind it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.extract.numbers.quantities import mentions
from auditor.lexicon.fold import fold


def told(text):
    return [(found.quantity.value, found.quantity.unit.id) for found in mentions(text, fold(text))]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("Revenue reached EUR 1.2bn.", "1200000000", "EUR"),
        ("Revenue reached EUR1.2bn.", "1200000000", "EUR"),
        ("Revenue rose to RMB1,234.5 million.", "1234500000", "CNY"),
        ("The fund paid out HKD5 million to schools.", "5000000", "HKD"),
        ("Donations came to S$ 5 million.", "5000000", "SGD"),
        ("We spent JPY 500 million on training.", "500000000", "JPY"),
        ("捐赠新台币 300 万元。", "3000000", "TWD"),
        ("投入英镑 5 万用于培训。", "50000", "GBP"),
        ("支出为 5 万瑞士法郎。", "50000", "CHF"),
        ("The net loss was RMB(123.4) million.", "-123400000", "CNY"),
        ("Cash flow of US$(5) million was reported.", "-5000000", "USD"),
        ("净利润为负人民币5万元。", "-50000", "CNY"),
        ("The result was −HK$5 million.", "-5000000", "HKD"),
        ("The result was -HK$5 million.", "-5000000", "HKD"),
    ],
)
def test_an_amount_is_in_the_currency_beside_it(text, value, currency):
    assert told(text) == [(Decimal(value), currency)]


def test_a_note_in_brackets_behind_a_currency_is_no_negative_amount():
    assert not any(value < 0 for value, _ in told("All amounts are in RMB(1) unless stated."))


def test_a_dash_between_words_and_an_amount_is_no_minus():
    assert told("Donations-US$5 million") == [(Decimal(5000000), "USD")]


@pytest.mark.parametrize("text", ["certified to ISO9001", "Hong Kong SAR12", "GB18030 applies"])
def test_a_code_that_is_no_currency_keeps_its_digits(text):
    assert told(text) == []
