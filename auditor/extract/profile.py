"""Recognise what a document is: language, organisation, reporting period, calendar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice

import regex

from auditor.extract.periods import Clock
from auditor.extract.periods import periods
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import fold_width
from auditor.lexicon.periods import period_words
from auditor.lexicon.quantities import alternation
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.period import PeriodKind

_HAN = regex.compile(r"\p{Han}")
_COMPANY = regex.compile(
    r"(?P<name>[\p{Han}A-Za-z·&]{2,24}?(?:股份有限公司|有限責任公司|有限责任公司|有限公司|集[團团](?!\p{Han}{0,6}公司)))"
    r"|(?P<latin>[A-Z][A-Za-z.&' -]{2,40}? (?:Limited|Ltd|Inc|Corporation|Group|plc|PLC|AG|Trust))\b"
)
#: Words that stand between a verb or another name and the name of the company.
_CONNECTIVES = regex.compile(r"[以為为是由和與与及對对受在於于的]|(?:^The )")
_GENERIC = regex.compile(r"业务|業務|产业|產業|各|本|该|該|上市|所属|所屬")
_OPENING_BLOCKS = 400
#: A title is shorter than this.
_TITLE = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document is; ``names`` are the words by which it calls the reporting entity, folded."""

    language: str
    organisation: str
    names: tuple[str, ...]
    clock: Clock

    @property
    def period(self) -> Period:
        """Return the period that the report covers."""
        return self.clock.current


def profile(document: Document, *, language: str = "", organisation: str = "", period: str = "") -> Profile:
    """Recognise the document; what is given overrides what is found."""
    texts = _texts(document)
    clock = _clock(document.name, texts) if not period else _given(period, texts)
    organisation = organisation or _organisation(document)
    return Profile(language or _language(texts), organisation, _names(organisation), clock)


def _texts(document: Document) -> list[str]:
    texts = [item.text.string for item in document.elements if isinstance(item, Block)]
    return [*texts, *(cell.text.string for table in document.tables for cell in table.cells)]


def _language(texts: list[str]) -> str:
    sample = "".join(islice(texts, 3000))
    han = _HAN.findall(sample)
    if len(han) * 5 < len(regex.findall(r"\p{L}", sample)):
        return "en"
    plain = "".join(han)
    changed = sum(1 for old, new in zip(plain, fold(plain), strict=True) if old != new)
    return "zh-Hant" if changed * 20 > len(plain) else "zh-Hans"


def _organisation(document: Document) -> str:
    """Return the name that stands most often, running heads and legal names counted more."""
    counts: Counter[str] = Counter()
    for block in islice(document.blocks, _OPENING_BLOCKS):
        weight = 4 if block.kind is BlockKind.FURNITURE else 1
        for found in _COMPANY.finditer(block.text.string):
            name = _CONNECTIVES.split(found["name"] or found["latin"])[-1].strip()
            if len(name) > 3 and not _GENERIC.match(name):
                counts[name] += weight * (3 if name.endswith("公司") else 1)
    best = max(counts.items(), key=lambda item: (item[1], -len(item[0]), item[0]), default=("", 0))
    return best[0]


def _names(organisation: str) -> tuple[str, ...]:
    """Return the organisation's name and its shorter forms, folded, longest first."""
    name = fold(organisation)
    short = regex.sub(
        r"(股份|控股)?(有限责任公司|有限公司)$|集团$| (limited|ltd|inc|corporation|group|plc|ag)$", "", name
    )
    shorter = regex.sub(r"(集团)?(控股)?(信息技术|科技|控股|集团)?$", "", short)
    return tuple(
        sorted(
            {item for item in (name, short, shorter) if len(item) > 1}, key=lambda item: (-len(item), item)
        )
    )


def _given(period: str, texts: list[str]) -> Clock:
    """Return the clock for a given code such as ``FY2025`` or ``CY2024``."""
    given = Period(period)
    found = _clock("", texts).calendar
    fiscal = period.upper().startswith("FY")
    calendar = found if fiscal == found.fiscal else Calendar(fiscal=fiscal)
    part = given.code[4:] if given.kind is PeriodKind.PART else ""
    return Clock(Calendar() if part else calendar, given.year, part)


def _clock(name: str, texts: list[str]) -> Clock:
    folded = [fold(text) for text in texts]
    calendar = _calendar(folded)
    part = _part(folded, calendar)
    calendar = Calendar() if part else calendar
    clock = Clock(calendar, None)
    votes: Counter[int] = Counter()
    for number, text in enumerate(folded):
        weight = 3 if number < _OPENING_BLOCKS else 1
        for mention in periods(text, clock):
            if mention.period.kind is PeriodKind.YEAR and mention.period.year:
                votes[mention.period.year] += weight * _weight(text, mention.start, mention.end, calendar)
    for year in regex.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", name):
        votes[int(year)] += 20
    best = max(votes.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return Clock(calendar, best[0] or None, part)


def _part(folded: list[str], calendar: Calendar) -> str:
    """Return which part of a year the report covers, by its title; its last day must not speak against it.

    A report on half a year of another calendar than the civil one is read as before: by the days it names.
    """
    words = period_words()
    titles = [text.strip() for text in folded[:_OPENING_BLOCKS] if len(text) < _TITLE]
    tail = r"\s*(?:全文|正文|摘要|[0-9]{4})?\s*$"
    named = [
        words.interim[found[0].strip()]
        for text in titles
        if (found := regex.search(alternation(tuple(words.interim)) + rf"(?={tail})", text))
    ]
    annual = sum(
        bool(regex.search(rf"(?<!半)(?<!季){alternation(words.annual)}{tail}", text)) for text in titles
    )
    if len(named) <= annual:
        return ""
    part = Counter(named).most_common(1)[0][0]
    ends = {"H1": (6, 30), "Q1": (3, 31), "Q3": (9, 30)}
    return part if (calendar.month, calendar.day) in {ends[part], (12, 31)} else ""


def _weight(text: str, start: int, end: int, calendar: Calendar) -> int:
    """Return how much a named year says about the year that the report covers."""
    if "月" in text[start:end]:
        return 40
    if regex.match(r"\s*(?:年度)?[^，。,.]{0,24}(?:报告|report)", text[end : end + 40]) and len(text) < 80:
        return 6
    is_fiscal = bool(regex.search(alternation(period_words().fiscal), text[start:end]))
    return 2 if is_fiscal == calendar.fiscal else 1


def _calendar(folded: list[str]) -> Calendar:
    """Return the calendar: fiscal years by their words, the closing day from a span of twelve months."""
    fiscal_words = sum(
        len(regex.findall(alternation(period_words().fiscal) + r"|fy ?20", text)) for text in folded
    )
    calendar_years = sum(len(regex.findall(r"20[0-9]{2}\s*年(?:度|末)", text)) for text in folded)
    fiscal = fiscal_words > max(calendar_years, 2)
    ends: Counter[tuple[int, int]] = Counter()
    for text in folded:
        for found in _MONTH_END.finditer(text):
            ends[_MONTH_ENDS[found["month"] or found["name"]]] += 1
    month, day = max(ends, key=lambda end: (ends[end], end), default=(12, 31))
    return Calendar(month, day, fiscal=fiscal and (month, day) != (12, 31))


_MONTH_ENDS = {"3": (3, 31), "6": (6, 30), "9": (9, 30), "12": (12, 31)} | {
    "march": (3, 31),
    "june": (6, 30),
    "september": (9, 30),
    "december": (12, 31),
}
#: The last day of a quarter as a date; a year may end on any of them.
_MONTH_END = regex.compile(
    r"(?<![0-9])(?P<month>3|6|9|12)\s*月\s*(?:30|31)\s*日"
    r"|(?:3[01]\s+)(?P<name>march|june|september|december)"
    r"|(?P<name>march|june|september|december)\s+3[01]"
)


def english(text: str) -> bool:
    """Return whether a text is mostly Latin letters."""
    return len(_HAN.findall(text)) * 5 < len(regex.findall(r"[a-z]", fold_width(text).lower()))
