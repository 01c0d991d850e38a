"""A relation solved for one of its claims: the values of that claim which would satisfy it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING
from decimal import Decimal

from auditor.model.evaluate import combine
from auditor.model.evaluate import evaluate
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation


def invert(relation: Relation, ref: str, bases: Mapping[str, Interval]) -> Interval | None:
    """Return the values of ``ref`` for which the relation can hold, in its base unit.

    None when the relation does not tell: the claim is not in it or more than once, another one has no
    interval, or a divisor may be zero.
    """
    occurrences = (relation.stated, *relation.computed.refs)
    if occurrences.count(ref) != 1 or any(other not in bases for other in occurrences):
        return None
    try:
        if ref == relation.stated:
            return evaluate(relation.computed, bases)
        return _solve(relation.computed, ref, bases[relation.stated], bases)
    except ZeroDivisionError:
        return None


def holds(relation: Relation, bases: Mapping[str, Interval]) -> bool:
    """Return whether the two sides have a value in common; what cannot be computed is not broken."""
    if any(ref not in bases for ref in relation.refs):
        return True
    if relation.kind is Kind.WHOLE_NUMBER:
        return _is_reached(bases[relation.stated], bases[relation.computed.refs[0]])
    try:
        return bases[relation.stated].meets(evaluate(relation.computed, bases))
    except ZeroDivisionError:
        return True


def _is_reached(share: Interval, whole: Interval) -> bool:
    """Return whether some whole number is that share of a whole, which another share would not tell."""
    count = (share * whole).scale(Decimal("0.01"))
    least = None if count.low is None else count.low.to_integral_value(ROUND_CEILING)
    return least is None or count.high is None or least <= count.high


def _solve(expression: Expression, ref: str, result: Interval, bases: Mapping[str, Interval]) -> Interval:
    """Return the values of ``ref`` that give ``result``, walking down to where it stands.

    Raises:
        ZeroDivisionError: when a divisor may be zero.
    """
    if expression.operator is Operator.CLAIM:
        return result
    if expression.operator is Operator.ROOT:
        power = combine(Operator.MULTIPLY, [result] * int(expression.number))
        return _solve(expression.operands[0], ref, power, bases)
    place = next(at for at, operand in enumerate(expression.operands) if ref in operand.refs)
    others = [evaluate(item, bases) for at, item in enumerate(expression.operands) if at != place]
    wanted = _undo(expression.operator, result, others, first=place == 0)
    return _solve(expression.operands[place], ref, wanted, bases)


def _undo(operator: Operator, result: Interval, others: list[Interval], *, first: bool) -> Interval:
    """Return what an operand must be: the first one, or one that is added, taken off or divided by."""
    if operator is Operator.ADD:
        return combine(Operator.SUBTRACT, [result, *others])
    if operator is Operator.MULTIPLY:
        return combine(Operator.DIVIDE, [result, *others])
    if operator is Operator.SUBTRACT:
        if first:
            return combine(Operator.ADD, [result, *others])
        return combine(Operator.SUBTRACT, [others[0], *others[1:], result])
    if first:
        return combine(Operator.MULTIPLY, [result, *others])
    return combine(Operator.DIVIDE, [others[0], *others[1:], result])
