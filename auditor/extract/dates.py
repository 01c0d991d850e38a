"""Days and numbers in the words of a text: 二零二四年六月三十日, 30 June 2024."""

from __future__ import annotations

import regex

from auditor.lexicon.periods import period_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period

_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def number(text: str) -> int:
    """Return a number of years, months or days in digits or in Chinese."""
    if text.isascii():
        return int(text)
    plain = text.translate(_CHINESE_DIGITS)
    if "十" not in plain:
        return int(plain)
    tens, _, ones = plain.partition("十")
    return int(tens or 1) * 10 + int(ones or 0)


def day_of(match: regex.Match[str], suffix: str = "") -> Period:
    """Return the day that the groups of a match name; without a year of its own, in that of the first one."""
    year = number(match["year" + suffix] or match["year"])
    month, day = number(match["month" + suffix]), number(match["day" + suffix])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return NO_PERIOD
    return Period.day(year, month, day)


def english_day(match: regex.Match[str]) -> Period:
    """Return the day that the groups of a match name with an English month."""
    words = period_words()
    month = match["month"][:3]
    return Period.day(int(match["year"]), words.short_months.index(month) + 1, int(match["day"]))
