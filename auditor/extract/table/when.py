"""When a table's cell is told of: its head says it, its row, or its caption."""

from __future__ import annotations

from dataclasses import replace

import regex

from auditor.extract.context import Context
from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.outline import Row
from auditor.extract.times.clock import Clock
from auditor.extract.times.heads import alone
from auditor.extract.times.periods import periods
from auditor.extract.times.periods import single
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import any_of
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.periods import period_words
from auditor.lexicon.words.signs import sign_words
from auditor.model.document import Table
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind
from auditor.model.quantity import NO_UNIT

#: The number of a row: 一、 (二) 3.
_NUMBER = regex.compile(
    rf"^(?:[(（]?(?:[{numeral_words().listed}]{{1,3}}|[0-9]{{1,2}})[)）、.．]\s*)+(?![0-9])"
)
#: Facets that tell a part of a year.
_PARTS = ("quarter", "half")


def period_and_label(row: Row, column: Column, table: Table, context: Context) -> tuple[Period, str]:
    """Return the period of a cell and its printed label; a row may be a period, a head a metric."""
    clock = context.profile.clock
    labels = list(row.labels)
    if column.unsure:
        return (NO_PERIOD, " / ".join(labels))
    period = column.period
    if not period:
        period, labels = _dated_row(row, table, clock)
    if column.name or column.role is Role.CHANGE or (row.labels and not labels):
        labels.append(_one_line(column.head))
    if not period and row.labels and _is_later(row.labels[-1]):
        return (NO_PERIOD, " / ".join(labels))
    period = _of_row(row, period, clock) or period or _of_caption(table, column, clock)
    period = period or _of_restatement(context) or clock.current
    return (_part_of(period, row, column, clock), " / ".join(labels))


def _dated_row(row: Row, table: Table, clock: Clock) -> tuple[Period, list[str]]:
    """Return the period that a row's label is, and its other labels: a year that dates it, or its group.

    A date among several labels may be when a thing began: a year dates a group where the head says that
    years stand below it, or where it spans the rows of its group.
    """
    labels = list(row.labels)
    if len(labels) == 1:
        period = only_period(labels[0], clock)
        return period, [] if period else labels
    period = only_period(labels[0], clock) if labels else NO_PERIOD
    if period.kind is not PeriodKind.YEAR or not _dates_groups(row, table):
        return NO_PERIOD, labels
    return period, labels[1:]


def _dates_groups(row: Row, table: Table) -> bool:
    """Return whether the first column of a table holds the years of groups of rows."""
    heads = [cell.text.string for cell in table.cells if cell.column == 0 and cell.row < table.header_rows]
    head = squeeze(fold(" ".join(heads)))[0].strip()
    first = row.cells[0] if row.cells else None
    return head in label_words().period_heads or (first is not None and first.rowspan > 1)


def _captioned(table: Table, column: Column, clock: Clock) -> Period:
    """Return the period that a caption names; nothing is of one to come.

    No change is of a span of years, nor of the base year that it is measured against.
    """
    caption = fold(table.caption.string)
    found = single(caption, clock)
    if found.year and clock.year and found.year > clock.year:
        return NO_PERIOD
    based = any_of(quantity_words().base_year_names).search(caption) is not None
    unlike = found.kind is PeriodKind.SPAN or based
    return NO_PERIOD if column.role is Role.CHANGE and unlike else found


def _of_restatement(context: Context) -> Period:
    """Return the year that a heading says was restated: 2023 年主要数据重述, over columns without a year."""
    heading = fold(context.headings[-1]) if context.headings else ""
    restated = regex.search(alternation(period_words().again), heading)
    found = single(heading, context.profile.clock) if restated else NO_PERIOD
    return found if found.kind is PeriodKind.YEAR else NO_PERIOD


def only_period(label: str, clock: Clock) -> Period:
    """Return the period that a label is; a label that names one among other words is none."""
    return alone(squeeze(fold(label))[0], clock)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_later(label: str) -> bool:
    """Return whether a label tells of a day after the period, without its date: 披露日前一个月末."""
    return bool(regex.search(alternation(period_words().later), fold(label)))


def _of_row(row: Row, period: Period, clock: Clock) -> Period:
    """Return when a row tells of by its label: 期初余额 under any year, 报告期末… under none."""
    if not row.labels or row.section or period.kind not in (PeriodKind.YEAR, PeriodKind.UNKNOWN):
        return NO_PERIOD
    folded = _NUMBER.sub("", squeeze(fold(row.labels[-1]))[0].strip())
    clock = replace(clock, year=period.year, part="") if period else clock
    found = next(iter(periods(folded.removeprefix(sign_words().asof), clock)), None)
    if found is None or found.start:
        return NO_PERIOD
    rest = folded.removeprefix(sign_words().asof)[found.end :]
    if found.relative and found.period.kind is PeriodKind.INSTANT:
        bare = regex.sub(r"[\s,，:：()（）]+", "", rest) in label_words().balances
        return found.period if bare or not period else NO_PERIOD
    named = not period and not found.relative and name(rest, NO_UNIT, any_unit=True) is not None
    return found.period if named and found.period.kind is PeriodKind.YEAR else NO_PERIOD


def _of_caption(table: Table, column: Column, clock: Clock) -> Period:
    """Return the period that a caption names; what is told of a year under a day is that of its year.

    Of a year yet to come only aims are told: how much of them is reached is that of the report's own.
    """
    period = _captioned(table, column, clock)
    if not column.target and (period.year or 0) > (clock.current.year or 0) > 0:
        return NO_PERIOD
    ends_year = period.year is not None and period == clock.calendar.year_end(period.year)
    if ends_year and period.year is not None and _is_flow(column):
        return clock.calendar.year(period.year)
    return period


def _is_flow(column: Column) -> bool:
    naming = name(column.name, NO_UNIT, any_unit=True) if column.name else None
    return naming is not None and metrics().entry(naming.metric.base).nature == "flow"


def _part_of(period: Period, row: Row, column: Column, clock: Clock) -> Period:
    """Return the quarter or half of a calendar year that a head or a row names."""
    if period.kind is not PeriodKind.YEAR or clock.calendar.month != 12:
        return period
    for told in (column.name, *row.labels[-1:]):
        facets = dict(facets_of(squeeze(fold(told))[0])) if told else {}
        part = next((facets[family] for family in _PARTS if family in facets), "")
        if part:
            return Period(f"{period.year:04d}{part}")
    return period
