"""How often one slip of the hand turns one row of digits into another.

The ways are counted from the right number: of a number of four digits one is changed in 36 ways, so that a
changed digit leads to a certain other number once in 36 times.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context
from decimal import Decimal

_RATIO = Context(prec=12)
#: The share of each slip among all wrong numbers; the rest are slips of place, sign or unit, copies, and
#: numbers that are wrong in no way that their digits tell.
_SWAPPED, _CHANGED, _DROPPED, _DOUBLED, _INSERTED = map(Decimal, ("0.15", "0.15", "0.1", "0.1", "0.02"))
#: Digits that are swapped around a third one are few.
_SWAPPED_APART = Decimal("0.02")
_ZERO = Decimal(0)


def chance_of(wrong: str, right: str) -> Decimal:
    """Return the chance that a number with the digits ``right`` is printed with the digits ``wrong``."""
    if wrong == right or not right:
        return _ZERO
    if len(wrong) == len(right):
        return _same_length(wrong, right)
    if len(wrong) == len(right) - 1:
        return _ratio(_DROPPED * _ways(right, wrong), len(right))
    return _longer(wrong, right) if len(wrong) == len(right) + 1 else _ZERO


def changed(digits: str) -> Iterator[str]:
    """Return the digits with one of them changed, none to a zero in front."""
    for at, char in enumerate(digits):
        for other in "0123456789":
            if other != char and not (at == 0 and other == "0" and len(digits) > 1):
                yield digits[:at] + other + digits[at + 1 :]


def _same_length(wrong: str, right: str) -> Decimal:
    unlike = [at for at, pair in enumerate(zip(wrong, right, strict=True)) if pair[0] != pair[1]]
    if len(unlike) == 1:
        return _ratio(_CHANGED, 9 * len(right))
    if len(unlike) != 2 or (wrong[unlike[0]], wrong[unlike[1]]) != (right[unlike[1]], right[unlike[0]]):
        return _ZERO
    apart = unlike[1] - unlike[0]
    pairs = sum(one != other for one, other in zip(right, right[apart:], strict=False))
    return _ratio({1: _SWAPPED, 2: _SWAPPED_APART}.get(apart, _ZERO), pairs)


def _longer(wrong: str, right: str) -> Decimal:
    """Return the chance of one digit too many: one printed twice, or any."""
    twice = sum(right[: at + 1] + right[at:] == wrong for at in range(len(right)))
    any_digit = _ratio(_INSERTED * _ways(wrong, right), 10 * (len(right) + 1))
    return _ratio(_DOUBLED * twice, len(right)) + any_digit


def _ways(longer: str, shorter: str) -> int:
    """Return in how many places a digit can be left out to get the shorter row."""
    return sum(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _ratio(share: Decimal, ways: int) -> Decimal:
    return _RATIO.divide(share, Decimal(ways)) if ways else _ZERO
