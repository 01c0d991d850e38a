"""What only looks like a quantity: names, ordinals, dates, ways of speaking, page numbers run into a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from auditor.extract.numbers.numerals import Numeral
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.lookalikes import lookalike_words
from auditor.lexicon.words.periods import period_words
from auditor.model.quantity import Unit

_ENGLISH = english_words()

_WORDS, _DATES = lookalike_words(), date_words()
#: Spans in which digits are part of a name or an example: links, addresses, titles of works and laws.
_NAMES = regex.compile(
    # an address begins where a search does or a word: tried anywhere else a long line takes for ever
    r"https?://\S+|www\.\S+|(?:(?<!\S)|\G)\S+@\S+\.\S+|《[^》]*》|〔[^〕]*〕"
    r"|\+?[0-9]{1,4}(?:[ -][0-9]{2,4}){2,}|(?<![0-9])[0-9]+\s*[x×*]\s*[0-9]+"
    rf"|\({_WORDS.examples}[^()]*\)"
)
#: The number of a topic of GRI, whose disclosures are counted behind it: GRI 403: ... 403-9 ...
_TOPIC = regex.compile(r"(?<![a-z])gri\s*(?P<topic>[0-9]{1,3})(?![0-9])")
#: A reference to a rule: codes, numbers and letters of its parts, nothing else (ESRS 2 BP-2 10 a).
_CODE = r"[a-z]{1,5}[0-9]{0,2}-[0-9]{1,3}"
_PART = r"[a-z]{1,4}[0-9]{0,2}|[0-9]{1,3}"
_REFERENCE = regex.compile(rf"(?=.*\b{_CODE}\b)(?:(?:{_CODE}|{_PART})(?:[\s,;()–]+(?:-\s+)?|$))+")
#: It is no longer than this.
_SHORT = 40
#: The number of a section in front of its title: 3.3 员工健康与安全.
_SECTION = regex.compile(r"\s*[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\s+(?=\p{Han}|[a-z])")
#: The code of a product or project in capitals, as printed: ABC-0123, COVID-19.
_CAPITALS = regex.compile(r"(?<![A-Za-z0-9-])[A-Z]{2,}-[0-9]{2,}(?![0-9.,]*[0-9%％])")
#: No quantity begins with a zero that no decimal point follows: 0123 is a code.
_ZERO_IN_FRONT = regex.compile(r"[-−+]?0[0-9]+(?![0-9.])")
#: A title is no longer than this and does not end like a sentence.
_TITLE = 40
#: A short quoted phrase with a number in it is a name: 「3 小时」公益.
_QUOTED = regex.compile(r"[\"'][^\"'，。,;；]{1,16}[\"']")
#: In front of a Chinese numeral: it does not count here (第三, 数百, 5 千).
_NO_COUNT = regex.compile(rf"(?:{numeral_words().nth}|[0-9.,]\s?|{_WORDS.weekdays}|[{_WORDS.vague}])$")
#: In front of a number: it is what a rate is told of, 20.0 per 1,000 employees.
_DIVIDES = regex.compile(rf"(?:(?<![a-z]){_ENGLISH.per}|{_WORDS.each})\s?$")
#: The first ten of a list (前 10 名), but not 目前 10 家.
_RANKED = regex.compile(rf"(?<![{_WORDS.ago}]){_WORDS.first}\s?$")
_RANKS = regex.compile(rf"\s?[{_WORDS.ranks}]")
#: In front of 表, 图 or 章: it is the end of another word (代表 10 名, 文章 100 篇).
_OTHER_WORD = rf"(?<![{_WORDS.not_names}])"
#: Up to here a number of abstract nouns (3 个方面) is a way of speaking.
_FEW = 10
#: Digits right in front of 年 that are no year: a page number is run together with one.
_YEAR_DIGITS = 4
_TERM = regex.compile(rf"\s*{_WORDS.term}")
_DIGITS_OF_YEAR = regex.compile(rf"[0-9]+\s*{_DATES.year}")
_RUN_ON = regex.compile(r"\s*[×*](?=\s*[0-9])|/[0-9]|:[0-9]")
_MONTH, _BEHIND_MONTH = regex.compile(rf"\s*{_DATES.month}"), regex.compile(rf"{_DATES.month}\s*$")
_DAY = regex.compile(rf"\s*{_DATES.numbered_day}")
#: The end of a date that a line break cut.
_REST_OF_DATE = regex.compile(rf"\s*{_DATES.numbered_day}(?:\s*[,，、:：;；.。{_WORDS.behind_date})）]|\s*$)")
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
#: Numbers that may be days.
_DAYS = range(1, 32)
#: What tells of a number in front of it is no longer than this.
_REACH = 64
#: A Chinese noun is counted by one of these.
_CLASSIFIED = regex.compile(rf"[{_WORDS.classifiers}]")


def name_spans(original: str, folded: str) -> list[tuple[int, int]]:
    """Return where in a text digits belong to names, titles, examples or short quoted phrases."""
    spans = [(found.start(), found.end()) for found in _NAMES.finditer(folded)]
    if len(folded) <= _SHORT and _REFERENCE.fullmatch(folded.strip()):
        return [(0, len(folded))]
    quoted = _QUOTED.finditer(_han_quotes(original, folded))
    spans += [*_section_number(folded), *_disclosures(folded)]
    spans += [found.span() for found in _CAPITALS.finditer(original)]
    return [*spans, *((found.start(), found.end()) for found in quoted)]


def _disclosures(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the number of a topic stands, and behind it those of its disclosures."""
    for named in _TOPIC.finditer(folded):
        yield named.span()
        number = rf"(?<![0-9.,]){named['topic']}-[0-9]{{1,2}}(?![0-9.,]*[0-9%])"
        yield from (found.span() for found in regex.finditer(number, folded, pos=named.start()))


def _section_number(folded: str) -> list[tuple[int, int]]:
    """Return where the number of a section stands; one that a scale word or a measure follows is none."""
    found = _SECTION.match(folded)
    if not found or len(folded) > _TITLE or folded.rstrip()[-1] in "。.;；":
        return []
    behind = folded[found.end() :]
    unit = units().prefix(behind)
    scaled = regex.match(alternation(tuple(quantity_words().scales)), behind)
    return [] if scaled or (unit and unit[0].dimension != "count") else [(0, found.end())]


def in_title(folded: str, offset: int) -> bool:
    """Return whether an offset lies in the title of a work or a law: 《2022-2027年…报告》."""
    return folded.rfind("《", 0, offset) > folded.rfind("》", 0, offset)


def is_name(folded: str, numeral: Numeral) -> bool:
    """Return whether an Arabic number is a name: 第 3, ISO 9001, 10 号, 7×24, 前 10 名, 0123, 3月31日."""
    before, after = right_before(folded, numeral.start), folded[numeral.end :]
    if _before_names().search(before) or _after_names().match(after) or is_date(folded, numeral):
        return True
    if _ZERO_IN_FRONT.match(folded, numeral.start) or _DIVIDES.search(before):
        return True
    if _TERM.match(after) and not _counting().search(before[-8:]):
        return True
    if _RANKED.search(before) and _RANKS.match(after):
        return True
    if numeral.end - numeral.start > _YEAR_DIGITS and _DIGITS_OF_YEAR.match(folded, numeral.start):
        return True
    return bool(_RUN_ON.match(after))


def right_before(folded: str, offset: int) -> str:
    """Return as much of a text in front of an offset as tells of a number there: some words, blanks."""
    words_end = len(folded[:offset].rstrip(" \n\r(:"))
    return folded[max(words_end - _REACH, 0) : offset]


def is_date(folded: str, numeral: Numeral) -> bool:
    """Return whether a number is the month or the day of a date, 3月31日, whose month may stand above."""
    before, after = folded[max(numeral.start - 4, 0) : numeral.start], folded[numeral.end :]
    if not folded[: numeral.start].strip() and _REST_OF_DATE.match(after):
        return numeral.value in _DAYS
    if _MONTH.match(after) or (_BEHIND_MONTH.search(before) and _DAY.match(after)):
        return True
    return numeral.value in _DAYS and _is_english_day(right_before(folded, numeral.start), after)


def _is_english_day(before: str, after: str) -> bool:
    """Return whether a month is named behind a day or, behind ``at`` or a comma, in front: at March 31."""
    months = "|".join(period_words().months)
    if regex.match(rf"{_DATES.day_ends}?\s+(?:{_ENGLISH.of}\s+)?(?:{months})(?![a-z])", after):
        return True
    led = rf"(?:(?<![a-z]){_DATES.at_day}|[,(])\s+(?:{months})\s*$"
    return bool(regex.search(led, before)) and regex.match(r"\s*[\p{L}%]", after) is None


def looks_like_year(folded: str, numeral: Numeral) -> bool:
    """Return whether the digits are those of a year."""
    return bool(_YEAR.fullmatch(folded, numeral.start, numeral.end))


def is_word(folded: str, numeral: Numeral) -> bool:
    """Return whether a Chinese numeral is part of a word, an ordinal or a rank: 统一, 第三, 数百, 前五名."""
    begin = max(numeral.start - 3, 0)
    window = folded[begin : numeral.end + 4]
    offset = numeral.start - begin
    words = regex.finditer(alternation(quantity_words().number_words), window)
    if any(found.start() <= offset < found.end() for found in words):
        return True
    before, after = folded[max(numeral.start - 6, 0) : numeral.start], folded[numeral.end :]
    ranked = _RANKED.search(before) and _RANKS.match(after)
    return bool(ranked or _NO_COUNT.search(before))


def is_manner(folded: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Return whether a few abstract nouns are counted, which is a way of speaking: 3 个方面, 两种方式.

    With a Chinese numeral and a general classifier something is counted only behind a word that says so.
    """
    if numeral.value > _FEW:
        return False
    if regex.match(
        rf"\s*[{_WORDS.sizes}]{{0,2}}" + alternation(quantity_words().abstract_nouns), folded[end:]
    ):
        return True
    counted = numeral.ordinary or unit.id != "item"
    return not counted and not _counting().search(folded[max(numeral.start - 8, 0) : numeral.start])


@cache
def _before_names() -> regex.Pattern[str]:
    first = r"(?:[0-9]{1,2}\s?[-–~]\s?)?"  # of a range: tiers 4-6
    return regex.compile(_OTHER_WORD + alternation(quantity_words().names_before) + rf"[\s(:]*{first}$")


@cache
def _after_names() -> regex.Pattern[str]:
    return regex.compile(r"\s*" + alternation(quantity_words().names_after))


@cache
def _counting() -> regex.Pattern[str]:
    return regex.compile(alternation(quantity_words().counting) + rf"{_WORDS.done}?\s?$")


def _han_quotes(original: str, folded: str) -> str:
    """Return the folded text with straight quotes kept only where the original has paired ones."""
    paired = "「」『』“”"
    return "".join(
        " " if new in "\"'" and old not in paired else new for old, new in zip(original, folded, strict=True)
    )


def names_a_year(noun: str) -> bool:
    """Return whether a noun behind four digits needs a classifier to be counted: 2023员工, not 2023家."""
    return regex.match(r"\p{Han}{2}", noun) is not None and not _CLASSIFIED.match(noun)
