"""Amounts of money: the currency in front of a number, and the unit behind it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from auditor.extract.numbers.numerals import Numeral
from auditor.extract.numbers.numerals import plain
from auditor.lexicon.additions import kept
from auditor.lexicon.fold import fold
from auditor.lexicon.measures.currencies import currency_named
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Unit

#: So many characters may name a currency.
_CURRENCY_REACH = 8


def in_currency(unit: Unit, currency: Unit) -> Unit:
    """Return a compound unit of plain yuan in a named currency."""
    head = unit.dimension.partition("/")[0].partition(":")[2]
    return replace(
        unit,
        id=unit.id.replace(head, currency.id, 1),
        dimension=unit.dimension.replace(f"money:{head}", currency.dimension, 1),
    )


def scaled(numeral: Numeral, factor: Decimal) -> Numeral:
    """Return a number with the scale letter behind it counted in."""
    step, digit = numeral.step * factor, numeral.digit * factor
    return replace(numeral, value=plain(numeral.value * factor, step), step=step, digit=digit)


def currency_before(folded: str, start: int) -> tuple[Unit, int]:
    """Return a currency in front of a number (RMB 5 million, US$3) and where it begins."""
    begin = max(start - _CURRENCY_REACH, 0)
    found = _before().search(folded[begin:start])
    unit = currency_named(found["name"]) if found else None
    return (unit, begin + found.start()) if found and unit else (NO_UNIT, start)


@kept
def _before() -> regex.Pattern[str]:
    return regex.compile(rf"(?P<name>{sign_of_currency()})\s?$")


def minus_before(original: str, sign: int) -> bool:
    """Return whether a minus stands before a currency: was -HK$5 million; a dash between words is none."""
    if sign == 0 or original[sign - 1] not in "-−":
        return False
    before = fold(original[: sign - 1])
    return not before.strip() or _told().search(before) is not None


@kept
def _told() -> regex.Pattern[str]:
    return regex.compile(rf"[(:,]\s?$|{alternation(quantity_words().spaced_before)}\s$")


def scale_of_amount(folded: str, end: int) -> tuple[Decimal, int] | None:
    """Return what a letter behind an amount of money multiplies it by and where it ends: US$26.9m, €5k."""
    found = _letter().match(folded, end)
    return (units().money_scale(found["word"]), found.end()) if found else None


@kept
def _letter() -> regex.Pattern[str]:
    return regex.compile(rf"\s?(?P<word>{'|'.join(units().money_letters)})(?![a-z0-9/²³])")
