"""The time that a claim speaks of.

Codes: ``FY2025`` fiscal year, ``CY2024`` calendar year, ``2025-03-31`` as of a day, ``2024H1`` and
``2024Q3`` halves and quarters, ``FY2022..FY2024`` a span, ``..2025-03-31`` cumulative to a day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

_YEAR = re.compile(r"(FY|CY)([0-9]{4})$")
#: Month and day on which a part of a calendar year ends.
_PART_ENDS = {"H1": (6, 30), "H2": (12, 31), "Q1": (3, 31), "Q2": (6, 30), "Q3": (9, 30), "Q4": (12, 31)}


class PeriodKind(StrEnum):
    """The shape of a period."""

    YEAR = "year"
    PART = "part"
    INSTANT = "instant"
    SPAN = "span"
    CUMULATIVE = "cumulative"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A period by its code; the empty code means that the report does not say."""

    code: str = ""

    @classmethod
    def fiscal(cls, year: int) -> Period:
        """Return the fiscal year that ends in ``year``."""
        return cls(f"FY{year:04d}")

    @classmethod
    def calendar(cls, year: int) -> Period:
        """Return a calendar year."""
        return cls(f"CY{year:04d}")

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """Return an as-of day."""
        return cls(f"{year:04d}-{month:02d}-{day:02d}")

    @classmethod
    def until(cls, end: Period) -> Period:
        """Return cumulative to ``end``."""
        return cls(f"..{end.code}")

    @classmethod
    def span(cls, first: Period, last: Period) -> Period:
        """Return from ``first`` to ``last``."""
        return cls(f"{first.code}..{last.code}")

    @property
    def kind(self) -> PeriodKind:
        """Return the shape of the period."""
        return _kind(self.code)

    @property
    def year(self) -> int | None:
        """Return the year of a fiscal or calendar year, of a day, or of the end of a span."""
        return _year(self.code)

    def shifted(self, years: int) -> Period:
        """Return the same period ``years`` later (earlier when negative)."""
        return Period(re.sub(r"[0-9]{4}", lambda found: f"{int(found[0]) + years:04d}", self.code))

    def __bool__(self) -> bool:
        """Return whether the report says it."""
        return bool(self.code)

    def __str__(self) -> str:
        return self.code


@cache
def _kind(code: str) -> PeriodKind:
    if not code:
        return PeriodKind.UNKNOWN
    if code.startswith(".."):
        return PeriodKind.CUMULATIVE
    if ".." in code:
        return PeriodKind.SPAN
    if _YEAR.match(code):
        return PeriodKind.YEAR
    return PeriodKind.PART if "H" in code or "Q" in code else PeriodKind.INSTANT


@cache
def _year(code: str) -> int | None:
    digits = re.findall(r"[0-9]{4}", code)
    return int(digits[-1 if _kind(code) is PeriodKind.SPAN else 0]) if digits else None


#: The report does not say when.
NO_PERIOD = Period()


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a report counts its years: the month and day on which a reporting year ends.

    ``fiscal`` tells whether its years are called fiscal (财年); a company that reports by calendar year
    has (12, 31) and False.
    """

    month: int = 12
    day: int = 31
    fiscal: bool = False

    def year(self, number: int) -> Period:
        """Return the reporting year that ends in ``number``."""
        return Period.fiscal(number) if self.fiscal else Period.calendar(number)

    def year_end(self, number: int) -> Period:
        """Return the day on which the reporting year ``number`` ends."""
        return Period.day(number, self.month, self.day)

    def instant(self, period: Period) -> Period:
        """Return the day at which a stock told for a year or a part of one was counted; others unchanged."""
        if period.kind is PeriodKind.YEAR and period.year is not None:
            return self.year_end(period.year)
        last = _PART_ENDS.get(period.code[4:]) if period.kind is PeriodKind.PART else None
        return Period.day(period.year, *last) if last and period.year is not None else period
