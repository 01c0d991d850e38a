"""Change words around a number: direction, from and to, what it is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from auditor.extract.ranges import Mention
from auditor.extract.sentences import Span
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words

#: So many characters in front of a number may tell how it moved.
_REACH = 100


@dataclass(frozen=True, slots=True)
class Direction:
    """How a number is tied to a change.

    ``sign`` is 1 for growth, -1 for decline, 0 for none. ``origin`` marks the value that a change starts
    from, ``reached`` the one it ends at; ``yearly`` a change on the year before, ``base_year`` one on a
    base year or another named year.
    """

    sign: int = 0
    origin: bool = False
    reached: bool = False
    yearly: bool = False
    base_year: bool = False


def direction(folded: str, sentence: Span, mention: Mention) -> Direction:
    """Return how the words in front of a quantity tie it to a change."""
    window = folded[max(sentence.start, mention.start - _REACH) : mention.start]
    tail = folded[mention.end : min(sentence.end, mention.end + 16)]
    if _origin().search(window) and _leads_on().match(tail):
        return Direction(origin=True)
    reached = _reached().search(window)
    if reached:
        return Direction(sign=_sign(reached["word"]), reached=True)
    found = _towards().search(window)
    if not found:
        return Direction()
    return Direction(
        sign=_sign(found["word"]),
        yearly=_yearly(folded, sentence, mention),
        base_year=_base_year(folded, sentence, mention),
    )


def _sign(word: str) -> int:
    return 1 if regex.fullmatch(alternation(quantity_words().up), " ".join(word.split())) else -1


@cache
def _words() -> str:
    return alternation(
        tuple(sorted((*quantity_words().up, *quantity_words().down), key=lambda word: -len(word)))
    )


@cache
def _origin() -> regex.Pattern[str]:
    """A number right behind 从/由, a period or a metric may stand between; 来自 and 自身 are other words."""
    origins = rf"(?<![来各亲独]){alternation(quantity_words().origins)}(?![身主营有建然动己])"
    return regex.compile(origins + r"[^，,。;；]{0,28}$")


@cache
def _leads_on() -> regex.Pattern[str]:
    """What follows a value that a change starts from: 降至, 提升到, to."""
    reached = alternation(quantity_words().reached)
    return regex.compile(
        rf"[^0-9，。]{{0,6}}?(?:(?:{_words()})\s*了?\s*(?:{reached})|[至到]|(?<![a-z])to(?![a-z]))"
    )


@cache
def _reached() -> regex.Pattern[str]:
    reached = alternation(quantity_words().reached)
    year = r"(?:\s*20[0-9]{2}\s*(?:财年|年度|年)?末?的?)?"
    return regex.compile(rf"(?P<word>{_words()})\s*(?:了)?\s*{reached}{year}[^0-9，,。]{{0,6}}$")


@cache
def _towards() -> regex.Pattern[str]:
    """A direction right in front of the number, adverbs and bounds between left open."""
    between = "了|约|超过|超|近|逾|超出|幅度|比例|率|达|为"
    between += "|by|of|about|nearly|over|more than|approximately"
    moved = (
        rf"(?P<word>{_words()})\s[^,.;:%]{{1,90}}\sby(?:\s(?:about|nearly|over|more than|approximately))?\s*$"
    )
    made_up = r"(?<!\bma[dk]e )(?<!\bmakes )(?<!\bmaking )"
    return regex.compile(rf"{made_up}(?P<word>{_words()})(?:{between}|\s)*$|{moved}")


def _yearly(folded: str, sentence: Span, mention: Mention) -> bool:
    """Return whether the change is on the year before: said in its clause or anywhere before it."""
    before = folded[sentence.start : mention.start]
    after = folded[mention.end : min(sentence.end, mention.end + 40)]
    pattern = alternation(quantity_words().year_bases)
    return (
        bool(regex.search(pattern, before[-60:]))
        or bool(regex.match(r"[^,.，。]{0,8}" + pattern, after))
        or _last_year(before)
    )


def _last_year(before: str) -> bool:
    return bool(regex.search(r"(?:较|比|相比|相较于?)\s*(?:20[0-9]{2})\s*(?:财年|年)", before[-40:]))


def _base_year(folded: str, sentence: Span, mention: Mention) -> bool:
    before = folded[sentence.start : mention.start]
    return bool(regex.search(alternation(quantity_words().base_year), before[-30:]))
