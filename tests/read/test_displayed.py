"""A stored number in its format is the text that a spreadsheet program shows."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies

from auditor.read.displayed import displayed
from auditor.read.displayed import displayed_date
from auditor.read.displayed import displayed_text

MOMENT = datetime(2024, 3, 31, 15, 7, 9)  # noqa: DTZ001  # a cell has no time zone


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("0.1234", "0.0%", "12.3%"),
        ("0.1235", "0.0%", "12.4%"),
        ("1", "0%", "100%"),
        ("1234567.891", "#,##0.0", "1,234,567.9"),
        ("1.2", "0.000", "1.200"),
        ("1.2", "0.0##", "1.2"),
        ("0.5", "#.##", ".5"),
        ("5", "0000", "0005"),
        ("-1234.5", "#,##0.0", "-1,234.5"),
        ("-1234.5", "#,##0.0;(#,##0.0)", "(1,234.5)"),
        ("-1234", "#,##0_ ;[Red]\\-#,##0\\ ", "-1,234"),
        ("0", '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "-"),
        ("0", "#,##0;-#,##0;", ""),
        ("0", 'a;;"b;c"', "b;c"),
        ("1234567", "#,##0,", "1,235"),
        ("12345678", '0.0,,"百万"', "12.3百万"),
        ("2023", '0"年"', "2023年"),
        ("1234.5", "[$¥-804]#,##0.00", "¥1,234.50"),
        ("1234.5", "[$€-407] #,##0.00", "€ 1,234.50"),
        ("999", "[>=1000]#,##0;0.0", "999.0"),
        ("12345", "0.00E+00", "1.23E+04"),
        ("0.00012345", "0.0E-0", "1.2E-4"),
        ("99999", "0.0E+00", "1.0E+05"),
    ],
)
def test_a_format_decides_places_groups_scale_and_sign(stored, code, shown):
    assert displayed(Decimal(stored), code) == shown


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("0.28999999999999998", "0.29"),
        ("1100", "1100"),
        ("123456789012", "123456789012"),
        ("1234.5678901234", "1234.56789"),
        ("-0.5", "-0.5"),
        ("0.00001234", "0.00001234"),
        ("1E+3", "1000"),
        ("0", "0"),
    ],
)
def test_without_a_format_a_number_is_shown_without_the_noise_of_its_storage(stored, shown):
    assert displayed(Decimal(stored), "General") == shown


def test_the_half_that_binary_storage_just_misses_is_rounded_as_it_is_on_the_screen():
    assert displayed(Decimal("2.6749999999999998"), "0.00") == "2.68"


@given(strategies.decimals(min_value=-(10**9), max_value=10**9, places=4), strategies.integers(0, 4))
def test_what_is_shown_is_never_further_from_what_is_stored_than_half_its_last_digit(value, places):
    shown = displayed(value, "#,##0" + ("." + "0" * places if places else ""))
    assert abs(Decimal(shown.replace(",", "")) - value) <= Decimal(5).scaleb(-places - 1)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('yyyy"年"m"月"d"日"', "2024年3月31日"),
        ('[$-804]yyyy"年"m"月";@', "2024年3月"),
        ("mm-dd-yy", "2024/3/31"),
        ("yyyy-mm-dd", "2024-03-31"),
        ("yyyy", "2024"),
        ("mmm-yy", "Mar-24"),
        ("h:mm AM/PM", "3:07 PM"),
        ("yyyy/m/d hh:mm:ss", "2024/3/31 15:07:09"),
        ("aaaa", "星期日"),
    ],
)
def test_a_date_is_shown_as_its_format_says(code, shown):
    assert displayed_date(MOMENT, code) == shown


def test_a_text_is_shown_as_it_is_unless_the_format_adds_to_it():
    assert displayed_text("水", "General") == "水"
    assert displayed_text("水", "0.0") == "水"
    assert displayed_text("水", '0;0;0;@"（估计）"') == "水（估计）"
