"""Metrics of ``metrics.toml`` and the labels that name them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.errors import ConfigError
from auditor.lexicon.additions import kept
from auditor.lexicon.additions import metrics_with
from auditor.lexicon.facets import facets
from auditor.lexicon.load import load
from auditor.lexicon.measures.units import units
from auditor.lexicon.phrases import Found
from auditor.lexicon.phrases import PhraseBook
from auditor.lexicon.phrases import spell

if TYPE_CHECKING:
    from auditor.lexicon.schema import MetricEntry
    from auditor.lexicon.schema import MetricsFile

_FILE = "metrics.toml"
_ORIGIN = f"lexicon/{_FILE}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A metric of the lexicon.

    ``dimensions`` are those of the units that it may have, wildcards spelled out; ``families`` the
    facet families that may narrow it; ``nature`` is ``flow``, ``stock`` or ``ratio``; ``better`` is
    ``up``, ``down`` or empty; ``counts`` the units that it may be counted in where that is not all.
    """

    id: str
    dimensions: frozenset[str]
    nature: str
    better: str
    families: tuple[str, ...]
    counts: tuple[str, ...] = ()
    hkex: tuple[str, ...] = ()
    gri: tuple[str, ...] = ()
    sasb: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricTable:
    """All metrics; ``aliases`` leads from a folded and squeezed name to the key of its entry.

    ``whole`` does for names that must be all that a label says.

    The key is the id of the metric, or for a bare name ``id#n``: an entry of the same id that admits
    fewer units.
    """

    entries: Mapping[str, Entry]
    aliases: Mapping[str, str]
    whole: Mapping[str, str]
    _book: PhraseBook[str]

    def entry(self, name: str) -> Entry:
        """Return the entry of an id or of a key from `aliases`."""
        return self.entries[name]

    def mentions(self, label: str) -> Iterator[Found[str]]:
        """Return the names that begin at each place of a folded label, the longest of a place first.

        The value of a name is the key of its entry.
        """
        return self._book.all_everywhere(label)


@kept
def metrics() -> MetricTable:
    """Return the table of ``metrics.toml``.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import MetricsFile

    return table(metrics_with(load(_FILE, MetricsFile)))


def table(data: MetricsFile) -> MetricTable:
    """Return the table of a checked file.

    Raises:
        ConfigError: for an alias under two ids, an id told twice, an unknown family or dimension.
    """
    faults: list[str] = []
    entries: dict[str, Entry] = {}
    aliases: dict[str, str] = {}
    whole: dict[str, str] = {}
    for metric in data.metric:
        faults.extend(_unknown(metric))
        if metric.id in entries:
            faults.append(f"{metric.id}: told twice")
        faults.extend(_taken(whole, metric.whole, metric.id))
        for name, names, dimensions in _blocks(metric):
            entries[name] = _entry(metric, dimensions)
            faults.extend(_taken(aliases, names, name))
    if faults:
        raise ConfigError(_ORIGIN, faults)
    return MetricTable(entries, aliases, whole, PhraseBook(aliases))


def _taken(aliases: dict[str, str], names: Iterable[str], name: str) -> Iterator[str]:
    """Add the names of an entry to ``aliases``; return what is wrong with them."""
    for alias in _aliases(names):
        if aliases.setdefault(alias, name) != name:
            yield f"{alias!r} stands under {aliases[alias]!r} and {name!r}"


def _blocks(metric: MetricEntry) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    yield metric.id, metric.names, metric.dimensions
    for number, bare in enumerate(metric.bare, 1):
        yield f"{metric.id}#{number}", bare.names, bare.dimensions


def _entry(metric: MetricEntry, dimensions: tuple[str, ...]) -> Entry:
    return Entry(
        metric.id,
        frozenset(spelled for dimension in dimensions for spelled in _spelled(dimension)),
        metric.nature,
        metric.better,
        metric.families,
        metric.counts,
        metric.hkex,
        metric.gri,
        metric.sasb,
    )


def _aliases(names: Iterable[str]) -> Iterator[str]:
    """Return the folded names, each with its hyphens as spaces too."""
    folded = spell(names)
    return iter(dict.fromkeys((*folded, *(name.replace("-", " ") for name in folded))))


def _unknown(metric: MetricEntry) -> Iterator[str]:
    told = facets().families
    yield from (
        f"{metric.id}: family {name!r} is not in facets.toml" for name in metric.families if name not in told
    )
    for _, _, dimensions in _blocks(metric):
        for dimension in dimensions:
            missing = [part for part in dimension.split("/") if part != "*" and part not in _parts()]
            yield from (f"{metric.id}: dimension {part!r} is not in units.toml" for part in missing)


def _spelled(dimension: str) -> Iterator[str]:
    """Return ``energy/*`` over every denominator, ``money`` in every currency."""
    above, slash, below = dimension.partition("/")
    for head in _currencies(above):
        if not slash:
            yield head
        for foot in sorted(_denominators()) if below == "*" else _currencies(below) if slash else ():
            yield f"{head}/{foot}"


def _currencies(dimension: str) -> tuple[str, ...]:
    if dimension != "money":
        return (dimension,)
    return tuple(
        sorted({unit.dimension for unit in units().names.values() if unit.dimension.startswith("money:")})
    )


@kept
def _denominators() -> frozenset[str]:
    table_ = units()
    own = {per.dimension for per in table_.per.values()}
    plain = {unit.dimension for unit in table_.names.values() if unit.dimension != "count"}
    return frozenset(
        own | plain | {f"count:{unit.id}" for unit in table_.names.values() if unit.dimension == "count"}
    )


@kept
def _parts() -> frozenset[str]:
    return _denominators() | {"money", "count"}
