"""Points by which a share moved from a year for which only its two numbers are told, and not the share.

女性占比 44.2%，较上年提高 0.6 个百分点: last year's share follows from last year's women and staff. That the
share is drawn from these two, the year of the change must show.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from auditor.lexicon.identities import SAME
from auditor.lexicon.identities import Identity
from auditor.lexicon.identities import Member
from auditor.lexicon.identities import identities
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.period import Period
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.direction import falls
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

_PERCENT = Decimal(100)


def share_points(facts: Facts) -> Iterator[Relation]:
    """Propose each change of a share in points against the numbers of the year before."""
    for claim in facts.report.claims:
        told = claim.change is Change.YOY_POINTS and claim.source is not Source.TABLE and claim.metric.known
        if not told or not exact(claim) or not claim.base or claim.period == claim.base:
            continue
        new = facts.tell(claim.metric, claim.scope, claim.period)
        if new is None or dimension(new) != "percent" or not exact(new):
            continue
        if facts.tell(claim.metric, claim.scope, claim.base) is None:
            yield from _proposed(claim, new, facts)


def _proposed(claim: Claim, new: Claim, facts: Facts) -> Iterator[Relation]:
    for identity in identities():
        now, before = (_parts(identity, claim, period, facts) for period in (claim.period, claim.base))
        if now is None or before is None:
            continue
        drawn = now[0].quantity.base / now[1].quantity.base
        if drawn.scale(_PERCENT).meets(new.quantity.base):
            yield _relation(claim, new, *before)
            return


def _parts(identity: Identity, claim: Claim, period: Period, facts: Facts) -> tuple[Claim, Claim] | None:
    """Return what an identity divides, and by what, for a share and a period."""
    whole = identity.whole
    single = len(identity.parts) == 1 and len(identity.divisors) == 1 and identity.factor == _PERCENT
    if whole is None or whole.metric != claim.metric.base or not single or not _is_of(whole, claim.metric):
        return None
    found = [
        facts.tell(_filled(member, claim.metric), claim.scope, period)
        for member in (identity.parts[0], identity.divisors[0])
    ]
    part, below = found
    if part is None or below is None or not exact(part) or not exact(below):
        return None
    return None if below.quantity.interval.may_be_zero else (part, below)


def _is_of(whole: Member, metric: Metric) -> bool:
    """Return whether a formula is of so narrow a share: it names each family, and leaves its value open."""
    asked, own = dict(whole.facets), dict(metric.facets)
    closed = any(not value and own.get(family) for family, value in asked.items())
    return not closed and all(family in asked for family in own)


def _filled(member: Member, metric: Metric) -> Metric:
    """Return the metric of a member of a formula, its open values those of the share."""
    told = Metric(member.metric)
    for family, value in member.facets:
        told = told.having(family, metric.facet(family) if value == SAME else value)
    return told


def _relation(claim: Claim, new: Claim, part: Claim, below: Claim) -> Relation:
    old = Expression.claim(part.ref) / Expression.claim(below.ref) * HUNDRED
    told = Expression.claim(new.ref)
    statement = f"Δ {short(new)}, {short(part)} / {short(below)} × 100 = {claim.quantity.text}"
    return relation(
        Kind.DIFFERENCE,
        claim,
        old - told if falls(claim) else told - old,
        statement,
        "sharepoints",
        keys=(new, part, below),
        strength=Strength.QUESTION,
    )
