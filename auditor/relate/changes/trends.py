"""Phrases like 持续下降 and 连续三年增长, held against the series that a report tells."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import pairwise

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.naming import name
from auditor.lexicon.words.history import SaidRun
from auditor.lexicon.words.history import history
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.metric import Metric
from auditor.model.period import PeriodKind
from auditor.model.quantity import NO_UNIT
from auditor.model.run import Point
from auditor.model.run import Run
from auditor.relate.facts import exact

#: Families that a phrase seldom says and that tell no other series apart.
_UNSAID = frozenset({"intensity", "basis", "accrual"})
#: A scope that is told as one but whose rows are printed apart.
_COMPOSED = {"12": ("1", "2"), "123": ("1", "2", "3")}
#: So many of the last steps are what a phrase without a number of years speaks of.
_RECENT = 3
_LEAST_STEPS = 2

_Series = Mapping[str, tuple[Claim, ...]]


def runs(document: Document, reports: Sequence[Report]) -> Iterator[Run]:
    """Yield each phrase of a document about a series that some report tells, the newest report first."""
    for block in document.elements:
        if not isinstance(block, Block) or block.kind is BlockKind.FURNITURE or not block.text:
            continue
        for said in history().said_runs(fold(block.text.string)):
            run = next((run for report in reversed(reports) if (run := _run(said, block, report))), None)
            if run is not None:
                yield run


def _run(said: SaidRun, block: Block, report: Report) -> Run | None:
    metric = _metric(said.subject, report.organisation)
    if metric is None:
        return None
    series = _series(metric, report)
    points = sorted(series, key=_year)
    steps = list(pairwise(points))[-_steps(said) :]
    if len(steps) < (1 if said.years else _LEAST_STEPS):
        return None
    broken = next((step for step in steps if _against(step, series, rising=said.rising)), None)
    place = block.text.place(said.start, said.end)
    words = block.text.string[said.start : said.end]
    told = tuple(_point(period, series) for period in points)
    pair = (_point(broken[0], series), _point(broken[1], series)) if broken else None
    return Run(place, " ".join(words.split()), said.subject, metric.id, said.rising, told, pair)


def _steps(said: SaidRun) -> int:
    """Return how many of the last steps must agree: of N years N - 1 for sure, as people count both ways."""
    return max(said.years - 1, 1) if said.years else _RECENT


def _metric(subject: str, organisation: str) -> Metric | None:
    """Return what a phrase speaks of, None when the lexicon does not know it or it is narrower."""
    found = name(squeeze(fold(subject))[0].strip(), NO_UNIT, any_unit=True)
    if found is None or (found.residue and not fold(organisation).startswith(found.residue)):
        return None
    return found.metric


def _series(metric: Metric, report: Report) -> _Series:
    """Return the rows that tell a metric year by year: its own, or those of the scopes it is made of."""
    own = _rows(metric, report)
    parts = _COMPOSED.get(metric.facet("ghg_scope"), ())
    if own or not parts:
        return {period: (claim,) for period, claim in own.items()}
    told = [_rows(metric.having("ghg_scope", part), report) for part in parts]
    every = set(told[0]).intersection(*told[1:])
    return {period: tuple(rows[period] for rows in told) for period in every}


def _rows(metric: Metric, report: Report) -> Mapping[str, Claim]:
    """Return the only row of the report's tables for a metric by year, empty where there are several."""
    found = [claim for claim in report.claims if _fits(claim, metric)]
    if len({(claim.metric.id, claim.quantity.unit.dimension) for claim in found}) != 1:
        return {}
    rows: dict[str, Claim] = {}
    for claim in found:
        rows.setdefault(claim.period.code, claim)
    agree = all(claim.quantity.base.overlaps(rows[claim.period.code].quantity.base) for claim in found)
    return rows if agree else {}


def _fits(claim: Claim, metric: Metric) -> bool:
    if claim.source is not Source.TABLE or not claim.level or claim.scope or not exact(claim):
        return False
    if claim.metric.base != metric.base or claim.period.kind not in (PeriodKind.YEAR, PeriodKind.INSTANT):
        return False
    mine, theirs = dict(metric.facets), dict(claim.metric.facets)
    more = {family for family in theirs if family not in mine}
    return all(theirs.get(family) == value for family, value in mine.items()) and more <= _UNSAID


def _year(period: str) -> str:
    return period.removeprefix("FY").removeprefix("CY")


def _against(step: tuple[str, str], series: _Series, *, rising: bool) -> bool:
    """Return whether a step surely goes the other way."""
    before, after = (_size(series[period]) for period in step)
    low, high = (after, before) if rising else (before, after)
    return low.high is not None and high.low is not None and low.high < high.low


def _size(claims: Sequence[Claim]) -> Interval:
    return total(claim.quantity.base for claim in claims)


def _point(period: str, series: _Series) -> Point:
    return Point(period, tuple(claim.ref for claim in series[period]))
