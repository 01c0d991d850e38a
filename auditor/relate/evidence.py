"""How alike two claims speak: shared label parts, discriminators that veto."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from auditor.lexicon.facets import facets
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.likeness import parts
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import any_of
from auditor.lexicon.roles import roles
from auditor.lexicon.words.periods import period_words
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.metric import Metric
from auditor.model.quantity import Bound


def shared(one: Claim, other: Claim) -> int:
    """Return how many label parts two claims share, headings counted for neither."""
    return len(parts(one.folded) & parts(other.folded))


def overlap(one: Claim, other: Claim) -> float:
    """Return the shared parts over the parts of the shorter label, 0 to 1."""
    mine, theirs = parts(one.folded), parts(other.folded)
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter else 0.0


#: So many pairs of characters (or words) of a clause must two sentences share.
_LEAST_SHARED = 5
_SHORT = 6
_STOPS = re.compile(r"[,，。;；:：|!！?？]|\.\s")
#: So many parts of a label, and so large a share of them, must stand in a sentence that speaks of it.
_TOLD_PARTS = 4
_TOLD_SHARE = 0.5
#: The same of two names of one group of staff.
_GROUP_PARTS, _GROUP_ALIKE = 2, 0.7


def told_of(named: Claim, told: Claim) -> bool:
    """Return whether the sentence of one claim speaks of what the label of another names."""
    label = parts(named.folded)
    common = label & parts(fold(told.context))
    return len(common) >= _TOLD_PARTS and len(common) >= _TOLD_SHARE * len(label)


def retold(one: Claim, other: Claim) -> bool:
    """Return whether two sentences say the same: half of the words of the shorter stand in the other."""
    mine, theirs = parts(fold(one.context)), parts(fold(other.context))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def one_group(one: Claim, other: Claim) -> bool:
    """Return whether two sentences tell the share that a group named alike is of all staff."""
    prose = one.source is other.source is Source.PROSE and one.sentence != other.sentence
    narrowed = one.metric.base == roles().staff_share and one.metric.facets and not one.scope
    exact = {one.quantity.bound, other.quantity.bound} == {Bound.EXACT}
    named = shared(one, other) >= _GROUP_PARTS and overlap(one, other) >= _GROUP_ALIKE
    return bool(prose and narrowed and exact and named)


def of_one_day(one: Claim, other: Claim) -> bool:
    """Return whether not only one of two claims tells of a day behind its period: 截至报告发布日."""
    later = any_of(period_words().later)
    return bool(later.search(fold(one.context))) == bool(later.search(fold(other.context)))


def clauses_alike(one: Claim, other: Claim) -> float:
    """Return how alike two sentences name their numbers, by the clauses that tell them, 0 to 1."""
    return max((_overlap(mine, theirs) for mine in clauses(one) for theirs in clauses(other)), default=0.0)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    if any(map(_latin, one - other)) and any(map(_latin, other - one)):
        return 0.0
    common = len(one & other)
    return common / min(len(one), len(other)) if common >= _LEAST_SHARED else 0.0


def _latin(part: str) -> bool:
    """Return whether a part is a whole word: one that only one side says makes it another thing."""
    return part.isascii()


def clauses(claim: Claim) -> tuple[frozenset[str], ...]:
    """Return the words of each clause that tells the number of a claim."""
    return _clauses_of(claim.context, claim.quantity.text)


@cache
def _clauses_of(context: str, number: str) -> tuple[frozenset[str], ...]:
    """Return the words of each clause that tells a number; a short clause with the one in front of it."""
    pieces = _STOPS.split(fold(context).replace(fold(number), "\0"))
    found: list[frozenset[str]] = []
    for at, piece in enumerate(pieces):
        if "\0" in piece:
            short = len(piece) <= _SHORT and at > 0
            found.append(parts(pieces[at - 1] + piece if short else piece))
    return tuple(found)


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


def own_group(share: Claim, counts: Sequence[Claim]) -> list[Claim]:
    """Return the counts of the very group whose share a percentage is told to be: women directors."""
    told = share.metric.facets if share.metric.known else ()
    return [count for count in counts if told and count.metric.known and count.metric.facets == told]


def of_other_group(part: Claim, whole: Claim) -> bool:
    """Return whether a number is that of another group of the same: independent directors, and women."""
    known = part.metric.known and part.metric.base == whole.metric.base
    return known and not set(whole.metric.facets) <= set(part.metric.facets)


def below_heads(levels: Sequence[Claim]) -> dict[Metric, tuple[Claim, ...]]:
    """Return the rows whose labels have their parent in front of a colon, by what they name themselves.

    间接能耗：外购电力 is power bought too, where no row tells that by its name alone.
    """
    found: dict[Metric, list[Claim]] = {}
    for claim in levels:
        head, _, own = claim.leaf.partition(":")
        if claim.source is Source.TABLE and own:
            namings = [name(piece, claim.quantity.unit) for piece in (head, own)]
            plain = [naming.metric for naming in namings if naming is not None and not naming.residue]
            if len(plain) == len(namings):
                found.setdefault(plain[-1], []).append(claim)
    return {metric: tuple(claims) for metric, claims in found.items()}
