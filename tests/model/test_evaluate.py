from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.evaluate import evaluate
from auditor.model.evaluate import point
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Operator
from auditor.model.relation import addition

A, B, C = (Expression.claim(name) for name in "abc")
HUNDRED = Expression.constant(100)


def between(low, high):
    return Interval(Decimal(low), Decimal(high))


def test_a_sum_adds_the_ends():
    intervals = {"a": between("1", "2"), "b": between("10", "20"), "c": between("100", "200")}
    assert evaluate(addition(("a", "b", "c")), intervals) == between("111", "222")


def test_subtraction_takes_all_that_follow_from_the_first():
    expression = Expression(Operator.SUBTRACT, (A, B, C))
    assert evaluate(expression, {"a": between(9, 10), "b": between(1, 2), "c": between(3, 4)}) == between(
        3, 6
    )
    assert point(expression, {"a": Decimal(9), "b": Decimal(2), "c": Decimal(3)}) == 4


def test_a_part_of_a_whole_that_contains_it_is_not_widened_twice():
    share = A / (A + B)
    assert evaluate(share, {"a": between(8, 12), "b": between(8, 12)}) == between("0.4", "0.6")


def test_growth_written_as_change_over_old_is_as_narrow_as_new_over_old():
    intervals = {"a": between(90, 110), "b": between(180, 220)}
    longer = evaluate((B - A) / A, intervals)
    shorter = evaluate(B / A - Expression.constant(1), intervals)
    assert longer.width <= shorter.width + Decimal("1e-30")


def test_a_claim_that_turns_in_its_interval_keeps_the_wide_result():
    assert evaluate(A * A, {"a": between(-1, 2)}) == between(-2, 4)


def test_a_divisor_that_may_be_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        evaluate(A / B, {"a": between(1, 2), "b": between(0, 1)})
    with pytest.raises(ZeroDivisionError):
        point(A / B, {"a": Decimal(0), "b": Decimal(0)})


def test_an_input_without_a_value_is_refused():
    with pytest.raises(KeyError):
        evaluate(A + B, {"a": between(1, 2)})


_numbers = st.integers(-60, 60).map(Decimal)
_trees = st.recursive(
    st.sampled_from([A, B, C, HUNDRED, Expression.constant(1)]),
    lambda inner: st.builds(
        Expression,
        st.sampled_from([Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE]),
        st.lists(inner, min_size=2, max_size=3).map(tuple),
    ),
    max_leaves=6,
)


@given(_trees, st.fixed_dictionaries(dict.fromkeys("abc", st.tuples(_numbers, _numbers, st.fractions(0, 1)))))
def test_the_arithmetic_on_members_lies_in_the_interval(tree, drawn):
    intervals, members = {}, {}
    for name, (one, other, where) in drawn.items():
        low, high = sorted((one, other))
        intervals[name] = Interval(low, high)
        at = low + (high - low) * Decimal(where.numerator) / Decimal(where.denominator)
        members[name] = min(max(at, low), high)
    try:
        result = evaluate(tree, intervals)
    except ZeroDivisionError:
        return
    slack = Decimal("1e-25") * (1 + abs(point(tree, members)))  # the point is rounded, the interval is not
    assert result.meets(Interval.around(point(tree, members), slack))


def test_a_rest_is_any_number_from_zero_up():
    assert evaluate(A + Expression.rest(), {"a": between(3, 4)}) == Interval(Decimal(3), None)
    assert point(A + Expression.rest(), {"a": Decimal(3)}) == 3
    assert (A + Expression.rest()).partial
    assert not (A + B).partial


def test_a_root_of_a_quotient():
    growth = (A / B).root(2)
    assert evaluate(growth, {"a": between(16, 36), "b": between(1, 4)}) == between(2, 6)
    assert point(growth, {"a": Decimal(36), "b": Decimal(4)}) == 3
    twice = (A / (A + B)).root(2)
    assert evaluate(twice, {"a": between(9, 16), "b": between(9, 9)}).low ** 2 <= Decimal("0.5")


def test_there_is_no_root_of_a_number_below_zero():
    with pytest.raises(ZeroDivisionError):
        evaluate(A.root(2), {"a": between(-4, -1)})
    assert evaluate(A.root(2), {"a": between(-4, 9)}) == between(0, 3)
