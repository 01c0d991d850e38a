"""Targets that two reports both tell: kept, drawn anew on another basis, or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.model.claim import Claim
from auditor.reconcile.naming import ALIKE
from auditor.reconcile.naming import common
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import dimension
from auditor.reconcile.tellings import exact
from auditor.reconcile.tellings import value

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


def same_target(old: Claim, new: Claim) -> bool:
    """Return whether two targets are one number: a limit (不低于 40%) is another once its number is."""
    if exact(old) and exact(new):
        return old.quantity.base.overlaps(new.quantity.base)
    return value(old) == value(new) and old.quantity.bound is new.quantity.bound


def _kept(old: Claim, new: Claim) -> bool:
    timed = old.period.year == new.period.year or _standing(old, new)
    if not timed or dimension(old) != dimension(new) or not same_target(old, new):
        return False
    if old.metric.known and new.metric.known and old.metric.base != new.metric.base:
        return False
    return common(old.folded, new.folded) >= ALIKE


def _standing(old: Claim, new: Claim) -> bool:
    """Return whether both promise without a year, for one metric and scope: 年均 PUE 不超过 1.3."""
    dated = any(re.search(r"(?:19|20)[0-9]{2}", claim.context) for claim in (old, new))
    return not dated and new.metric.known and old.metric == new.metric and old.scope == new.scope


def _changed(claim: Claim, old: Told, new: Told) -> Claim | None:
    """Return the target that replaces one: the only number that both tell for metric, scope and year."""
    if not claim.metric.known or claim.confidence != "strong":
        return None
    mine = [other for other in old.targets if _same_subject(claim, other)]
    theirs = [other for other in new.targets if _same_subject(claim, other)]
    if not theirs or any(other.confidence != "strong" for other in theirs):
        return None
    alone = all(same_target(first, other) for told in (mine, theirs) for first in told[:1] for other in told)
    alike = (
        claim.quantity.bound is theirs[0].quantity.bound and common(claim.folded, theirs[0].folded) >= ALIKE
    )
    return theirs[0] if alone and alike else None


def _same_subject(one: Claim, other: Claim) -> bool:
    same = one.metric == other.metric and one.scope == other.scope and dimension(one) == dimension(other)
    return same and one.period.year == other.period.year


def _rebased(old: Claim, new: Claim) -> bool:
    """Return whether a target is measured otherwise: net and not gross, against another base year."""
    years, others = _base_years(old), _base_years(new)
    moved = len(years) == len(others) == 1 and years != others
    return moved or any(old.metric.facet(family) != new.metric.facet(family) for family in _BASIS)


def _base_years(claim: Claim) -> set[str]:
    """Return the years that the sentence of a target measures against: 较 2020 年."""
    pattern = (
        alternation(quantity_words().measured)
        + rf"\s*(?:{english_words().the}\s+)?(?:fy\s*)?((?:19|20)[0-9]{{2}})"
    )
    return set(re.findall(pattern, fold(claim.context)))
