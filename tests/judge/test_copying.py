"""How likely a wrong figure is one copied from beside it or left standing from another year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.judge.copying import copied
from auditor.model.interval import Interval
from tests.judge.conftest import KILOGRAM


def chance(book, ref, right, radius="0.5"):
    """Return the chance that a figure is a copy, where ``right`` would satisfy its checks."""
    claim = book.claims[ref]
    others = tuple(other for other in book.claims.values() if other.ref != ref)
    return copied(claim, Interval.around(Decimal(right), Decimal(radius)), others)


def test_a_figure_that_stands_beside_it_too_may_be_copied(book):
    book.say("figure", "4,821", seat=(1, 1))
    book.say("above", "4,821", seat=(0, 1))
    assert chance(book, "figure", "5127") > 0


@pytest.mark.parametrize("beside", ["4,822", "482", "0"])
def test_a_figure_that_nothing_beside_it_repeats_is_no_copy(book, beside):
    book.say("figure", "4,821", seat=(1, 1))
    book.say("above", beside, seat=(0, 1))
    assert chance(book, "figure", "5127") == 0


def test_a_figure_that_satisfies_its_checks_is_no_copy(book):
    book.say("figure", "4,821", seat=(1, 1))
    book.say("above", "4,821", seat=(0, 1))
    assert chance(book, "figure", "4821") == 0


def test_a_single_digit_says_nothing_of_a_copy(book):
    book.say("figure", "7", seat=(1, 1))
    book.say("above", "7", seat=(0, 1))
    assert chance(book, "figure", "9") == 0


def test_the_more_digits_are_equal_the_likelier_is_a_copy(book):
    for row, text in enumerate(("48", "481", "4,812", "48,123", "481,234")):
        for column in (1, 2):
            book.say(f"{row}.{column}", text, seat=(row, column))
    rights = [Decimal(5).scaleb(row + 1) for row in range(5)]
    rows = [chance(book, f"{row}.1", right, right / 100) for row, right in enumerate(rights)]
    assert rows == sorted(rows)
    assert rows[0] < rows[2] < rows[4]


def test_a_repair_that_holds_half_the_numbers_makes_a_copy_likelier_than_a_fine_one_but_never_sure(book):
    book.say("figure", "4,821", seat=(1, 1))
    book.say("above", "4,821", seat=(0, 1))
    fine, wide = chance(book, "figure", "5127"), chance(book, "figure", "9000", "3000")
    assert fine < wide <= Decimal("0.3")


def test_a_repair_without_an_end_makes_no_copy(book):
    book.say("figure", "4,821", seat=(1, 1))
    book.say("above", "4,821", seat=(0, 1))
    others = (book.claims["above"],)
    assert copied(book.claims["figure"], Interval(Decimal(9000), None), others) == 0


def test_from_another_row_a_number_is_copied_with_its_digits_whatever_its_unit(book):
    book.say("figure", "4,821", seat=(1, 1))
    book.say("above", "4,821", KILOGRAM, seat=(0, 1))
    assert chance(book, "figure", "5127") > 0


def test_in_sentences_a_number_in_another_unit_is_no_copy(book):
    book.say("figure", "4,821")
    book.say("other", "4,821", KILOGRAM)
    assert chance(book, "figure", "5127") == 0


def test_last_years_number_left_standing_is_likelier_than_this_years_set_back(book):
    book.say("before", "4,821", metric="waste", period="FY2024")
    book.say("now", "4,821", metric="waste", period="FY2025")
    assert chance(book, "before", "5127") * 2 == chance(book, "now", "5127")
