"""Numbers as printed become exact values with the interval that their rounding leaves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.numbers.numerals import chinese_value
from auditor.extract.numbers.numerals import numerals
from auditor.lexicon.fold import fold
from auditor.model.interval import Interval


def read(text: str):
    return list(numerals(fold(text)))


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("5,920.8 萬噸", "59208000", "59207500", "59208500"),
        ("1.200", "1.200", "1.1995", "1.2005"),
        ("6千万", "60000000", "55000000", "65000000"),
        ("1.2 万亿", "1200000000000", "1150000000000", "1250000000000"),
        ("兩千萬", "20000000", "19999999.5", "20000000.5"),
        ("RMB 5.2 million", "5200000", "5150000", "5250000"),
        ("０．５", "0.5", "0.45", "0.55"),
        ("-5.0%", "-5.0", "-5.05", "-4.95"),
    ],
)
def test_a_number_is_the_interval_of_what_rounds_to_it(text, value, low, high):
    (found,) = read(text)
    assert found.value == Decimal(value)
    assert found.interval() == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3,900餘萬元", "39000000", "40000000"),
        ("7,000 多万", "70000000", "80000000"),
        ("5 万多个", "50000", "60000"),
        ("三百餘名", "300", "400"),
        ("186餘場", "186", "187"),
    ],
)
def test_a_word_for_more_reaches_up_to_the_next_of_its_digit(text, low, high):
    (found,) = read(text)
    assert found.interval() == Interval(Decimal(low), Decimal(high), high_open=True)


@pytest.mark.parametrize("text", ["ISO14001", "2.5.1", "a1688"])
def test_a_digit_inside_a_name_is_no_number(text):
    assert read(text) == []


def test_a_kilowatt_is_a_unit_and_not_a_thousand():
    assert read("5千瓦時")[0].value == 5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二千零二十四", 2024),
        ("两千三", 2300),
        ("一万二", 12000),
        ("十", 10),
        ("二十五", 25),
        ("三百零五", 305),
    ],
)
def test_chinese_numerals(text, value):
    assert chinese_value(text)[0] == value


@given(st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False))
def test_what_is_printed_with_separators_is_read_back(value):
    (found,) = read(f"{value:,}")
    assert found.value == value
    assert value in found.interval()


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["万", "亿", "百万", "千万"]))
def test_a_scale_word_multiplies(number, scale):
    sizes = {"万": 10**4, "亿": 10**8, "百万": 10**6, "千万": 10**7}
    (found,) = read(f"{number} {scale}")
    assert found.value == number * sizes[scale]


def test_more_digits_than_anything_has_are_a_code():
    assert read("校验码 1234567890123456789012345678901 号，共 12 项")[0].value == 12
    assert [item.value for item in read("共 12345678901234567890 万亿")] == []
