"""Sections of one row: a sentence tells of Scope 2, under which purchased electricity stands alone.

The two need not be one by their names. Where the sentence tells the growth of the row too, they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping

from auditor.lexicon.naming import facets_of
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.growth import change_between
from auditor.relate.changes.printed import holds
from auditor.relate.changes.printed import values_of
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import printed_digits
from auditor.relate.facts import same_fact

#: What a section is called, and the year.
_Section = tuple[Metric, int | None]
#: A rate of fewer digits may be that of something else.
_LEAST_DIGITS = 2


def lone_rows(facts: Facts) -> Iterator[Relation]:
    """Propose the levels of sentences that are called as a section against the one row of the section."""
    cells = _cells(facts)
    for claim in facts.levels:
        cell = cells.get((claim.metric, claim.period.year))
        told = claim.source is Source.PROSE and exact(claim) and not claim.scope and cell is not None
        if cell is None or not told or dimension(cell) != dimension(claim):
            continue
        sure = claim.confidence == "strong" and _grows_alike(claim, cells, facts)
        yield same_fact(claim, cell, "same:lonerow", Strength.QUESTION if sure else Strength.TIE)


def _cells(facts: Facts) -> Mapping[_Section, Claim]:
    """Return the cells of the rows that stand alone in their section, where no row is called as it is."""
    rows: dict[tuple[int, int], dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in facts.levels:
        if claim.seat is not None and claim.seat.section >= 0:
            rows[claim.seat.table, claim.seat.section][claim.seat.row].append(claim)
    told = {claim.metric for claim in facts.levels if claim.seat is not None and not claim.scope}
    alone = [claim for found in rows.values() if len(found) == 1 for row in found.values() for claim in row]
    named = [(_of_section(claim), claim) for claim in alone if len(claim.path) > 1 and claim.metric.known]
    return {
        (metric, claim.period.year): claim
        for metric, claim in reversed(named)
        if metric.facets and metric not in told and exact(claim)
    }


def _of_section(claim: Claim) -> Metric:
    """Return the metric of a row as its section alone narrows it."""
    metric = Metric(claim.metric.base)
    for family, value in facets_of(claim.path[-2]):
        metric = metric.having(family, value)
    return metric


def _grows_alike(claim: Claim, cells: Mapping[_Section, Claim], facts: Facts) -> bool:
    """Return whether the sentence tells the growth that the cells of its year and the year before give."""
    year = claim.period.year
    new, old = cells.get((claim.metric, year)), cells.get((claim.metric, year - 1 if year else None))
    if new is None or old is None:
        return False
    rates = [
        item
        for item in facts.report.claims
        if item.sentence == claim.sentence and item.metric == claim.metric and dimension(item) == "percent"
    ]
    return any(
        item.change in (Change.YOY_GROWTH, Change.YOY_DECLINE)
        and printed_digits(item) >= _LEAST_DIGITS
        and holds(item, change_between(item, new, old).computed, values_of((new, old)))
        for item in rates
    )
