"""Units printed apart from their numbers: unit columns, heads, brackets, captions."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from auditor.extract.numbers.money import in_currency
from auditor.extract.numbers.numerals import plain
from auditor.extract.numbers.toldtwice import told_twice
from auditor.lexicon.additions import kept
from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.currencies import is_shared
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.measures.unitreader import measured
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.lookalikes import lookalike_words
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.periods import period_words
from auditor.lexicon.words.signs import sign_words
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit

_ENGLISH = english_words()

_HEAD = regex.compile(rf"^{sign_words().unit_any}\s*[:：]\s*", regex.IGNORECASE)
_BRACKETS = regex.compile(r"[(（]([^()（）]*)[)）]|[\[【]([^\[\]【】]*)[\]】]")
#: What sets a unit off from the caption that it ends.
_SET_OFF = regex.compile(rf"[,，:：;；–—|]\s*|\s-\s+|\s(?={_ENGLISH.inside}\s)")


@dataclass(frozen=True, slots=True)
class UnitText:
    """A unit as printed without its scale word, and the scale: ``万吨`` is ``吨`` times 10000."""

    unit: Unit
    text: str
    scale: Decimal = Decimal(1)
    full: str = ""


@kept
def unit_text(text: str) -> UnitText | None:
    """Return the unit that a whole text prints, None when it is none."""
    found = units().split(text) or told_twice(text)
    if found is None:
        return None
    printed = " ".join(_HEAD.sub("", text.strip().strip("()（）[]")).split())
    if found.scale == 1:
        return UnitText(found.unit, printed)
    return UnitText(found.unit, _without_scale(printed), found.scale, printed)


@cache
def _when() -> regex.Pattern[str]:
    """What tells in brackets beside a unit when it was counted: headcount at 31 December; 人，年末."""
    words, around = period_words(), lookalike_words()
    month = rf"(?:{'|'.join((*words.months, *words.short_months))})\.?"
    return regex.compile(
        rf"[,，;；]?\s*\b{_ENGLISH.day_at}\s+(?:{_ENGLISH.the}\s+)?(?:[0-9]|{_ENGLISH.times}|\p{{L}}+\s+[0-9]).*$"
        rf"|[,，;；]\s*(?:[0-9]{{1,2}}\s+{month}|{month}\s+[0-9]{{1,2}})(?:,?\s+[0-9]{{4}})?$"
        rf"|[,，;；、]\s*{around.asof}?[0-9]{{0,4}}[{date_words().year}/]?[0-9]*[0-9{around.time}{around.time_ends}]*$"
        rf"|^{around.asof_first}?[0-9{around.time}]+{around.until}?[,，;；、]?\s*",
        regex.IGNORECASE,
    )


def bracketed_unit(text: str) -> UnitText | None:
    """Return the unit printed in brackets at the end of a label or head: 营业收入（万元）, NOx [kg]."""
    for inner in reversed(_BRACKETS.findall(text)):
        text = inner[0] or inner[1]
        found = unit_text(text) or unit_text(_when().sub("", text.strip())) or _beside_words(text)
        if found is not None:
            return found
    return None


def _beside_words(text: str) -> UnitText | None:
    """Return the one unit in a bracket that says something else too: 万吨，基于市场; 按地区，单位：吉瓦."""
    parts = [part.strip() for part in regex.split("[,，;；]", text)]
    named = [part for part in parts if _HEAD.match(part)]
    found = [unit for part in (named or parts) if (unit := unit_text(part)) is not None]
    told = [unit for unit in found if named or measured(unit.unit)]
    return told[0] if len(parts) > 1 and len(told) == len(found) == 1 else None


def trailing_money(text: str) -> UnitText | None:
    """Return the amount of money that ends a head without brackets: Revenue $M, 收益 千港元."""
    words = text.split()
    for size in (1, 2):
        found = unit_text(" ".join(words[-size:])) if len(words) > size else None
        if found is not None and found.scale != 1 and found.unit.dimension.startswith("money:"):
            return found
    return None


def trailing_measure(text: str) -> UnitText | None:
    """Return the unit of measure that ends a caption behind a comma, a dash or ``in``: Water drawn, in m³.

    What is counted may as well be told apart there (Staff by contract, employees).
    """
    for end in _SET_OFF.finditer(text):
        found = unit_text(text[end.end() :])
        if found is not None and measured(found.unit):
            return found
    return None


def in_unit(quantity: Quantity, unit: UnitText) -> Quantity:
    """Return a cell's quantity in a unit printed elsewhere, its scale applied to value and interval.

    A currency in front of the number in the cell holds; what is told elsewhere may scale it.
    """
    if quantity.unit is not NO_UNIT:
        unit = _of_own_currency(quantity, unit)
    step = quantity.step * unit.scale
    return replace(
        quantity,
        value=plain(quantity.value * unit.scale, step) if unit.scale != 1 else quantity.value,
        interval=quantity.interval.scale(unit.scale) if unit.scale != 1 else quantity.interval,
        step=step,
        unit=unit.unit,
        unit_text=unit.text,
        full_unit=unit.full,
    )


def _of_own_currency(quantity: Quantity, unit: UnitText) -> UnitText:
    """Return a unit told elsewhere in the currency of the cell, the scale but once: EUR 5 under (million)."""
    own, told, sign = quantity.unit, unit.unit, fold(quantity.unit_text)
    if told.dimension and not told.dimension.startswith("money:"):
        return UnitText(own, quantity.unit_text)
    digits = regex.sub(sign_of_currency(), "", fold(quantity.text))
    scale = Decimal(1) if regex.search(r"\p{L}", digits) else unit.scale
    if told.dimension.startswith(own.dimension) or (told.dimension and is_shared(sign)):
        return replace(unit, scale=scale)
    named = in_currency(told, own) if told.dimension else own
    return UnitText(named, quantity.unit_text, scale, unit.full)


def _without_scale(printed: str) -> str:
    """Return the printed unit without its scale word; folding keeps offsets, so they can be cut."""
    scale = alternation(tuple(quantity_words().scales))
    found = regex.search(
        rf"^\s*(?:{scale}|{_ENGLISH.in_thousands})\s*|\s+(?:{scale})$|(?:{scale})(?={lookalike_words().yuan}$)",
        fold(printed),
    )
    return printed[: found.start()] + printed[found.end() :] if found else printed


def unit_counted(bare: str) -> UnitText | None:
    """Return the unit in which a head tells a total or an average: 总时数, average hours."""
    words = (particles().total, *label_words().totals, *arithmetic_words().averages)
    rest = next((bare.removeprefix(word).strip() for word in words if bare.startswith(word)), "")
    unit = unit_text(rest) if rest else None
    return unit if unit is not None and unit.unit.dimension not in ("", "count") else None
