"""What a number can be, from ``plausible.toml``: shares, amounts never below nought, unlike things."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from auditor.lexicon.load import contents
from auditor.model.interval import Interval

Facets = tuple[str, frozenset[str]]
#: Sets of values of a family; without any, all values.
Sets = tuple[str, tuple[frozenset[str], ...]]


@dataclass(frozen=True, slots=True)
class Plausible:
    """Ids of metrics, folded words of a label, and facets; see ``plausible.toml``.

    ``apart`` are sets of metrics, ``split`` are sets of facets of one family, ``crossed`` are pairs of facets
    of two.
    ``yields`` tells by carrier, dimension and dimension of what comes of it, how much that can be, in base
    units.
    """

    shares: frozenset[str]
    among: tuple[str, ...]
    amounts: frozenset[str]
    differences: tuple[str, ...]
    constants: tuple[str, ...]
    apart: tuple[frozenset[str], ...]
    split: tuple[Sets, ...]
    crossed: tuple[tuple[Facets, Facets], ...]
    yields: Mapping[tuple[str, str, str], Interval]


@cache
def plausible() -> Plausible:
    """Return the lists of ``plausible.toml``."""
    data = contents("plausible.toml")
    rivals = data["rivals"]
    return Plausible(
        frozenset(data["shares"]["metrics"]),
        tuple(data["shares"]["among"]),
        frozenset(data["amounts"]["metrics"]),
        tuple(data["differences"]["words"]),
        tuple(data["constants"]["words"]),
        tuple(frozenset(group) for group in rivals["apart"]),
        tuple((family, tuple(map(frozenset, sets))) for family, sets in rivals["facets"].items()),
        tuple((_facets(pair["one"]), _facets(pair["other"])) for pair in rivals["crossed"]),
        _yields(data["yields"]),
    )


def _facets(data: Mapping[str, Any]) -> Facets:
    return data["family"], frozenset(data["values"])


def _yields(data: Sequence[Mapping[str, Any]]) -> Mapping[tuple[str, str, str], Interval]:
    return {
        (entry["carrier"], entry["of"], dimension): Interval(Decimal(low), Decimal(high))
        for entry in data
        for dimension, (low, high) in entry["gives"].items()
    }
