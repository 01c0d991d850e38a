"""How much of an aim is reached, as sentences tell it: cut by 17 % of the 42 % aimed at, 41 % of the way.

Aim, change since the base year and progress stand in one sentence or in sentences that follow each other, and
aim and change are of one metric.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import percent_of

#: So many sentences may stand between the aim and what is reached of it.
_APART = 3


def told_progress(facts: Facts) -> Iterator[Relation]:
    """Propose each progress that sentences tell against the change and the aim told in front of it."""
    told = [claim for claim in facts.report.claims if claim.source is Source.PROSE]
    for at, claim in enumerate(told):
        if not _is_progress(claim):
            continue
        before = [item for item in told[:at] if 0 <= claim.sentence - item.sentence <= _APART]
        changes = [item for item in before if _since_base(item) and claim.sentence - item.sentence <= 1]
        aims = [item for item in before if item.change is Change.TARGET and _is_rate(item)]
        if len({item.quantity.value for item in aims}) != 1 or not changes:
            continue
        aim, change = aims[-1], changes[-1]
        if not aim.metric.known or aim.metric.base != change.metric.base or _parted(aim, change):
            continue
        yield _relation(claim, change, aim)


def _is_progress(claim: Claim) -> bool:
    if dimension(claim) != "percent" or not is_level(claim) or not exact(claim):
        return False
    words, context = quantity_words(), fold(claim.context)
    number = re.escape(fold(claim.quantity.text))
    led = rf"{alternation(words.progress)}[^0-9,，。;；]{{0,6}}{number}(?![0-9])"
    behind = (
        rf"(?<![0-9.]){number}\s*%\s*{english_words().of_the} (?:\w+ )?{alternation(words.progress_behind)}"
    )
    return bool(re.search(led, context)) or bool(re.search(behind, context))


def _is_rate(claim: Claim) -> bool:
    return dimension(claim) == "percent" and exact(claim) and claim.quantity.value > 0


def _since_base(claim: Claim) -> bool:
    """Return whether a claim is by how much something fell since a base year."""
    if not _is_rate(claim) or claim.confidence != "strong":
        return False
    year, base = claim.period.year, claim.base.year if claim.base else None
    earlier = year is not None and base is not None and base < year - 1
    return claim.change is Change.BASE_YEAR_DECLINE or (claim.change is Change.YOY_DECLINE and earlier)


def _parted(aim: Claim, change: Claim) -> bool:
    return any(change.metric.facet(family) not in ("", value) for family, value in aim.metric.facets)


def _relation(claim: Claim, change: Claim, aim: Claim) -> Relation:
    return percent_of(claim, change, aim, "progress:told", kind=Kind.RATIO)
