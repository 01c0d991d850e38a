"""What a number can be, from ``plausible.toml``: shares of a whole, amounts that are never below nought."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Plausible:
    """Ids of metrics, and folded words of a label; see ``plausible.toml``."""

    shares: frozenset[str]
    amounts: frozenset[str]
    differences: tuple[str, ...]


@cache
def plausible() -> Plausible:
    """Return the lists of ``plausible.toml``."""
    data = tomllib.loads(files("auditor.lexicon").joinpath("plausible.toml").read_text("utf-8"))
    return Plausible(
        frozenset(data["shares"]["metrics"]),
        frozenset(data["amounts"]["metrics"]),
        tuple(data["differences"]["words"]),
    )
