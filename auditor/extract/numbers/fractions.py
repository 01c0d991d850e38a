"""Parts of a whole told without digits: a third of, two-thirds, one in four, more than half, 四分之一.

The words are loose, so each is a percentage about its value: nothing is accused for being a little more.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from auditor.extract.numbers.bounds import bound_before
from auditor.extract.numbers.numerals import chinese_value
from auditor.extract.numbers.ranges import Mention
from auditor.lexicon.measures.fractions import fraction_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.english import english_words
from auditor.model.interval import Interval
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Bound
from auditor.model.quantity import Quantity

_HUNDRED = Decimal(100)
#: How far from its value a fraction in words may be meant, as a part of it and in points.
_LOOSE, _MOST = Decimal("0.25"), Decimal(5)
#: How far below its value a fraction is that is told as nearly reached.
_NEAR = Decimal("0.25")


def with_fractions(
    found: Sequence[Mention], text: str, folded: str, taken: Sequence[tuple[int, int]]
) -> tuple[Mention, ...]:
    """Return the quantities of a text with the parts of a whole that it tells in words."""
    spans = [*taken, *((mention.number, mention.end) for mention in found)]
    told = [
        mention
        for mention in _fractions(text, folded)
        if not any(mention.number < end and start < mention.end for start, end in spans)
    ]
    return tuple(sorted((*found, *told), key=lambda mention: mention.start))


def _fractions(text: str, folded: str) -> Iterator[Mention]:
    for match in _pattern().finditer(folded):
        part, whole = _parts(match)
        if 0 < part < whole:
            yield _mention(text, folded, match, Decimal(part) / Decimal(whole) * _HUNDRED)


def _parts(match: regex.Match[str]) -> tuple[int, int]:
    """Return how many of how many parts a fraction tells."""
    words = fraction_words()
    if match["half"]:
        return (1, 2)
    if match["over"]:
        (part, _), (whole, _) = chinese_value(match["part"]) or (0, 0), chinese_value(match["over"]) or (0, 0)
        return (part, whole)
    if match["name"]:
        return (words.numbers.get(match["count"] or "a", 1), words.parts[match["name"]])
    return (words.numbers[match["some"]], words.numbers[match["each"]])


def _mention(text: str, folded: str, match: regex.Match[str], exact: Decimal) -> Mention:
    start, end = match.span()
    value = exact.quantize(Decimal("0.1"))
    bound, near, first = bound_before(folded, start)
    low, high = value - min(value * _LOOSE, _MOST), value + min(value * _LOOSE, _MOST)
    told = {
        Bound.OVER: Interval(value.to_integral_value(rounding="ROUND_FLOOR"), None),
        Bound.UNDER: Interval(value * (1 - _NEAR) if near else None, high if near else value + 1),
    }
    percent = units().parse("%") or NO_UNIT
    kept = Bound.ABOUT if bound is Bound.EXACT else bound
    printed = text[start:end]
    quantity = Quantity(printed, value, told.get(kept, Interval(low, high)), Decimal("0.1"), percent)
    return Mention(first, start, end, replace(quantity, bound=kept), bare=False)


@cache
def _pattern() -> regex.Pattern[str]:
    words = fraction_words()
    number, name = alternation(tuple(words.numbers)), "|".join(words.parts)
    plural = rf"(?<![a-z])(?:(?P<count>{number})[ -])?(?P<name>{name})s?(?![a-z-])"
    english = english_words()
    time = rf"{english.the} (?:{english.fiscal} )?{english.year}|20|fy"
    whole = rf"(?=\s+(?:{english.of}\s+(?!{time})|{english.the}\s)[a-z0-9])"
    latin = rf"{plural}(?:{whole}|(?<={alternation(words.moved)}\s[a-z ]{{0,24}})(?![- ]{english.year}))"
    each = rf"(?<![a-z-])(?P<some>{number}) {alternation(words.of_each)} (?P<each>{number})(?![a-z-])"
    counts = numeral_words()
    digits, behind = counts.counted, counts.listed + counts.hundred + counts.point
    han = rf"(?P<over>[{counts.listed}]){counts.parted}(?P<part>[{digits}])(?![{behind}])"
    half = rf"(?<={alternation(words.half_leads)}\s?)(?P<half>{alternation(words.halves)})"
    return regex.compile(f"{latin}|{each}|{han}|{half}")
