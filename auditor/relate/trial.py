"""Arithmetic over claims tried out before it is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Operator


def worked_out(expression: Expression, told: Mapping[str, Interval]) -> Interval | None:
    """Return the values that sums, products and quotients may have, None where a divisor may be zero.

    ``told`` holds by ref the interval of each claim, in base units.
    """
    if expression.operator is Operator.CLAIM:
        return told[expression.ref]
    if expression.leaf:
        return Interval.exactly(expression.number)
    parts = [worked_out(operand, told) for operand in expression.operands]
    return reduce(lambda one, other: _step(expression.operator, one, other), parts)


def _step(operator: Operator, one: Interval | None, other: Interval | None) -> Interval | None:
    if one is None or other is None:
        return None
    if operator is Operator.ADD:
        return one + other
    if operator is Operator.SUBTRACT:
        return one - other
    if operator is Operator.MULTIPLY:
        return one * other
    return None if other.may_be_zero else one / other
