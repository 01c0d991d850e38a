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
    the: str
    clauses: str
    places: str
    joins: str
    inside: str
    places_of_name: str
    to: str
    origin: str
    by: str
    leads: str
    of: str
    out: str
    said_as: str
    than: str
    up: str
    down: str
    above: str
    below: str
    made: str
    single: str
    levels: str
    at_level: str
    year_before: str
    aims: str
    until: str
    at_least: str
    year_end: str
    base_levels: str
    own: str
    between: str
    day_at: str
    day_led: str
    per: str
    percent: str
    kinds_of_year: str
    year: str
    fiscal: str
    times: str
    rate: str
    a_rate: str
    of_them: str
    of_all: str
    of_the: str
    bounds: str
    in_thousands: str
    a_million: str
    year_heads: str
    its: str


@cache
def english_words() -> EnglishWords:
    """Return the words of ``english.toml``."""
    return pieces("english.toml", EnglishWords)
