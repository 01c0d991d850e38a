"""The words for time of ``periods.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.lexicon.fold import fold


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
    data = tomllib.loads(files("auditor.lexicon").joinpath("periods.toml").read_text("utf-8"))
    return PeriodWords(
        fiscal=_folded(data["fiscal"]),
        current=_folded(data["current"]["words"]),
        previous=_folded(data["previous"]["words"]),
        alike=_folded(data["previous"]["alike"]),
        since_january=_folded(data["since_january"]["words"]),
        interim=dict(data["interim"]["titles"]),
        annual=_folded(data["interim"]["annual"]),
        closing=_folded(data["closing"]["words"]),
        opening=_folded(data["opening"]["words"]),
        later=_folded(data["later"]["words"]),
        spans=tuple(data["spans"]["patterns"]),
        cumulative=_folded(data["cumulative"]["words"]),
        ends=_folded(data["ends"]["words"]),
        year_ends=_folded(data["year_ends"]["words"]),
        bearers=_folded(data["bearers"]["words"]),
        starts=_folded(data["starts"]["words"]),
        asof=_folded(data["asof"]["words"]),
        lengths=dict(data["lengths"]),
        titles=_folded(data["titles"]["words"]),
        minguo=_folded(data["minguo"]["words"]),
        compared=_folded(data["compared"]["words"]),
        likened=_folded(data["likened"]["words"]),
        moves=_folded(data["moves"]["words"]),
        earlier=_folded(data["earlier"]["words"]),
        again=_folded(data["again"]["words"]),
        formerly=_folded(data["formerly"]["words"]),
        numbers=dict(data["numbers"]),
        months=tuple(data["months"]["names"]),
        short_months=tuple(data["months"]["short"]),
    )


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)))
