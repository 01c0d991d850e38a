"""Short English words around a number in a sentence, of ``english.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import pieces


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Pieces of patterns; see ``english.toml`` for what each means."""

    on_year: str
    on_base: str
    on_before: str
    degrees: str
    more: str
    less: str
    links: str
    when: str
    which: str
    clauses: str
    places: str


@cache
def english_words() -> EnglishWords:
    """Return the words of ``english.toml``."""
    return pieces("english.toml", EnglishWords)
