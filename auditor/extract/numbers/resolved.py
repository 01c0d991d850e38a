"""What is handed out for every ten shares was resolved and not measured: 每 10 股派 3 元 means 3 yuan sharp.

A plan names the amount in yuan, tenths or cents. With more decimals it was worked out afterwards, over
another number of shares, and rounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from auditor.lexicon.words.dividends import per_ten_shares
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.quantity import Bound

_CENT = Decimal("0.01")
_MONEY = "money:"


def with_resolved(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims, amounts for every ten shares as exact as they are printed."""
    return [_sharp(claim) if _resolved(claim) else claim for claim in claims]


def _resolved(claim: Claim) -> bool:
    told = claim.quantity
    amount = claim.level and told.unit.dimension.startswith(_MONEY) and told.bound is Bound.EXACT
    return amount and told.step >= _CENT and per_ten_shares(claim.folded)


def _sharp(claim: Claim) -> Claim:
    return replace(claim, quantity=replace(claim.quantity, interval=Interval.exactly(claim.quantity.value)))
