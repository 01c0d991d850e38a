from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.judge.nearby import neighbours
from auditor.judge.slip import slip
from auditor.model.interval import Interval
from auditor.model.relation import Slip
from tests.judge.conftest import KILOGRAM
from tests.judge.conftest import PERCENT
from tests.judge.conftest import PERSON


def around(value, radius="0.5"):
    return Interval.around(Decimal(value), Decimal(radius))


@pytest.mark.parametrize(
    ("printed", "right", "radius", "named"),
    [
        ("13,429", "13249", "0.5", Slip.TRANSPOSED_DIGITS),
        ("-13,429", "-13249", "0.5", Slip.TRANSPOSED_DIGITS),
        ("21.76", "12.76", "0.005", Slip.TRANSPOSED_DIGITS),
        ("1,349", "13249", "0.5", Slip.DROPPED_DIGIT),
        ("132,249", "13249", "0.5", Slip.DROPPED_DIGIT),
        ("132.9", "132.49", "0.005", Slip.DROPPED_DIGIT),
        ("132,490", "13249", "0.5", Slip.SCALE),
        ("1,324.9", "13249000", "500", Slip.SCALE),
        ("0.247", "24.7", "0.05", Slip.SCALE),
        ("5.0", "-5.0", "0.05", Slip.SIGN),
        ("3,600.0", "1000.0", "0.05", Slip.WRONG_UNIT),
        ("13,249", "13250.2", "0.5", Slip.ROUNDING),
        ("13,249", "18777", "0.5", Slip.NONE),
    ],
)
def test_slips_of_the_hand(book, printed, right, radius, named):
    book.say("figure", printed)
    assert slip(book.claims["figure"], around(right, radius)) is named


@pytest.mark.parametrize(
    ("printed", "right", "named"), [("412", "413", Slip.NONE), ("41.2", "41.33", Slip.ROUNDING)]
)
def test_people_who_were_counted_one_by_one_were_not_rounded(book, printed, right, named):
    book.say("people", printed, PERSON)
    assert slip(book.claims["people"], around(right, "0.05")) is named


def test_a_lost_minus_is_named_in_a_wide_repair_too(book):
    book.say("rate", "-0.78")
    assert slip(book.claims["rate"], around("0.78", "0.26")) is Slip.SIGN


def test_a_repair_that_is_wide_names_no_slip(book):
    book.say("figure", "21")
    assert slip(book.claims["figure"], around("13", "2")) is Slip.NONE


def test_a_thousandfold_value_is_a_unit_where_the_units_nearby_differ_by_a_thousand(book):
    book.say("figure", "1,324,900", seat=(1, 1))
    book.say("beside", "77,000", KILOGRAM, seat=(2, 1))
    right = around("1324.9", "0.05")
    claim = book.claims["figure"]
    assert slip(claim, right) is Slip.SCALE
    assert slip(claim, right, neighbours(claim, tuple(book.claims.values()))) is Slip.WRONG_UNIT


def test_last_years_value_is_a_stale_period(book):
    book.table([["3,141", "3,141"], ["8,200", "8,400"]])
    claim = book.claims["0.1"]
    assert slip(claim, around("3577"), neighbours(claim, tuple(book.claims.values()))) is Slip.STALE_PERIOD


def test_the_value_of_the_row_below_is_a_copied_row(book):
    book.table([["3,100", "8,400"], ["8,200", "8,400"]])
    claim = book.claims["0.1"]
    assert slip(claim, around("3577"), neighbours(claim, tuple(book.claims.values()))) is Slip.COPIED_ROW


def test_neighbours_are_the_row_the_near_rows_of_the_column_and_other_periods(book):
    book.table([["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]])
    book.say("sentence", "2", metric="row0", period="FY2024")
    book.say("elsewhere", "2", metric="another", period="FY2024")
    near = neighbours(book.claims["0.1"], tuple(book.claims.values()))
    assert [claim.ref for claim in near] == ["0.0", "1.1", "2.1", "sentence"]


def test_rows_that_repeat_each_other_are_not_mixed_up(book):
    book.table([["2.51", "0.49", "93.55"], ["2.51", "0.49", "93.55"], ["7.02", "1.36", "11.90"]])
    near = neighbours(book.claims["0.0"], list(book.claims.values()))
    assert [claim.ref for claim in near] == ["0.1", "0.2", "2.0"]


def test_a_number_that_stays_as_it_was_in_many_rows_is_no_copy(book):
    book.table([["3,141", "3,141"], ["8,200", "8,200"], ["5,317", "5,317"], ["2,906", "4,118"]])
    claim = book.claims["0.1"]
    assert slip(claim, around("3577"), neighbours(claim, tuple(book.claims.values()))) is Slip.NONE


def test_a_digit_in_front_that_became_nought_was_swapped(book):
    book.say("share", "0.36")
    assert slip(book.claims["share"], around("3.06", "0.001")) is Slip.TRANSPOSED_DIGITS


def test_a_point_that_moved_forward_leaves_the_number_as_much_coarser(book):
    book.say("share", "9.85", PERCENT)
    repair = Interval(Decimal("98.43"), Decimal("98.47"))
    assert slip(book.claims["share"], repair, ()) is Slip.SCALE
    assert slip(book.claims["share"], Interval(Decimal("98.31"), Decimal("98.37")), ()) is Slip.NONE
