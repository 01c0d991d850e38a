"""Targets that two reports both tell: kept, drawn anew on another basis, or changed."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.claim import Claim
from auditor.reconcile.naming import ALIKE
from auditor.reconcile.naming import common
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import dimension

#: Families that say on which basis a target is measured.
_BASIS = ("netting", "basis", "intensity")


def promises(old: Told, new: Told) -> Iterator[tuple[Claim, Claim, bool]]:
    """Yield the targets of two reports that are one, and whether the newer is on another basis.

    Equal targets for one year are one when much of their names agrees; unlike ones only when metric and
    scope are the same and each report tells one number.
    """
    taken: set[str] = set()
    for claim in old.targets:
        partner = next(
            (other for other in new.targets if other.ref not in taken and _kept(claim, other)), None
        )
        if partner is None:
            partner = _changed(claim, old, new)
        if partner is not None and partner.ref not in taken:
            taken |= {claim.ref, partner.ref}
            taken |= {other.ref for other in new.targets if _kept(claim, other)}
            yield claim, partner, _rebased(claim, partner)


def _kept(old: Claim, new: Claim) -> bool:
    same = old.period.year == new.period.year and dimension(old) == dimension(new)
    if not same or not old.quantity.base.overlaps(new.quantity.base):
        return False
    if old.metric.known and new.metric.known and old.metric.base != new.metric.base:
        return False
    return common(old.folded, new.folded) >= ALIKE


def _changed(claim: Claim, old: Told, new: Told) -> Claim | None:
    """Return the target that replaces one: the only number that both tell for metric, scope and year."""
    if not claim.metric.known or claim.confidence != "strong":
        return None
    mine = [other for other in old.targets if _same_subject(claim, other)]
    theirs = [other for other in new.targets if _same_subject(claim, other) and other.confidence == "strong"]
    one_number = len({(other.quantity.value, other.quantity.unit.id) for other in mine}) == 1
    only = len({(other.quantity.value, other.quantity.unit.id) for other in theirs}) == 1
    return theirs[0] if one_number and only and common(claim.folded, theirs[0].folded) >= ALIKE else None


def _same_subject(one: Claim, other: Claim) -> bool:
    same = one.metric == other.metric and one.scope == other.scope and dimension(one) == dimension(other)
    return same and one.period.year == other.period.year


def _rebased(old: Claim, new: Claim) -> bool:
    return any(old.metric.facet(family) != new.metric.facet(family) for family in _BASIS)
