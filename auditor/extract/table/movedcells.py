"""Cells of a column of changes that say in words which way: 增加0.65个百分点, 减少5.67%, up 2.3 pp."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from auditor.extract.numbers.cells import parse_cell
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import near
from auditor.model.quantity import Quantity


def parse_moved(original: str) -> tuple[Quantity, str] | None:
    """Return the change that a cell tells, below zero where it fell, and its unit; None for other cells."""
    found = _moved().fullmatch(fold(original))
    inner = parse_cell(original[found.start("told") : found.end("told")]) if found else None
    if found is None or inner is None or inner[0].value < 0:
        return None
    quantity = replace(inner[0], text=original[: found.end("number")].strip())
    if found["down"]:
        quantity = replace(quantity, value=-quantity.value, interval=-quantity.interval)
    return (quantity, inner[1])


@cache
def _moved() -> regex.Pattern[str]:
    words = quantity_words()
    ways = rf"(?:{alternation(words.up)}|(?P<down>{alternation(words.down)}))"
    number = rf"(?P<told>(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?:{alternation(clause_words().rates)})?)"
    about = alternation((*clause_words().ended, *near()))
    return regex.compile(rf"\s*{ways}(?:{about}|\s)*{number}\s*")
