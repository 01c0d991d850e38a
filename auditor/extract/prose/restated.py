"""Numbers that a sentence tells again: 由100重列为110, previously reported as 100."""

from __future__ import annotations

from functools import cache

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.sentences import Sentence
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.periods import period_words
from auditor.model.claim import Change

_ENGLISH = english_words()

_SMALL = particles()

_TO = rf"(?:{_SMALL.became}|\s*{_ENGLISH.to}\s)"


def told_again(sentence: Sentence, mention: Mention) -> Change:
    """Return whether a number is what was told before (``from``) or what is told now (``to``)."""
    window = sentence.folded[max(sentence.span.start, mention.start - 100) : mention.start]
    tail = sentence.folded[mention.end : min(sentence.span.end, mention.end + 24)]
    if _before().search(window) or (_origin().search(window) and _leads_on().match(tail)):
        return Change.FROM
    if _english_from().search(window):
        return Change.FROM
    if _now().search(window) or _english_to().search(window):
        return Change.TO
    if _listed().search(window) and regex.search(_formerly(), window):
        return Change.FROM
    return Change.LEVEL


@cache
def _again() -> str:
    return alternation(period_words().again)


@cache
def _formerly() -> str:
    return alternation(period_words().formerly)


@cache
def _before() -> regex.Pattern[str]:
    """A number right behind 原为, 原披露为, previously reported as."""
    return regex.compile(rf"{_formerly()}\s*{_SMALL.data}?\s*(?:{_SMALL.was}|:)?[\s:]*$")


@cache
def _origin() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation(quantity_words().origins)}[^,，。;；]{{0,28}}$")


@cache
def _leads_on() -> regex.Pattern[str]:
    return regex.compile(rf"[^0-9,，。;；]{{0,8}}?{_again()}{_TO}")


@cache
def _now() -> regex.Pattern[str]:
    return regex.compile(rf"{_again()}{_TO}[^0-9,，。;；]{{0,8}}$")


def _english_again() -> str:
    return rf"(?<![a-z]){_again()}[a-z ]{{0,12}}\s{_ENGLISH.origin}\s"


@cache
def _english_from() -> regex.Pattern[str]:
    return regex.compile(rf"{_english_again()}[^0-9,.;]{{0,12}}$")


@cache
def _english_to() -> regex.Pattern[str]:
    return regex.compile(rf"{_english_again()}[^;]{{1,60}}\s{_ENGLISH.to}\s[^0-9,.;]{{0,12}}$")


@cache
def _listed() -> regex.Pattern[str]:
    """A number behind another that was told before: reported as 100 and total withdrawal as 200."""
    return regex.compile(rf"\s{_ENGLISH.joins}\s[^.;:]{{1,60}}\s{_ENGLISH.said_as}\s+$")
