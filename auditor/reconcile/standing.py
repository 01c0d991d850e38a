"""What became of a fact: the class of a pair, and how much the number moved."""

from __future__ import annotations

import re
from decimal import Decimal

from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.history import history
from auditor.model.claim import Claim
from auditor.model.restatement import Standing
from auditor.reconcile.tellings import plain
from auditor.reconcile.tellings import value

_PLACES = Decimal("0.000001")


def standing(old: Claim, new: Claim) -> Standing:
    """Return the class of two tellings of one metric, scope, basis and period."""
    if not old.quantity.base.overlaps(new.quantity.base):
        return Standing.RESTATED
    if value(old) != value(new) or old.quantity.bound is not new.quantity.bound:
        return Standing.ROUNDING
    return Standing.UNCHANGED if _label(old) == _label(new) else Standing.RELABELLED


def _label(claim: Claim) -> str:
    """Return a label without what a head says of its column only: 固定资产/余额."""
    return plain(re.sub(rf"/\s*{alternation(history().heads)}$", "", claim.folded))


def change(old: Claim, new: Claim) -> tuple[Decimal, Decimal | None]:
    """Return new - old in the unit of the new report, and the same over the old value.

    The share is None when the old value is zero.
    """
    before = value(old) / new.quantity.unit.factor
    moved = new.quantity.value - before
    return (moved, (moved / before).quantize(_PLACES) if before else None)
