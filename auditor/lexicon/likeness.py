"""The parts of a label by which it is likened to others."""

from __future__ import annotations

import re
from functools import cache


@cache
def parts(label: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters (words in Latin script) of a folded label."""
    found: set[str] = set()
    for run in re.findall(r"[\u3400-\u9fff]+", label):
        found |= {run[index : index + 2] for index in range(len(run) - 1)}
    found |= set(re.findall(r"[a-z]{3,}", label))
    return frozenset(found)
