from __future__ import annotations

from decimal import Decimal

from auditor.judge.suggest import suggest
from auditor.model.interval import Interval
from tests.judge.conftest import PERCENT


def around(value, radius="0.5"):
    return Interval.around(Decimal(value), Decimal(radius))


def test_the_only_printed_value_that_fits_is_suggested(book):
    book.say("share", "24.7", PERCENT)
    assert suggest(book.claims["share"], Interval(Decimal("12.25"), Decimal("12.35"))) == "12.3"


def test_a_narrow_repair_of_a_coarse_number_is_rounded_to_its_precision(book):
    book.say("sentence", "232.8", scale="10000")
    assert suggest(book.claims["sentence"], around("2237625", "1")) == "2238000"


def test_the_value_without_the_slip_is_suggested_from_several_that_fit(book):
    book.say("total", "13,429")
    assert suggest(book.claims["total"], around("13250", "3")) == "13249"


def test_several_values_that_fit_are_given_as_a_range(book):
    book.say("total", "18,777")
    assert suggest(book.claims["total"], around("13250", "3")) == "13247..13253"


def test_a_repair_with_one_end_gives_a_range_with_one_end(book):
    book.say("total", "18,777")
    assert suggest(book.claims["total"], Interval(Decimal(20000), None)) == "20000.."
    assert suggest(book.claims["total"], Interval(None, Decimal("-0.2"))) == "..0"


def test_a_scale_word_slip_is_mended_at_its_own_precision(book):
    book.say("total", "5,730.8")
    assert suggest(book.claims["total"], around("57308000", "500")) == "57308000"


def test_a_cell_is_mended_to_the_precision_of_its_row(book):
    book.table([["5", "0.6", "0.5"]])
    others = [book.claims["0.1"], book.claims["0.2"]]
    assert suggest(book.claims["0.0"], around("0.51", "0.03"), others) == "0.5"


def test_a_repair_no_wider_than_the_rounding_of_cents_is_one_number(book):
    book.say("total", "309,358,673.58")
    assert suggest(book.claims["total"], around("309358693.58", "0.02")) == "309358693.58"


def test_a_number_too_coarse_for_its_repair_is_mended_to_the_precision_of_the_repair(book):
    book.say("rate", "230")
    assert suggest(book.claims["rate"], around("0.0230", "0.0005")) == "0.023"


def test_a_number_of_another_row_says_nothing_of_the_precision(book):
    book.say("rate", "464,049")
    assert suggest(book.claims["rate"], around("8.25", "0.04")) == "8.21..8.29"
