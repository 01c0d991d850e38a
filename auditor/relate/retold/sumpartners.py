"""A number told once that two or three rows add up to: 239.5 for scope 1 and 2."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import combinations

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import makes
from auditor.relate.facts import one_time


def sum_partner(claim: Claim, facts: Facts) -> tuple[Claim, ...]:
    """Return two or three neighbouring rows of a table whose sum the claim tells."""
    if not claim.metric.known or not exact(claim) or dimension(claim) in ("percent", "points", "ratio"):
        return ()
    measured = dimension(claim)
    rows = [
        other
        for other in facts.by_metric.get(claim.metric.base, ())
        if other.source is Source.TABLE
        and other.seat is not None
        and dimension(other) == measured
        and one_time(claim, other, facts)
        and _same_netting(claim, other)
    ]
    for size in (2, 3):
        for parts in _together(rows, size):
            if _near(parts) and makes(parts, claim):
                return parts
    return ()


def _same_netting(claim: Claim, other: Claim) -> bool:
    return claim.metric.facet("netting") == other.metric.facet("netting")


def _together(rows: Sequence[Claim], size: int) -> Iterator[tuple[Claim, ...]]:
    """Yield so many rows of one column of a table, in the order of `itertools.combinations`."""
    columns = [(row.seat.table, row.seat.column) if row.seat else None for row in rows]
    for at, row in enumerate(rows):
        below = zip(rows[at + 1 :], columns[at + 1 :], strict=True)
        for others in combinations([other for other, column in below if column == columns[at]], size - 1):
            yield (row, *others)


def _near(parts: Sequence[Claim]) -> bool:
    rows = [part.seat.row for part in parts if part.seat]
    return max(rows) - min(rows) <= 2 * len(parts)
