"""Numbers, places and arithmetic in the words of a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from decimal import Context
from decimal import Decimal

from auditor.lexicon import spoken
from auditor.lexicon.fold import fold_width
from auditor.lexicon.fold import grouped
from auditor.lexicon.spoken import decimal_words
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.place import Place
from auditor.model.quantity import percent_places
from auditor.model.relation import Expression
from auditor.model.relation import Operator

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SIGNS = {Operator.ADD: " + ", Operator.SUBTRACT: " − ", Operator.MULTIPLY: " × ", Operator.DIVIDE: " ÷ "}
_SUMS = (Operator.ADD, Operator.SUBTRACT)
_WIDE = Context(prec=60)
#: Digits behind the last printed one with which a computed end is told.
_FINER = 2
#: A number that the digits of a scale hide a part of, one of so many, is told without the scale.
_READABLE = 20


def place_words(place: Place, *, name: bool = False) -> str:
    """Return ``第 9 页`` or ``第 3612 行``, with the report's name where asked for."""
    spot = spoken.place_words(place)
    return say("《{report}》{spot}", report=place.report, spot=spot).strip() if name else spot


def printed(claim: Claim) -> str:
    """Return a number as printed with its unit; a unit that the text already ends with is not told twice."""
    quantity = claim.quantity
    if quantity.full_unit:
        return spoken.with_unit(quantity.text, quantity.full_unit, " ")
    return quantity.text if quantity.text.endswith(quantity.unit_text) else with_unit(quantity.text, claim)


def with_unit(number: str, claim: Claim) -> str:
    """Return a number with the unit of a claim."""
    return spoken.with_unit(number, claim.quantity.unit_text or claim.quantity.unit.id)


def told(interval: Interval, claim: Claim) -> str:
    """Return an interval in the scale and unit in which a claim is printed: ``1,289.65 至 1,289.75 萬噸``."""
    scale = scale_of(claim)
    words = interval_words(interval / Interval.exactly(scale), claim.quantity.step / scale)
    return _in_scale(words, claim) if scale != 1 else with_unit(words, claim)


def told_number(number: Decimal, claim: Claim) -> str:
    """Return a number in the scale and unit in which a claim is printed, as finely as the claim is."""
    scale = scale_of(claim)
    if scale == 1:
        return with_unit(f"{number:,f}", claim)
    step = claim.quantity.step / scale
    plain = (number / scale).quantize(Decimal(1).scaleb(min(step.adjusted(), 0)))
    if abs(plain * scale - number) * _READABLE > abs(number):
        return with_unit(f"{number:,f}", claim)  # too small for the scale
    return _in_scale(f"{plain:,f}", claim)


def scale_of(claim: Claim) -> Decimal:
    """Return how many times the value is the number that its digits print: 10000 for ``134.8 萬``."""
    found = _DIGITS.search(fold_width(grouped(claim.quantity.text)))
    number = Decimal(found[0].replace(",", "")) if found else Decimal(0)
    ratio = abs(claim.quantity.value) / number if number else Decimal(1)
    return ratio if ratio > 1 and ratio == Decimal(1).scaleb(ratio.adjusted()) else Decimal(1)


def _in_scale(number: str, claim: Claim) -> str:
    quantity = claim.quantity
    if quantity.full_unit:
        return spoken.with_unit(number, quantity.full_unit, " ")
    word = _DIGITS.split(fold_width(grouped(quantity.text)))[-1].strip(" )%")
    return spoken.with_unit(f"{number} {word.removesuffix(quantity.unit_text)}", quantity.unit_text)


def interval_words(interval: Interval, step: Decimal) -> str:
    """Return one number, or ``低 至 高``; ends are rounded outwards to a hundredth of ``step``."""
    low = _outward(interval.low, step, ROUND_FLOOR)
    high = _outward(interval.high, step, ROUND_CEILING)
    ends = ("" if end is None else decimal_words(end) for end in (low, high))
    return spoken.span_words(*ends) or say("任意值")


def interval_cell(interval: Interval | None, step: Decimal) -> str:
    """Return the same for a table cell: a plain decimal or ``[low, high]``."""
    if interval is None:
        return ""
    low = _outward(interval.low, step, ROUND_FLOOR)
    high = _outward(interval.high, step, ROUND_CEILING)
    if low is not None and low == high:
        return decimal_words(low, "")
    ends = ("" if end is None else decimal_words(end, "") for end in (low, high))
    return f"[{', '.join(ends)}]"


def _outward(value: Decimal | None, step: Decimal, rounding: str) -> Decimal | None:
    if value is None:
        return None
    quantum = Decimal(1).scaleb(min(step.adjusted(), 0) - _FINER)
    return value.quantize(quantum, rounding=rounding, context=_WIDE)


def arithmetic(expression: Expression, claims: Mapping[str, Claim]) -> str:
    """Return an expression with the numbers as printed: ``474,324 + 1,920,925``."""
    if expression.operator is Operator.CLAIM:
        return printed_number(claims[expression.ref])
    if expression.operator is Operator.NUMBER:
        return decimal_words(expression.number)
    if expression.operator is Operator.REST:
        return say("其余")
    if expression.operator is Operator.ROOT:
        return f"({arithmetic(expression.operands[0], claims)})^(1/{decimal_words(expression.number)})"
    parts = (_operand(expression, operand, claims) for operand in expression.operands)
    return _SIGNS[expression.operator].join(parts)


def _operand(outer: Expression, inner: Expression, claims: Mapping[str, Claim]) -> str:
    text = arithmetic(inner, claims)
    plain = inner.leaf or inner.operator is Operator.ROOT
    first = inner is outer.operands[0]
    same = outer.operator is inner.operator is Operator.ADD or (
        first and (inner.operator not in _SUMS or outer.operator in _SUMS)
    )
    return text if plain or same else f"({text})"


def printed_number(claim: Claim) -> str:
    """Return the digits and scale word as printed, in brackets when negative, with a per cent sign."""
    text = claim.quantity.text
    text = f"{text}%" if claim.quantity.unit.id == "%" and "%" not in text else text
    return f"({text})" if text.startswith(("-", "−")) else text


def places_of(claims: Iterable[Claim], report: str) -> str:
    """Return the places of claims, each once; the name stands where it is not ``report``."""
    words = (place_words(claim.place, name=claim.report != report) for claim in claims)
    return say("、").join(dict.fromkeys(filter(None, words)))


def percent_words(share: Decimal | None) -> str:
    """Return ``+12.3%`` for 0.123, ``−0.05%`` for -0.00048, ``比例不详`` when the old value may be zero."""
    if share is None:
        return say("比例不详")
    return f"{share * 100:+.{percent_places(share * 100)}f}%".replace("-", "−")
