"""How alike two printed names are."""

from __future__ import annotations

import re
from functools import cache

from auditor.lexicon.labels import label_words

#: So large a share of the shorter name must stand in the longer one.
ALIKE = 0.5


def common(one: str, other: str) -> float:
    """Return the share of the pieces of the shorter folded label that stand in the other, 0 to 1."""
    mine, theirs = _pieces(one), _pieces(other)
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter else 0.0


def likeness(one: str, other: str) -> tuple[float, float]:
    """Return how much of the longer name both share, then how much of the shorter."""
    mine, theirs = _pieces(one), _pieces(other)
    longer = max(len(mine), len(theirs))
    return len(mine & theirs) / longer if longer else 0.0, common(one, other)


@cache
def _pieces(label: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, the words in Latin script; fillers left out."""
    words = frozenset(re.findall(r"[a-z]{3,}", label))
    text = re.sub(r"[\Wa-z]", "", label)
    for filler in label_words().fillers:
        text = text if filler.isascii() else text.replace(filler, "")
    return words | frozenset(text[index : index + 2] for index in range(len(text) - 1))
