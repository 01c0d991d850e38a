"""Changes told by a verb alone: 翻了一番, doubled, halved, tripled. Each is a growth or a fall in per cent.

Only where the clause says against what: a year, or the year before; or tells where it ended (halved to 31).
The words are loose, so the interval of the change is wide: who doubled grew by three quarters to one and a
half.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from auditor.extract.numbers.bounds import bound_before
from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.sentences import Span
from auditor.lexicon.additions import kept
from auditor.lexicon.fold import fold
from auditor.lexicon.measures.currencies import before_amount
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.interval import Interval
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Bound
from auditor.model.quantity import Quantity

_ENGLISH = english_words()

#: What each word tells: the change in per cent, and from where to where it may be meant.
_TOLD = {
    "doubled": ("100", "75", "150"),
    "tripled": ("200", "150", "250"),
    "quadrupled": ("300", "250", "350"),
    "halved": ("50", "40", "60"),
}
#: How far below the least that a word may mean a change is that is nearly one.
_NEARLY = Decimal("0.8")
_STOP = r"[^,，;；。]"


def with_turns(found: Sequence[Mention], text: str, folded: str, span: Span) -> list[Mention]:
    """Return the quantities of a sentence with the changes that a verb alone tells."""
    turns = [
        _mention(match, text, folded[span.start : match.start()])
        for match in _words().finditer(folded, span.start, span.end)
        if _based(folded[span.start : match.start()], folded[match.end() : span.end])
        and not any(item.start < match.end() and match.start() < item.end for item in found)
    ]
    return sorted((*found, *turns), key=lambda item: item.start)


def turn_of(mention: Mention) -> int:
    """Return 1 where a quantity is a verb that tells a growth, -1 for a fall, 0 where it is a number."""
    if mention.quantity.unit_text or any(char.isdigit() for char in mention.quantity.text):
        return 0
    found = _words().fullmatch(fold(mention.quantity.text))
    return 0 if found is None else -1 if found.lastgroup == "halved" else 1


def _mention(found: regex.Match[str], text: str, before: str) -> Mention:
    value, low, high = map(Decimal, _TOLD[found.lastgroup or ""])
    percent = units().parse("%") or NO_UNIT
    printed = text[found.start() : found.end()]
    told = Interval(low, high)
    bound, near, _ = bound_before(before, len(before))
    if bound is Bound.OVER:
        told = Interval(value, None)
    if bound is Bound.UNDER and near:
        told = Interval(low * _NEARLY, value)
    quantity = Quantity(printed, value, told, Decimal(1), percent, "", bound)
    return Mention(found.start(), found.start(), found.end(), quantity, bare=False)


def _based(before: str, behind: str) -> bool:
    """Return whether the clause of a verb says what the change is measured against."""
    words = quantity_words()
    year = r"(?:fy|cy)?\s*(?:19|20)[0-9]{2}"
    front = rf"(?:{alternation(words.year_bases)}|{alternation(words.measured)}\s*{year}){_STOP}{{0,24}}$"
    against = rf"{alternation(words.against)}(?: {_ENGLISH.inside})?\s*{year}"
    tail = rf"{_STOP}{{0,16}}?(?:{alternation(words.year_bases)}|{against})"
    return bool(regex.search(front, before) or regex.match(tail, behind) or _arrives().match(behind))


@kept
def _arrives() -> regex.Pattern[str]:
    """What tells behind a verb where the change ended: halved to 31, 减半至31."""
    reached = alternation(quantity_words().reached)
    return regex.compile(rf"\s*{reached}\s*(?:{alternation(near())})?\s*{before_amount()}[0-9]")


@cache
def _words() -> regex.Pattern[str]:
    words = quantity_words()
    told = {
        "doubled": words.doubled,
        "tripled": words.tripled,
        "quadrupled": words.quadrupled,
        "halved": words.halved,
    }
    loose = rf"(?<!{particles().planned})"
    return regex.compile(
        loose + "(?:" + "|".join(f"(?P<{name}>{alternation(told[name])})" for name in told) + ")"
    )
