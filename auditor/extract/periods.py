"""Find the periods that a text names: years, days, spans, and words such as 上财年."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from functools import cache
from functools import lru_cache

import regex

from auditor.extract.dates import day_of
from auditor.extract.dates import english_day
from auditor.extract.dates import number
from auditor.extract.stretches import end_of
from auditor.extract.stretches import months_between
from auditor.extract.stretches import part_of
from auditor.extract.stretches import parted
from auditor.extract.stretches import stretch
from auditor.lexicon.periods import period_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.period import PeriodKind

_YEAR = r"(?P<{name}>(?:19|20)[0-9]{{2}}|[二][〇零○一二三四五六七八九]{{3}})"
_DAY = r"(?P<{name}>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a report counts its words for time from: its calendar, the year it covers, and the part of it."""

    calendar: Calendar
    year: int | None
    part: str = ""

    @property
    def current(self) -> Period:
        """Return the period that the report covers."""
        return part_of(self.calendar, self.year, self.part) if self.year else NO_PERIOD

    @property
    def last_day(self) -> Period:
        """Return the day on which that period ends."""
        return end_of(self.calendar, self.year, self.part) if self.year else NO_PERIOD


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period named in ``text[start:end]``; ``relative`` when only by a word such as 报告期."""

    start: int
    end: int
    period: Period
    relative: bool = False


@lru_cache(maxsize=65536)
def periods(folded: str, clock: Clock, *, bare_years: bool = False) -> tuple[PeriodMention, ...]:
    """Return the periods named in a folded string, from left to right, none inside another.

    ``bare_years`` takes a lone ``2024`` for a year (heads of columns, English prose).
    """
    found: list[PeriodMention] = []
    for pattern, build in _patterns(bare_years=bare_years):
        for match in pattern.finditer(folded):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            period = build(match, clock)
            if period:
                relative = build in _RELATIVE
                found.append(PeriodMention(match.start(), match.end(), period, relative))
    return tuple(sorted(found, key=lambda mention: mention.start))


def single(folded: str, clock: Clock) -> Period:
    """Return the period that a short text such as a column head names, bare years included."""
    mentions = periods(folded, clock, bare_years=True)
    return mentions[0].period if mentions else NO_PERIOD


def as_cumulative(mention: PeriodMention, folded: str, until: int) -> PeriodMention:
    """Return ``mention`` as cumulative when its clause up to ``until`` says so."""
    if mention.period.kind is not PeriodKind.INSTANT:
        return mention
    if regex.search(alternation(period_words().cumulative), folded[mention.end : until]):
        return replace(mention, period=Period.until(mention.period))
    return mention


def _between(match: regex.Match[str], clock: Clock) -> Period:
    """Return the reporting year when both days frame one, else the span of days."""
    first, last = day_of(match), day_of(match, "2")
    if not first or not last:
        return NO_PERIOD
    calendar = Calendar(int(last.code[5:7]), int(last.code[8:10]), clock.calendar.fiscal)
    year = int(last.code[:4])
    if (int(first.code[:4]) + 1, first.code[5:7]) == (year, f"{calendar.month % 12 + 1:02d}"):
        return Period.fiscal(year)
    if first.code[5:] == "01-01" and last.code == f"{first.code[:4]}-12-31":
        return Period.calendar(year)
    return parted(first, last)


def _day(match: regex.Match[str], _clock: Clock) -> Period:
    return day_of(match)


def _english_day(match: regex.Match[str], _clock: Clock) -> Period:
    return english_day(match)


def _to(match: regex.Match[str], clock: Clock) -> Period:
    return stretch(day_of(match), _months(match), clock.calendar)


def _english_to(match: regex.Match[str], clock: Clock) -> Period:
    return stretch(english_day(match), _months(match), clock.calendar)


def _months(match: regex.Match[str]) -> int:
    return period_words().lengths[" ".join(match["length"].split())]


def _ending(match: regex.Match[str], clock: Clock) -> Period:
    """Return the last day of a named year: 2024年末 is a calendar day, 2024财年末 one of the calendar."""
    fiscal = clock.calendar if match["fiscal"] or not clock.calendar.fiscal else Calendar()
    return fiscal.year_end(number(match["year"]))


def _starting(match: regex.Match[str], clock: Clock) -> Period:
    """Return the day before a named year begins, on which its opening balances stand: 2024年初."""
    fiscal = clock.calendar if match["fiscal"] or not clock.calendar.fiscal else Calendar()
    return fiscal.year_end(number(match["year"]) - 1)


def _day_of_report(match: regex.Match[str], clock: Clock) -> Period:
    """Return a day without a year as the one that lies in the reporting year: 截至3月31日."""
    month, day = number(match["month"]), number(match["day"])
    if not clock.year or not (1 <= month <= 12 and 1 <= day <= 31):
        return NO_PERIOD
    later = (month, day) > (clock.calendar.month, clock.calendar.day)
    return Period.day(clock.year - later, month, day)


def _years(match: regex.Match[str], clock: Clock) -> Period:
    """Return the span of two bare years: from 2022 to 2030."""
    first, last = int(match["year"]), int(match["year2"])
    return Period.span(clock.calendar.year(first), clock.calendar.year(last)) if first < last else NO_PERIOD


def _fiscal(match: regex.Match[str], clock: Clock) -> Period:
    text = match["year"]
    year = 2000 + int(text) if len(text) == 2 else number(text)
    return clock.calendar.year(year)


def _fiscal_span(match: regex.Match[str], clock: Clock) -> Period:
    first, last = number(match["year"]), number(match["year2"])
    return Period.span(clock.calendar.year(first), clock.calendar.year(last)) if first < last else NO_PERIOD


def _calendar_span(match: regex.Match[str], _clock: Clock) -> Period:
    first, last = number(match["year"]), number(match["year2"])
    return Period.span(Period.calendar(first), Period.calendar(last)) if first < last else NO_PERIOD


def _month(match: regex.Match[str], _clock: Clock) -> Period:
    month = number(match["month"])
    return Period(f"{number(match['year']):04d}-{month:02d}") if 1 <= month <= 12 else NO_PERIOD


def _half(match: regex.Match[str], _clock: Clock) -> Period:
    half = 1 if match["half"] in {"", "上", "1"} else 2
    return Period(f"{number(match['year']):04d}H{half}")


def _months_between(match: regex.Match[str], _clock: Clock) -> Period:
    """Return the months of a year from one to another: 2024年1-6月."""
    return months_between(number(match["year"]), int(match["first"]), int(match["last"]))


def _three_quarters(match: regex.Match[str], clock: Clock) -> Period:
    return stretch(Period.day(number(match["year"]), 9, 30), 9, clock.calendar)


def _quarter(match: regex.Match[str], _clock: Clock) -> Period:
    quarter = number(match["quarter"].removeprefix("第").removeprefix("q"))
    return Period(f"{number(match['year']):04d}Q{quarter}") if 1 <= quarter <= 4 else NO_PERIOD


def _calendar(match: regex.Match[str], _clock: Clock) -> Period:
    return Period.calendar(number(match["year"]))


def _bare(match: regex.Match[str], clock: Clock) -> Period:
    return clock.calendar.year(int(match["year"]))


def _current(_match: regex.Match[str], clock: Clock) -> Period:
    return clock.current


def _previous(match: regex.Match[str], clock: Clock) -> Period:
    """Return the year before; of a report on a part of a year 上年同期 is that part of it."""
    if not clock.year or not clock.part:
        return clock.current.shifted(-1) if clock.current else NO_PERIOD
    alike = regex.search(alternation(period_words().alike), match[0])
    return clock.current.shifted(-1) if alike else clock.calendar.year(clock.year - 1)


def _since_january(_match: regex.Match[str], clock: Clock) -> Period:
    """Return the months of the year up to the end of the period: 年初至报告期末."""
    return stretch(clock.last_day, int(clock.last_day.code[5:7]), clock.calendar) if clock.year else NO_PERIOD


def _closing(_match: regex.Match[str], clock: Clock) -> Period:
    return clock.last_day


def _opening(_match: regex.Match[str], clock: Clock) -> Period:
    return clock.calendar.year_end(clock.year - 1) if clock.year else NO_PERIOD


def _last_years(match: regex.Match[str], clock: Clock) -> Period:
    if not clock.year:
        return NO_PERIOD
    count = period_words().numbers.get(match["n"]) or number(match["n"].replace("两", "二"))
    return Period.span(clock.calendar.year(clock.year - count + 1), clock.current)


_RELATIVE = (_current, _previous, _since_january, _closing, _opening, _last_years)
_Build = Callable[[regex.Match[str], Clock], Period]


@cache
def _patterns(*, bare_years: bool) -> tuple[tuple[regex.Pattern[str], _Build], ...]:
    return tuple((regex.compile(pattern), build) for pattern, build in _sources(bare_years=bare_years))


def _sources(*, bare_years: bool) -> Iterator[tuple[str, _Build]]:
    """Yield every pattern, those that hold others first."""
    yield from _days()
    yield from _spans_and_parts()
    yield from _words()
    if bare_years:
        years = [rf"(?P<{name}>(?:19|20)[0-9]{{2}})" for name in ("year", "year2")]
        ahead, stop = r"(?<![0-9.,/a-z-])", r"(?![0-9a-z%]|[.,][0-9])"
        yield rf"{ahead}{years[0]}\s*(?:-|to|through|until)\s*{years[1]}(?!-){stop}", _years
        yield rf"(?<![a-z])between\s+{years[0]}\s+and\s+{years[1]}{stop}", _years
        yield rf"{ahead}{years[0]}{stop}", _bare


def _days() -> Iterator[tuple[str, _Build]]:
    words = period_words()
    year, year2 = _YEAR.format(name="year"), _YEAR.format(name="year2")
    month, month2 = _DAY.format(name="month"), _DAY.format(name="month2")
    day, day2 = _DAY.format(name="day"), _DAY.format(name="day2")
    date = rf"{year}\s*年\s*{month}\s*月\s*{day}\s*日"
    date2 = rf"(?:{year2}\s*年\s*)?{month2}\s*月\s*{day2}\s*日"
    yield date + r"\s*(?:起|开始)?\s*(?:至|到|-|~)\s*" + date2, _between
    length = rf"(?P<length>{alternation(tuple(words.lengths))})"
    yield rf"(?:{alternation(words.asof)}\s*)?{date}\s*止\s*(?:的\s*)?{length}", _to
    yield date, _day
    yield rf"(?<![0-9]){year}[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[0-3]?[0-9])(?![0-9])", _day
    months = "|".join((*words.months, *words.short_months))
    ordinal = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
    english = rf"(?<![a-z])(?P<month>{months})\.?\s+{ordinal},?\s+{year}"
    british = rf"(?<![0-9]){ordinal}\s+(?P<month>{months})\.?,?\s+{year}"
    ended = rf"(?<![a-z])(?:for\s+the\s+|the\s+)?{length}\s+(?:ended|ending)\s+(?:on\s+)?"
    yield from ((ended + named, _english_to) for named in (english, british))
    yield from ((named, _english_day) for named in (english, british))
    yield rf"{alternation(words.asof)}\s*{month}\s*月\s*{day}\s*[日号](?!\s*止)", _day_of_report


def _spans_and_parts() -> Iterator[tuple[str, _Build]]:
    words = period_words()
    year, year2 = _YEAR.format(name="year"), _YEAR.format(name="year2")
    fiscal = alternation(words.fiscal)
    yield rf"{year}\s*(?:财年)?\s*(?:至|到|-|~)\s*{year2}\s*(?:{fiscal})", _fiscal_span
    yield (
        rf"(?<![0-9]){year}\s*(?:{fiscal}|年)?的?\s*{alternation(quantity_words().base_year_names)}",
        _fiscal,
    )
    yield rf"{year}\s*(?:(?P<fiscal>{fiscal})|年)\s*{alternation(words.ends)}", _ending
    yield (
        rf"{year}\s*(?:(?P<fiscal>{fiscal})|年)\s*{alternation(words.starts)}(?!步|级|期|中|创|衷|心)",
        _starting,
    )
    yield rf"{year}\s*{fiscal}", _fiscal
    yield rf"(?<![a-z])(?:fy|fiscal year|fiscal)\s*'?{year}(?![0-9])", _fiscal
    yield r"(?<![a-z])fy\s*'?(?P<year>[0-9]{2})(?![0-9])", _fiscal
    yield rf"{year}\s*年?\s*(?:至|到|-|~)\s*{year2}\s*年", _calendar_span
    yield rf"{year}\s*年\s*(?P<half>上|下)半年", _half
    yield rf"{year}\s*年\s*(?P<half>)半年度", _half
    first, last = (rf"(?P<{name}>1[0-2]|[1-9])" for name in ("first", "last"))
    yield rf"{year}\s*年\s*{first}\s*月?\s*(?:至|到|-|~)\s*{last}\s*月(?!\s*[0-9])", _months_between
    yield rf"{year}\s*年\s*前三季度", _three_quarters
    yield rf"(?<![0-9]){year}\s*(?:年\s*)?h(?P<half>[12])(?![0-9a-z])", _half
    yield rf"{year}\s*年\s*(?P<quarter>第?[一二三四1-4])\s*季度", _quarter
    yield rf"(?P<quarter>q[1-4])\s*{year}", _quarter
    yield rf"{year}\s*(?:年\s*)?(?P<quarter>q[1-4])", _quarter
    yield rf"(?<![a-z])h(?P<half>[12])\s*{year}", _half
    yield rf"{year}\s*年\s*{_DAY.format(name='month')}\s*月(?:份)?", _month
    yield rf"(?<![0-9]){year}\s*年(?:度|同期)?(?!代|来|间)", _calendar


def _words() -> Iterator[tuple[str, _Build]]:
    words = period_words()
    yield from ((pattern, _last_years) for pattern in words.spans)
    yield alternation(words.since_january), _since_january
    yield alternation(words.closing), _closing
    yield alternation(words.opening), _opening
    yield alternation(words.previous), _previous
    yield alternation(words.current), _current
