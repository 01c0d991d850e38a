"""Grid emission factors of ``factors.toml``: a registry with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from auditor.lexicon.load import load

if TYPE_CHECKING:
    from auditor.lexicon.schema import FactorsFile

_FILE = "factors.toml"


@dataclass(frozen=True, slots=True)
class GridFactor:
    """What one kilowatt-hour from the grid emits: ``value`` in ``unit``, for the ``year`` it covers.

    ``issued`` is a date, month or year; ``confirm`` says that the source at hand is second hand.
    """

    value: Decimal
    year: int
    series: str
    region: str
    unit: str
    issued: str
    source: str
    confirm: bool


@cache
def factors() -> tuple[GridFactor, ...]:
    """Return the registry in the order of the file.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import FactorsFile

    return table(load(_FILE, FactorsFile))


def table(data: FactorsFile) -> tuple[GridFactor, ...]:
    """Return the registry of a checked file."""
    return tuple(
        GridFactor(
            entry.value,
            entry.year,
            entry.series,
            entry.region,
            entry.unit,
            entry.issued,
            entry.source,
            entry.confirm,
        )
        for entry in data.factor
    )


def covering(value: Decimal, region: str = "mainland") -> tuple[GridFactor, ...]:
    """Return the factors of a region that have ``value``."""
    return tuple(factor for factor in factors() if factor.region == region and factor.value == value)
