"""A share whose words name its part and its whole: 来自内地的供应商占供应商总数的 71.5 %.

Both must be told by the report, for the same day or year and in one dimension. Where one table tells both
as the same metric, the part narrowed by more than the whole, the share must hold; elsewhere the two may be
counted differently, and the share can only tie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import percent_of


def named_shares(facts: Facts) -> Iterator[Relation]:
    """Propose each share of which the label names the part and the whole."""
    for claim in facts.levels:
        if dimension(claim) != "percent" or not exact(claim) or not claim.period:
            continue
        named = _part_and_whole(claim.folded)
        if named is None:
            continue
        part, whole = (facts.tell(metric, scope, claim.period) for metric, scope in named)
        if part is not None and whole is not None and _divisible(part, whole):
            yield _share(claim, part, whole)


def _part_and_whole(label: str) -> tuple[tuple[Metric, str], tuple[Metric, str]] | None:
    """Return metric and scope of the part and of the whole that a folded label names."""
    found = _of().search(label)
    if found is None:
        return None
    whole = name(found["whole"], NO_UNIT, any_unit=True)
    if whole is None or metrics().entry(whole.metric.base).nature == "ratio":
        return None
    part = name(found["part"], NO_UNIT, any_unit=True) or _narrowed(found["part"], whole)
    if part is None or metrics().entry(part.metric.base).nature == "ratio":
        return None
    return (part.metric, part.residue), (whole.metric, whole.residue)


def _narrowed(label: str, whole: Naming) -> Naming | None:
    """Return the whole narrowed by the facets that a label names: 女性 of 员工总数."""
    families = metrics().entry(whole.metric.base).families
    told = [(family, value) for family, value in facets_of(label) if value and family in families]
    metric = whole.metric
    for family, value in told:
        metric = metric.having(family, value)
    return Naming(metric, whole.residue, label) if told else None


@cache
def _of() -> re.Pattern[str]:
    words = label_words()
    tail = alternation(words.share_ends)
    return re.compile(rf"^(?P<part>.+?){alternation(words.share_links)}(?P<whole>.+?){tail}?\s*$")


def _divisible(part: Claim, whole: Claim) -> bool:
    same = part.ref != whole.ref and dimension(part) == dimension(whole)
    return same and exact(part) and exact(whole) and whole.quantity.value > 0


def _share(claim: Claim, part: Claim, whole: Claim) -> Relation:
    strength = Strength.MUST if _one_split(part, whole) and claim.confidence == "strong" else Strength.TIE
    return percent_of(claim, part, whole, "named:share", strength)


def _one_split(part: Claim, whole: Claim) -> bool:
    """Return whether one table tells both as one metric, the part narrowed by more than the whole."""
    beside = bool(part.seat and whole.seat and part.seat.table == whole.seat.table)
    narrower = set(part.metric.facets) > set(whole.metric.facets)
    return beside and part.metric.base == whole.metric.base and narrower and part.scope == whole.scope
