"""What a user adds to the lexicon in ``auditor.toml``: names, metrics, units, identities of the own house."""

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
ORIGIN = "auditor.toml: [lexicon]"

_kept: list[Callable[[], None]] = []
_taken: list[Additions] = []


def kept(function: Callable[_Told, _Made]) -> Callable[_Told, _Made]:
    """Keep what a function made until other additions are taken in."""
    wrapped = lru_cache(maxsize=65536)(function)
    _kept.append(wrapped.cache_clear)
    return cast("Callable[_Told, _Made]", wrapped)


def units_with(data: UnitsFile) -> UnitsFile:
    """Return the units of the lexicon and those that were added."""
    added = now()
    return data.model_copy(update={"unit": (*data.unit, *added.units)}) if added else data


def metrics_with(data: MetricsFile) -> MetricsFile:
    """Return the metrics of the lexicon and those that were added, with the names that were.

    Raises:
        ConfigError: when a name is added to a metric that there is not.
    """
    added = now()
    if not added:
        return data
    entries = {entry.id: entry for entry in (*data.metric, *added.metrics)}
    faults = [
        _unknown(number, alias.metric, list(entries))
        for number, alias in enumerate(added.aliases, 1)
        if alias.metric not in entries
    ]
    if faults:
        raise ConfigError(ORIGIN, faults)
    for alias in added.aliases:
        entry = entries[alias.metric]
        entries[alias.metric] = entry.model_copy(update={"names": (*entry.names, *alias.names)})
    metrics = tuple(entries[entry.id] for entry in (*data.metric, *added.metrics))
    return data.model_copy(update={"metric": metrics})


def identities_with(data: IdentitiesFile) -> IdentitiesFile:
    """Return the identities of the lexicon and those that were added."""
    added = now()
    return data.model_copy(update={"identity": (*data.identity, *added.identities)}) if added else data


def now() -> Additions | None:
    """Return what a user added, where anything was."""
    return _taken[0] if _taken else None


def use(additions: Sequence[Additions]) -> None:
    """Take other additions, at most one set; what was made of the former ones is forgotten."""
    _taken[:] = additions
    for clear in _kept:
        clear()


def _unknown(number: int, metric: str, known: list[str]) -> str:
    begun = [name for name in known if metric and name.startswith(f"{metric}_")]
    close = begun or get_close_matches(metric, known, n=1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return f"lexicon.aliases[{number}].metric: there is no metric {metric!r}{hint}"
