"""Changes told by a verb alone: 翻了一番, doubled, halved, tripled. Each is a growth or a fall in per cent.

Only where the clause says against what: a year, or the year before. The words are loose, so the interval of
the change is wide: who doubled grew by three quarters to one and a half.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.sentences import Span
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.units import units
from auditor.model.interval import Interval
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Bound
from auditor.model.quantity import Quantity

#: What each word tells: the change in per cent, and from where to where it may be meant.
_TOLD = {
    "doubled": ("100", "75", "150"),
    "tripled": ("200", "150", "250"),
    "quadrupled": ("300", "250", "350"),
    "halved": ("50", "40", "60"),
}
_STOP = r"[^,，;；。]"


def with_turns(found: Sequence[Mention], text: str, folded: str, span: Span) -> list[Mention]:
    """Return the quantities of a sentence with the changes that a verb alone tells."""
    turns = [
        _mention(match, text)
        for match in _words().finditer(folded, span.start, span.end)
        if _based(folded[span.start : match.start()], folded[match.end() : span.end])
        and not any(item.start < match.end() and match.start() < item.end for item in found)
    ]
    return sorted((*found, *turns), key=lambda item: item.start)


def turn_of(mention: Mention) -> int:
    """Return 1 where a quantity is a verb that tells a growth, -1 for a fall, 0 where it is a number."""
    if mention.quantity.unit_text or any(char.isdigit() for char in mention.quantity.text):
        return 0
    found = _words().fullmatch(mention.quantity.text.lower())
    return 0 if found is None else -1 if found.lastgroup == "halved" else 1


def _mention(found: regex.Match[str], text: str) -> Mention:
    value, low, high = map(Decimal, _TOLD[found.lastgroup or ""])
    percent = units().parse("%") or NO_UNIT
    printed = text[found.start() : found.end()]
    quantity = Quantity(printed, value, Interval(low, high), Decimal(1), percent, "", Bound.EXACT)
    return Mention(found.start(), found.start(), found.end(), quantity, bare=False)


def _based(before: str, behind: str) -> bool:
    """Return whether the clause of a verb says what the change is measured against."""
    words = quantity_words()
    year = r"(?:fy|cy)?\s*(?:19|20)[0-9]{2}"
    front = rf"(?:{alternation(words.year_bases)}|{alternation(words.measured)}\s*{year}){_STOP}{{0,24}}$"
    tail = (
        rf"{_STOP}{{0,16}}?(?:{alternation(words.year_bases)}|{alternation(words.against)}(?: in)?\s*{year})"
    )
    return bool(regex.search(front, before) or regex.match(tail, behind))


@cache
def _words() -> regex.Pattern[str]:
    words = quantity_words()
    told = {
        "doubled": words.doubled,
        "tripled": words.tripled,
        "quadrupled": words.quadrupled,
        "halved": words.halved,
    }
    loose = r"(?<!more than )(?<!nearly )(?<!almost )(?<!近)(?<!将)"
    return regex.compile(
        loose + "(?:" + "|".join(f"(?P<{name}>{alternation(told[name])})" for name in told) + ")"
    )
