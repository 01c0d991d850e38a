"""Letters that scale a number in English: 1.9m cubic metres, 450k hours; a metre is a unit, not a scale."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex

from auditor.lexicon.fold import squeeze
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words

_ENGLISH = english_words()

#: So many characters may name the unit behind a scale letter.
_WINDOW = 32
#: Behind a scale letter a unit has at least so many letters: 4m t may be anything.
_LEAST = 3


def scale_letter(folded: str, end: int) -> tuple[Decimal, int] | None:
    """Return what a letter right behind a number multiplies it by and where it ends; None where it is none.

    A unit stands behind it, or the other end of a change that is told in one: from 2.1m to 1.9m cubic metres.
    """
    found = regex.compile(r"(?P<word>[km])(?:illion)?(?=\s)").match(folded, end)
    if found is None:
        return None
    behind = folded[found.end() : found.end() + _WINDOW]
    towards = regex.match(rf"\s{_ENGLISH.leads}\s[0-9][0-9.,]*{found['word']}(?=\s)", behind)
    rest = folded[found.end() + (towards.end() if towards else 0) :][:_WINDOW]
    return (units().money_scale(found["word"]), found.end()) if _is_measured(rest) else None


def _is_measured(behind: str) -> bool:
    """Return whether words begin with a unit that no one could take for the end of a sentence."""
    squeezed, _ = squeeze(behind)
    told = units().prefix(squeezed.lstrip())
    if told is None or told[0].id == "m":
        return False
    return len(regex.findall(r"[a-z0-9³²]", squeezed.lstrip()[: told[1]])) >= _LEAST


def end_of_unit(printed: str) -> int:
    """Return how much of a printed unit may be one: of ``m in the`` the minute ``m in`` is none but m."""
    found = _run_on().match(printed)
    return found.end("letter") if found else len(printed)


@cache
def _run_on() -> regex.Pattern[str]:
    joints = alternation(quantity_words().joints)
    return regex.compile(rf"\s*(?P<letter>[a-z]{{1,2}})\s{joints}(?![a-z])")


def told_points(folded: str, end: int) -> int:
    """Return where ``points`` behind a number ends that can only be those of a percentage, 0 where it cannot.

    A share stands in the sentence and no index or score does: held 34 % of positions, up 3.0 points.
    """
    found = regex.match(rf"\s?{alternation(quantity_words().points)}", folded[end:])
    if not found or not regex.search(rf"[0-9]\s?{_ENGLISH.percent}", folded):
        return 0
    return 0 if regex.search(alternation(quantity_words().scores), folded) else end + found.end()
