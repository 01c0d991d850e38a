"""The words with which a date is written, of ``dates.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import pieces


@dataclass(frozen=True, slots=True)
class DateWords:
    """Pieces of patterns for folded text; see ``dates.toml`` for what each means."""

    year: str
    month: str
    day: str
    numbered_day: str
    of_month: str
    year_told: str
    annual: str
    fiscal: str
    accounting: str
    reporting: str
    whole: str
    one_year: str
    twelve: str
    months_long: str
    fiscal_codes: str
    of: str
    to: str
    started: str
    until: str
    asof: str
    next_year: str
    year_ends: str
    civil_ends: str
    year_behind: str
    lasting: str
    decades: str
    amounts: str
    founded: str
    initial: str
    first_half: str
    second_half: str
    half_year: str
    half_annual: str
    quarter: str
    quarters: str
    three_quarters: str
    parts: str
    versions: str
    minguo: str
    minguo_full: str
    fiscal_heads: str
    in_year: str
    kinds_of_year: str
    whole_years: str
    weeks: str
    year_ended: str
    ended: str
    through: str
    through_year: str
    day_ends: str
    at_day: str
    for_the: str
    on_day: str
    numbered_years: str


@cache
def date_words() -> DateWords:
    """Return the words of ``dates.toml``."""
    return pieces("dates.toml", DateWords)
