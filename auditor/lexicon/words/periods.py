"""The words for time of ``periods.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """All words for time, folded, longest first; see ``periods.toml`` for what each means."""

    fiscal: tuple[str, ...]
    current: tuple[str, ...]
    previous: tuple[str, ...]
    alike: tuple[str, ...]
    since_january: tuple[str, ...]
    interim: dict[str, str]
    annual: tuple[str, ...]
    closing: tuple[str, ...]
    opening: tuple[str, ...]
    later: tuple[str, ...]
    spans: tuple[str, ...]
    cumulative: tuple[str, ...]
    ends: tuple[str, ...]
    year_ends: tuple[str, ...]
    starts: tuple[str, ...]
    bearers: tuple[str, ...]
    asof: tuple[str, ...]
    lengths: dict[str, int]
    titles: tuple[str, ...]
    minguo: tuple[str, ...]
    formerly: tuple[str, ...]
    again: tuple[str, ...]
    earlier: tuple[str, ...]
    likened: tuple[str, ...]
    moves: tuple[str, ...]
    compared: tuple[str, ...]
    numbers: dict[str, int]
    months: tuple[str, ...]
    short_months: tuple[str, ...]


@cache
def period_words() -> PeriodWords:
    """Return the words of ``periods.toml``."""
    data = contents("periods.toml")
    return PeriodWords(
        fiscal=folded(data["fiscal"]),
        current=folded(data["current"]["words"]),
        previous=folded(data["previous"]["words"]),
        alike=folded(data["previous"]["alike"]),
        since_january=folded(data["since_january"]["words"]),
        interim=dict(data["interim"]["titles"]),
        annual=folded(data["interim"]["annual"]),
        closing=folded(data["closing"]["words"]),
        opening=folded(data["opening"]["words"]),
        later=folded(data["later"]["words"]),
        spans=tuple(data["spans"]["patterns"]),
        cumulative=folded(data["cumulative"]["words"]),
        ends=folded(data["ends"]["words"]),
        year_ends=folded(data["year_ends"]["words"]),
        bearers=folded(data["bearers"]["words"]),
        starts=folded(data["starts"]["words"]),
        asof=folded(data["asof"]["words"]),
        lengths=dict(data["lengths"]),
        titles=folded(data["titles"]["words"]),
        minguo=folded(data["minguo"]["words"]),
        compared=folded(data["compared"]["words"]),
        likened=folded(data["likened"]["words"]),
        moves=folded(data["moves"]["words"]),
        earlier=folded(data["earlier"]["words"]),
        again=folded(data["again"]["words"]),
        formerly=folded(data["formerly"]["words"]),
        numbers=dict(data["numbers"]),
        months=tuple(data["months"]["names"]),
        short_months=tuple(data["months"]["short"]),
    )
