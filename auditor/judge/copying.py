"""How likely a figure is that of another row or period, printed where its own should stand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context
from decimal import Decimal

from auditor.judge.nearby import digits_of
from auditor.judge.nearby import other_period
from auditor.judge.nearby import same_figure
from auditor.judge.slip import fineness
from auditor.judge.slip import reach
from auditor.model.claim import Claim
from auditor.model.interval import Interval

_RATIO = Context(prec=12)
_ONE = Decimal(1)
#: How often figures of so many digits are rightly equal to one nearby, and the share of copies.
_RIGHTLY_EQUAL = {2: Decimal("0.05"), 3: Decimal("0.01"), 4: Decimal("0.004"), 5: Decimal("0.001")}
_RIGHTLY_EQUAL_LONG = Decimal("0.0003")
_COPIED, _MOST_COPIED, _FINEST = Decimal("0.0167"), Decimal("0.3"), Decimal("0.0001")
#: A report grows from the one before: a number of last year is left standing rather than one set back.
_SET_BACK = Decimal("0.5")


def copied(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return the chance of being equal to a figure nearby that one may have copied."""
    near = reach(fineness(claim, others), repair)
    digits = digits_of(claim.quantity)
    if claim.quantity.value in repair or digits < 2 or not near.middle or near.width is None:
        return Decimal(0)
    if not any(_same_number(claim, other) for other in others):
        return Decimal(0)
    rightly = _RIGHTLY_EQUAL.get(digits, _RIGHTLY_EQUAL_LONG)
    share = min(max(_RATIO.divide(near.width, abs(near.middle)), _FINEST), _ONE)
    chance = min(_RATIO.divide(_COPIED * share, rightly), _MOST_COPIED)
    return chance * _SET_BACK if _older_than_its_twins(claim, others) else chance


def _older_than_its_twins(claim: Claim, others: Sequence[Claim]) -> bool:
    """Return whether the same thing is told so for later periods, and no other figure nearby is the same."""
    same = [other for other in others if _same_number(claim, other)]
    return all(other_period(claim, other) and _later(other, claim) for other in same)


def _later(one: Claim, other: Claim) -> bool:
    return one.period.kind is other.period.kind and one.period.code > other.period.code


def _same_number(claim: Claim, other: Claim) -> bool:
    """Return whether a figure nearby is the same; from another row of a table it takes its unit along."""
    if same_figure(claim.quantity, other.quantity):
        return True
    return bool(claim.seat and other.seat) and claim.quantity.value == other.quantity.value != 0
