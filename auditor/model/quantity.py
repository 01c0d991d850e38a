"""A number with its unit, its rounding interval and its bound."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from auditor.model.interval import Interval


class Bound(StrEnum):
    """How the words around a number limit it."""

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    ``id`` is canonical (``tCO2e``, ``MWh``, ``%``), ``dimension`` says what may be compared, and
    ``factor`` turns a value in this unit into the base unit of the dimension (1 MWh = 1000 kWh).
    A counted noun has dimension ``count`` and its own id (``person``). An unknown unit has id ``""``.
    """

    id: str
    dimension: str
    factor: Decimal = Decimal(1)


#: The unit of a number that has none printed.
NO_UNIT = Unit("", "")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed number.

    ``value`` is after the scale word (``5,920.8 萬`` is 59208000), ``interval`` holds every number
    that may have been rounded to it, both in ``unit``. ``step`` is one unit of the last printed digit,
    after the scale word. ``text`` is verbatim, scale word included; ``unit_text`` is the unit or
    counted noun as printed, without a scale word. ``full_unit`` is what stands apart from the number,
    scale word included (``万吨`` of a unit column), empty when the scale word is part of ``text``.
    """

    text: str
    value: Decimal
    interval: Interval
    step: Decimal
    unit: Unit = NO_UNIT
    unit_text: str = ""
    bound: Bound = Bound.EXACT
    full_unit: str = ""

    @property
    def digits(self) -> int:
        """Return how many digits of the number say something: zeros at either end do not."""
        return significant_digits(self.value)

    @property
    def size(self) -> Decimal:
        """Return the number as printed, in the base unit of the dimension."""
        return self.value * self.unit.factor

    @property
    def base(self) -> Interval:
        """Return the interval in the base unit of the dimension."""
        return self.interval.scale(self.unit.factor)


def significant_digits(value: Decimal) -> int:
    """Return how many digits a number is told in, without the zeros at either end: 70,500 has three."""
    return len(f"{abs(value):f}".replace(".", "").strip("0"))


def percent_places(percent: Decimal) -> int:
    """Return the decimals a per cent number is shown with: one, or so many that it does not read as zero."""
    return max(1, -percent.adjusted()) if percent else 1
