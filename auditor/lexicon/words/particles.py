"""Particles and short words that join a number to what is told of it, of ``particles.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import pieces


@dataclass(frozen=True, slots=True)
class Particles:
    """Pieces of patterns; see ``particles.toml`` for what each means."""

    of: str
    of_which: str
    which: str
    done: str
    also: str
    either: str
    either_any: str
    and_so_far: str
    to: str
    to_any: str
    per: str
    since: str
    at_end: str
    year: str
    month: str
    day: str
    year_told: str
    year_or_fiscal: str
    fiscal_or_year: str
    years: str
    years_long: str
    ends: str
    of_year: str
    fiscal: str
    closing: str
    same_time: str
    before_year: str
    one: str
    years_in_brackets: str
    month_ends: str
    no_period: str
    annual: str
    annual_suffix: str
    nth: str
    meetings: str
    term: str
    time: str
    extra: str
    share: str
    shares: str
    share_words: str
    counted_shares: str
    rate: str
    percent: str
    percent_end: str
    against: str
    times: str
    total: str
    sum_of: str
    change_of: str
    partial: str
    moving: str
    about: str
    reached: str
    told: str
    told_as: str
    this: str
    became: str
    data: str
    was: str
    not_rising: str
    not_from: str
    not_from_behind: str
    not_reached: str
    planned: str
    scales: str
    classifier: str
    mean: str
    a_year: str
    by: str
    note: str
    appendix: str
    directors: str


@cache
def particles() -> Particles:
    """Return the words of ``particles.toml``."""
    return pieces("particles.toml", Particles)
