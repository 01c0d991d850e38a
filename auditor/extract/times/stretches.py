"""Stretches of time: months that end on a named day (截至2024年6月30日止六个月)."""

from __future__ import annotations

from calendar import monthrange

from auditor.model.period import NO_PERIOD
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.period import PeriodKind

_HALVES = {"06-30": "H1", "12-31": "H2"}
_QUARTERS = {"03-31": "Q1", "06-30": "Q2", "09-30": "Q3", "12-31": "Q4"}


def stretch(last: Period, months: int, calendar: Calendar) -> Period:
    """Return so many months up to a day: a year, a half or quarter of a calendar year, else a span."""
    if not last or last.year is None:
        return NO_PERIOD
    day = last.code[5:]
    if months == 12:
        return Period.calendar(last.year) if day == "12-31" else calendar.year(last.year)
    part = {6: _HALVES, 3: _QUARTERS}.get(months, {}).get(day)
    return Period(f"{last.year:04d}{part}") if part else Period.span(_first_day(last, months), last)


def parted(first: Period, last: Period) -> Period:
    """Return the half or quarter of a year that two days frame, else the span of days."""
    months = int(last.code[5:7]) - int(first.code[5:7]) + 1
    whole = first.code[8:] == "01" and first.year == last.year
    found = stretch(last, months, Calendar()) if whole and months in {3, 6} else NO_PERIOD
    return found if found.kind is PeriodKind.PART else Period.span(first, last)


def months_between(year: int, first: int, last: int) -> Period:
    """Return the months of a calendar year from one to another, as a half or quarter where they are one."""
    if first >= last:
        return NO_PERIOD
    if (first, last) == (1, 12):
        return Period.calendar(year)
    return parted(Period.day(year, first, 1), Period.day(year, last, monthrange(year, last)[1]))


def part_of(calendar: Calendar, year: int, part: str) -> Period:
    """Return a year, or the half or quarter of it that a report covers."""
    return Period(f"{year:04d}{part}") if part else calendar.year(year)


def end_of(calendar: Calendar, year: int, part: str) -> Period:
    """Return the last day of a year or of a part of it."""
    days = {name: day for ends in (_HALVES, _QUARTERS) for day, name in ends.items()}
    return Period(f"{year:04d}-{days[part]}") if part else calendar.year_end(year)


def _first_day(last: Period, months: int) -> Period:
    first = int(last.code[:4]) * 12 + int(last.code[5:7]) - months
    return Period.day(first // 12, first % 12 + 1, 1)
