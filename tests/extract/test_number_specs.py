"""Public cases of numbers in Chinese, read where they are kept; which of them apply is told by rules.

A case applies when each of its results is written as reports write numbers: Arabic digits with a scale word,
or one unbroken Chinese numeral; no 点, 分之, 又, 折, half or sub-unit, no financial numerals (壹), no spaces
inside, no lone 一 or 十 (in a report these are words), no value that only an exponent can write.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from collections.abc import Iterator
from decimal import Decimal
from decimal import InvalidOperation
from pathlib import Path
from typing import Any

import pytest
import regex

from auditor.extract.numbers.numerals import numerals
from auditor.extract.numbers.quantities import mentions
from auditor.lexicon.fold import fold
from auditor.model.interval import Interval
from auditor.model.quantity import Bound

SPECS = Path(__file__).parents[2].parent / "shared" / "datasets" / "number-specs-zh"
pytestmark = pytest.mark.skipif(
    not SPECS.exists(), reason="the public number specs are not beside the project"
)

ARABIC = r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:万亿|千万|百万|亿|万)?"
CHINESE = r"[零一二三四五六七八九十百千万亿两]+"
NUMBER = rf"(?:{ARABIC}|{CHINESE})"
UNITS = {"Mu": "mu", "Kilogram": "kg", "Centimeter": "cm", "Meter": "m", "Jin": "jin", "Ton": "t"}
UNITS |= {"Kilometer": "km", "Gram": "g"}

Case = dict[str, Any]
Result = dict[str, Any]


def _cases(name: str, applies: Callable[[Result], bool]) -> list[Case]:
    """Return the cases of a spec with results that all apply."""
    cases = json.loads((SPECS / name).read_text("utf-8-sig"))
    return [case for case in cases if case["Results"] and all(map(applies, case["Results"]))]


def _text(result: Result) -> str:
    return fold(result["Text"])


def _value(result: Result) -> Decimal | None:
    try:
        value = result["Resolution"]["value"] or ""
        return None if "E" in value else Decimal(value.removesuffix("%"))
    except InvalidOperation:
        return None


def _missed(cases: list[Case], read: Callable[[Case, Result], bool]) -> list[str]:
    return [case["Input"] for case in cases if not all(read(case, result) for result in case["Results"])]


def _share(cases: list[Case], missed: list[str]) -> float:
    return 1 - len(missed) / len(cases)


def _plain_number(result: Result) -> bool:
    return bool(regex.fullmatch(NUMBER, _text(result))) and _value(result) is not None


def _is_read(case: Case, result: Result) -> bool:
    found = numerals(fold(case["Input"]))
    return any(one.start == result["Start"] and one.value == _value(result) for one in found)


def test_numbers_are_read_with_their_value():
    cases = _cases("Number/Chinese/NumberModel.json", _plain_number)
    missed = _missed(cases, _is_read)
    assert len(cases) > 120
    assert _share(cases, missed) >= 0.96, missed


def _plain_percentage(result: Result) -> bool:
    shapes = rf"{ARABIC}%|百分之{NUMBER}|{NUMBER}个百分点|(?:[0-9](?:\.[0-9])?|[一二三四五六七八九])成"
    return bool(regex.fullmatch(shapes, _text(result)))


def _is_percentage(case: Case, result: Result) -> bool:
    found = mentions(case["Input"], fold(case["Input"]))
    return any(
        one.quantity.unit.id in ("%", "pp")
        and one.quantity.value == _value(result)
        and one.number <= result["End"] + 1 <= one.end + 1
        for one in found
    )


def test_percentages_are_read_with_their_value():
    cases = _cases("Number/Chinese/PercentModel.json", _plain_percentage)
    missed = _missed(cases, _is_percentage)
    assert len(cases) > 40
    assert _share(cases, missed) >= 0.98, missed


def _limit(result: Result) -> bool:
    over = r"(?:超过了?|多于|大于|高于|至少有?|不少于|不低于)"
    under = r"(?:低于|小于|少于|最多|不超过|不高于)"
    shapes = rf"(?:{over}|{under}){ARABIC}|{ARABIC}(?:以上|以下)|{ARABIC}(?:~|-|到|至){ARABIC}"
    return bool(regex.fullmatch(shapes, _text(result)))


def _is_limited(case: Case, result: Result) -> bool:
    low, high = result["Resolution"]["value"].strip("()[]").split(",")
    found = mentions(case["Input"], fold(case["Input"]))
    return any(_within(one.quantity.bound, one.quantity.interval, low, high) for one in found)


def _within(bound: Bound, interval: Interval, low: str, high: str) -> bool:
    if low and high:
        return (interval.low, interval.high) == (Decimal(low), Decimal(high))
    if low:
        return bound is Bound.OVER and interval.low == Decimal(low)
    return bound is Bound.UNDER and interval.high == Decimal(high)


def test_limits_and_ranges_are_read_with_their_ends():
    cases = _cases("Number/Chinese/NumberRangeModel.json", _limit)
    missed = _missed(cases, _is_limited)
    assert len(cases) >= 10
    assert _share(cases, missed) >= 0.95, missed


def _money(result: Result) -> bool:
    resolution = result["Resolution"]
    plain = regex.fullmatch(
        rf"[$¥]?(?![一十][^百千万亿]){NUMBER}\s?[^0-9一二三四五六七八九十又块]*", _text(result)
    )
    known = resolution.get("isoCurrency") in ("CNY", "USD", "HKD", "EUR", "GBP", "JPY", "TWD", "CHF")
    return bool(plain) and known and _value(result) is not None


def _is_money(case: Case, result: Result) -> bool:
    wanted = (_value(result), result["Resolution"]["isoCurrency"])
    return any((one.quantity.value, one.quantity.unit.id) == wanted for one in _found(case))


def _measure(result: Result) -> bool:
    plain = regex.fullmatch(rf"{NUMBER}[^0-9半]*", _text(result))
    return bool(plain) and result["Resolution"].get("unit") in UNITS and not _text(result).startswith("一")


def _is_measure(case: Case, result: Result) -> bool:
    wanted = (_value(result), UNITS[result["Resolution"]["unit"]])
    return any((one.quantity.value, one.quantity.unit.id) == wanted for one in _found(case))


def _found(case: Case) -> Iterator[Any]:
    yield from mentions(case["Input"], fold(case["Input"]))


@pytest.mark.parametrize(
    ("name", "applies", "read"),
    [
        ("NumberWithUnit/Chinese/CurrencyModel.json", _money, _is_money),
        ("NumberWithUnit/Chinese/DimensionModel.json", _measure, _is_measure),
    ],
)
def test_numbers_with_units_are_read_with_both(name, applies, read):
    cases = _cases(name, applies)
    missed = _missed(cases, read)
    assert len(cases) >= 10
    assert _share(cases, missed) >= 0.95, missed
