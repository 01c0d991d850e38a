"""What a user adds to the lexicon in ``auditor.toml``: names, metrics, units and identities of the own house.

The tables of the lexicon are made once; to take other additions in makes them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING
from typing import ParamSpec
from typing import TypeVar
from typing import cast

from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.lexicon.schema import Additions
    from auditor.lexicon.schema import IdentitiesFile
    from auditor.lexicon.schema import MetricsFile
    from auditor.lexicon.schema import UnitsFile

_Told = ParamSpec("_Told")
_Made = TypeVar("_Made")
_ORIGIN = "auditor.toml: [lexicon]"

_kept: list[Callable[[], None]] = []
_taken: list[Additions] = []


def kept(function: Callable[_Told, _Made]) -> Callable[_Told, _Made]:
    """Keep what a function made until other additions are taken in."""
    wrapped = lru_cache(maxsize=65536)(function)
    _kept.append(wrapped.cache_clear)
    return cast("Callable[_Told, _Made]", wrapped)


def take_in(additions: Additions) -> None:
    """Add to the lexicon what a user gave, instead of what was given before.

    Raises:
        ConfigError: for a name under two ids, an unknown metric, family or dimension, a formula that cannot
            be read; then the lexicon is as it was without additions.
    """
    if additions == _now() or (not _taken and not additions.model_fields_set):
        return
    _use([additions])
    try:
        _make_tables()
    except ConfigError as error:
        _use([])
        raise ConfigError(_ORIGIN, error.faults) from None


def units_with(data: UnitsFile) -> UnitsFile:
    """Return the units of the lexicon and those that were added."""
    added = _now()
    return data.model_copy(update={"unit": (*data.unit, *added.units)}) if added else data


def metrics_with(data: MetricsFile) -> MetricsFile:
    """Return the metrics of the lexicon and those that were added, with the names that were.

    Raises:
        ConfigError: when a name is added to a metric that there is not.
    """
    added = _now()
    if not added:
        return data
    entries = {entry.id: entry for entry in (*data.metric, *added.metrics)}
    faults = [
        _unknown(number, alias.metric, list(entries))
        for number, alias in enumerate(added.aliases, 1)
        if alias.metric not in entries
    ]
    if faults:
        raise ConfigError(_ORIGIN, faults)
    for alias in added.aliases:
        entry = entries[alias.metric]
        entries[alias.metric] = entry.model_copy(update={"names": (*entry.names, *alias.names)})
    metrics = tuple(entries[entry.id] for entry in (*data.metric, *added.metrics))
    return data.model_copy(update={"metric": metrics})


def identities_with(data: IdentitiesFile) -> IdentitiesFile:
    """Return the identities of the lexicon and those that were added."""
    added = _now()
    return data.model_copy(update={"identity": (*data.identity, *added.identities)}) if added else data


def _now() -> Additions | None:
    return _taken[0] if _taken else None


def _use(additions: Sequence[Additions]) -> None:
    _taken[:] = additions
    for clear in _kept:
        clear()


def _make_tables() -> None:
    from auditor.lexicon.identities import identities
    from auditor.lexicon.metrics import metrics
    from auditor.lexicon.units import units

    units()
    metrics()
    identities()


def _unknown(number: int, metric: str, known: list[str]) -> str:
    close = get_close_matches(metric, known, n=1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return f"aliases[{number}].metric: there is no metric {metric!r}{hint}"
