"""The shapes in which a text writes days, months and years, as patterns with named groups."""

from __future__ import annotations

from functools import cache

import regex

from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.periods import period_words

_WORDS, _NUMERALS = date_words(), numeral_words()
_CHINESE_DIGITS = str.maketrans(_NUMERALS.nought_to_nine, "000123456789")
_DIGIT = rf"[{_NUMERALS.nought_to_nine}]"
_CENTURY = _NUMERALS.digits[2]
#: The year before the first of the Minguo calendar of Taiwan (民國).
_MINGUO = 1911
_WESTERN = (
    rf"(?:19|20)[0-9]{{2}}|{_CENTURY}{_DIGIT}{{3}}|(?:{_WORDS.minguo_full})?{_WORDS.minguo}\s*[0-9]{{2,3}}"
)
#: 113年, where a report counts so; 100年历史 and 近100年 count years.
_NO_COUNT = rf"(?<![0-9.{_WORDS.amounts}{_WORDS.founded}])(?<![0-9],)(?<![{_WORDS.amounts}]\s)"
_THREE_DIGITS = _NO_COUNT + rf"(?:9[0-9]|1[0-4][0-9])(?=\s*{_WORDS.year}(?!{_WORDS.lasting}))"
#: Words of a year behind its last day: 止年度, 止财政年度, 止十二个月.
TWELVE_MONTHS = (
    rf"(?:{_WORDS.of}\s*)?(?:(?:{_WORDS.whole})?(?:{_WORDS.accounting}|{_WORDS.reporting})?\s*{_WORDS.annual}"
    rf"|{_WORDS.one_year}|{_WORDS.twelve}\s*{_WORDS.months_long})"
)

#: What stands in every day, month or year that is told by its number.
_NUMBERED = regex.compile(
    rf"(?:19|20)[0-9]{{2}}|{_CENTURY}{_DIGIT}{{3}}|{_WORDS.minguo}"
    rf"|[0-9{_NUMERALS.listed}]\s*[{_WORDS.month}{_WORDS.year}]"
    rf"|{_WORDS.numbered_years}\s*'?[0-9]|[0-9]\s*/\s*[0-9]"
)


def numbered(folded: str) -> bool:
    """Return whether a text may tell a day, month or year by its number; most texts do not."""
    return _NUMBERED.search(folded) is not None


def year(name: str = "year", *, minguo: bool = False) -> str:
    """Return the pattern of a year; ``minguo`` takes 113年 for one."""
    return rf"(?P<{name}>{_WESTERN}|{_THREE_DIGITS})" if minguo else rf"(?P<{name}>{_WESTERN})"


def small(name: str) -> str:
    """Return the pattern of the number of a day or month."""
    return rf"(?P<{name}>[0-9]{{1,2}}|[{_NUMERALS.listed}]{{1,3}})"


def english_date(suffix: str = "") -> str:
    """Return the pattern of an English day and month, in either order."""
    months, day = month_names(), rf"(?P<day{suffix}>[0-9]{{1,2}}){_WORDS.day_ends}?"
    month = rf"(?P<month{suffix}>{months})\.?"
    return rf"(?:{day}\s+(?:{english_words().of}\s+)?{month}|{month}\s+{day})"


@cache
def month_names() -> str:
    """Return the English months and their short forms as alternatives."""
    words = period_words()
    return "|".join((*words.months, "sept", *words.short_months))


@cache
def fiscal_words() -> str:
    """Return the words for a fiscal year as one group."""
    return alternation(period_words().fiscal)


def number(text: str) -> int:
    """Return a number in digits or in Chinese characters."""
    if text.isascii():
        return int(text)
    plain = text.translate(_CHINESE_DIGITS)
    if _NUMERALS.ten not in plain:
        return int(plain)
    tens, _, ones = plain.partition(_NUMERALS.ten)
    return int(tens or 1) * 10 + int(ones or 0)


def year_number(text: str) -> int:
    """Return a year of the common era; two digits are of this century, three count from 1911."""
    told = text.rpartition(_WORDS.minguo)[2].strip()
    found = number(told)
    if told != text or (len(told) > 2 and found < 1000):
        return found + _MINGUO
    return found + 2000 if found < 100 else found


def month_number(text: str) -> int:
    """Return a month by its number or its English name."""
    short = period_words().short_months
    return short.index(text[:3]) + 1 if text[:3] in short else number(text)
