"""Whether a number can be what is printed, and what its repair would make of it, whatever relations say."""

from __future__ import annotations

from decimal import Decimal

from auditor.lexicon.measures.plausible import plausible
from auditor.lexicon.metrics import metrics
from auditor.lexicon.words.rates import names_capital_share
from auditor.lexicon.words.rates import names_weighted_shares
from auditor.model.claim import Claim
from auditor.model.interval import Interval

_WHOLE = Interval(Decimal(0), Decimal(100))
#: How much an impossible number counts, against the one that is printed so or for a repair that is none.
_IMPOSSIBLE = Decimal(20)
_ONE, _NOUGHT = Decimal(1), Decimal(0)


def possible(claim: Claim, repair: Interval) -> Decimal:
    """Return how much more likely a number is the wrong one by what it can be.

    A share of more than all is wrong, and none should have been one, nor an amount below nought; nobody
    prints what is too small for the digits of its row.
    """
    weight = _IMPOSSIBLE if impossible(claim) else _ONE
    if (_is_share(claim) and not repair.meets(_WHOLE)) or _below_nought(claim, repair):
        weight /= _IMPOSSIBLE
    return weight / _IMPOSSIBLE if _vanishes(claim, repair) else weight


def impossible(claim: Claim) -> bool:
    """Return whether nothing can be what is printed: more than all of a whole, or a part of a person."""
    return (_is_share(claim) and not claim.quantity.interval.meets(_WHOLE)) or _is_part_of_one(claim)


def _is_share(claim: Claim) -> bool:
    named = claim.metric.base in plausible().shares or names_capital_share(claim.leaf)
    return claim.level and claim.quantity.unit.id == "%" and named


def _is_part_of_one(claim: Claim) -> bool:
    """Return whether people or shares are counted with a fraction, and are no mean."""
    if claim.level and claim.quantity.unit.id == "share" and not names_weighted_shares(claim.folded):
        return bool(claim.quantity.value % 1)
    people = claim.level and claim.quantity.unit.id == "person" and claim.metric.known
    amount = people and metrics().entry(claim.metric.base).nature != "ratio"
    return amount and bool(claim.quantity.value % 1)


def _below_nought(claim: Claim, repair: Interval) -> bool:
    """Return whether a repair would be less than nothing of what is not."""
    amount = claim.level and claim.metric.base in plausible().amounts and claim.quantity.value >= 0
    return amount and repair.high is not None and repair.high < 0


def _vanishes(claim: Claim, repair: Interval) -> bool:
    """Return whether a repair would be printed as nought at the precision of the number, which is not."""
    if not claim.quantity.value or repair.low is None or repair.high is None or _NOUGHT in repair:
        return False
    return max(abs(repair.low), abs(repair.high)) * 2 < claim.quantity.step
