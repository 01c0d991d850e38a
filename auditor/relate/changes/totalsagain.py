"""Sentences that open with the bare word for a total: 总量较 2020 年下降 8.3%（2020 年：330.9 万吨）.

They speak of the total that the sentence right before them told. How it moved is held against that and the
number of the base that the sentence itself tells, in the same unit. Only the order of the sentences says so,
so a gap is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import told_sentences
from auditor.relate.changes.growth import change_between
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level

_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.BASE_YEAR_DECLINE)


def totals_again(facts: Facts) -> Iterator[Relation]:
    """Propose each change of a bare total against the total told before it and the base beside it."""
    before: list[Claim] = []
    for claims, _ in told_sentences(facts.report):
        whole = _whole(before, claims)
        for claim in claims if whole is not None else ():
            old = _base(claim, claims)
            if whole is not None and old is not None and dimension(old) == dimension(whole):
                told = change_between(claim, whole, old)
                yield replace(told, rule="growth:total", strength=Strength.QUESTION)
        before = claims


def _whole(before: Sequence[Claim], claims: Sequence[Claim]) -> Claim | None:
    """Return the first amount of the sentence before, where a sentence opens with its word for a total."""
    if not before or claims[0].heading != before[0].heading or claims[0].sentence != before[0].sentence + 1:
        return None
    found = _opening().match(fold(claims[0].context))
    levels = [claim for claim in before if is_level(claim) and dimension(claim) not in ("percent", "points")]
    if found is None or not levels or not exact(levels[0]) or levels[0].confidence != "strong":
        return None
    return levels[0] if levels[0].folded.endswith(found["total"]) else None


@cache
def _opening() -> re.Pattern[str]:
    """Return what a sentence opens with that names a total and nothing else."""
    words = quantity_words()
    behind = alternation((*words.against, *words.year_bases, *clause_words().since))
    return re.compile(rf"\s*(?P<total>{alternation(clause_words().bare_totals)})(?=[,，]|{behind})")


def _base(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """Return the one number that a sentence tells of the base of a change under the same bare name."""
    if claim.change not in _CHANGES or not claim.base or not exact(claim) or dimension(claim) != "percent":
        return None
    found = [
        item
        for item in claims
        if is_level(item) and exact(item) and item.period == claim.base and item.folded == claim.folded
    ]
    return found[0] if len(found) == 1 and claim.period != claim.base else None
