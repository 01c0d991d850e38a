"""Find the periods that a text names: years, days, spans, and words such as 上财年."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from functools import lru_cache

import regex

from auditor.extract.times.clock import Clock
from auditor.extract.times.clock import PeriodMention
from auditor.extract.times.datepatterns import fiscal_words
from auditor.extract.times.datepatterns import number
from auditor.extract.times.datepatterns import numbered
from auditor.extract.times.datepatterns import small
from auditor.extract.times.datepatterns import year
from auditor.extract.times.datepatterns import year_number
from auditor.extract.times.dates import Build
from auditor.extract.times.dates import days
from auditor.extract.times.dates import year_without_number
from auditor.extract.times.dates import years_framed
from auditor.extract.times.stretches import months_between
from auditor.extract.times.stretches import stretch
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.periods import period_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.period import PeriodKind

_ENGLISH = english_words()

_WORDS, _NUMERALS = date_words(), numeral_words()
_YEAR, _MONTH, _QUARTER = _WORDS.year, _WORDS.month, _WORDS.quarter


@lru_cache(maxsize=65536)
def periods(folded: str, clock: Clock, *, bare_years: bool = False) -> tuple[PeriodMention, ...]:
    """Return the periods named in a folded string, from left to right, none inside another.

    ``bare_years`` takes a lone ``2024`` for a year (heads of columns, English prose).
    """
    found: list[PeriodMention] = []
    patterns = _patterns(bare_years=bare_years, minguo=clock.minguo) if numbered(folded) else _unnumbered()
    for pattern, build in patterns:
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


def each_year(period: Period) -> tuple[Period, ...]:
    """Return the years of a span of years, first to last; nothing for other shapes."""
    found = regex.fullmatch(r"(FY|CY)([0-9]{4})\.\.(?:FY|CY)([0-9]{4})", period.code)
    if not found:
        return ()
    return tuple(Period(f"{found[1]}{year:04d}") for year in range(int(found[2]), int(found[3]) + 1))


def _ending(match: regex.Match[str], clock: Clock) -> Period:
    """Return the last day of a named year: 2024年末 is a calendar day, 2024财年末 one of the calendar."""
    fiscal = clock.calendar if match["fiscal"] or not clock.calendar.fiscal else Calendar()
    return fiscal.year_end(year_number(match["year"]))


def _starting(match: regex.Match[str], clock: Clock) -> Period:
    """Return the day before a named year begins, on which its opening balances stand: 2024年初."""
    fiscal = clock.calendar if match["fiscal"] or not clock.calendar.fiscal else Calendar()
    return fiscal.year_end(year_number(match["year"]) - 1)


def _years(match: regex.Match[str], clock: Clock) -> Period:
    """Return the span of two bare years: from 2022 to 2030."""
    first, last = int(match["year"]), int(match["year2"])
    return Period.span(clock.calendar.year(first), clock.calendar.year(last)) if first < last else NO_PERIOD


def _fiscal(match: regex.Match[str], clock: Clock) -> Period:
    return clock.calendar.year(year_number(match["year"]))


def _fiscal_span(match: regex.Match[str], clock: Clock) -> Period:
    first, last = year_number(match["year"]), year_number(match["year2"])
    return Period.span(clock.calendar.year(first), clock.calendar.year(last)) if first < last else NO_PERIOD


def _calendar_span(match: regex.Match[str], clock: Clock) -> Period:
    first, last = year_number(match["year"]), year_number(match["year2"])
    return Period.span(clock.named(first), clock.named(last)) if first < last else NO_PERIOD


def _month(match: regex.Match[str], _clock: Clock) -> Period:
    month = number(match["month"])
    return Period(f"{year_number(match['year']):04d}-{month:02d}") if 1 <= month <= 12 else NO_PERIOD


def _half(match: regex.Match[str], _clock: Clock) -> Period:
    half = 1 if match["half"] in {"", _WORDS.first_half, "1"} else 2
    return Period(f"{year_number(match['year']):04d}H{half}")


def _months_between(match: regex.Match[str], _clock: Clock) -> Period:
    """Return the months of a year from one to another: 2024年1-6月."""
    return months_between(year_number(match["year"]), int(match["first"]), int(match["last"]))


def _three_quarters(match: regex.Match[str], clock: Clock) -> Period:
    return stretch(Period.day(year_number(match["year"]), 9, 30), 9, clock.calendar)


def _quarter(match: regex.Match[str], _clock: Clock) -> Period:
    quarter = number(match["quarter"].removeprefix(_NUMERALS.nth).removeprefix("q"))
    return Period(f"{year_number(match['year']):04d}Q{quarter}") if 1 <= quarter <= 4 else NO_PERIOD


def _calendar(match: regex.Match[str], clock: Clock) -> Period:
    return clock.named(year_number(match["year"]), annual=match[0].endswith(_WORDS.annual))


def _pair(match: regex.Match[str], clock: Clock) -> Period:
    """Return the fiscal year that lies in two years and is called by both: 2024/25年度, FY2024-25.

    With a hyphen or in full the two may as well be two years, unless the report counts fiscal years;
    2024-12 is a month.
    """
    kind, last = match["kind"] or "", year_number(match["year2"])
    if last != year_number(match["year"]) + 1:
        return NO_PERIOD
    short = len(match["year2"]) == 2
    if match["sign"] == "-":
        told = bool(kind) or int(match["year2"]) > 12 if short else kind not in ("", *period_words().fiscal)
        return Period.fiscal(last) if told and clock.calendar.fiscal else NO_PERIOD
    if not (short or kind or clock.calendar.fiscal):
        return NO_PERIOD
    return Period.fiscal(last)


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
    count = period_words().numbers.get(match["n"]) or number(
        match["n"].replace(_NUMERALS.pair, _NUMERALS.digits[2])
    )
    return Period.span(clock.calendar.year(clock.year - count + 1), clock.current)


_RELATIVE = (_current, _previous, _since_january, _closing, _opening, _last_years, year_without_number)


@cache
def _patterns(*, bare_years: bool, minguo: bool) -> tuple[tuple[regex.Pattern[str], Build], ...]:
    sources = _sources(bare_years=bare_years, minguo=minguo)
    return tuple((regex.compile(pattern), build) for pattern, build in sources)


@cache
def _unnumbered() -> tuple[tuple[regex.Pattern[str], Build], ...]:
    """Return the patterns of the words that tell a period without its number."""
    return tuple((regex.compile(pattern), build) for pattern, build in _words())


def _sources(*, bare_years: bool, minguo: bool) -> Iterator[tuple[str, Build]]:
    """Yield every pattern, those that hold others first."""
    yield from years_framed(minguo=minguo)
    yield from days(minguo=minguo)
    yield from _pairs()
    yield from _spans(minguo=minguo)
    yield from _parts(minguo=minguo)
    yield from _words()
    if bare_years:
        years = [rf"(?P<{name}>(?:19|20)[0-9]{{2}})" for name in ("year", "year2")]
        ahead, stop = r"(?<![0-9.,/a-z-])", r"(?![0-9a-z%]|[.,][0-9])"
        yield rf"{ahead}{years[0]}\s*{_WORDS.through_year}\s*{years[1]}(?!-){stop}", _years
        yield rf"(?<![a-z]){_ENGLISH.between}\s+{years[0]}\s+{_ENGLISH.joins}\s+{years[1]}{stop}", _years
        yield rf"{ahead}{years[0]}{stop}", _bare


def _pairs() -> Iterator[tuple[str, Build]]:
    """Yield the patterns of a fiscal year that is named by both years in which it lies: 2024/25年度."""
    first, last = r"(?P<year>20[0-9]{2})", r"(?P<year2>20[0-9]{2}|[0-9]{2})"
    ahead, stop = r"(?<![0-9a-z./-])", r"(?![0-9%]|\s*[/.-]\s*[0-9])"
    behind = rf"\s*(?P<kind>{fiscal_words()}|{_WORDS.accounting}?{_WORDS.annual}|{_YEAR})"
    name = rf"(?P<kind>{_WORDS.fiscal_heads})\s*'?"
    two, two2 = r"(?P<year>[0-9]{2})", r"(?P<year2>[0-9]{2})"
    yield rf"{ahead}{name}{first}\s*(?:(?P<sign>/)|-)\s*{last}{stop}", _pair
    yield rf"{ahead}{name}{two}\s*(?:(?P<sign>/)|-)\s*{two2}{stop}", _pair
    yield rf"{ahead}{first}\s*(?P<sign>[/-])\s*{last}{behind}", _pair
    yield rf"{ahead}{first}\s*(?P<sign>[/-])\s*{last}{stop}(?P<kind>)", _pair
    yield rf"{ahead}{two}\s*(?P<sign>/)\s*{two2}{behind}", _pair


def _spans(*, minguo: bool) -> Iterator[tuple[str, Build]]:
    words = period_words()
    first, last, fiscal = year(minguo=minguo), year("year2", minguo=minguo), fiscal_words()
    yield rf"{first}\s*(?:{_WORDS.fiscal})?\s*{_WORDS.to}\s*{last}\s*(?:{fiscal})", _fiscal_span
    yield (
        rf"(?<![0-9]){first}\s*(?:{fiscal}|{_YEAR})?{_WORDS.of}?\s*{alternation(quantity_words().base_year_names)}",
        _fiscal,
    )
    yield rf"{first}\s*(?:(?P<fiscal>{fiscal})|{_YEAR})\s*{alternation(words.ends)}", _ending
    yield (
        rf"{first}\s*(?:(?P<fiscal>{fiscal})|{_YEAR})\s*{alternation(words.starts)}(?!{_WORDS.initial})",
        _starting,
    )
    yield (
        rf"(?<![a-z])(?P<fiscal>{alternation(words.year_ends)})\s+(?:{_ENGLISH.of}\s+)?{year()}(?![0-9])",
        _ending,
    )
    yield rf"(?<![0-9]){year()}\s+(?P<fiscal>{alternation(words.year_ends)})", _ending
    yield rf"{first}\s*{fiscal}", _fiscal
    yield rf"(?<![a-z]){_WORDS.fiscal_heads}\s*'?{year()}(?![0-9])", _fiscal
    yield r"(?<![a-z])fy\s*'?(?P<year>[0-9]{2})(?![0-9])", _fiscal
    yield r"(?<=[(])\s*(?P<year>(?:19|20)[0-9]{2})\s*(?=:)", _bare
    yield rf"{first}\s*{_YEAR}?\s*{_WORDS.to}\s*{last}\s*{_YEAR}", _calendar_span


def _parts(*, minguo: bool) -> Iterator[tuple[str, Build]]:
    named = year(minguo=minguo)
    yield rf"{named}\s*{_YEAR}\s*(?P<half>{_WORDS.first_half}|{_WORDS.second_half}){_WORDS.half_year}", _half
    yield rf"{named}\s*{_YEAR}\s*(?P<half>){_WORDS.half_annual}", _half
    first, last = (rf"(?P<{name}>1[0-2]|[1-9])" for name in ("first", "last"))
    yield (
        rf"{named}\s*{_YEAR}\s*{first}\s*{_MONTH}?\s*{_WORDS.to}\s*{last}\s*{_MONTH}(?!\s*[0-9])",
        _months_between,
    )
    yield rf"{named}\s*{_YEAR}\s*{_WORDS.three_quarters}", _three_quarters
    yield rf"(?<![0-9]){year()}\s*(?:{_YEAR}\s*)?h(?P<half>[12])(?![0-9a-z])", _half
    yield rf"{named}\s*{_YEAR}\s*(?P<quarter>{_NUMERALS.nth}?[{_WORDS.quarters}1-4])\s*{_QUARTER}", _quarter
    yield rf"(?P<quarter>q[1-4])\s*{year()}", _quarter
    yield rf"{year()}\s*(?:{_YEAR}\s*)?(?P<quarter>q[1-4])", _quarter
    yield rf"(?<![a-z])h(?P<half>[12])\s*{year()}", _half
    yield rf"{named}\s*{_YEAR}\s*{small('month')}\s*{_MONTH}(?:{_WORDS.of_month})?", _month
    yield rf"(?<![0-9]){named}\s*{_YEAR}{_WORDS.year_behind}?(?!{_WORDS.decades})", _calendar


def _words() -> Iterator[tuple[str, Build]]:
    words = period_words()
    yield from ((pattern, _last_years) for pattern in words.spans)
    yield alternation(words.since_january), _since_january
    yield alternation(words.opening), _opening
    yield alternation(words.closing), _closing
    yield alternation(words.previous), _previous
    yield alternation(words.current), _current
