"""The vintage ledger: what each report said of a metric and a period."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.quantity import Bound
from auditor.model.restatement import Standing
from auditor.render.cells import plain
from auditor.render.cells import text
from auditor.render.cells import trimmed
from auditor.render.sheets import Row
from auditor.render.sheets import Sheet

_SOURCES = (Source.TABLE, Source.FIGURE, Source.FOOTNOTE, Source.PROSE)


class Fact(NamedTuple):
    """What one row of the ledger is about."""

    metric: str
    scope: str
    period: str
    dimension: str


def ledger_sheet(audit: Audit) -> Sheet:
    """Return one row for each metric, scope, period and unit, one column for each report, oldest first.

    Only what may be told again is in it: levels of a stated period, in a table or of a metric that
    the lexicon knows. A relabelled fact stands in the row of its newest name.
    """
    names = tuple(report.name for report in audit.reports if report.audited)
    told = tellings(audit)
    rows = sorted(_row(fact, tellings, names) for fact, tellings in told.items())
    return Sheet("ledger", ("metric_id", "metric", "scope", "period", "unit", *map(text, names)), tuple(rows))


def tellings(audit: Audit) -> dict[Fact, dict[str, Claim]]:
    """Return for each fact the best telling of each report."""
    renamed = _renamed(audit)
    told: dict[Fact, dict[str, Claim]] = {}
    for claim in sorted(_worth_keeping(audit), key=_standing):
        fact = _fact(claim)
        while fact in renamed:
            fact = renamed[fact]
        told.setdefault(fact, {}).setdefault(claim.report, claim)
    return told


def _renamed(audit: Audit) -> dict[Fact, Fact]:
    """Return for each fact that a later report tells by another name, that name."""
    renamed: dict[Fact, Fact] = {}
    for item in audit.restatements:
        old, new = _fact(item.old), _fact(item.new)
        if item.standing is not Standing.DEFINITION and old != new and not _leads_to(renamed, new, old):
            renamed.setdefault(old, new)
    return renamed


def _leads_to(renamed: dict[Fact, Fact], fact: Fact, end: Fact) -> bool:
    while fact in renamed:
        fact = renamed[fact]
        if fact == end:
            return True
    return False


def _worth_keeping(audit: Audit) -> Iterator[Claim]:
    paired = {ref for item in audit.restatements for ref in (item.old.ref, item.new.ref)}
    told = (claim for report in audit.reports if report.audited for claim in report.claims)
    for claim in told:
        lasting = claim.metric.known or claim.source is Source.TABLE or claim.ref in paired
        if claim.level and claim.period and lasting:
            yield claim


def _fact(claim: Claim) -> Fact:
    unit = claim.quantity.unit
    return Fact(claim.metric.id, claim.scope, claim.period.code, unit.dimension or claim.quantity.unit_text)


def _standing(claim: Claim) -> tuple[int, bool, Decimal, str, int]:
    """Return a key that puts the telling to be shown first: in a table, exact, finest."""
    quantity = claim.quantity
    step = quantity.step * quantity.unit.factor
    return _SOURCES.index(claim.source), quantity.bound is not Bound.EXACT, step, claim.report, claim.no


def _row(fact: Fact, tellings: dict[str, Claim], names: tuple[str, ...]) -> Row:
    newest = next(tellings[name] for name in reversed(names) if name in tellings)
    values = (_value(tellings.get(name), newest) for name in names)
    unit = newest.quantity.unit_text or newest.quantity.unit.id
    return (text(fact.metric), text(newest.label), text(fact.scope), fact.period, text(unit), *values)


def _value(claim: Claim | None, newest: Claim) -> str:
    """Return a value in the unit of the newest telling, with its own digits where the units agree."""
    if claim is None:
        return ""
    mine, theirs = claim.quantity.unit.factor, newest.quantity.unit.factor
    if mine == theirs:
        return plain(claim.quantity.value)
    return trimmed(claim.quantity.value * mine / theirs)
