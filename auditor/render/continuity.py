"""What a report no longer tells, and what it tells for the first time: metrics, and years of a metric."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.render.cells import plain
from auditor.render.cells import text
from auditor.render.sheets import Sheet

DROPPED, NEW, YEAR = "不再列示的指标", "新列示的指标", "不再列示的年度"

#: How each kind is called where gaps are counted.
KINDS = {DROPPED: "dropped_metrics", NEW: "new_metrics", YEAR: "dropped_years"}


@dataclass(frozen=True, slots=True)
class Gap:
    """One metric, or one year of it, that one of two reports leaves out; ``claim`` is the other's."""

    kind: str
    claim: Claim
    missing: str


def continuity(audit: Audit) -> tuple[Gap, ...]:
    """Return what stops and what begins between each report and the next, in reading order.

    Only rows of tables whose metric the lexicon knows, told for the whole entity. A row that goes by another
    name or basis has not stopped.
    """
    reports = [report for report in audit.reports if report.audited]
    renamed = [(item.old.metric.id, item.new.metric.id) for item in audit.restatements]
    return tuple(gap for old, new in pairwise(reports) for gap in _gaps(old, new, renamed))


def continuity_sheet(audit: Audit) -> Sheet:
    """Return one row for each gap: what it is, who told the metric last (or first), and who does not."""
    columns = ("kind", "metric_id", "metric", "period", "value", "unit", "report", "place", "missing_in")
    rows = (
        (
            KINDS[gap.kind],
            text(gap.claim.metric.id),
            text(gap.claim.label),
            gap.claim.period.code,
            plain(gap.claim.quantity.value),
            text(gap.claim.quantity.unit_text),
            text(gap.claim.report),
            str(gap.claim.place),
            text(gap.missing),
        )
        for gap in continuity(audit)
    )
    return Sheet("continuity", columns, tuple(rows))


_Rows = Mapping[str, list[Claim]]


def _gaps(old: Report, new: Report, renamed: list[tuple[str, str]]) -> Iterator[Gap]:
    before, after = _rows(old), _rows(new)
    gone = {name for name, _ in renamed}
    come = {name for _, name in renamed}
    columns = _columns(new)
    for metric, claims in before.items():
        if metric not in after and metric not in gone:
            yield Gap(DROPPED, claims[-1], new.name)
        elif metric in after:
            yield from _years(claims, after[metric], new, columns)
    yield from (
        Gap(NEW, claims[-1], old.name) for name, claims in after.items() if name not in {*before, *come}
    )


def _rows(report: Report) -> _Rows:
    found: dict[str, list[Claim]] = {}
    for claim in report.claims:
        told = claim.source is Source.TABLE and claim.metric.known and claim.level and not claim.scope
        if told and claim.period and claim.metric.facet("vintage") != "before":
            found.setdefault(claim.metric.id, []).append(claim)
    return found


def _columns(report: Report) -> dict[int, set[str]]:
    """Return the periods that each table of a report tells anything of."""
    found: dict[int, set[str]] = {}
    for claim in report.claims:
        if claim.seat:
            found.setdefault(claim.seat.table, set()).add(claim.period.code)
    return found


def _years(
    before: list[Claim], after: list[Claim], new: Report, columns: Mapping[int, set[str]]
) -> Iterator[Gap]:
    """Yield the years that the newer table has a column for, and this row no number in it."""
    tables = {claim.seat.table for claim in after if claim.seat}
    printed = {code for table in tables for code in columns[table]}
    told = {claim.period.code for claim in after}
    seen: set[str] = set()
    for claim in before:
        code = claim.period.code
        if code in printed and code not in told and code not in seen:
            seen.add(code)
            yield Gap(YEAR, claim, new.name)
