"""Roots of decimal numbers, rounded down and up."""

from __future__ import annotations

from decimal import Context
from decimal import Decimal

_LONG = Context(prec=2000)
#: Digits behind the point to which a root is worked out.
_ROOT_PLACES = 25


def nth_root(value: Decimal, degree: int) -> tuple[Decimal, Decimal]:
    """Return a root of a number that is not below zero, rounded down and rounded up; alike where exact."""
    exact = int(value.scaleb(_ROOT_PLACES * degree, context=_LONG))
    low, high = 0, 1 << (exact.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= exact else (low, middle)
    whole = low**degree == exact and exact == value.scaleb(_ROOT_PLACES * degree, context=_LONG)
    ends = (low, low if whole else high)
    down, up = (Decimal(end).scaleb(-_ROOT_PLACES, context=_LONG) for end in ends)
    return down, up
