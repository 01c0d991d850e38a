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
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.growth import change_between
from auditor.relate.growth import measurable

_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)


def vintages(facts: Facts, others: Sequence[Facts]) -> Iterator[Relation]:
    """Propose what a report says of history against what an earlier report told."""
    earlier = [other for other in others if _before(other, facts)]
    if earlier:
        yield from _before_adjustment(facts, earlier)
        yield from _on_earlier_bases(facts, earlier)


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

    Both levels must stand in tables under one name: prose is too free with its scope to accuse.
    """
    for claim in facts.report.claims:
        if claim.change not in _CHANGES or not _certain(claim) or facts.tell(*_base(claim)) is not None:
            continue
        new = facts.tell(claim.metric, claim.scope, claim.period)
        tellings = (other.tell(*_base(claim)) for other in reversed(earlier))
        old = next((told for told in tellings if told is not None), None)
        if new is not None and old is not None and _comparable(new, old) and measurable(claim, new, old):
            found = change_between(claim, new, old)
            yield replace(found, kind=Kind.RESTATEMENT, rule="vintage:base", strength=Strength.QUESTION)


def _comparable(new: Claim, old: Claim) -> bool:
    return _printed(new) and _printed(old) and dimension(new) == dimension(old)


def _base(claim: Claim) -> tuple[Metric, str, Period]:
    period = claim.base or claim.period.shifted(-1)
    return (claim.metric, claim.scope, period)


def _certain(claim: Claim) -> bool:
    """Return whether a sentence names what it tells a change of; a column of changes may be one of shares."""
    told = claim.source is not Source.TABLE and claim.confidence == "strong" and exact(claim)
    return told and claim.metric.known and bool(claim.period)


def _printed(claim: Claim) -> bool:
    return claim.source is Source.TABLE and exact(claim) and claim.level


def _before(other: Facts, facts: Facts) -> bool:
    mine, theirs = facts.report.period.year, other.report.period.year
    return mine is not None and theirs is not None and theirs < mine
