"""What a change comes to when it is worked out from the numbers as they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.evaluate import worked_out
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.relate.slips import agreeing_digits_of

#: Digits that must agree but for one slip: two numbers of two digits are a slip apart by chance.
_LEAST_DIGITS = 3
#: Places by which the point of a change is moved.
_PLACES = (-4, -2, -1, 1, 2, 4)


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


def whole_beside_wholes(claim: Claim, levels: Iterable[Claim]) -> bool:
    """Return whether a change of a table is a whole number beside counts: it may be one more or less."""
    counts = all(is_counted(item) or not item.quantity.unit.id for item in levels)
    bare = claim.source is Source.TABLE and (is_counted(claim) or not claim.quantity.unit.id)
    return bare and counts and all(item.quantity.step == 1 for item in (claim, *levels))


def is_counted(claim: Claim) -> bool:
    """Return whether a number is a whole one of things that are counted."""
    return claim.quantity.unit.dimension == "count" and claim.quantity.step == 1


def misplaced(claim: Claim, computed: Expression, values: Mapping[str, Interval]) -> bool:
    """Return whether the printed change is what the levels give but for the place of its point."""
    told = worked_out(computed, values)
    moved = (claim.quantity.base.scale(Decimal(1).scaleb(places)) for places in _PLACES)
    return told is not None and not told.may_be_zero and any(told.meets(base) for base in moved)
