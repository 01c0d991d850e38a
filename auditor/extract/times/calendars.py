"""Recognise how a report counts its years and which of them it covers.

What the text says decides: days that frame a year, the day on which a year ended, titles. The name of the
file is asked only where no such witness is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from auditor.extract.times.clock import Clock
from auditor.extract.times.clock import PeriodMention
from auditor.extract.times.datepatterns import fiscal_words
from auditor.extract.times.datepatterns import month_names
from auditor.extract.times.dates import closing_days
from auditor.extract.times.periods import periods
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.periods import period_words
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.period import PeriodKind

#: The title page, and the chapters that say what the report is about.
_FIRST_BLOCKS, _OPENING_BLOCKS = 10, 400
#: A title is no longer than this.
_TITLE = 80
#: How much a year framed by days says, a title, and a day on which a year may end.
_FRAMED, _TITLED, _CLOSING = 40, 6, 10
#: A fiscal year named by two years, as often as this, is how a report counts.
_PAIRS = 2
_NEW_YEAR = (12, 31)
_WORDS = date_words()
_YEAR, _MONTH, _ANNUAL = _WORDS.year, _WORDS.month, _WORDS.annual
_ENDS = {3: (3, 31), 6: (6, 30), 9: (9, 30), 12: (12, 31)}
_MONTH_ENDS = {
    name: end for month, end in _ENDS.items() for name in (str(month), period_words().months[month - 1])
}
_QUARTER_ENDS = "|".join(period_words().months[month - 1] for month in _ENDS)
#: The last day of a quarter as a date; a year may end on any of them.
_MONTH_END = regex.compile(
    rf"(?<![0-9])(?P<month>3|6|9|12)\s*{_MONTH}\s*(?:30|31)\s*{_WORDS.day}"
    rf"|(?:3[01]\s+)(?P<name>{_QUARTER_ENDS})"
    rf"|(?P<name>{_QUARTER_ENDS})\s+3[01]"
)
_PAIR = regex.compile(
    r"(?<![0-9a-z./-])(?:fy\s*)?(?:20)?(?P<one>[0-9]{2})(?:\s*/\s*(?:20)?|-20)(?P<two>[0-9]{2})(?![0-9%/.-])"
)
_BARE_HEAD = regex.compile(rf"(?<![0-9a-z/-])20[0-9]{{2}}\s*{_WORDS.year_told}?(?![0-9a-z/\p{{Han}}-])")
#: A reporting year that the text calls by a number (止年度（「2025年度」）), or a head by that and as fiscal.
_CALLED = regex.compile(
    rf"{_WORDS.until}\s*{_WORDS.accounting}?{_ANNUAL}\s*[(][^()]{{0,8}}(?<![0-9])20[0-9]{{2}}\s*{_ANNUAL}"
)
_BOTH = regex.compile(
    rf"(?<![0-9])(?P<year>20[0-9]{{2}})\s*{_ANNUAL}[\s/(|]*{_WORDS.fiscal_codes}"
    r"\s*'?(?:20)?(?P<two>[0-9]{2})"
)
_MINGUO = regex.compile(rf"{_WORDS.minguo}\s*[0-9]{{2,3}}\s*{_YEAR}")
_MINGUO_HEAD = regex.compile(rf"(?<![0-9.,])(?:9[0-9]|1[0-4][0-9])\s*{_YEAR}{_WORDS.year_ends}?(?!\p{{Han}})")


def recognised(name: str, texts: Sequence[str], heads: Sequence[str], given: str = "") -> Clock:
    """Return the clock of a report; a given code such as ``FY2025`` overrides what is found."""
    folded = [fold(text) for text in texts]
    heads = [squeeze(fold(head))[0] for head in heads]
    calendar = _calendar(folded, heads)
    if given:
        fiscal = given.upper().startswith("FY")
        calendar = calendar if fiscal == calendar.fiscal else Calendar(fiscal=fiscal)
    part = _part_given(given) if given else _part(folded, calendar)
    calendar = Calendar() if part else calendar
    plain = calendar.fiscal and _plain(folded, heads)
    annual = calendar.fiscal and _annual(folded, heads)
    clock = Clock(calendar, None, part, plain, _counts_from_1911(folded, heads), annual)
    return replace(clock, year=Period(given).year if given else _year(name, folded, clock))


def _part_given(given: str) -> str:
    period = Period(given)
    return period.code[4:] if period.kind is PeriodKind.PART else ""


def _part(folded: Sequence[str], calendar: Calendar) -> str:
    """Return which part of a year the report covers, by its title; its last day must not speak against it.

    A report on half a year of another calendar than the civil one is read as before: by the days it names.
    """
    words = period_words()
    titles = [text.strip() for text in folded[:_OPENING_BLOCKS] if len(text) < _TITLE]
    tail = rf"\s*(?:{_WORDS.versions}|[0-9]{{4}})?\s*$"
    named = [
        words.interim[found[0].strip()]
        for text in titles
        if (found := regex.search(alternation(tuple(words.interim)) + rf"(?={tail})", text))
    ]
    annual = sum(
        bool(regex.search(rf"(?<!{_WORDS.parts}){alternation(words.annual)}{tail}", text)) for text in titles
    )
    if len(named) <= annual:
        return ""
    part = Counter(named).most_common(1)[0][0]
    ends = {"H1": (6, 30), "Q1": (3, 31), "Q3": (9, 30)}
    return part if (calendar.month, calendar.day) in {ends[part], _NEW_YEAR} else ""


def _year(name: str, folded: Sequence[str], clock: Clock) -> int | None:
    """Return the year that most of the text tells of, by its witnesses if there are any."""
    witnesses: Counter[int] = Counter()
    votes: Counter[int] = Counter()
    for number, text in enumerate(folded):
        weight = 6 if number < _FIRST_BLOCKS else 3 if number < _OPENING_BLOCKS else 1
        for mention in periods(text, clock, bare_years=_may_be_title(text)):
            if mention.period.kind is PeriodKind.YEAR and mention.period.year and not _beside(text, mention):
                told = _witness(text, mention)
                witnesses[mention.period.year] += weight * told
                votes[mention.period.year] += weight * max(told, _weight(text, mention, clock.calendar))
    for found in regex.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", name):
        votes[int(found)] += 20
    years = +witnesses or votes
    return max(years, key=lambda year: (years[year], votes[year], year), default=None)


def _beside(text: str, mention: PeriodMention) -> bool:
    """Return whether a year in brackets only dates a number set beside another: （2021年：1.5倍）."""
    behind = regex.match(r"\s*:", text[mention.end :])
    return behind is not None and text[: mention.start].rstrip().endswith("(")


def _may_be_title(text: str) -> bool:
    return len(text) < _TITLE and _title().search(text) is not None


@cache
def _title() -> regex.Pattern[str]:
    return regex.compile(_titles())


def _titles() -> str:
    return alternation(period_words().titles)


def _witness(text: str, mention: PeriodMention) -> int:
    """Return how surely a named year is the one that the report covers: framed by days, in a title."""
    named, before, after = text[mention.start : mention.end], text[: mention.start], text[mention.end :]
    if _MONTH in named or regex.search(rf"(?<![a-z])(?:{month_names()})(?![a-z])", named):
        return _FRAMED
    if len(text) >= _TITLE:
        return 0
    ahead = regex.match(rf"\s*(?:{_ANNUAL})?[^，。,.]{{0,40}}?{_titles()}", after)
    behind = regex.search(rf"{_titles()}\s*[-(:|]?\s*$", before)
    return _TITLED if ahead or behind else 0


def _weight(text: str, mention: PeriodMention, calendar: Calendar) -> int:
    is_fiscal = bool(regex.search(fiscal_words(), text[mention.start : mention.end]))
    return 2 if is_fiscal == calendar.fiscal else 1


def _calendar(folded: Sequence[str], heads: Sequence[str]) -> Calendar:
    """Return the calendar: its closing day from years framed by days, else from ends of quarters."""
    framed: Counter[tuple[int, int]] = Counter()
    ends: Counter[tuple[int, int]] = Counter()
    for number, text in enumerate(folded):
        weight = _CLOSING * (3 if number < _OPENING_BLOCKS else 1)
        for end in closing_days(text):
            framed[end] += weight
        for found in _MONTH_END.finditer(text):
            ends[_MONTH_ENDS[found["month"] or found["name"]]] += 1
    both = framed + ends
    titles = [text for text in folded if _may_be_title(text)]
    paired = _pairs(heads) >= _PAIRS or _pairs(folded) > _PAIRS or _pairs(titles) > 0
    if paired and not framed[_NEW_YEAR]:
        both.pop(_NEW_YEAR, None)
        both[3, 31] += 1
    month, day = max(both, key=lambda end: (both[end], end), default=_NEW_YEAR)
    fiscal = paired or bool(framed[month, day]) or _speaks_of_fiscal_years(folded)
    return Calendar(month, day, fiscal=fiscal and (month, day) != _NEW_YEAR)


def _pairs(texts: Sequence[str]) -> int:
    return sum(int(found["two"]) == int(found["one"]) + 1 for text in texts for found in _PAIR.finditer(text))


def _speaks_of_fiscal_years(folded: Sequence[str]) -> bool:
    told = sum(len(regex.findall(fiscal_words() + r"|fy ?20", text)) for text in folded)
    civil = sum(len(regex.findall(rf"20[0-9]{{2}}\s*{_YEAR}{_WORDS.civil_ends}", text)) for text in folded)
    return told > max(civil, 2)


def _plain(folded: Sequence[str], heads: Sequence[str]) -> bool:
    """Return whether a report by fiscal years calls them by a bare year: its heads, else its text, do.

    A report that has heads of both kinds, or speaks of fiscal years without having heads, tells both apart.
    """
    fiscal = rf"{fiscal_words()}|fy\s*'?[0-9]{{2}}"
    if any(_BARE_HEAD.search(head) for head in heads):
        return not any(regex.search(fiscal, head) for head in heads)
    named = rf"20[0-9]{{2}}\s*{fiscal_words()}|fy\s*'?[0-9]{{2}}"
    return not any(regex.search(named, text) for text in folded)


def _annual(folded: Sequence[str], heads: Sequence[str]) -> bool:
    """Return whether 2025年度 is a reporting year: the text calls it so, or a head gives it both names."""
    both = (found for head in heads for found in _BOTH.finditer(head))
    return any(map(_CALLED.search, folded)) or any(found["year"].endswith(found["two"]) for found in both)


def _counts_from_1911(folded: Sequence[str], heads: Sequence[str]) -> bool:
    """Return whether 113年 is a year: the text says 民国, or two heads do so in a report from Taiwan."""
    if any(_MINGUO.search(text) for text in folded):
        return True
    told = sum(bool(_MINGUO_HEAD.search(head)) for head in heads)
    return told >= _PAIRS and any(regex.search(alternation(period_words().minguo), text) for text in folded)
