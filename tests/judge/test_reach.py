"""What lies beyond all that a report tells, or beyond its whole, is likelier the wrong number."""

from __future__ import annotations

from decimal import Decimal

from auditor.judge.reach import beyond_whole
from auditor.judge.reach import largest
from auditor.judge.reach import out_of_reach
from auditor.model.interval import Interval
from tests.judge.conftest import PERCENT

NEAR = Interval(Decimal(71), Decimal(72))


def shares(book, metric, *texts):
    for row, text in enumerate(texts):
        book.say(f"share{row}", text, PERCENT, metric=metric, seat=(row, 1))
    book.share("share0", book.say("part", "1,249"), book.say("whole", "1,747"))
    return [book.claims[f"share{row}"] for row in range(len(texts))]


def test_an_amount_a_hundred_times_all_others_is_out_of_reach(book):
    for at in range(6):
        book.say(f"level{at}", f"{at + 1},400")
    usual = largest(book.claims.values())
    book.say("far", "9,600,000")
    sizes, repair = largest(book.claims.values()), Interval(Decimal(9599), Decimal(9601))
    assert out_of_reach(book.claims["far"], repair, sizes) > 1
    assert out_of_reach(book.claims["level5"], repair, sizes) == 1
    assert out_of_reach(book.claims["level5"], repair.scale(Decimal(1000)), usual) < 1


def test_a_share_above_its_whole_among_usual_ones(book):
    odd, *others = shares(book, "", "714.9", "63.0", "18.2")
    assert beyond_whole(odd, NEAR, book.relations, others) > 1
    assert beyond_whole(others[0], NEAR, book.relations, [odd]) == 1


def test_what_a_metric_says_to_be_a_share_is_not_weighed_twice(book):
    odd, *others = shares(book, "headcount_share", "714.9", "63.0", "18.2")
    assert beyond_whole(odd, NEAR, book.relations, others) == 1
