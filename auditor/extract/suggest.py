"""Labels that the lexicon does not know, with the nearest names that it has: to suggest, never to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.lexicon.metrics import metrics
from auditor.model.claim import Claim
from auditor.model.claim import Source

_NEAREST = 3
#: Below this similarity (0 to 100) a name is no help.
_LEAST = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An unknown label, how many claims bear it, and (name, metric id) of the nearest known names."""

    label: str
    claims: int
    nearest: tuple[tuple[str, str], ...]


def suggestions(claims: Iterable[Claim]) -> tuple[Suggestion, ...]:
    """Return the unknown labels of table rows, the most frequent first."""
    from rapidfuzz import fuzz
    from rapidfuzz import process

    table = metrics()
    unknown = Counter(
        claim.leaf
        for claim in claims
        if claim.source is Source.TABLE and not claim.metric.known and claim.folded
    )
    names = sorted(table.aliases)
    result: list[Suggestion] = []
    for label, count in sorted(unknown.items(), key=lambda item: (-item[1], item[0])):
        found = process.extract(label, names, scorer=fuzz.ratio, limit=20, score_cutoff=_LEAST)
        nearest: dict[str, str] = {}
        for name, _, _ in found:
            nearest.setdefault(table.entry(table.aliases[name]).id, name)
        pairs = tuple((name, metric) for metric, name in nearest.items())[:_NEAREST]
        result.append(Suggestion(label, count, pairs))
    return tuple(result)
