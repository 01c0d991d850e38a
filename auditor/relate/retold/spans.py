"""Compound rates whose first level stands in an earlier report alone, and was not restated since.

A report prints two years and tells a rate over three. What an earlier report told of the first year is its
base where both reports tell one number for a year that they share; a gap is a question, for the base may have
been restated without being printed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.period import Period
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.cells import both_years
from auditor.relate.changes.compounds import comparable
from auditor.relate.changes.compounds import compounded
from auditor.relate.changes.compounds import metric_of
from auditor.relate.changes.spans import Span
from auditor.relate.changes.spans import compound_growth
from auditor.relate.facts import Facts
from auditor.relate.facts import exact


def spans_from_earlier(facts: Facts, earlier: Sequence[Facts]) -> Iterator[Relation]:
    """Propose each rate of a sentence against its last level and the first one of an earlier report."""
    for rate in facts.report.claims:
        span = _span(rate, facts, earlier) if _is_rate(rate) else None
        if span is not None:
            yield replace(compound_growth(rate, span), kind=Kind.RESTATEMENT, rule="vintage:base")


def _is_rate(claim: Claim) -> bool:
    told = claim.source is not Source.TABLE and exact(claim) and claim.confidence == "strong"
    return told and claim.change is not Change.TARGET and compounded(claim)


def _span(rate: Claim, facts: Facts, earlier: Sequence[Facts]) -> Span | None:
    """Return the last level and the first one that the latest of the earlier reports tells."""
    ends, metric = both_years(rate.period), metric_of(rate)
    if ends is None or metric is None or any(str(year) not in rate.context for year in ends):
        return None
    first, last = (Period(code) for code in rate.period.code.split(".."))
    new = facts.tell(metric, "", last)
    if new is None or facts.tell(metric, "", first) is not None:
        return None
    for other in reversed(earlier):
        old = other.tell(metric, "", first)
        if old is not None:
            known = comparable(old, new) and _steady(metric, first, last, (facts, other))
            return Span(old, new, *ends, Strength.QUESTION) if known else None
    return None


def _steady(metric: Metric, first: Period, last: Period, both: tuple[Facts, Facts]) -> bool:
    """Return whether two reports tell one number for some year between two others."""
    between = first.shifted(1)
    while between.year is not None and last.year is not None and between.year < last.year:
        mine, theirs = (facts.tell(metric, "", between) for facts in both)
        if mine is not None and theirs is not None:
            return mine.quantity.base.overlaps(theirs.quantity.base)
        between = between.shifted(1)
    return False
