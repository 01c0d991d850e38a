"""A number of a sentence that the report tells once more elsewhere."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditor.judge.echo import echoed
from auditor.model.interval import Interval
from tests.judge.conftest import Book


def told(printed, *others):
    """Return the claim of a sentence, and what other sentences tell under their labels."""
    book = Book()
    claims = []
    for at, (label, text) in enumerate((("成功寻回儿童", printed), *others)):
        ref = book.say(f"c{at}", text)
        claims.append(replace(book.claims[ref], folded=label, sentence=at))
    return claims


@pytest.mark.parametrize(
    ("printed", "others", "speaks"),
    [
        ("253", [("累计寻回儿童", "4,960")], 1),
        ("253", [("累计寻回儿童", "4,960"), ("过去一年寻回儿童", "253")], 1),  # it was copied from there
        ("253", [("过去一年寻回儿童", "253")], -1),
        ("253", [("累计捐赠图书", "4,960")], 0),
        ("253", [("累计寻回儿童", "4,990")], 0),
        ("253", [], 0),
    ],
)
def test_the_repair_that_is_told_elsewhere_speaks_against_a_number(printed, others, speaks):
    claim, *_ = claims = told(printed, *others)
    assert echoed(claim, Interval(Decimal("4959.4"), Decimal("4965.4")), claims) == speaks


def test_a_wide_repair_holds_some_number_by_chance():
    claim, *_ = claims = told("253", ("累计寻回儿童", "4,960"))
    assert echoed(claim, Interval(Decimal(3000), Decimal(6000)), claims) == 0


def test_a_cell_of_a_table_is_repeated_for_other_reasons():
    claim, *_ = claims = told("253", ("累计寻回儿童", "4,960"))
    assert echoed(replace(claim, sentence=-1), Interval(Decimal(4960), Decimal(4960)), claims) == 0
