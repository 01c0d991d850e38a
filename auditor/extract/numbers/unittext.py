"""Units printed apart from their numbers: unit columns, heads, brackets, captions."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal

import regex

from auditor.extract.numbers.numerals import plain
from auditor.lexicon.additions import kept
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.unitreader import Scaled
from auditor.lexicon.unitreader import measured
from auditor.lexicon.units import units
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit

_HEAD = regex.compile(r"^(?:单位|單位|unit|units)\s*[:：]\s*", regex.IGNORECASE)
_BRACKETS = regex.compile(r"[(（]([^()（）]*)[)）]|[\[【]([^\[\]【】]*)[\]】]")
_THOUSANDS = r"(?:'000|000's|in thousands)"
#: What tells in brackets behind or before a unit when it was counted: headcount at 31 December; 人，年末.
_WHEN = regex.compile(
    r"[,，;；]?\s*\b(?:as\s+of|(?:as\s+)?(?:at|on))\s+(?:the\s+)?(?:[0-9]|year|period|end|\p{L}+\s+[0-9]).*$"
    r"|[,，;；、]\s*(?:截至|于|於|至)?[0-9]{0,4}[年/]?[0-9]*[月日0-9年末底初期終终止]*$"
    r"|^(?:截至|于|於)?[0-9年月日末底期终終]+(?:止)?[,，;；、]?\s*",
    regex.IGNORECASE,
)
#: A unit told twice has no more words than these; a cell may hold a whole text.
_MOST_WORDS = 40
#: What sets a unit off from the caption that it ends.
_SET_OFF = regex.compile(r"[,，:：;；–—|]\s*|\s-\s+|\s(?=in\s)")


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
    found = units().split(text) or _told_twice(text)
    if found is None:
        return None
    printed = " ".join(_HEAD.sub("", text.strip().strip("()（）[]")).split())
    if found.scale == 1:
        return UnitText(found.unit, printed)
    return UnitText(found.unit, _without_scale(printed), found.scale, printed)


def _told_twice(text: str) -> Scaled | None:
    """Return the unit that a text prints twice, as in two languages: 小時 Hours, (tonnes) tonnes."""
    words = text.split()
    for cut in range(1, len(words) if len(words) <= _MOST_WORDS else 0):
        one = units().split(" ".join(words[:cut]))
        if one is not None and one == units().split(" ".join(words[cut:])):
            return one
    return None


def bracketed_unit(text: str) -> UnitText | None:
    """Return the unit printed in brackets at the end of a label or head: 营业收入（万元）, NOx [kg]."""
    for inner in reversed(_BRACKETS.findall(text)):
        text = inner[0] or inner[1]
        found = unit_text(text) or unit_text(_WHEN.sub("", text.strip()))
        if found is not None:
            return found
    return None


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
    """Return a cell's quantity in a unit printed elsewhere, its scale applied to value and interval."""
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


def _without_scale(printed: str) -> str:
    """Return the printed unit without its scale word; folding keeps offsets, so they can be cut."""
    scale = alternation(tuple(quantity_words().scales))
    found = regex.search(
        rf"^\s*(?:{scale}|{_THOUSANDS})\s*|\s+(?:{scale})$|(?:{scale})(?=元$)", fold(printed)
    )
    return printed[: found.start()] + printed[found.end() :] if found else printed
