"""How many digits two unlike numbers have in common, when one slip of the hand turns one into the other.

Two numbers of four digits that have nothing to do with each other are one swap, one digit or one place apart
in less than one case of a hundred. So a slip is evidence that two tellings were meant to be one.
"""

from __future__ import annotations

from decimal import Context
from decimal import Decimal

from auditor.model.claim import Claim

_EXACT = Context(prec=40)
#: Places that are taken for each other: a digit, per cent, 千, 万, and so on.
_POWERS = (1, 2, 3, 4, 6, 8)


def agreeing_digits(one: Claim, other: Claim) -> int:
    """Return how many digits agree but for one slip: one changed, two swapped, one too many, the place.

    0 where the numbers are equal or more than one slip apart, and where they are next to each other: 185
    and 186 are rather two counts than a slip. They are compared at the precision of the coarser; zeros at the
    end count for nothing.
    """
    if one.quantity.base.overlaps(other.quantity.base):
        return 0
    moved = min(_significant(one), _significant(other)) if _moved(one, other) else 0
    return moved or agreeing_in_place(one, other)


def agreeing_in_place(one: Claim, other: Claim) -> int:
    """Return the same for slips of digits alone: sign and place may be as a table has them."""
    if one.quantity.base.overlaps(other.quantity.base):
        return 0
    step = max(item.quantity.step * item.quantity.unit.factor for item in (one, other))
    return agreeing_digits_of(_size(one), _size(other), step)


def agreeing_digits_of(size: Decimal, other: Decimal, step: Decimal) -> int:
    """Return the same for two numbers at a precision; the place is not looked at."""
    if not size or not other or (size < 0) != (other < 0) or step <= 0:
        return 0
    return _common(_digits(size, step), _digits(other, step))


def _size(claim: Claim) -> Decimal:
    return _EXACT.multiply(claim.quantity.value, claim.quantity.unit.factor)


def _digits(size: Decimal, step: Decimal) -> str:
    return f"{_EXACT.divide(abs(size), step).to_integral_value():.0f}"


def _moved(one: Claim, other: Claim) -> bool:
    """Return whether the numbers differ by their sign or by a power of ten."""
    mine, theirs = one.quantity.base, other.quantity.base
    size, told = _size(one), _size(other)
    if not size or not told:
        return False
    apart = told.adjusted() - size.adjusted()
    powers = [power for power in (apart - 1, apart, apart + 1) if abs(power) in _POWERS]
    return (-mine).overlaps(theirs) or any(
        mine.scale(Decimal(1).scaleb(power)).overlaps(theirs) for power in powers
    )


def _significant(claim: Claim) -> int:
    return len(f"{abs(claim.quantity.value):f}".replace(".", "").strip("0"))


def _common(one: str, other: str) -> int:
    if len(one) == len(other):
        unlike = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        changed = len(unlike) == 1 and abs(int(one) - int(other)) > 1
        swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1 and _crossed(one, other, unlike[0])
        return len(one.rstrip("0")) - len(unlike) if changed else len(one.rstrip("0")) if swapped else 0
    short, long = sorted((one, other), key=len)
    dropped = len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )
    return len(short.rstrip("0")) if dropped else 0


def _crossed(one: str, other: str, at: int) -> bool:
    return one[at] == other[at + 1] and one[at + 1] == other[at]
