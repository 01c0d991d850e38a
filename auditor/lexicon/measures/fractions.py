"""The words of ``fractions.toml``: parts of a whole that are told without digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded


@dataclass(frozen=True, slots=True)
class FractionWords:
    """Names of parts and of numbers with what they stand for, and the words around them, folded."""

    parts: Mapping[str, int]
    numbers: Mapping[str, int]
    of_each: tuple[str, ...]
    moved: tuple[str, ...]
    halves: tuple[str, ...]
    half_leads: tuple[str, ...]


@cache
def fraction_words() -> FractionWords:
    """Return the words of ``fractions.toml``."""
    data = contents("fractions.toml")
    lists = {name: folded(words) for name, words in data["words"].items()}
    return FractionWords(parts=data["parts"], numbers=data["numbers"], **lists)
