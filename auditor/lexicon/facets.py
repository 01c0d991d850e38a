"""Facets of ``facets.toml``: the words of a label that narrow a metric, found where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import cache
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from auditor.errors import ConfigError
from auditor.lexicon.load import load
from auditor.lexicon.phrases import PhraseBook
from auditor.lexicon.phrases import key
from auditor.lexicon.phrases import spell

if TYPE_CHECKING:
    from auditor.lexicon.schema import FacetsFile

_FILE = "facets.toml"
_ORIGIN = f"lexicon/{_FILE}"
_FRAGMENT = regex.compile(r"<([a-z]+)>")

Facet = tuple[str, str]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A facet at a place of a label."""

    family: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Rule:
    """A regular expression of a family; ``value`` is a template over its groups."""

    family: str
    value: str
    find: regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class FacetTable:
    """All facets.

    ``families`` says of each family what it tells apart, ``values`` holds its values; those of
    ``age`` and ``ghg_category`` are read from the label and not listed. ``phrases`` are those of all.
    """

    families: Mapping[str, str]
    values: Mapping[str, frozenset[str]]
    _settles: Mapping[str, tuple[str, ...]]
    _book: PhraseBook[tuple[Facet, ...]]
    _rules: tuple[_Rule, ...]
    phrases: tuple[str, ...] = ()

    def scan(self, text: str) -> tuple[tuple[Facet, ...], list[Span]]:
        """Return the facets of a folded and squeezed label and, one for one, where each stands.

        The longest phrase wins over what it overlaps. Labels of a path are joined by ``/``: there
        the last label that names a family decides, since it is the narrower one. A label that names
        several values of a family itself gets them joined (``female+male``), a value of its own.
        """
        hits = _longest(self._hits(text))
        values = _resolved(text, hits)
        hits = [self._settled(hit, values) for hit in hits]
        told = [hit for hit in hits if hit.value == "" or values[hit.family]]
        return tuple((hit.family, values[hit.family]) for hit in told), [(hit.start, hit.end) for hit in told]

    def _settled(self, hit: _Hit, values: Mapping[str, str]) -> _Hit:
        """Return a hit of a family that another one settles as a hit of that one."""
        by = next(
            (one for one, others in self._settles.items() if hit.family in others and values.get(one)), ""
        )
        return replace(hit, family=by, value=values[by]) if by else hit

    def _hits(self, text: str) -> Iterator[_Hit]:
        for found in self._book.everywhere(text):
            yield from (_Hit(family, value, found.start, found.end) for family, value in found.value)
        for rule in self._rules:
            for match in rule.find.finditer(text):
                yield _Hit(rule.family, match.expand(rule.value), match.start(), match.end())


@lru_cache(maxsize=65536)
def scan(text: str) -> tuple[tuple[Facet, ...], list[Span]]:
    """Return the facets of a folded and squeezed label and their spans; see `FacetTable.scan`."""
    return facets().scan(text)


@cache
def facets() -> FacetTable:
    """Return the table of ``facets.toml``.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import FacetsFile

    return table(load(_FILE, FacetsFile))


def table(data: FacetsFile) -> FacetTable:
    """Return the table of a checked file.

    Raises:
        ConfigError: for a family that is not declared or a pattern that is no regular expression.
    """
    unknown = sorted({entry.family for entry in data.facet} - set(data.families))
    if unknown:
        raise ConfigError(_ORIGIN, [f"family {family!r} is not declared" for family in unknown])
    phrases: dict[str, list[Facet]] = defaultdict(list)
    before: dict[str, tuple[str, ...]] = {}
    for entry in data.facet:
        for phrase in spell(entry.phrases):
            phrases[phrase].append((entry.family, entry.value))
            before[phrase] = (*before.get(phrase, ()), *map(key, entry.before))
    book = PhraseBook({phrase: tuple(dict.fromkeys(pairs)) for phrase, pairs in phrases.items()}, before)
    return FacetTable(data.families, _values(data), data.settles, book, tuple(_rules(data)), tuple(phrases))


def _values(data: FacetsFile) -> dict[str, frozenset[str]]:
    return {
        family: frozenset(entry.value for entry in data.facet if entry.family == family)
        for family in data.families
    }


def _rules(data: FacetsFile) -> Iterator[_Rule]:
    faults = []
    for entry in data.facet:
        for pattern in entry.patterns:
            try:
                yield _Rule(entry.family, pattern.value, _compiled(pattern.find, data.fragments))
            except (regex.error, KeyError) as error:
                faults.append(f"{entry.family}: {pattern.find!r}: {error}")
    if faults:
        raise ConfigError(_ORIGIN, faults)


def _compiled(find: str, fragments: Mapping[str, str]) -> regex.Pattern[str]:
    return regex.compile(_FRAGMENT.sub(lambda name: fragments[name[1]], find))


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Return the hits that no longer hit overlaps, in reading order; one place may hold two families."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.family, hit.value)):
        if all(_apart(hit, other) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.family))


def _apart(hit: _Hit, other: _Hit) -> bool:
    same = (hit.start, hit.end) == (other.start, other.end) and hit.family != other.family
    return same or hit.end <= other.start or other.end <= hit.start


def _resolved(text: str, hits: Iterable[_Hit]) -> dict[str, str]:
    """Return one value a family: that of the last label of the path which names one."""
    told: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    families: dict[str, str] = {}
    for hit in hits:
        families[hit.family] = ""
        if hit.value:
            told[hit.family][text.count("/", 0, hit.start)].append(hit.value)
    for family, labels in told.items():
        families[family] = _joined(family, labels[max(labels)])
    return families


def _joined(family: str, values: Iterable[str]) -> str:
    several = sorted(set(values))
    if family == "ghg_scope" and all(value.isdigit() for value in several):
        return "".join(sorted(set("".join(several))))
    return "+".join(several)
