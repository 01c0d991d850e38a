"""Which row tells what a rate divides: by the name that is left of the rate's, or by its metric."""

from __future__ import annotations

from auditor.lexicon.likeness import parts
from auditor.lexicon.naming import name
from auditor.lexicon.words.rates import above_name
from auditor.lexicon.words.rates import without_over
from auditor.model.claim import Claim
from auditor.model.quantity import NO_UNIT
from auditor.relate.ratios.intensities import numerator_bases

#: So much of a name must stand in another.
_LEAST_NAMED = 0.6


def of_metric(rate: Claim, claim: Claim) -> bool:
    """Return whether a row tells the metric that stands above the line of an intensity, as narrow as it."""
    if not rate.metric.known:
        named = name(above_name(rate.leaf), NO_UNIT, any_unit=True)
        return named is not None and (claim.metric, claim.scope) == (named.metric, named.residue)
    if claim.metric.base not in numerator_bases().get(rate.metric.base, ()):
        return False
    if claim.scope != without_over(rate.scope).strip():
        return False
    return claim.metric.facets == rate.metric.having("intensity", "").facets


def narrows(rate: Claim, claim: Claim) -> bool:
    """Return whether a row tells some of what an intensity divides: power bought, of power used per head."""
    of_one = rate.metric.known and claim.metric.base in numerator_bases().get(rate.metric.base, ())
    return of_one and set(claim.metric.facets) > set(rate.metric.having("intensity", "").facets)


def bears(named: frozenset[str], claim: Claim) -> bool:
    """Return whether a row bears a name; of a name in two languages it need bear one."""
    mine = parts(claim.folded)
    if not any(map(str.isascii, mine)):
        named = frozenset(part for part in named if not part.isascii()) or named
    return len(named & mine) >= _LEAST_NAMED * len(named)


def in_block(rate: Claim, claim: Claim) -> bool:
    """Return whether a row below the head of a rate tells what stands above its line, of the same group."""
    over = claim.metric.base in numerator_bases().get(rate.metric.base, ())
    return over and claim.metric.facets == rate.metric.facets and beside_under_head(rate, claim)


def beside_under_head(rate: Claim, claim: Claim) -> bool:
    """Return whether two rows stand below one head of a table."""
    one, other = rate.seat, claim.seat
    if one is None or other is None:
        return False
    return (one.table, one.section) == (other.table, other.section) and one.section >= 0
