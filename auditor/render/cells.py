"""A value becomes a cell: plain decimals, text that a spreadsheet takes for text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from decimal import ROUND_HALF_EVEN
from decimal import Context
from decimal import Decimal

from auditor.lexicon.spoken import decimal_words
from auditor.model.interval import Interval

_NUMBER = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?%?")
#: Signs with which a spreadsheet begins a formula, full-width forms too.
_FORMULA = tuple("=+-@＝＋－＠")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: Digits behind the last printed one that a computed bound keeps; more say nothing.
_FINER = 6
_WIDE = Context(prec=60)


def plain(value: Decimal | None) -> str:
    """Return a decimal with the digits it has and no exponent; empty for None."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.removeprefix("-") if not value else text


def trimmed(value: Decimal | None) -> str:
    """Return a computed decimal without the zeros at its end."""
    return "" if value is None else decimal_words(value, "")


def rounded(value: Decimal | None, step: Decimal, rounding: str = ROUND_HALF_EVEN) -> str:
    """Return a computed decimal to a millionth of ``step``, the unit of the last printed digit."""
    if value is None:
        return ""
    quantum = Decimal(1).scaleb(min(step.adjusted(), 0) - _FINER)
    finer = value.as_tuple().exponent
    if isinstance(finer, int) and finer < quantum.adjusted():
        value = value.quantize(quantum, rounding=rounding, context=_WIDE)
    return trimmed(value)


def ends(interval: Interval | None, step: Decimal) -> tuple[str, str]:
    """Return low and high of a computed interval, rounded outwards; empty is unbounded or unknown."""
    if interval is None:
        return "", ""
    return rounded(interval.low, step, ROUND_FLOOR), rounded(interval.high, step, ROUND_CEILING)


def text(value: str) -> str:
    """Return text in one line that no spreadsheet takes for a formula; a number stays as it is.

    White space and control characters become spaces, what is no character at all becomes U+FFFD.
    """
    line = value if value.isprintable() else _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", value))
    harmless = not line.lstrip().startswith(_FORMULA) or _NUMBER.fullmatch(line)
    return line if harmless else f"'{line}"


def joined(values: Iterable[object]) -> str:
    """Return values with ``;`` between them."""
    return ";".join(map(str, values))


def number(value: int | None) -> str:
    """Return a page or line number; empty when there is none."""
    return "" if value is None else str(value)
