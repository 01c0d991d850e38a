"""Cells: plain decimals, and text that a spreadsheet leaves alone."""

from __future__ import annotations

from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.interval import Interval
from auditor.render.cells import ends
from auditor.render.cells import plain
from auditor.render.cells import rounded
from auditor.render.cells import text
from auditor.render.cells import trimmed


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("1E+3", "1000"),
        ("1.200", "1.200"),
        ("-0", "0"),
        ("-0.0", "0.0"),
        ("5.9208E7", "59208000"),
        ("-12.5", "-12.5"),
    ],
)
def test_a_number_is_written_with_its_digits_and_no_exponent(value, cell):
    assert plain(Decimal(value)) == cell


def test_a_number_that_is_not_known_is_an_empty_cell():
    assert plain(None) == ""


def test_zeros_at_the_end_of_a_computed_number_say_nothing():
    assert (trimmed(Decimal("100.00")), trimmed(Decimal(100)), trimmed(Decimal("0.50"))) == (
        "100",
        "100",
        "0.5",
    )


@pytest.mark.parametrize(
    "cell", ["=1+1", "+A1", "-净额", "@SUM(A1)", "＝1+1", "＋A1", "－净额", "＠x", "-1-1", "+5"]
)
def test_text_that_a_spreadsheet_would_compute_is_quoted(cell):
    assert text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "-1,234.5", "-3.2%", "12%", "净额-调整", ""])
def test_numbers_and_common_text_stay_as_they_are(cell):
    assert text(cell) == cell


@pytest.mark.parametrize("cell", ["\t=1+1", "\r=1+1", "\n=1+1"])
def test_a_formula_behind_white_space_is_harmless(cell):
    assert not text(cell).lstrip().startswith("=")


def test_a_cell_is_one_line_and_can_be_encoded():
    assert text("甲\n乙\r\n丙\x00\ud800") == "甲 乙  丙 \ufffd"


@given(st.text())
def test_no_cell_begins_with_a_sign_of_a_formula_unless_it_is_a_number(value):
    cell = text(value)
    cell.encode()
    assert "\n" not in cell
    assert not cell.startswith(tuple("=+@＝＋－＠\t\r"))


def test_a_computed_interval_is_rounded_outwards_to_a_millionth_of_the_last_digit():
    third = Decimal(1) / 3
    assert ends(Interval(third, third * 2), Decimal("0.1")) == ("0.3333333", "0.6666667")
    assert ends(Interval(None, third), Decimal(1)) == ("", "0.333334")
    assert ends(None, Decimal(1)) == ("", "")


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**9), max_value=10**9),
    st.sampled_from(["1000", "1", "0.1", "0.001"]),
)
def test_rounding_outwards_never_loses_the_number(value, step):
    low, high = (Decimal(rounded(value, Decimal(step), way)) for way in (ROUND_FLOOR, ROUND_CEILING))
    assert low <= value <= high
