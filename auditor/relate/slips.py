"""How many digits two unlike numbers have in common, when one slip of the hand turns one into the other.

Two numbers of four digits that have nothing to do with each other are one swap, one digit or one place apart
in less than one case of a hundred. So a slip is evidence that two tellings were meant to be one.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context
from decimal import Decimal
from functools import cache

from auditor.lexicon.words.slips import powers_of_ten
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval

_EXACT = Context(prec=40)
#: A number that is wider than such a part of it has a power of ten by chance.
_FINE = 100


def agreeing_digits(one: Claim, other: Claim) -> int:
    """Return how many digits agree but for one slip: one changed, two swapped, one too many, the place.

    0 where the numbers are equal or more than one slip apart, and where they are next to each other: 185
    and 186 are rather two counts than a slip. They are compared at the precision of the coarser; zeros at the
    end count for nothing.
    """
    if one.quantity.base.overlaps(other.quantity.base):
        return 0
    shifted = min(one.quantity.digits, other.quantity.digits) if moved(one, other) else 0
    return shifted or _in_place(one, other)


def agreeing_in_place(one: Claim, other: Claim) -> int:
    """Return the same for slips of digits alone: sign and place may be as a table has them."""
    return 0 if one.quantity.base.overlaps(other.quantity.base) else _in_place(one, other)


def _in_place(one: Claim, other: Claim) -> int:
    step = max(item.quantity.step * item.quantity.unit.factor for item in (one, other))
    return agreeing_digits_of(one.size, other.size, step)


def one_digit_apart(one: Claim, other: Claim) -> bool:
    """Return whether only another digit stands in one place: a round amount that was added does that too."""
    step = max(item.quantity.step * item.quantity.unit.factor for item in (one, other))
    mine, theirs = (_digits(item.size, step) for item in (one, other))
    return len(mine) == len(theirs) and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def swapped_digits(one: Claim, other: Claim) -> bool:
    """Return whether two neighbouring digits in another order turn one number into the other."""
    step = max(item.quantity.step * item.quantity.unit.factor for item in (one, other))
    mine, theirs = (_digits(item.size, step) for item in (one, other))
    unlike = [at for at, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]]
    neighbours = len(mine) == len(theirs) and len(unlike) == 2 and unlike[1] == unlike[0] + 1
    return neighbours and _crossed(mine, theirs, unlike[0])


def agreeing_digits_of(size: Decimal, other: Decimal, step: Decimal) -> int:
    """Return the same for two numbers at a precision; the place is not looked at."""
    if not size or not other or (size < 0) != (other < 0) or step <= 0:
        return 0
    return _common(_digits(size, step), _digits(other, step))


def _digits(size: Decimal, step: Decimal) -> str:
    return f"{_EXACT.divide(abs(size), step).to_integral_value():.0f}"


def moved(one: Claim, other: Claim) -> bool:
    """Return whether the numbers differ by their sign or by a power of ten."""
    mine, theirs = one.quantity.base, other.quantity.base
    size, told = one.size, other.size
    if not size or not told:
        return False
    apart = told.adjusted() - size.adjusted()
    factors = [_factors()[power] for power in (apart - 1, apart, apart + 1) if power in _factors()]
    return (-mine).overlaps(theirs) or any(mine.scale(factor).overlaps(theirs) for factor in factors)


def in_another_place(told: Interval, right: Interval) -> bool:
    """Return whether a power of ten turns one number into another that is known to a hundredth."""
    middle, width = right.middle, right.width
    fine = middle is not None and width is not None and abs(middle) >= _FINE * width
    return fine and any(told.scale(factor).overlaps(right) for factor in _factors().values())


def one_slip_into(claim: Claim, right: Interval) -> bool:
    """Return whether one slip of the hand leads from some number of an interval to a claim."""
    step = claim.quantity.step * claim.quantity.unit.factor
    values = (Decimal(digits) * step for digits in _one_slip_from(_digits(claim.size, step)) if digits)
    return in_another_place(claim.quantity.base, right) or any(value in right for value in values)


def _one_slip_from(digits: str) -> Iterator[str]:
    """Yield digits without one of them, with one more, with another one, and with two of them swapped."""
    for at, char in enumerate(digits):
        yield digits[:at] + digits[at + 1 :]
        yield digits[:at] + digits[at + 1 : at + 2] + char + digits[at + 2 :]
        yield from (digits[:at] + other + digits[at + 1 :] for other in "0123456789")
        yield from (digits[:at] + other + digits[at:] for other in "0123456789")
    yield from (digits + other for other in "0123456789")


def taken_off_in_row(claim: Claim, row: Claim) -> bool:
    """Return whether a sentence tells how much is taken off in a row of brackets: costs of 7.1, (7.1).

    Of one and the same metric a sentence would say that it is less than nothing.
    """
    unsigned = claim.source is not Source.TABLE and row.source is Source.TABLE and claim.size > 0 > row.size
    one = claim.metric.known and claim.metric == row.metric
    return unsigned and not one and claim.quantity.base.overlaps(-row.quantity.base)


@cache
def _factors() -> dict[int, Decimal]:
    """Return the powers of ten that are taken for each other, up and down, by their exponents."""
    return {power: Decimal(1).scaleb(power) for size in powers_of_ten() for power in (size, -size)}


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
