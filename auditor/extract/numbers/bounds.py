"""Bounds of numbers: what in front or behind says more than, at least, just below, and the interval."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from auditor.extract.numbers.numerals import Numeral
from auditor.lexicon.additions import kept
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.quantities import BoundWords
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.lookalikes import lookalike_words
from auditor.model.interval import Interval
from auditor.model.quantity import Bound

_WORDS = lookalike_words()
#: In front of a bound word: it is the end of another word (附近, 最近).
_OTHER_WORD = rf"(?<![{_WORDS.not_bounds}])"


def cell_limit(word: str | None) -> Limit | None:
    """Return the bound in front of the number of a cell; None when the word is none."""
    if word is None:
        return Limit(Bound.EXACT)
    if word[0] in "<≤≦":
        return Limit(Bound.UNDER)
    if word[0] in ">≥≧":
        return Limit(Bound.OVER)
    limit, start = limit_before(word, len(word))
    return limit if start == 0 else None


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound and whether its word means just below."""

    bound: Bound
    near: bool = False


def limited(numeral: Numeral, limit: Limit) -> Interval:
    """Return what a bound leaves of the numbers: DESIGN's reading of 超过, 近, 约 and 餘."""
    value, digit = numeral.value, numeral.digit
    if limit.bound is Bound.OVER:
        return numeral.interval() if numeral.more else Interval(value, None)
    if limit.bound is Bound.UNDER:
        return Interval(value - digit, value, low_open=True) if limit.near else Interval(None, value)
    if limit.bound is Bound.ABOUT:
        return Interval.around(value, digit)
    return numeral.interval()


def bound_before(folded: str, start: int) -> tuple[Bound, bool, int]:
    """Return the bound in front of a number, whether just below is meant, and where its words begin."""
    limit, first = limit_before(folded, start)
    return (limit.bound, limit.near, first)


def limit_before(folded: str, start: int) -> tuple[Limit, int]:
    """Return what words in front of an offset limit the number there to, and where they begin."""
    window = folded[max(start - 24, 0) : start]
    best: tuple[int, Limit] | None = None
    for words, before, _ in _bounds():
        found = before.search(window)
        if found and (best is None or found.start() < best[0]):
            word = found[0].strip()
            near = words.bound is Bound.UNDER and word.startswith(quantity_words().near)
            best = (found.start(), Limit(words.bound, near))
    if best is None:
        return (Limit(Bound.EXACT), start)
    return (best[1], start - len(window) + best[0])


def kind_behind(folded: str, end: int) -> tuple[Bound, int]:
    """Return the bound that words behind a number tell, and where they end."""
    for words, _, after in _bounds():
        found = after.match(folded[end:])
        if found:
            return (words.bound, end + found.end())
    return (Bound.EXACT, end)


@kept
def _bounds() -> tuple[tuple[BoundWords, regex.Pattern[str], regex.Pattern[str]], ...]:
    """Return the words of each bound, how they stand in front of a number and how behind it."""
    between = rf"(?:{_WORDS.done}|{_WORDS.there}|{sign_of_currency()}|\s)*$"
    return tuple(
        (
            words,
            regex.compile(_OTHER_WORD + alternation(words.before) + between),
            regex.compile(rf"\s*{_WORDS.of}?" + alternation(words.after)),
        )
        for words in quantity_words().bounds
    )
