"""The words for the period that a report covers, of ``coverage.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """Words for the covered period, words in front that make it another one, words that tie it to a year."""

    covered: tuple[str, ...]
    other: tuple[str, ...]
    links: tuple[str, ...]


@cache
def coverage_words() -> CoverageWords:
    """Return the words, folded, longest first."""
    data = contents("coverage.toml")
    return CoverageWords(*(folded(data[name]) for name in ("covered", "other", "links")))
