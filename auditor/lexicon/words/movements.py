"""The words of ``movements.toml`` between a level and the change that is told of it."""

from __future__ import annotations

import re
from functools import cache

from auditor.lexicon.additions import kept
from auditor.lexicon.labels import label_words
from auditor.lexicon.load import contents
from auditor.lexicon.load import folded
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import near

_NAMED_YEAR = r"(?:fy|cy)?\s*(?:19|20)[0-9]{2}(?![0-9])\s*(?:财政年度|财年|年度|年)?(?:末|底|同期)?"


@kept
def between() -> re.Pattern[str]:
    """Return a pattern of all that may stand between a level and its change."""
    words = quantity_words()
    measured = (*years(), *words.year_bases, *words.against, *words.measured)
    plain = (*words.up, *words.down, *measured, *_read("links"))
    longest = tuple(sorted(set(plain), key=lambda word: (-len(word), word)))
    return re.compile(rf"{_NAMED_YEAR}|{sign_of_currency()}|{alternation(longest)}|[\s,，、()（）:：%％'‘’]+")


@cache
def on_a_year() -> re.Pattern[str]:
    """Return a pattern of words that name the year that a change is measured against."""
    return re.compile(rf"{alternation((*years(), *quantity_words().year_bases))}|{_NAMED_YEAR}")


@kept
def arriving() -> re.Pattern[str]:
    """Return a pattern of words behind a change that lead on to the level that it ends at: to, 至."""
    return re.compile(
        rf"(?:{alternation(quantity_words().reached)})\s*(?:{alternation(near())})?\s*{sign_of_currency()}?\s*$"
    )


@kept
def comparing() -> re.Pattern[str]:
    """Return a pattern of words that end in a year with which a number is compared: 较上年的, compared to."""
    words = quantity_words()
    measured = alternation((*words.year_bases, *words.against, *words.measured))
    year = rf"(?:the )?(?:{alternation(years())}|{_NAMED_YEAR}|末|底)?"
    return re.compile(rf"{measured}\s*{year}\s*的?\s*{sign_of_currency()}?\s*$")


def otherwise(words: str) -> bool:
    """Return whether words hold a change against something other than a year as it was printed."""
    return bool(_otherwise().search(re.sub(alternation(quantity_words().year_bases), " ", words)))


@cache
def _otherwise() -> re.Pattern[str]:
    measured = alternation((*quantity_words().against, *quantity_words().measured))
    year = rf"(?:the |a )?(?:{alternation(years())}|{_NAMED_YEAR})"
    adjusted = alternation((*label_words().adjusting, *quantity_words().base_year_names, *_read("aims")))
    return re.compile(rf"{adjusted}|{measured}(?!\s*{year})(?=\s*[a-z0-9\u4e00-\u9fff])")


@cache
def against_base() -> re.Pattern[str]:
    """Return a pattern of heads that measure against a base: 较 2020 年, vs base, against our 2019 baseline.

    ``year`` or ``also`` is the year that they name.
    """
    words = quantity_words()
    against = alternation(tuple(dict.fromkeys((*words.measured, *words.against, *words.since))))
    base = alternation((*words.base_year_names, *_read("base_heads")))
    year = r"(?:(?:fy|cy)\s?)?(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
    also = r"(?:[^0-9]{0,4}(?P<also>(?:19|20)[0-9]{2}))?"
    return re.compile(rf"{against}\s*(?:the |a |our )?(?:{year}|{base}(?![a-z]){also})")


@cache
def years() -> tuple[str, ...]:
    """Return the words for the year that a change is measured against."""
    return _read("years")


def _read(name: str) -> tuple[str, ...]:
    data = contents("movements.toml")
    return folded(data["between"][name])
