"""Separators inside numbers: which commas and spaces group the digits of one, and which part two."""

from __future__ import annotations

from functools import cache

import regex

from auditor.lexicon.fold import grouped
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words

_COMMA = regex.compile(r"(?<=[0-9]),(?=[0-9])")


def separated(original: str, folded: str) -> str:
    """Undo the folding of a full-width comma between plain digits: there it parts two numbers."""
    parts: str = _COMMA.sub(lambda found: "," if _thousands(original, found.start()) else "、", folded)
    parts = "".join("," if sign == "," else own for sign, own in zip(grouped(original), parts, strict=True))
    told: str = _spaced().sub(lambda found: _in_threes(found[0]), parts)
    return told


def _in_threes(string: str) -> str:
    return ",".join(string.split())


@cache
def _spaced() -> regex.Pattern[str]:
    """Digits grouped by spaces, where a word in front and a unit behind leave no other reading: 4 251 MWh."""
    before, behind = (
        alternation(words) for words in (quantity_words().spaced_before, quantity_words().spaced_behind)
    )
    return regex.compile(
        rf"(?<={before}\s)[1-9][0-9]{{0,2}}(?:\s[0-9]{{3}})+(?=(?:\.[0-9]+)?\s{behind}(?![a-z0-9]))"
    )


def _thousands(original: str, offset: int) -> bool:
    return original[offset] == "," or original[offset - 1] in "０１２３４５６７８９"
