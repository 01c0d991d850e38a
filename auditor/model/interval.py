"""Intervals with open or closed ends: the only arithmetic on printed numbers.

A printed number stands for all numbers that round to it (XBRL Calculations 1.1, section 4). Bounds
are `Decimal`; quotients are rounded outwards, so an interval never loses a value that belongs to it.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from decimal import ROUND_HALF_EVEN
from decimal import Context
from decimal import Decimal
from itertools import product

from auditor.model.roots import nth_root

_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_NEAR = Context(prec=40, rounding=ROUND_HALF_EVEN)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _End:
    """One end: ``value`` None is infinity on that side; ``open`` ends do not belong."""

    value: Decimal | None
    open: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between ``low`` and ``high``; None is unbounded, open ends are left out.

    An unbounded end is never called open and no end is a negative zero, so that equal intervals
    compare equal and print alike.

    Raises:
        ValueError: when no number lies in it: ``low`` is above ``high``, or equal to it and an end is open.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", _unsigned(self.low))
        object.__setattr__(self, "high", _unsigned(self.high))
        object.__setattr__(self, "low_open", self.low_open and self.low is not None)
        object.__setattr__(self, "high_open", self.high_open and self.high is not None)
        if self.low is None or self.high is None or self.low < self.high:
            return
        if self.low > self.high or self.low_open or self.high_open:
            message = f"interval is empty: {self}"
            raise ValueError(message)

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """Return the interval that holds one number only."""
        return cls(Decimal(value), Decimal(value))

    @classmethod
    def around(cls, value: Decimal, radius: Decimal) -> Interval:
        """Return [value - radius, value + radius]."""
        return cls(_DOWN.subtract(value, radius), _UP.add(value, radius))

    @property
    def bounded(self) -> bool:
        """Return whether both ends are finite."""
        return self.low is not None and self.high is not None

    @property
    def width(self) -> Decimal | None:
        """Return high - low, None when unbounded."""
        if self.low is None or self.high is None:
            return None
        return _UP.subtract(self.high, self.low)

    @property
    def middle(self) -> Decimal | None:
        """Return the centre of a bounded interval, the finite end of a half-bounded one."""
        if self.low is None or self.high is None:
            return self.low if self.high is None else self.high
        centre = _NEAR.divide(_NEAR.add(self.low, self.high), Decimal(2))
        return min(max(centre, self.low), self.high)

    def __contains__(self, value: Decimal) -> bool:
        """Return whether the number lies in the interval, open ends left out."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Return whether some number lies in both."""
        return self._reaches(other) and other._reaches(self)

    def overlaps(self, other: Interval) -> bool:
        """Return whether more than a shared end lies in both, or one of them is a single number.

        Two numbers printed to one precision round from one value only when they are alike: 24.7 and
        24.8 share the end 24.75 and are still two tellings.
        """
        if not (self._reaches(other) and other._reaches(self)):
            return False
        common = self.intersection(other)
        point = common is not None and common.low is not None and common.low == common.high
        return not point or self.width == 0 or other.width == 0

    def _reaches(self, other: Interval) -> bool:
        """Return whether this low end lies at or below the other's high end."""
        if self.low is None or other.high is None or self.low < other.high:
            return True
        return self.low == other.high and not (self.low_open or other.high_open)

    def intersection(self, other: Interval) -> Interval | None:
        """Return the numbers in both, None when there are none."""
        if not self.meets(other):
            return None
        low = _higher(_End(self.low, self.low_open), _End(other.low, other.low_open))
        high = _lower(_End(self.high, self.high_open), _End(other.high, other.high_open))
        return Interval(low.value, high.value, low.open, high.open)

    def gap(self, other: Interval) -> Decimal:
        """Return the distance between two intervals, 0 when they meet or only touch at an open end."""
        if self.low is not None and other.high is not None and self.low > other.high:
            return _NEAR.subtract(self.low, other.high)
        if other.low is not None and self.high is not None and other.low > self.high:
            return _NEAR.subtract(other.low, self.high)
        return _ZERO

    def __neg__(self) -> Interval:
        # copy_negate: the minus sign alone would round to the precision of the caller's context
        low = None if self.high is None else self.high.copy_negate()
        high = None if self.low is None else self.low.copy_negate()
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else _DOWN.add(self.low, other.low)
        high = None if self.high is None or other.high is None else _UP.add(self.high, other.high)
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        return _from_corners(self, other, _multiply)

    def __truediv__(self, other: Interval) -> Interval:
        """Return the quotient.

        Raises:
            ZeroDivisionError: when the divisor may be zero.
        """
        if other.may_be_zero:
            message = "the divisor may be zero"
            raise ZeroDivisionError(message)
        return _from_corners(self, other, _divide)

    def root(self, degree: int) -> Interval:
        """Return the root of every number that is not below zero.

        Raises:
            ZeroDivisionError: when all numbers are below zero.
        """
        if self.high is not None and self.high < 0:
            message = "there is no root of a number below zero"
            raise ZeroDivisionError(message)
        below = self.low is None or self.low < 0
        low = _ZERO if below else nth_root(self.low or _ZERO, degree)[0]
        high = None if self.high is None else nth_root(self.high, degree)[1]
        return Interval(low, high, self.low_open and not below, self.high_open)

    @property
    def may_be_zero(self) -> bool:
        """Return whether zero belongs to the interval or is one of its ends."""
        below = self.low is None or self.low <= 0
        above = self.high is None or self.high >= 0
        return below and above

    def scale(self, factor: Decimal) -> Interval:
        """Return every number times ``factor``."""
        if factor == 1:
            return self
        if not factor:
            return self * Interval.exactly(factor)
        low, high = _scaled(self.low, factor, _DOWN, _UP), _scaled(self.high, factor, _UP, _DOWN)
        if factor > 0:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)

    def __str__(self) -> str:
        low = "-∞" if self.low is None else f"{self.low:f}"
        high = "∞" if self.high is None else f"{self.high:f}"
        opening = "(" if self.low_open or self.low is None else "["
        closing = ")" if self.high_open or self.high is None else "]"
        return f"{opening}{low}, {high}{closing}"


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the sum; of nothing, exactly 0."""
    result = Interval.exactly(0)
    for interval in intervals:
        result = result + interval
    return result


def _unsigned(value: Decimal | None) -> Decimal | None:
    """Return the value without the sign of a negative zero, which rounding down gives to 1 - 1."""
    return _ZERO if value is not None and value.is_zero() and value.is_signed() else value


def _scaled(end: Decimal | None, factor: Decimal, outward: Context, turned: Context) -> Decimal | None:
    """Return an end times a number, rounded outwards; a factor below zero makes the other end of it."""
    if end is None:
        return None
    return (outward if factor > 0 else turned).multiply(end, factor) or _ZERO


def _higher(one: _End, other: _End) -> _End:
    if one.value is None or other.value is None:
        return other if one.value is None else one
    if one.value == other.value:
        return _End(one.value, one.open or other.open)
    return one if one.value > other.value else other


def _lower(one: _End, other: _End) -> _End:
    if one.value is None or other.value is None:
        return other if one.value is None else one
    if one.value == other.value:
        return _End(one.value, one.open or other.open)
    return one if one.value < other.value else other


@dataclass(frozen=True, slots=True)
class _Corner:
    """A product or quotient of two ends: ``sign`` is -1 or 1 when infinite, 0 when the bounds hold."""

    sign: int
    low: Decimal = _ZERO
    high: Decimal = _ZERO
    open: bool = True


def _multiply(one: _End, one_side: int, other: _End, other_side: int) -> _Corner:
    """Return the corner product; an infinite end times zero is zero, held when zero itself is."""
    if one.value == 0 or other.value == 0:
        held = (one.value == 0 and not one.open) or (other.value == 0 and not other.open)
        return _Corner(0, open=not held)
    if one.value is None or other.value is None:
        return _Corner(_sign(one, one_side) * _sign(other, other_side))
    low, high = _DOWN.multiply(one.value, other.value), _UP.multiply(one.value, other.value)
    return _Corner(0, low, high, one.open or other.open)


def _divide(one: _End, one_side: int, other: _End, other_side: int) -> _Corner:
    """Return the corner quotient by an end that is not zero; anything over infinity is a limit of zero."""
    if one.value == 0 or other.value is None:
        return _Corner(0, open=one.value != 0 or one.open)
    if one.value is None:
        return _Corner(one_side * _sign(other, other_side))
    low, high = _DOWN.divide(one.value, other.value), _UP.divide(one.value, other.value)
    return _Corner(0, low, high, one.open or other.open)


def _sign(end: _End, side: int) -> int:
    if end.value is None:
        return side
    return 1 if end.value > 0 else -1


_Rule = Callable[[_End, int, _End, int], _Corner]


def _from_corners(one: Interval, other: Interval, corner: _Rule) -> Interval:
    """Return the hull of the four corners; an end is open when every corner that gives it is."""
    ones = ((_End(one.low, one.low_open), -1), (_End(one.high, one.high_open), 1))
    others = ((_End(other.low, other.low_open), -1), (_End(other.high, other.high_open), 1))
    corners = [corner(a, side_a, b, side_b) for (a, side_a), (b, side_b) in product(ones, others)]
    finite = [item for item in corners if item.sign == 0]
    low = None if any(item.sign < 0 for item in corners) else min(item.low for item in finite)
    high = None if any(item.sign > 0 for item in corners) else max(item.high for item in finite)
    low_open = all(item.open for item in finite if item.low == low)
    high_open = all(item.open for item in finite if item.high == high)
    return Interval(low, high, low_open, high_open)
