"""Rows that are called by an aim: "Increase the share of women to 25% by 2030" tells the share of women."""

from __future__ import annotations

from functools import cache

import regex

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.english import english_words

_ENGLISH = english_words()

_YEAR = rf"(?:{_ENGLISH.the}\s)?(?:{_ENGLISH.year_end}\s)?(?:fy\s?)?20[0-9]{{2}}"
_SIZE = rf"(?:{_ENGLISH.at_least}\s)?[0-9][0-9.,]*\s?%?"
_ONE_AIM = rf"{_ENGLISH.aims}\s{_SIZE}\s{_ENGLISH.until}\s{_YEAR}"
_FROM = rf"{_ENGLISH.on_base}\s(?:{_ENGLISH.single}\s)?{_YEAR}(?:\s{_ENGLISH.base_levels})?"


def without_aim(label: str) -> str:
    """Return the folded label of a row without its aim; one that names none is left as it is."""
    found = _aim().search(label)
    if found is None:
        return label
    opened = _verb().match(label)
    return f"{label[opened.end() if opened else 0 : found.start()]} {label[found.end() :]}".strip()


@cache
def _aim() -> regex.Pattern[str]:
    by = _ENGLISH.by
    more = rf"(?:\s?,?\s(?:{_ENGLISH.joins}\s)?(?:{_ONE_AIM}|{by}\s{_SIZE}|{_SIZE}\s{by}\s{_YEAR}))*"
    return regex.compile(rf"(?<![a-z]){_ONE_AIM}{more}(?:\s?,?\s{_FROM})?")


@cache
def _verb() -> regex.Pattern[str]:
    return regex.compile(alternation(label_words().aim_verbs) + rf"\s(?:{_ENGLISH.own}\s)?")
