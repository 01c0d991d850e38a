"""Which figures one may be mixed up with: those beside it, and the same thing in another period."""

from __future__ import annotations

import pytest

from auditor.judge.nearby import digits_of
from auditor.judge.nearby import neighbours
from auditor.judge.nearby import other_period
from auditor.judge.nearby import repeating_row
from auditor.judge.nearby import same_figure
from auditor.judge.nearby import told_again
from tests.judge.conftest import KILOGRAM

GRID = [
    ["101", "102", "103"],
    ["211", "212", "213"],
    ["321", "322", "323"],
    ["431", "432", "433"],
    ["541", "542", "543"],
]


def refs(claims):
    return {claim.ref for claim in claims}


def beside(book, ref):
    return refs(neighbours(book.claims[ref], tuple(book.claims.values())))


def test_the_rest_of_its_row_and_two_rows_up_and_down_its_column_are_beside_a_cell(book):
    book.table(GRID)
    assert beside(book, "2.1") == {"2.0", "2.2", "0.1", "1.1", "3.1", "4.1"}
    assert beside(book, "0.1") == {"0.0", "0.2", "1.1", "2.1"}


def test_a_cell_is_not_beside_itself_nor_beside_a_sentence(book):
    book.table(GRID[:1])
    book.say("prose", "102")
    assert beside(book, "0.1") == {"0.0", "0.2"}
    assert beside(book, "prose") == set()


def test_the_same_metric_in_another_period_is_near_wherever_it_stands(book):
    book.say("now", "212", metric="waste", period="FY2025")
    book.say("before", "198", metric="waste", period="FY2024")
    book.say("again", "212", metric="waste", period="FY2025")
    book.say("other", "198", metric="water", period="FY2024")
    assert beside(book, "now") == {"before"}


def test_rows_that_repeat_each_other_are_no_neighbours_for_being_equal_is_no_slip(book):
    book.table([["840", "912"], ["840", "912"], ["77", "81"]])
    assert beside(book, "0.0") == {"0.1", "2.0"}


def test_where_another_row_tells_a_long_number_twice_a_repeated_one_is_no_copy(book):
    book.table([["5,200", "3,400", "5,200"], ["8,100", "6,000", "8,100"]])
    cells = tuple(book.claims.values())
    assert refs(told_again(book.claims["0.0"], cells)) == {"0.2"}
    assert refs(repeating_row(book.claims["0.0"], cells)) == {"0.1", "0.2"}
    assert beside(book, "0.0") == {"0.1", "1.0"}


@pytest.mark.parametrize("row", [["8,100", "6,000", "8,200"], ["81", "60", "81"]])
def test_rows_of_unlike_or_short_numbers_make_no_habit_of_repeating(book, row):
    book.table([["5,200", "3,400", "5,200"], row])
    assert told_again(book.claims["0.0"], tuple(book.claims.values())) == ()


def test_two_periods_of_one_metric_are_told_apart_from_two_metrics_and_from_one_period(book):
    book.say("now", "212", metric="waste", period="FY2025")
    book.say("before", "198", metric="waste", period="FY2024")
    book.say("water", "198", metric="water", period="FY2024")
    now, before, water = (book.claims[ref] for ref in ("now", "before", "water"))
    assert other_period(now, before)
    assert not other_period(now, water)
    assert not other_period(now, now)


@pytest.mark.parametrize(
    ("text", "digits"), [("1,204", 4), ("0.52", 2), ("0.052", 2), ("-834", 3), ("120.0", 4), ("7", 1)]
)
def test_digits_are_counted_without_zeros_in_front(book, text, digits):
    book.say("figure", text)
    assert digits_of(book.claims["figure"].quantity) == digits


def test_one_number_in_another_unit_is_another_figure_and_zeros_are_none(book):
    for ref, text in (("one", "212"), ("same", "212.0"), ("zero", "0"), ("naught", "0")):
        book.say(ref, text)
    book.say("kilograms", "212", KILOGRAM)
    one, same, zero, naught, kilograms = (claim.quantity for claim in book.claims.values())
    assert same_figure(one, same)
    assert not same_figure(one, kilograms)
    assert not same_figure(zero, naught)
