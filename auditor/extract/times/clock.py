"""What a report's words for time are counted from, and the periods that a text names."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.extract.times.stretches import end_of
from auditor.extract.times.stretches import part_of
from auditor.model.period import NO_PERIOD
from auditor.model.period import Calendar
from auditor.model.period import Period


@dataclass(frozen=True, slots=True)
class Clock:
    """What a report's words for time are counted from: its calendar, the year it covers, and the part of it.

    ``plain`` tells that 2025年 without a word for fiscal years means the reporting year that ends in it;
    ``minguo`` that years are counted from 1911 too (113年); ``annual`` that at least 2025年度 means it.
    """

    calendar: Calendar
    year: int | None
    part: str = ""
    plain: bool = False
    minguo: bool = False
    annual: bool = False

    @property
    def current(self) -> Period:
        """Return the period that the report covers."""
        return part_of(self.calendar, self.year, self.part) if self.year else NO_PERIOD

    @property
    def last_day(self) -> Period:
        """Return the day on which that period ends."""
        return end_of(self.calendar, self.year, self.part) if self.year else NO_PERIOD

    def named(self, year: int, *, annual: bool = False) -> Period:
        """Return what a year without a word for fiscal years means: 2025年, or 2025年度."""
        return self.calendar.year(year) if self.plain or (annual and self.annual) else Period.calendar(year)


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period named in ``text[start:end]``; ``relative`` when only by a word such as 报告期."""

    start: int
    end: int
    period: Period
    relative: bool = False
