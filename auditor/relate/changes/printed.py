"""What a change comes to when it is worked out from the numbers as they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping

from auditor.model.claim import Claim
from auditor.model.evaluate import worked_out
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.relate.slips import agreeing_digits_of

#: Digits that must agree but for one slip: two numbers of two digits are a slip apart by chance.
_LEAST_DIGITS = 3


def values_of(claims: Iterable[Claim]) -> dict[str, Interval]:
    """Return the interval of each claim in base units, by ref."""
    return {item.ref: item.quantity.base for item in claims}


def below_zero(value: Interval) -> bool:
    """Return whether a number is negative, however it was rounded."""
    return value.high is not None and value.high < 0


def holds(claim: Claim, computed: Expression, values: Mapping[str, Interval]) -> bool:
    """Return whether what the levels give meets the printed change."""
    told = worked_out(computed, values)
    return told is not None and told.meets(claim.quantity.base)


def slip_apart(claim: Claim, computed: Expression, values: Mapping[str, Interval]) -> bool:
    """Return whether one slip of the hand makes the printed change out of what the levels give."""
    told, quantity = worked_out(computed, values), claim.quantity
    middle = told.middle if told else None
    if middle is None:
        return False
    return agreeing_digits_of(quantity.value, middle, quantity.step) >= _LEAST_DIGITS
