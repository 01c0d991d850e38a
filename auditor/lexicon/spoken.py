"""Words that findings, page and workbook share: slips of the hand, places, spans of numbers."""

from __future__ import annotations

from decimal import Decimal

from auditor.lexicon.fold import fold
from auditor.lexicon.measures.currencies import currency_named
from auditor.lexicon.tongue import say
from auditor.model.place import Place

SLIPS = {
    "transposed_digits": "数字前后颠倒",
    "dropped_digit": "漏写或多写一位数字",
    "scale": "数量级有误",
    "sign": "正负号有误",
    "stale_period": "误用其他期间的数字",
    "copied_row": "误抄其他行的数字",
    "wrong_unit": "单位有误",
    "rounding": "四舍五入有误",
}


def place_words(place: Place) -> str:
    """Return ``第 9 页`` or ``第 3612 行``; empty when nothing is known."""
    if place.page is not None:
        return say("第 {page} 页", page=place.page)
    return say("第 {line} 行", line=place.line) if place.line is not None else ""


def decimal_words(value: Decimal, separator: str = ",") -> str:
    """Return a decimal with thousands separators, without the zeros at its end."""
    text = f"{value or abs(value):{separator}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def signed(number: Decimal, zero: str = "+") -> str:
    """Return a change with its sign and thousands separators: ``−416,410``; ``zero`` is the sign of none."""
    sign = "−" if number < 0 else "+" if number > 0 else zero
    return f"{sign}{decimal_words(abs(number))}"


def with_unit(number: str, unit: str, apart: str = "") -> str:
    """Return a number with its unit: a sign of currency in front of it (``−$5 in thousands``), others behind.

    A space stands before a Latin unit or a digit, before any other what ``apart`` is.
    """
    head, _, rest = unit.partition(" ")
    if head and not head[-1].isalnum() and currency_named(fold(head)):
        minus = number[:1] if number[:1] in "-−+" else ""
        return f"{minus}{head}{number.removeprefix(minus)} {rest}".rstrip()
    return f"{number}{' ' if unit[:1].isascii() and unit[:1].isalnum() else apart}{unit}"


def span_words(low: str, high: str) -> str:
    """Return one number, or from where to where it may lie; an empty end is unbounded, both are nothing."""
    if low and high:
        return low if low == high else say("{low} 至 {high}", low=low, high=high)
    if low:
        return say("{low} 以上", low=low)
    return say("{high} 以下", high=high) if high else ""
