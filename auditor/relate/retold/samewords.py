"""Changes whose base the report of the year before alone tells, in the same words.

A bank writes each year: loans to small firms were 228.5 billion, 1.13 times those at the end of last year.
No table prints them, the lexicon does not know them, and last year's sentence tells the base. What is named
alike in two sentences a year apart is one thing; a gap is a question. Where the report may have restated the
base, or tells something alike for that year itself, the change can only tie.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from auditor.lexicon.fold import fold
from auditor.lexicon.phrases import key
from auditor.lexicon.words.causes import recognise
from auditor.lexicon.words.movements import otherwise
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.compounds import compounded
from auditor.relate.changes.growth import change_between
from auditor.relate.changes.growth import measurable
from auditor.relate.evidence import overlap
from auditor.relate.evidence import retold
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.retold.openly import says_restated
from auditor.relate.retold.vintages import is_before

_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)
#: An unknown name must have so many characters to be one, so many parts of it make another one alike.
_LEAST_NAME, _ALIKE = 4, 0.5


def in_same_words(facts: Facts, others: Sequence[Facts], told: AbstractSet[str]) -> Iterator[Relation]:
    """Propose each change of a thing that the lexicon does not know on what the report before told of it.

    ``told`` are the changes that the report's own numbers were found for.
    """
    earlier = [other for other in others if is_before(other, facts)]
    for claim in facts.report.claims if earlier else ():
        new = _level_beside(claim, facts) if _is_change(claim) and claim.ref not in told else None
        old = _told_before(claim, new, earlier) if new is not None else None
        if new is None or old is None or not measurable(claim, new, old):
            continue
        found = change_between(claim, new, old)
        if found.strength is Strength.TIE or _may_have_moved(claim, old, facts):
            yield replace(found, rule="vintage:words", strength=Strength.TIE)
        else:
            yield replace(found, kind=Kind.RESTATEMENT, rule="vintage:base", strength=Strength.QUESTION)


def _is_change(claim: Claim) -> bool:
    times = claim.change is Change.TO and dimension(claim) == "multiple"
    sure = claim.confidence == "strong" and exact(claim) and claim.source is not Source.TABLE
    name = claim.metric.base.strip("?")
    named = not claim.metric.known and len(name) >= _LEAST_NAME
    return named and sure and (times or claim.change in _CHANGES) and not compounded(claim)


def _level_beside(claim: Claim, facts: Facts) -> Claim | None:
    """Return the one level that the sentence of a change tells for the year that is reported."""
    found = [
        level
        for level in facts.by_metric.get(claim.metric.base, ())
        if _is_told(level, claim) and level.sentence == claim.sentence and level.period == claim.period
    ]
    current = claim.period.year == facts.report.period.year is not None
    return found[0] if current and _alone(found) and _on_year_before(claim) else None


def _is_told(level: Claim, claim: Claim) -> bool:
    same = level.metric == claim.metric and level.scope == claim.scope and level.source is claim.source
    return same and level.level and exact(level) and level.confidence == "strong"


def _on_year_before(claim: Claim) -> bool:
    """Return whether a change is on the year before, as that was printed then."""
    before = (claim.period.year or 0) - 1
    based = not claim.base or claim.base.year == before
    return based and not recognise(key(claim.context))[1] and not otherwise(fold(claim.context))


def _told_before(claim: Claim, new: Claim, earlier: Sequence[Facts]) -> Claim | None:
    """Return the one number that the latest report before told of the thing, in a sentence like this one."""
    period = new.period.shifted(-1)
    for other in reversed(earlier):
        levels = [level for level in other.by_metric.get(claim.metric.base, ()) if level.period == period]
        if levels:
            first = levels[0]
            told = _alone(levels) and _is_told(first, claim) and dimension(first) == dimension(new)
            return first if told and retold(new, first) and _moved_alike(first, claim, other) else None
    return None


def _alone(levels: Sequence[Claim]) -> bool:
    """Return whether a thing is told, and by one number only."""
    return bool(levels) and all(level.quantity.base == levels[0].quantity.base for level in levels)


def _moved_alike(old: Claim, claim: Claim, facts: Facts) -> bool:
    """Return whether the sentence of the year before tells a change of the thing too, in the same measure."""
    return any(
        other.sentence == old.sentence
        and other.metric == claim.metric
        and _is_change(other)
        and dimension(other) == dimension(claim)
        for other in facts.report.claims
    )


def _may_have_moved(claim: Claim, old: Claim, facts: Facts) -> bool:
    """Return whether a report restated what its topic told for a year, or tells something alike for it."""
    return says_restated(facts.report, claim, old.period) or any(
        level.period.year in (old.period.year, None)
        and dimension(level) == dimension(old)
        and overlap(level, claim) >= _ALIKE
        for level in facts.levels
    )
