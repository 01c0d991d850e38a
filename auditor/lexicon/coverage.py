"""The words for the period that a report covers, of ``coverage.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.lexicon.fold import fold


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """Words for the covered period, words in front that make it another one, words that tie it to a year."""

    covered: tuple[str, ...]
    other: tuple[str, ...]
    links: tuple[str, ...]


@cache
def coverage_words() -> CoverageWords:
    """Return the words, folded, longest first."""
    data = tomllib.loads(files("auditor.lexicon").joinpath("coverage.toml").read_text("utf-8"))
    return CoverageWords(*(_folded(data[name]) for name in ("covered", "other", "links")))


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)))
