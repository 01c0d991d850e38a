"""Two numbers that are the ends of one range: 21 至 23 亿吨."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import regex

from auditor.extract.numbers.numerals import plain
from auditor.lexicon.additions import kept
from auditor.lexicon.fold import fold
from auditor.lexicon.measures.currencies import before_amount
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.english import english_words
from auditor.model.interval import Interval
from auditor.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in ``text[start:end]``, bound words and unit included.

    ``number`` is where the digits begin, ``bare`` tells that no unit stands behind them.
    """

    start: int
    number: int
    end: int
    quantity: Quantity
    bare: bool


def ranges(found: tuple[Mention, ...], folded: str) -> tuple[Mention, ...]:
    """Give both ends of a range (21 至 23 亿吨) the interval of the whole and one unit and scale."""
    result = list(found)
    signs = alternation(quantity_words().range_signs)
    for index in range(len(result) - 1):
        first, last = result[index], result[index + 1]
        between = folded[first.end : last.start]
        if not regex.fullmatch(rf"\s*{signs}\s*", between) or not _range_like(first, last, folded):
            continue
        if between.strip() == "and" and not _between().search(folded[: first.start]):
            continue
        result[index], result[index + 1] = _as_range(first, last)
    return tuple(result)


def _range_like(first: Mention, last: Mention, folded: str) -> bool:
    if regex.search(alternation(quantity_words().origins) + r"[^，。,;]{0,16}$", folded[: first.start]):
        return False
    if (
        not first.bare
        and first.quantity.unit.dimension != "percent"
        and _moved().search(folded[: first.start])
    ):
        return False  # by so much to so much: 增加213人至7,418人
    same = first.quantity.unit == last.quantity.unit or first.bare
    return same and not last.bare and first.quantity.value < last.quantity.value


@kept
def _between() -> regex.Pattern[str]:
    """In front of two numbers that "and" makes the ends of a range; elsewhere it lists them."""
    return regex.compile(rf"(?<![a-z]){english_words().between}\s(?:[a-z]+\s)?{before_amount()}$")


@kept
def _moved() -> regex.Pattern[str]:
    words = alternation((*quantity_words().up, *quantity_words().down))
    about = alternation((*clause_words().ended, *near()))
    return regex.compile(rf"(?:{words})(?:{about}|{sign_of_currency()}|\s)*$")


def _as_range(first: Mention, last: Mention) -> tuple[Mention, Mention]:
    low, high = first.quantity, last.quantity
    factor = _shared_scale(low, high) if first.bare else Decimal(1)
    value, step = low.value * factor, low.step * factor
    whole = Interval(value, high.value)
    lower = replace(
        low, value=plain(value, step), step=step, interval=whole, unit=high.unit, unit_text=high.unit_text
    )
    return (replace(first, quantity=lower, bare=False), replace(last, quantity=replace(high, interval=whole)))


def _shared_scale(low: Quantity, high: Quantity) -> Decimal:
    """Return the scale word that the second number gives to the first: 21 至 23 亿."""
    digits = regex.sub(r"[^0-9.]", "", fold(high.text))
    printed = Decimal(digits) if digits else Decimal(1)
    scale = high.value / printed if printed else Decimal(1)
    return scale if low.value < printed else Decimal(1)


def apart(found: Sequence[Mention], folded: str) -> list[Mention]:
    """Return the quantities without bare numbers side by side: those are a table that was run together."""
    pairs = {
        place
        for at, (one, two) in enumerate(pairwise(found))
        if _digits_alone(one) and _digits_alone(two) and _run_together(folded[one.end : two.start])
        for place in (at, at + 1)
    }
    return [mention for at, mention in enumerate(found) if at not in pairs]


def _digits_alone(mention: Mention) -> bool:
    """Return whether a quantity is printed without a unit and without a scale word."""
    return mention.bare and regex.fullmatch(r"[0-9.,]+", mention.quantity.text) is not None


def _run_together(between: str) -> bool:
    return bool(between) and not between.strip()
