"""Amounts of money: the currency in front of a number, and the unit behind it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from auditor.extract.numbers.numerals import Numeral
from auditor.extract.numbers.numerals import plain
from auditor.lexicon.units import units
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Unit

#: A currency in front of a number.
_CURRENCY = regex.compile(
    r"(?P<name>人民币|港币|港元|美元|欧元|新台币|台币|澳门币|澳门元|日圆|日元|rmb|cny|hkd|usd|eur|gbp|chf|twd|ntd|mop|sgd|aud|cad"
    r"|us\$|hk\$|nt\$|s\$|a\$|c\$|mop\$|[$€£¥])\s?$"
)
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
    found = _CURRENCY.search(folded[begin:start])
    if not found:
        return (NO_UNIT, start)
    unit = units().parse(found["name"])
    return (unit, begin + found.start()) if unit else (NO_UNIT, start)
