"""Lines that say in which unit the table below them is told: in tCO2e, 以人民币千元列示."""

from __future__ import annotations

from functools import cache

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.measures.unitreader import measured
from auditor.lexicon.measures.units import units
from auditor.lexicon.words.reading import reading_words

_BRACKETS = {"(": ")", "[": "]", "【": "】"}


def told_unit(string: str) -> str:
    """Return the unit in which a line says that all numbers are told, as printed, else an empty string."""
    text = string.strip()
    folded = fold(text)
    start, end = 0, len(text)
    if folded and folded[-1] == _BRACKETS.get(folded[0]):
        start, end = 1, end - 1
    for pattern in _patterns():
        found = pattern.fullmatch(folded, start, end)
        unit = text[slice(*found.span("unit"))].strip() if found else ""
        if unit and _measures(unit):
            return unit
    return ""


def lone_measure(string: str) -> str:
    """Return the unit of measure that a line is, as printed, else nothing: a lone Employees is a heading.

    What is counted is a unit in brackets or small letters: ``(employees)``, ``people``.
    """
    text = string.strip().strip("()（）[]").strip()
    found = units().split(text) if len(text) > 1 else None
    small = text != string.strip() or (text.isascii() and text.islower())
    return text if found and (measured(found.unit) or (small and found.unit.dimension)) else ""


def unit_above(string: str) -> str:
    """Return the unit that the line right above a table gives for it, as printed, else an empty string."""
    return told_unit(string) or lone_measure(string)


def _measures(text: str) -> bool:
    """Return whether a text is a unit, or the scale of one that the numbers name: ``in thousands``."""
    found = units().split(text)
    return found is not None and (found.unit.dimension != "" or found.scale != 1)


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    return tuple(regex.compile(rf"\s*{pattern}\s*") for pattern in reading_words().unit_lines)
