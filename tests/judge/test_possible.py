"""What no number can be weighs against the number that says it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from auditor.judge.possible import impossible
from auditor.judge.possible import possible
from auditor.model.interval import Interval
from auditor.model.metric import Metric


def share(book, text):
    book.say("women", text)
    claim = book.claims["women"]
    unit = replace(claim.quantity.unit, id="%", dimension="percent")
    return replace(claim, metric=Metric("headcount_share"), quantity=replace(claim.quantity, unit=unit))


def test_a_share_of_more_than_all_is_likelier_wrong_than_its_neighbour(book):
    near = Interval(Decimal(98), Decimal(102))
    assert impossible(share(book, "200"))
    assert possible(share(book, "200"), near) > 1
    assert possible(share(book, "100"), near) == 1


def test_no_share_should_have_been_more_than_all(book):
    assert possible(share(book, "45"), Interval(Decimal(120), Decimal(130))) < 1


def test_nobody_prints_what_is_too_small_for_its_digits(book):
    book.say("rate", "8.3")
    assert possible(book.claims["rate"], Interval(Decimal("0.00001"), Decimal("0.00002"))) < 1
    assert possible(book.claims["rate"], Interval(Decimal("8.1"), Decimal("8.2"))) == 1


def test_nobody_holds_a_part_of_a_share(book):
    book.say("held", "4.58")
    claim = book.claims["held"]
    held = replace(claim, quantity=replace(claim.quantity, unit=replace(claim.quantity.unit, id="share")))
    assert impossible(held)
    assert not impossible(replace(held, folded="加权平均股数"))


def test_a_share_of_the_capital_is_not_below_nought(book):
    below = Interval(Decimal(-3), Decimal(-2))
    capital = replace(share(book, "2.52"), metric=Metric("?甲"), folded="甲 / 占总股本的比例")
    assert possible(capital, below) < 1
    assert possible(replace(capital, folded="甲 / 占利润总额的比例"), below) == 1
