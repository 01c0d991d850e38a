"""Units that a cell prints twice, as in two languages: 小時 Hours, 公噸tonnes, 公斤/人次 kg/trip."""

from __future__ import annotations

import regex

from auditor.lexicon.measures.unitreader import Scaled
from auditor.lexicon.measures.units import units
from auditor.lexicon.words.english import english_words

_ENGLISH = english_words()

#: Where a unit may end and begin again: at a space, and where the script changes.
_SEAMS = regex.compile(r"\s+|(?<=[\p{Han})）])(?=[A-Za-z#$%‰])|(?<=[A-Za-z.²³])(?=\p{Han})")
#: A text of more seams is none of units.
_MOST = 40
#: A denominator behind a unit.
_OVER = regex.compile(rf"\s*(?:/|{_ENGLISH.per}\s)\s*\p{{L}}[\p{{L}} -]*$")
#: What is counted when nothing is said of it: No., Number.
_ANYTHING = "item"


def told_twice(text: str) -> Scaled | None:
    """Return the unit that a text prints twice; the second time may count it as a number only, 人數 No."""
    seams = list(_SEAMS.finditer(text))
    for seam in seams if len(seams) <= _MOST else ():
        halves = [half for half in (text[: seam.start()], text[seam.end() :]) if half.strip()]
        found = _one(*halves) if len(halves) == 2 else None
        if found is not None:
            return found
    return None


def _one(first: str, second: str) -> Scaled | None:
    """Return the one unit of two halves."""
    one, two = units().split(first), units().split(second)
    if one is not None and two is not None:
        return _same(one, two)
    if one is not None and _scripts(first, second) and _begins_alike(one, second):
        return one
    return None


def _same(one: Scaled, two: Scaled) -> Scaled | None:
    if one == two:
        return one
    if one.scale != two.scale or {one.unit.dimension, two.unit.dimension} != {"count"}:
        return None
    told = [half for half in (one, two) if half.unit.id != _ANYTHING]
    return told[0] if len(told) == 1 else None


def _scripts(first: str, second: str) -> bool:
    """Return whether the halves are of two scripts."""
    return bool(regex.search(r"\p{Han}", first)) and not regex.search(r"\p{Han}", second)


def _begins_alike(known: Scaled, text: str) -> bool:
    """Return whether a text is a known compound again, its denominator in a word of its own: kg/trip."""
    over = _OVER.search(text)
    head = units().split(text[: over.start()]) if over else None
    if head is None or head.scale != known.scale:
        return False
    return known.unit.id.startswith(f"{head.unit.id}/")
