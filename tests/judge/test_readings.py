"""Of two readings of the same numbers the one that fails gives way; what is no other reading stays."""

from __future__ import annotations

from auditor.judge.readings import one_reading
from auditor.judge.verdict import judge
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Verdict

FLAGGED, WAITING = Verdict.FLAGGED, Verdict.UNDECIDED


def claim(ref):
    return Expression.claim(ref)


def verdict(book, relation):
    read = one_reading(judge(book.relations, book.claims), book.claims)
    (found,) = [item for item in read if item.relation is relation]
    return found.verdict


def account(book, **texts):
    """Print a year's revenue, its cost in brackets, and the gross profit."""
    for ref, text in ({"revenue": "1,063.5", "cost": "-582.5", "gross": "481.0"} | texts).items():
        book.say(ref, text)


def test_a_cost_in_brackets_is_added_and_not_taken_off_again(book):
    account(book)
    book.sum("gross", ("revenue", "cost"))
    wrong = book.relate(Kind.DIFFERENCE, "gross", claim("revenue") - claim("cost"))
    assert verdict(book, wrong) is WAITING


def test_where_no_reading_holds_all_are_told(book):
    account(book, gross="418.0")
    book.sum("gross", ("revenue", "cost"))
    wrong = book.relate(Kind.DIFFERENCE, "gross", claim("revenue") - claim("cost"))
    assert verdict(book, wrong) is FLAGGED


def test_a_closing_balance_is_not_the_opening_one_where_movements_lead_to_it(book):
    for ref, text in {"opening": "6,529", "added": "871", "removed": "115", "closing": "7,285"}.items():
        book.say(ref, text)
    book.relate(Kind.ROLLFORWARD, "closing", claim("opening") + claim("added") - claim("removed"))
    wrong = book.relate(Kind.ROLLFORWARD, "closing", claim("opening"))
    assert verdict(book, wrong) is WAITING


def test_a_sum_that_holds_with_one_part_more_was_short_of_it(book):
    for ref, text in {"a": "3,141", "b": "5,926", "c": "240", "total": "9,307"}.items():
        book.say(ref, text)
    book.sum("total", ("a", "b", "c"))
    assert verdict(book, book.sum("total", ("a", "b"))) is WAITING


def test_another_split_of_the_same_total_is_no_other_reading(book):
    for ref, text in {"a": "3,141", "b": "5,962", "x": "4,000", "y": "5,067", "total": "9,067"}.items():
        book.say(ref, text)
    book.sum("total", ("x", "y"))
    wrong = book.sum("total", ("a", "b"))
    assert verdict(book, wrong) is FLAGGED


def test_a_reading_that_holds_in_the_other_years_stays(book):
    account(book)
    for year in ("old", "older"):
        for ref, text in {"revenue": "900.5", "cost": "500.5", "gross": "400.0"}.items():
            book.say(f"{ref}_{year}", text)
    relations = [
        book.relate(
            Kind.DIFFERENCE,
            f"gross{year}",
            claim(f"revenue{year}") - claim(f"cost{year}"),
            named="costs taken off",
        )
        for year in ("", "_old", "_older")
    ]
    book.sum("gross", ("revenue", "cost"))
    assert verdict(book, relations[0]) is FLAGGED


def test_an_intensity_is_over_the_amount_that_gives_it(book):
    for ref, text in {"withdrawn": "8,046", "consumed": "1,283", "revenue": "2,391", "rate": "3.365"}.items():
        book.say(ref, text)
    book.relate(Kind.RATIO, "rate", claim("withdrawn") / claim("revenue"))
    other = book.relate(Kind.RATIO, "rate", claim("consumed") / claim("revenue"))
    assert verdict(book, other) is WAITING


def test_an_amount_that_is_told_twice_is_one_amount(book):
    for ref, text in {"here": "8,046", "there": "8,406", "revenue": "2,391", "rate": "3.365"}.items():
        book.say(ref, text, metric="water_consumption")
    book.relate(Kind.RATIO, "rate", claim("here") / claim("revenue"))
    other = book.relate(Kind.RATIO, "rate", claim("there") / claim("revenue"))
    assert verdict(book, other) is FLAGGED
