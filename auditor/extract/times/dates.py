"""Days, and the reporting years that two days or a closing day frame, found by their patterns."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from functools import cache

import regex

from auditor.extract.times.clock import Clock
from auditor.extract.times.datepatterns import TWELVE_MONTHS
from auditor.extract.times.datepatterns import english_date
from auditor.extract.times.datepatterns import month_names
from auditor.extract.times.datepatterns import month_number
from auditor.extract.times.datepatterns import number
from auditor.extract.times.datepatterns import numbered
from auditor.extract.times.datepatterns import small
from auditor.extract.times.datepatterns import year
from auditor.extract.times.datepatterns import year_number
from auditor.extract.times.stretches import parted
from auditor.extract.times.stretches import stretch
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.periods import period_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period

_ENGLISH = english_words()

Build = Callable[["regex.Match[str]", "Clock"], Period]

_WORDS = date_words()
_YEAR, _MONTH, _DAY, _UNTIL = _WORDS.year, _WORDS.month, _WORDS.day, _WORDS.until
_TO = rf"\s*{_WORDS.started}?\s*{_WORDS.to}\s*"
_YEAR_ENDED = (
    rf"(?<![a-z])(?:{_WORDS.in_year}\s+)?(?:{_ENGLISH.the}\s+)?(?:{_WORDS.kinds_of_year}\s+)*"
    rf"(?:{_WORDS.whole_years}|{_WORDS.weeks})\s+{_WORDS.year_ended}\s+(?:{_WORDS.on_day}\s+)?"
)
_LAST_DAYS = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
#: A year of so many weeks may end so many days away from the end of the month.
_NEARLY = 4


def years_framed(*, minguo: bool = False) -> Iterator[tuple[str, Build]]:
    """Yield the patterns of reporting years that are told by their days or months."""
    first, last = year(minguo=minguo), year("year2", minguo=minguo)
    date = rf"{first}\s*{_YEAR}\s*{small('month')}\s*{_MONTH}\s*{small('day')}\s*{_DAY}"
    date2 = rf"(?:{last}\s*{_YEAR}\s*)?{small('month2')}\s*{_MONTH}\s*{small('day2')}\s*{_DAY}"
    yield rf"{date}{_TO}{date2}(?:\s*{_UNTIL}?\s*{TWELVE_MONTHS})?", between
    yield rf"{_WORDS.asof}?\s*{date}\s*{_UNTIL}\s*{TWELVE_MONTHS}", ended
    yield (
        rf"{first}\s*{_YEAR}\s*{small('month')}\s*{_MONTH}(?:{_WORDS.of_month})?{_TO}{last}\s*{_YEAR}\s*{small('month2')}\s*{_MONTH}(?:{_WORDS.of_month})?",
        between_months,
    )
    english, english2 = english_date(), english_date("2")
    span = rf"\s*{_WORDS.through}\s*(?:{_ENGLISH.the}\s+)?"
    yield (
        rf"(?<![a-z0-9])(?:{_ENGLISH.origin}\s+)?{english}(?:,?\s+{first})?{span}{english2},?\s+{last}",
        between,
    )
    yield (
        rf"{_YEAR_ENDED}{english},?\s+{first}",
        ended,
    )
    months = [rf"(?P<{name}>{month_names()})\.?" for name in ("month", "month2")]
    yield rf"(?<![a-z]){months[0]}\s+{first}{span}{months[1]}\s+{last}", between_months
    plain, plain2 = (
        f"{small('month' + end)}\\s*{_MONTH}\\s*{small('day' + end)}\\s*{_DAY}" for end in ("", "2")
    )
    yield (
        rf"{plain}{_TO}{_WORDS.next_year}?\s*{plain2}(?:\s*{_UNTIL}?\s*{TWELVE_MONTHS})?",
        year_without_number,
    )
    yield rf"{_WORDS.asof}\s*{plain}\s*{_UNTIL}\s*{TWELVE_MONTHS}", year_without_number


def days(*, minguo: bool = False) -> Iterator[tuple[str, Build]]:
    """Yield the patterns of single days."""
    named = year(minguo=minguo)
    date = rf"{named}\s*{_YEAR}\s*{small('month')}\s*{_MONTH}\s*{small('day')}\s*{_DAY}"
    length = rf"(?P<length>{alternation(tuple(period_words().lengths))})"
    asof = alternation(period_words().asof)
    yield rf"(?:{asof}\s*)?{date}\s*{_UNTIL}\s*(?:{_WORDS.of}\s*)?{length}", up_to
    ending = rf"(?<![a-z])(?:{_WORDS.for_the}\s+)?{length}\s+{_WORDS.ended}\s+(?:{_WORDS.on_day}\s+)?"
    yield rf"{ending}{english_date()},?\s+{year()}", up_to
    yield date, day
    western = year()
    yield rf"(?<![0-9]){western}[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[0-3]?[0-9])(?![0-9])", day
    month = r"(?P<month>0?[1-9]|1[0-2])"
    yield rf"(?<![0-9./])(?P<day>0?[1-9]|[12][0-9]|3[01])\.{month}\.{western}(?![0-9]|[./][0-9])", day
    yield rf"(?<![0-9./])(?P<day>1[3-9]|2[0-9]|3[01])/{month}/{western}(?![0-9]|[./][0-9])", day
    yield rf"(?<![a-z0-9]){english_date()},?\s+{western}", day
    yield (
        rf"{asof}\s*{small('month')}\s*{_MONTH}\s*{small('day')}\s*{_WORDS.numbered_day}(?!\s*{_UNTIL})",
        day_of_report,
    )


def closing_days(folded: str) -> Iterator[tuple[int, int]]:
    """Yield month and day of the end of every reporting year that a folded text frames."""
    for pattern, build in _framed() if numbered(folded) else ():
        for match in pattern.finditer(folded):
            if not _twelve(match, build):
                continue
            suffix = "2" if "month2" in match.groupdict() else ""
            yield _whole(month_number(match["month" + suffix]), match.groupdict().get("day" + suffix))


@cache
def _framed() -> tuple[tuple[regex.Pattern[str], Build], ...]:
    return tuple((regex.compile(pattern), build) for pattern, build in years_framed(minguo=True))


def _twelve(match: regex.Match[str], build: Build) -> bool:
    if build is ended:
        return bool(_day_of(match))
    if build is year_without_number and "month2" not in match.groupdict():
        return bool(_whole(month_number(match["month"]), match["day"]))
    return _makes_a_year(match, with_days=build is not between_months)


def _whole(month: int, day_told: str | None) -> tuple[int, int]:
    """Return month and day, the last of the month where a year of weeks ends near it."""
    last = _LAST_DAYS.get(month, 31)
    told = number(day_told) if day_told else last
    return (month, last if abs(last - told) <= _NEARLY else told)


def _day_of(match: regex.Match[str], suffix: str = "") -> Period:
    named = match["year" + suffix] or match["year"] or match["year2"]
    month, told = month_number(match["month" + suffix]), number(match["day" + suffix])
    if not (1 <= month <= 12 and 1 <= told <= 31):
        return NO_PERIOD
    return Period.day(year_number(named), month, told)


def day(match: regex.Match[str], _clock: Clock) -> Period:
    """Return a day: 2025年3月31日."""
    return _day_of(match)


def up_to(match: regex.Match[str], clock: Clock) -> Period:
    """Return so many months up to a day: 截至2024年6月30日止六个月, the six months ended 30 June 2024."""
    months = period_words().lengths[" ".join(match["length"].split())]
    return stretch(_day_of(match), months, clock.calendar)


def day_of_report(match: regex.Match[str], clock: Clock) -> Period:
    """Return a day without a year as the one that lies in the reporting year: 截至3月31日."""
    month, told = number(match["month"]), number(match["day"])
    if not clock.year or not (1 <= month <= 12 and 1 <= told <= 31):
        return NO_PERIOD
    later = (month, told) > (clock.calendar.month, clock.calendar.day)
    return Period.day(clock.year - later, month, told)


def _makes_a_year(match: regex.Match[str], *, with_days: bool = True) -> bool:
    """Return whether what stands from the first to the second day (or month) are twelve months."""
    groups = match.groupdict()
    month, month2 = month_number(match["month"]), month_number(match["month2"])
    if not (1 <= month <= 12 and month2 == (month - 2) % 12 + 1):
        return False
    if with_days and not (number(match["day"]) == 1 and number(match["day2"]) >= 28):
        return False
    if not groups.get("year") or not groups.get("year2"):
        return True
    return year_number(match["year2"]) - year_number(match["year"]) == (month > 1)


def between(match: regex.Match[str], _clock: Clock) -> Period:
    """Return the reporting year when both days frame one, else the span of days."""
    groups = match.groupdict()
    if _makes_a_year(match):
        month = month_number(match["month"])
        last = groups.get("year2")
        number_of = year_number(last) if last else year_number(match["year"]) + (month > 1)
        return Period.calendar(number_of) if month == 1 else Period.fiscal(number_of)
    first, last_day = _day_of(match), _day_of(match, "2")
    if not first or not last_day:
        return NO_PERIOD
    return parted(first, last_day)


def between_months(match: regex.Match[str], _clock: Clock) -> Period:
    """Return the reporting year that two months frame: 2024年4月至2025年3月."""
    if not _makes_a_year(match, with_days=False):
        return NO_PERIOD
    last = year_number(match["year2"])
    return Period.calendar(last) if month_number(match["month2"]) == 12 else Period.fiscal(last)


def ended(match: regex.Match[str], _clock: Clock) -> Period:
    """Return the reporting year that ends on a day: 截至2025年3月31日止年度, the year ended 30 June 2025."""
    last = _day_of(match)
    if not last or last.year is None:
        return NO_PERIOD
    return Period.calendar(last.year) if last.code[5:] == "12-31" else Period.fiscal(last.year)


def year_without_number(match: regex.Match[str], clock: Clock) -> Period:
    """Return the reporting year that is told by days without a year: 截至3月31日止年度."""
    if "month2" in match.groupdict() and not _makes_a_year(match):
        return NO_PERIOD
    return clock.current
