"""What other reports of the run tell of each fact: evidence for or against a number that does not add up."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from itertools import combinations

from auditor.model.claim import Report
from auditor.reconcile.pairing import pairs
from auditor.reconcile.tellings import Told


def told_elsewhere(reports: Sequence[Report]) -> Mapping[str, tuple[str, ...]]:
    """Return by ref the claims of other reports that tell the same fact on the same basis.

    Reports come ordered by period.
    """
    found: dict[str, tuple[str, ...]] = {}
    for old, new in combinations([Told(report) for report in reports], 2):
        for pair in pairs(old, new, dict(new.sure)):
            if not (pair.basis or pair.added or pair.promised):
                found[pair.old.ref] = (*found.get(pair.old.ref, ()), pair.new.ref)
                found[pair.new.ref] = (*found.get(pair.new.ref, ()), pair.old.ref)
    return found
