"""What a change comes to when it is worked out from the numbers as they are printed."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from collections.abc import Mapping
from decimal import Decimal
from decimal import InvalidOperation

from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Operator
from auditor.relate.slips import agreeing_digits_of

_OPERATIONS = {
    Operator.ADD: operator.add,
    Operator.SUBTRACT: operator.sub,
    Operator.MULTIPLY: operator.mul,
    Operator.DIVIDE: operator.truediv,
}
#: Digits that must agree but for one slip: two numbers of two digits are a slip apart by chance.
_LEAST_DIGITS = 3


def values_of(claims: Iterable[Claim]) -> dict[str, Decimal]:
    """Return the printed number of each claim in base units, by ref."""
    return {item.ref: item.quantity.value * item.quantity.unit.factor for item in claims}


def holds(claim: Claim, computed: Expression, values: Mapping[str, Decimal]) -> bool:
    """Return whether the levels give the change under a custom, a step either way."""
    told = _told(computed, values)
    return told is not None and abs(told - claim.quantity.value) <= claim.quantity.step


def slip_apart(claim: Claim, computed: Expression, values: Mapping[str, Decimal]) -> bool:
    """Return whether one slip of the hand makes the printed change out of what the levels give."""
    told, quantity = _told(computed, values), claim.quantity
    return told is not None and agreeing_digits_of(quantity.value, told, quantity.step) >= _LEAST_DIGITS


def _told(computed: Expression, values: Mapping[str, Decimal]) -> Decimal | None:
    try:
        return _point(computed, values)
    except (ZeroDivisionError, InvalidOperation):
        return None


def _point(expression: Expression, values: Mapping[str, Decimal]) -> Decimal:
    if expression.operator is Operator.CLAIM:
        return values[expression.ref]
    if expression.operator is Operator.NUMBER:
        return expression.number
    first, *rest = (_point(operand, values) for operand in expression.operands)
    for value in rest:
        first = _OPERATIONS[expression.operator](first, value)
    return first
