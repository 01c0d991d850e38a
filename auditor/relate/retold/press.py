"""Figures that a text attributes to a report: tied to the report's own, or held against them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.fold import fold
from auditor.lexicon.likeness import parts
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.relate.changes.growth import growth_of
from auditor.relate.changes.growth import rows_of
from auditor.relate.evidence import in_reach
from auditor.relate.evidence import vetoed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.retold.slipped import worth

#: So many parts of a label must stand in the sentence that repeats its number.
_EVIDENCE = 2
_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)


def press_ties(press: Report, reports: Sequence[Report]) -> Iterator[Relation]:
    """Propose each figure of a press text against the newest report that tells it.

    A figure that no report tells is no error; it takes part in no relation and is counted so. What
    disagrees is a question: the text may speak of something narrower.
    """
    facts = [Facts(report) for report in reversed(reports)]
    for claim in press.claims:
        found = (_told(claim, own) for own in facts)
        best = next((item for item in found if item is not None), None)
        if best is not None:
            yield best


def _told(claim: Claim, facts: Facts) -> Relation | None:
    tied = _tied(claim, facts)
    if tied is not None:
        return _same(claim, (tied,), Strength.TIE)
    meant = _meant(claim, facts)
    if meant is not None:
        return _same(claim, (meant,), Strength.QUESTION)
    if claim.change in _CHANGES:
        found = growth_of(claim, facts)
        return replace(found, strength=Strength.QUESTION) if found is not None else None
    if not is_level(claim) or not claim.metric.known or claim.confidence != "strong":
        return None
    rows = rows_of(claim, facts)
    if not rows or any(dimension(row) != dimension(claim) for row in rows):
        return None
    return _same(claim, rows, Strength.QUESTION)


def _meant(claim: Claim, facts: Facts) -> Claim | None:
    """Return the claim of a report that a figure is one slip away from, told in the same words."""
    own = [other for other in facts.report.claims if _of_one_kind(claim, other)] if exact(claim) else []
    mine = replace(claim, sentence=-1)  # sentences are numbered within a text
    found = [(digits, -other.no, other) for other in own if (digits := worth(mine, other, own))]
    return max(found, key=lambda item: item[:2])[2] if found else None


def _of_one_kind(claim: Claim, other: Claim) -> bool:
    """Return whether two figures are of one dimension and year, both levels or both one way of change."""
    levels = is_level(claim) and is_level(other)
    one_way = claim.change is other.change if claim.change in _CHANGES else levels
    years = (claim.period.year, other.period.year)
    return one_way and dimension(claim) == dimension(other) and (None in years or years[0] == years[1])


def _tied(claim: Claim, facts: Facts) -> Claim | None:
    """Return the claim of a report that a press figure repeats: same number, same year, same words."""
    found = [
        (-evidence, other.no, other)
        for other in facts.report.claims
        if _repeats(claim, other) and (evidence := _evidence(claim, other)) >= _EVIDENCE
    ]
    return min(found)[2] if found else None


def _repeats(claim: Claim, other: Claim) -> bool:
    same_kind = (claim.change in _CHANGES) == (other.change in _CHANGES)
    same_year = None in (claim.period.year, other.period.year) or claim.period.year == other.period.year
    if not same_kind or not same_year or dimension(claim) != dimension(other):
        return False
    mine, theirs = claim.quantity.base, other.quantity.base
    if not mine.bounded and not theirs.bounded:
        return claim.quantity.bound is other.quantity.bound and mine == theirs
    return mine.overlaps(theirs) and in_reach(claim, other)


def _evidence(claim: Claim, other: Claim) -> int:
    """Return how many parts of its label or sentence a report's claim shares with a press sentence."""
    if vetoed(claim, other):
        return 0
    told = parts(fold(claim.context))
    named = 3 if claim.metric.known and claim.metric.base == other.metric.base else 0
    return named + len(told & (parts(other.folded) or parts(fold(other.context))))


def _same(claim: Claim, rows: Sequence[Claim], strength: Strength) -> Relation:
    """Return the relation of a figure with a row, or with the sum of rows."""
    refs = tuple(row.ref for row in rows)
    return relation(
        Kind.SAME_FACT,
        claim,
        Expression.claim(refs[0]) if len(refs) == 1 else addition(refs),
        f"{short(claim)} = {' + '.join(short(row) for row in rows)}",
        "press",
        keys=rows,
        strength=strength,
    )
