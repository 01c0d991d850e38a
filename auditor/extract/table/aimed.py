"""Rows that are called by an aim: "Increase the share of women to 25% by 2030" tells the share of women."""

from __future__ import annotations

from functools import cache

import regex

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation

_YEAR = r"(?:the\s)?(?:end\sof\s)?(?:fy\s?)?20[0-9]{2}"
_SIZE = r"(?:at\sleast\s)?[0-9][0-9.,]*\s?%?"
_ONE_AIM = rf"(?:to|by|of)\s{_SIZE}\s(?:by|before|until|in)\s{_YEAR}"
_FROM = (
    rf"(?:compared\s(?:to|with)|from|against|versus|vs\.?)\s(?:a\s)?{_YEAR}"
    r"(?:\s(?:base\s?line|levels?|base\syear))?"
)


def without_aim(label: str) -> str:
    """Return the folded label of a row without its aim; one that names none is left as it is."""
    found = _aim().search(label)
    if found is None:
        return label
    opened = _verb().match(label)
    return f"{label[opened.end() if opened else 0 : found.start()]} {label[found.end() :]}".strip()


@cache
def _aim() -> regex.Pattern[str]:
    more = rf"(?:\s?,?\s(?:and\s)?(?:{_ONE_AIM}|by\s{_SIZE}|{_SIZE}\sby\s{_YEAR}))*"
    return regex.compile(rf"(?<![a-z]){_ONE_AIM}{more}(?:\s?,?\s{_FROM})?")


@cache
def _verb() -> regex.Pattern[str]:
    return regex.compile(alternation(label_words().aim_verbs) + r"\s(?:our\s|the\s|own\s)?")
