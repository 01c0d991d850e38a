"""Numbers that rest on what an earlier report told: 调整前 columns, growth on a base printed only there."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.period import Period
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.growth import change_between
from auditor.relate.changes.growth import measurable
from auditor.relate.evidence import retold
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.retold.growthcolumns import growth_columns
from auditor.relate.retold.openly import says_restated
from auditor.relate.retold.spans import spans_from_earlier

_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)


def vintages(facts: Facts, others: Sequence[Facts]) -> Iterator[Relation]:
    """Propose what a report says of history against what an earlier report told."""
    earlier = [other for other in others if is_before(other, facts)]
    if earlier:
        yield from _before_adjustment(facts, earlier)
        yield from _on_earlier_bases(facts, earlier)
        yield from spans_from_earlier(facts, earlier)
        yield from growth_columns(facts, earlier)


def _before_adjustment(facts: Facts, earlier: Sequence[Facts]) -> Iterator[Relation]:
    """Propose each number under 调整前 against what an earlier report told for its period."""
    for claim in facts.levels:
        if claim.metric.facet("vintage") != "before" or not exact(claim):
            continue
        plain = claim.metric.having("vintage", "")
        for other in reversed(earlier):
            told = other.tell(plain, claim.scope, claim.period)
            if told is not None and exact(told):
                statement = f"{short(claim)} ({claim.period}) = {told.report}"
                computed = Expression.claim(told.ref)
                yield relation(Kind.RESTATEMENT, claim, computed, statement, "vintage:before", keys=(told,))
                break


def _on_earlier_bases(facts: Facts, earlier: Sequence[Facts]) -> Iterator[Relation]:
    """Propose each change whose new level alone the report prints; the old one stands in an earlier report.

    Both levels must stand in tables under one name: prose is too free with its scope to accuse. Or the new
    one stands in the sentence of the change, the earlier report told the old one in the same words, and
    nothing in this report tells the metric for that period. What the report says it restated can only tie.
    """
    for claim in facts.report.claims:
        if claim.change not in _CHANGES or not _certain(claim) or facts.tell(*_base(claim)) is not None:
            continue
        new = facts.tell(claim.metric, claim.scope, claim.period)
        tellings = (other.tell(*_base(claim)) for other in reversed(earlier))
        old = next((told for told in tellings if told is not None), None)
        if new is None or old is None or not measurable(claim, new, old):
            continue
        if _comparable(new, old) or (_told_again(claim, new, old) and not _tells_base(facts, claim)):
            found = change_between(claim, new, old)
            moved = says_restated(facts.report, claim, _base(claim)[2])
            strength = Strength.TIE if moved else Strength.QUESTION
            yield replace(found, kind=Kind.RESTATEMENT, rule="vintage:base", strength=strength)


def _comparable(new: Claim, old: Claim) -> bool:
    return _printed(new) and _printed(old) and dimension(new) == dimension(old)


def _told_again(claim: Claim, new: Claim, old: Claim) -> bool:
    """Return whether two sentences, a year apart, say the same of a metric and its change."""
    beside = new.sentence == claim.sentence and new.source is old.source is not Source.TABLE
    sure = all(item.confidence == "strong" and exact(item) and item.level for item in (new, old))
    return beside and sure and dimension(new) == dimension(old) and retold(new, old)


def _tells_base(facts: Facts, claim: Claim) -> bool:
    """Return whether a report tells the base of a change itself, under whatever scope: it may be restated.

    A column without a head may be that of the base.
    """
    metric, _, period = _base(claim)
    return any(
        level.metric.base == metric.base and (level.period == period or not level.period)
        for level in facts.levels
    )


def _base(claim: Claim) -> tuple[Metric, str, Period]:
    period = claim.base or claim.period.shifted(-1)
    return (claim.metric, claim.scope, period)


def _certain(claim: Claim) -> bool:
    """Return whether a sentence names what it tells a change of; a column of changes may be one of shares."""
    told = claim.source is not Source.TABLE and claim.confidence == "strong" and exact(claim)
    return told and claim.metric.known and bool(claim.period)


def _printed(claim: Claim) -> bool:
    return claim.source is Source.TABLE and exact(claim) and claim.level


def is_before(other: Facts, facts: Facts) -> bool:
    """Return whether a report is of an earlier year."""
    mine, theirs = facts.report.period.year, other.report.period.year
    return mine is not None and theirs is not None and theirs < mine
