"""How alike two claims speak: shared label parts, discriminators that veto."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from auditor.lexicon.facets import facets
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.likeness import parts
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval


def shared(one: Claim, other: Claim) -> int:
    """Return how many label parts two claims share, headings counted for neither."""
    return len(parts(one.folded) & parts(other.folded))


def overlap(one: Claim, other: Claim) -> float:
    """Return the shared parts over the parts of the shorter label, 0 to 1."""
    mine, theirs = parts(one.folded), parts(other.folded)
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter else 0.0


#: So many parts of a label, and so large a share of them, must stand in a sentence that speaks of it.
_TOLD_PARTS = 4
_TOLD_SHARE = 0.5


def told_of(named: Claim, told: Claim) -> bool:
    """Return whether the sentence of one claim speaks of what the label of another names."""
    label = parts(named.folded)
    common = label & parts(fold(told.context))
    return len(common) >= _TOLD_PARTS and len(common) >= _TOLD_SHARE * len(label)


def retold(one: Claim, other: Claim) -> bool:
    """Return whether two sentences say the same: half of the words of the shorter stand in the other."""
    mine, theirs = parts(fold(one.context)), parts(fold(other.context))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def vetoed(one: Claim, other: Claim) -> bool:
    """Return whether discriminators say that the claims are unlike things, or things of unlike entities."""
    if entity(one) != entity(other) or adjusted_apart(one, other) or _opposed(one.folded, other.folded):
        return True
    if one.metric.known and other.metric.known:
        return one.metric.base != other.metric.base or one.metric.conflicts(other.metric)
    mine, theirs = dict(_facets(one.folded)), dict(_facets(other.folded))
    return any(theirs.get(family, value) != value for family, value in mine.items())


@cache
def _opposed(one: str, other: str) -> bool:
    """Return whether two labels name the two sides of a business: customers, and suppliers."""
    pairs = [*label_words().opposites, *(pair[::-1] for pair in label_words().opposites)]
    return any(_names(one, mine, theirs) and _names(other, theirs, mine) for mine, theirs in pairs)


def _names(label: str, word: str, other: str) -> bool:
    return bool(re.search(alternation((word,)), label)) and not re.search(alternation((other,)), label)


def adjusted_apart(one: Claim, other: Claim) -> bool:
    """Return whether only one of two sentences tells its number without something: 剔除上市开支后."""
    if Source.TABLE in (one.source, other.source):
        return False
    return _adjusted(one.context, one.quantity.text) != _adjusted(other.context, other.quantity.text)


@cache
def _adjusted(context: str, number: str) -> bool:
    before = fold(context).partition(fold(number))[0]
    return bool(re.search(alternation(label_words().adjusting), before))


def entity(claim: Claim) -> str:
    """Return whose number it is, as its chapter says: the parent company's; empty for the group's."""
    return next((word for word in reversed(claim.scope.split()) if word in _entities()), "")


@cache
def _entities() -> frozenset[str]:
    return facets().values["consolidation"]


def alike(one: Claim, other: Claim) -> bool:
    """Return whether nothing tells the claims apart: one metric, or no discriminator or entity against it."""
    if entity(one) != entity(other) or adjusted_apart(one, other):
        return False
    if one.metric.known and other.metric.known:
        return one.metric == other.metric
    return not vetoed(one, other)


@cache
def _facets(label: str) -> tuple[tuple[str, str], ...]:
    return tuple(scan(label)[0])


def in_reach(claim: Claim, other: Claim) -> bool:
    """Return whether a one-sided number may tell of the other: "over 10,000" tells of less than 20,000.

    Who says "over" rounds down to the last digit that is no zero, who says "nearly" rounds up to it.
    """
    return all(
        _reach(one).overlaps(two.quantity.base)
        for one, two in ((claim, other), (other, claim))
        if not one.quantity.base.bounded
    )


def _reach(claim: Claim) -> Interval:
    quantity = claim.quantity
    digit = Decimal(1).scaleb(int(quantity.value.normalize().as_tuple().exponent))
    radius = digit * quantity.unit.factor
    centre = quantity.size
    low, high = quantity.base.low, quantity.base.high
    return Interval(
        low if low is not None else centre - radius, high if high is not None else centre + radius
    )
