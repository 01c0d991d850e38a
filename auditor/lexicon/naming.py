"""Name the metric of a label: a base and facets from the lexicon, and what of the label is left.

Similarity never decides: a base is an alias that stands in the label, a facet a phrase that does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import Entry
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.model.metric import Metric
from auditor.model.quantity import Unit

_MARKS = regex.compile(r"[⁰¹²³⁴-⁹⁽⁾]+(?:[,，][⁰¹²³⁴-⁹]+)*|\^\{[^}]*\}|\[[0-9]{1,2}\]|[①-⑳]")
_BRACKETS = regex.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_PUNCTUATION = regex.compile(r"[\p{P}\p{S}\s₀-₉]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """The metric of a label; ``residue`` is what narrows it beyond base and facets, folded."""

    metric: Metric
    residue: str
    alias: str


def clean(label: str) -> str:
    """Return a label folded and squeezed, footnote marks removed."""
    return squeeze(_MARKS.sub("", fold(label)).strip())[0].strip()


def marks(text: str) -> tuple[str, ...]:
    """Return the footnote marks printed in a text, as plain digits or signs, in order."""
    found = [part for mark in _MARKS.findall(text) for part in _plain_marks(mark)]
    return tuple(dict.fromkeys(found))


def _plain_marks(mark: str) -> Sequence[str]:
    plain = mark.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    circled = [str(ord(char) - 0x245F) for char in plain if "①" <= char <= "⑳"]
    return circled or regex.findall(r"[0-9]+|[a-z*†‡]", plain)


def name(label: str, unit: Unit, names: Sequence[str] = (), *, any_unit: bool = False) -> Naming | None:
    """Return the metric that a folded and squeezed label names, None when the lexicon has none.

    A base whose dimensions do not admit ``unit`` is passed over unless ``any_unit``. ``names`` are
    the words for the reporting entity, which narrow nothing.
    """
    best = _best_alias(label, unit, any_unit=any_unit)
    if best is None:
        return None
    start, end, entry = best
    facets, spans = scan(label)
    taken = [span for (family, _), span in zip(facets, spans, strict=True) if family in entry.families]
    chosen: dict[str, str] = {}
    for family, value in facets:
        if family in entry.families:
            chosen.setdefault(family, value)
    residue = _residue(label, [(start, end), *taken], names)
    return Naming(Metric(entry.id, tuple(sorted(chosen.items()))), residue, label[start:end])


def unnamed(label: str) -> Metric:
    """Return the metric of a label that the lexicon does not know: its own folded words."""
    return Metric("?" + regex.sub(r"\s+", " ", label).strip())


def facets_of(label: str) -> tuple[tuple[str, str], ...]:
    """Return the discriminators that a folded and squeezed label names."""
    return tuple(scan(label)[0])


def _best_alias(label: str, unit: Unit, *, any_unit: bool) -> tuple[int, int, Entry] | None:
    """Return the longest alias in the label that fits the unit; of equals, the last."""
    best: tuple[int, int, Entry] | None = None
    table = metrics()
    for found in _aliases().finditer(label, overlapped=True):
        for alias in _shorter(found[0]):
            entry = table.entry(table.aliases[alias])
            fits = any_unit or not unit.dimension or unit.dimension in entry.dimensions
            if fits and (best is None or len(alias) >= best[1] - best[0]):
                best = (found.start(), found.start() + len(alias), entry)
                break
    return best


def _shorter(found: str) -> list[str]:
    """Return the aliases with which a matched alias begins, longest first."""
    aliases = metrics().aliases
    return [found[:end] for end in range(len(found), 1, -1) if found[:end] in aliases]


@cache
def _aliases() -> regex.Pattern[str]:
    names = sorted(metrics().aliases, key=lambda alias: (-len(alias), alias))
    return regex.compile(alternation(tuple(names)))


def _residue(label: str, spans: Sequence[tuple[int, int]], names: Sequence[str]) -> str:
    """Return what is left of a label without base, facets, brackets, fillers and the entity."""
    left = "".join(
        "|" if any(start <= index < end for start, end in spans) else char for index, char in enumerate(label)
    )
    left = _BRACKETS.sub("|", left)
    if names:
        left = regex.sub(alternation(tuple(names)), "|", left)
    left = regex.sub(alternation(label_words().entity), "|", left)
    parts = [_strip(part) for part in regex.split(r"\|+|[\p{P}\s]+", left)]
    return " ".join(part for part in parts if part)


def _strip(part: str) -> str:
    """Return a part without the fillers at its ends."""
    filler = alternation(label_words().fillers)
    before = None
    while part != before:
        before = part
        part = regex.sub(rf"^{filler}|{filler}$", "", _PUNCTUATION.sub(" ", part).strip()).strip()
    return part
