"""The way of a number from what it was to what it is, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from auditor.model.interval import Interval


class StepKind(StrEnum):
    """What a step of a bridge is about, in the order in which steps are taken."""

    ENTITIES = "entities"
    FACTOR = "factor"
    METHOD = "method"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Step:
    """One known adjustment: ``change`` as given, ``interval`` what it may be, in the restated unit."""

    kind: StepKind
    label: str
    change: Decimal
    interval: Interval
    source: str


@dataclass(frozen=True, slots=True)
class Bridge:
    """Known adjustments from the original to the restated number.

    ``rest`` is what they leave unexplained as printed, ``unexplained`` every value it may have, both in
    the unit of the restated number.
    """

    steps: tuple[Step, ...]
    rest: Decimal
    unexplained: Interval

    @property
    def closes(self) -> bool:
        """Return whether the known adjustments may explain the whole change."""
        return self.unexplained.may_be_zero
