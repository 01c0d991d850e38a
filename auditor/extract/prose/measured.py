"""What a change is measured against: the year before, another year that is named, a base year."""

from __future__ import annotations

from functools import cache

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.sentences import Span
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles


@cache
def held_against() -> tuple[str, ...]:
    """Return the Chinese words in front of what a number is measured against."""
    return tuple(word for word in quantity_words().measured if not word.isascii())


@cache
def first_years() -> str:
    """Return a pattern of what a base year is called, its year may stand in front: the 2019 base year."""
    return rf"(?:20[0-9]{{2}}\s)?{alternation(quantity_words().base_year_names)}"


def is_yearly(folded: str, sentence: Span, mention: Mention) -> bool:
    """Return whether the change is on the year before: said in its clause or anywhere before it."""
    before = folded[sentence.start : mention.start]
    after = folded[mention.end : min(sentence.end, mention.end + 40)]
    pattern = alternation(quantity_words().year_bases)
    return (
        bool(regex.search(pattern, before[-60:]))
        or bool(regex.match(r"[^,.，。]{0,8}" + pattern, after))
        or bool(_on_named_year().match(after))
        or _last_year(before)
    )


@cache
def _on_named_year() -> regex.Pattern[str]:
    """A year that English names behind a change as its base: down 2.3% on 2024, 156 more than in 2024."""
    return regex.compile(
        rf"[^,.;0-9]{{0,16}}\b{english_words().on_year}"
        rf"\s{english_words().kinds_of_year}?\s?20[0-9]{{2}}(?![0-9])"
    )


def _last_year(before: str) -> bool:
    return bool(
        regex.search(
            rf"{alternation(held_against())}\s*(?:20[0-9]{{2}})\s*{particles().fiscal_or_year}", before[-40:]
        )
    )


def is_on_base_year(folded: str, sentence: Span, mention: Mention) -> bool:
    """Return whether the change is on a base year, told in front of it or right behind."""
    before = folded[sentence.start : mention.start]
    behind = _on_first_year().match(folded[mention.end : sentence.end])
    return bool(behind) or bool(regex.search(alternation(quantity_words().base_year), before[-30:]))


@cache
def _on_first_year() -> regex.Pattern[str]:
    """A base year right behind a change: 28% below the base year, down 5% against our baseline."""
    words = english_words()
    return regex.compile(rf"\s*(?:{words.degrees}\s)?{words.on_base}\s(?:{words.which}\s)?{first_years()}")
