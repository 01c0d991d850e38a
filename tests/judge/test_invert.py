from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.judge.invert import holds
from auditor.judge.invert import invert
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator

X, Y, Z = (Expression.claim(name) for name in "xyz")
BASES = {name: Interval.exactly(number) for name, number in {"x": 24, "y": 6, "z": 2, "s": 0}.items()}


def solved(book, expression, result, ref):
    """Solve for a claim, with the stated number set to ``result``."""
    relation = book.relate(Kind.DEFINITION, "s", expression)
    return invert(relation, ref, {**BASES, "s": Interval.exactly(result)})


@pytest.mark.parametrize(
    ("expression", "result", "ref", "wanted"),
    [
        (X + Y, 32, "x", 26),
        (X - Y, 20, "x", 26),
        (X - Y, 20, "y", 4),
        (Expression(Operator.SUBTRACT, (X, Y, Z)), 20, "z", -2),
        (X * Y, 48, "x", 8),
        (X / Y, 8, "x", 48),
        (X / Y, 8, "y", 3),
        (Expression(Operator.DIVIDE, (X, Y, Z)), 4, "z", 1),
        ((X / Y - Expression.constant(1)) * Expression.constant(100), 200, "y", 8),
        (X + Y, 32, "s", 30),
        ((X / Y).root(2), 3, "x", 54),
        ((X / Y).root(2) - Expression.constant(1), 1, "s", 1),
    ],
)
def test_every_place_in_the_arithmetic_can_be_solved(book, expression, result, ref, wanted):
    assert solved(book, expression, result, ref) == Interval.exactly(wanted)


def test_a_claim_that_occurs_twice_cannot_be_solved(book):
    assert solved(book, X / (X + Y), 1, "x") is None


def test_a_claim_divided_by_something_that_may_be_zero_cannot_be_solved(book):
    assert solved(book, X / Y, 0, "y") is None


def test_a_claim_outside_the_relation_cannot_be_solved(book):
    assert solved(book, X + Y, 1, "z") is None
    assert solved(book, X + Expression.claim("unread"), 1, "x") is None


def test_a_relation_holds_when_both_sides_share_a_value(book):
    relation = book.relate(Kind.SUM, "s", X + Y)
    assert holds(relation, {**BASES, "s": Interval(Decimal(30), Decimal(31))})
    assert not holds(relation, {**BASES, "s": Interval(Decimal("30.1"), Decimal(31))})


def test_a_relation_that_cannot_be_worked_out_is_not_broken(book):
    relation = book.relate(Kind.RATIO, "s", X / Expression.claim("s"))
    assert holds(relation, BASES)
    assert holds(book.relate(Kind.SUM, "s", X + Expression.claim("unread")), BASES)


def test_a_part_with_an_untold_rest_bounds_its_whole_from_below(book):
    assert solved(book, X + Expression.rest(), 20, "x") == Interval(None, Decimal(20))
    assert solved(book, X + Expression.rest(), 20, "s") == Interval(Decimal(24), None)
