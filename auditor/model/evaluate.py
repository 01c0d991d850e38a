"""Arithmetic over claims: as intervals, and as the numbers that are printed."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Context
from decimal import Decimal
from functools import reduce

from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Operator
from auditor.model.roots import nth_root

_PRINTED = Context(prec=40)
_ZERO = Interval.exactly(0)
_ONE = Interval.exactly(1)
_FROM_ZERO = Interval(Decimal(0), None)


def evaluate(expression: Expression, intervals: Mapping[str, Interval]) -> Interval:
    """Return every value that the arithmetic may have, in the base unit of its result.

    A claim that occurs twice is the same number in both places: ``a / (a + b)`` is narrower than
    interval arithmetic alone says. Where the result only rises or only falls with such a claim, its
    two ends give the ends of the result.

    Args:
        expression: the arithmetic.
        intervals: by ref, in the base unit of each claim's dimension.

    Raises:
        KeyError: when a claim has no interval.
        ZeroDivisionError: when a divisor may be zero.
    """
    wide = _natural(expression, intervals)
    refs = expression.refs
    repeated = tuple(ref for ref in dict.fromkeys(refs) if refs.count(ref) > 1)
    return _narrowed(expression, intervals, repeated, wide) if repeated else wide


def worked_out(expression: Expression, intervals: Mapping[str, Interval]) -> Interval | None:
    """Return the same, None where a divisor may be zero."""
    try:
        return evaluate(expression, intervals)
    except ZeroDivisionError:
        return None


def point(expression: Expression, values: Mapping[str, Decimal]) -> Decimal:
    """Return the arithmetic on the numbers as printed, values and result in base units.

    Raises:
        KeyError: when a claim has no value.
        ZeroDivisionError: when a divisor is zero.
    """
    if expression.operator is Operator.CLAIM:
        return values[expression.ref]
    if expression.operator in {Operator.NUMBER, Operator.REST}:
        return expression.number
    if expression.operator is Operator.ROOT:
        return rooted(point(expression.operands[0], values), int(expression.number))
    numbers = [point(operand, values) for operand in expression.operands]
    return reduce(lambda one, other: step(expression.operator, one, other), numbers)


def rooted(number: Decimal, degree: int) -> Decimal:
    """Return the root of a number as printed.

    Raises:
        ZeroDivisionError: of a number below zero.
    """
    if number < 0:
        raise ZeroDivisionError("there is no root of a number below zero")
    return nth_root(number, degree)[0]


def combine(operator: Operator, intervals: Sequence[Interval]) -> Interval:
    """Return intervals joined left to right by one operator.

    Raises:
        ZeroDivisionError: when a divisor may be zero.
    """
    return reduce(lambda one, other: _step(operator, one, other), intervals)


def _natural(expression: Expression, intervals: Mapping[str, Interval]) -> Interval:
    if expression.operator is Operator.CLAIM:
        return intervals[expression.ref]
    if expression.operator is Operator.NUMBER:
        return Interval.exactly(expression.number)
    if expression.operator is Operator.REST:
        return _FROM_ZERO
    if expression.operator is Operator.ROOT:
        return _natural(expression.operands[0], intervals).root(int(expression.number))
    return combine(expression.operator, [_natural(operand, intervals) for operand in expression.operands])


def _step(operator: Operator, one: Interval, other: Interval) -> Interval:
    if operator is Operator.ADD:
        return one + other
    if operator is Operator.SUBTRACT:
        return one - other
    return one * other if operator is Operator.MULTIPLY else one / other


def step(operator: Operator, one: Decimal, other: Decimal) -> Decimal:
    """Return two numbers as printed joined by one operator.

    Raises:
        ZeroDivisionError: when the divisor is zero.
    """
    if operator is Operator.ADD:
        return _PRINTED.add(one, other)
    if operator is Operator.SUBTRACT:
        return _PRINTED.subtract(one, other)
    if operator is Operator.MULTIPLY:
        return _PRINTED.multiply(one, other)
    if other == 0:
        raise ZeroDivisionError("the divisor is zero")
    return _PRINTED.divide(one, other)


def _narrowed(
    expression: Expression, intervals: Mapping[str, Interval], repeated: Sequence[str], wide: Interval
) -> Interval:
    """Return ``wide`` cut to what the ends of the repeated claims allow."""
    lowest, highest = dict(intervals), dict(intervals)
    for ref in repeated:
        ends = _ends(expression, intervals, ref)
        if ends is not None:
            lowest[ref], highest[ref] = ends
    bottom, top = _natural(expression, lowest), _natural(expression, highest)
    cut = wide.intersection(Interval(bottom.low, top.high, bottom.low_open, top.high_open))
    return wide if cut is None else cut


def _ends(
    expression: Expression, intervals: Mapping[str, Interval], ref: str
) -> tuple[Interval, Interval] | None:
    """Return the ends of a claim at which the result is lowest and highest, None when it may turn."""
    low, high = intervals[ref].low, intervals[ref].high
    if low is None or high is None:
        return None
    slope = _with_slope(expression, intervals, ref)[1]
    if slope.low is not None and slope.low >= 0:
        return Interval.exactly(low), Interval.exactly(high)
    if slope.high is not None and slope.high <= 0:
        return Interval.exactly(high), Interval.exactly(low)
    return None


def _with_slope(
    expression: Expression, intervals: Mapping[str, Interval], ref: str
) -> tuple[Interval, Interval]:
    """Return the value and its derivative by one claim."""
    if expression.operator is Operator.CLAIM:
        return intervals[expression.ref], _ONE if expression.ref == ref else _ZERO
    if expression.operator is Operator.NUMBER:
        return Interval.exactly(expression.number), _ZERO
    if expression.operator is Operator.REST:
        return _FROM_ZERO, _ZERO
    if expression.operator is Operator.ROOT:
        return _slope_of_root(*_with_slope(expression.operands[0], intervals, ref), int(expression.number))
    parts = [_with_slope(operand, intervals, ref) for operand in expression.operands]
    return reduce(lambda one, other: _slope_step(expression.operator, one, other), parts)


def _slope_of_root(value: Interval, slope: Interval, degree: int) -> tuple[Interval, Interval]:
    root = value.root(degree)
    return root, slope * root / (value * Interval.exactly(degree))


def _slope_step(
    operator: Operator, one: tuple[Interval, Interval], other: tuple[Interval, Interval]
) -> tuple[Interval, Interval]:
    """Join two values with their derivatives: the rules of sum, product and quotient."""
    value = _step(operator, one[0], other[0])
    if operator in {Operator.ADD, Operator.SUBTRACT}:
        return value, _step(operator, one[1], other[1])
    if operator is Operator.MULTIPLY:
        return value, one[1] * other[0] + one[0] * other[1]
    return value, (one[1] - value * other[1]) / other[0]
