"""What is mistaken for what in a number, of ``slips.toml``: powers of ten, units."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from auditor.lexicon.load import contents

_FILE = "slips.toml"


@cache
def powers_of_ten() -> tuple[int, ...]:
    """Return the exponents of the powers of ten that are mistaken for each other."""
    return tuple(contents(_FILE)["powers"]["ten"])


@cache
def unit_ratios() -> tuple[Decimal, ...]:
    """Return how many times one unit is another that it is taken for."""
    return tuple(Decimal(entry["value"]) for entry in contents(_FILE)["ratio"])
