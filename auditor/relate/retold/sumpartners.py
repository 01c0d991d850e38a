"""A number told once that two or three rows add up to: 239.5 for scope 1 and 2."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import total
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import moment


def _one_time(claim: Claim, other: Claim, facts: Facts) -> bool:
    calendar = facts.report.calendar
    return moment(claim.metric, claim.period, calendar) == moment(other.metric, other.period, calendar)


def sum_partner(claim: Claim, facts: Facts) -> tuple[Claim, ...]:
    """Return two or three neighbouring rows of a table whose sum the claim tells."""
    if not claim.metric.known or not exact(claim) or dimension(claim) in ("percent", "points", "ratio"):
        return ()
    rows = [
        other
        for other in facts.by_metric.get(claim.metric.base, ())
        if other.source is Source.TABLE
        and other.seat is not None
        and dimension(other) == dimension(claim)
        and _one_time(claim, other, facts)
        and _same_netting(claim, other)
    ]
    for size in (2, 3):
        for parts in combinations(rows, size):
            if _neighbours(parts) and claim.quantity.base.meets(total(part.quantity.base for part in parts)):
                return parts
    return ()


def _same_netting(claim: Claim, other: Claim) -> bool:
    return claim.metric.facet("netting") == other.metric.facet("netting")


def _neighbours(parts: Sequence[Claim]) -> bool:
    seats = [part.seat for part in parts if part.seat]
    near = max(seat.row for seat in seats) - min(seat.row for seat in seats) <= 2 * len(parts)
    return near and len({(seat.table, seat.column) for seat in seats}) == 1
