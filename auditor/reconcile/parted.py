"""Totals of which one report prints only the parts: rows of one metric that one family tells apart."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import total
from auditor.reconcile.composed import Composed
from auditor.reconcile.composed import added
from auditor.reconcile.tellings import Key
from auditor.reconcile.tellings import Tellings
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import dimension
from auditor.reconcile.tellings import exact

#: Fewer digits than these are met by the sum of some rows by chance.
_LEAST_DIGITS = 4


def parted(
    old: Told, new: Told, left: Mapping[Key, Tellings], right: Mapping[Key, Tellings]
) -> Iterator[Composed]:
    """Yield totals of one report that all parts which the other prints in one table add up to.

    Such a sum is never an accusation: rows that miss the total may not be all of its parts.
    """
    for key in [key for key in left if key not in new.loose]:
        for parts in _parts(left[key][0], key, new):
            told = ("new", *(part.ref for part in parts))
            yield Composed(left[key][0], added(left[key][0], parts), (key, key), told)
    for key in [key for key in right if key not in old.loose]:
        for parts in _parts(right[key][0], key, old):
            told = ("old", *(part.ref for part in parts))
            yield Composed(added(right[key][0], parts), right[key][0], (key, key), told)


def _parts(whole: Claim, key: Key, told: Told) -> Iterator[tuple[Claim, ...]]:
    """Yield the first rows of one table that split the whole by one family and add up to it."""
    if whole.source is not Source.TABLE or not exact(whole) or whole.quantity.digits < _LEAST_DIGITS:
        return
    groups: dict[tuple[str, int, int], list[Claim]] = {}
    for row in told.rows_at.get((key[1], key[2]), ()):
        family = _splitting(whole, row)
        if family and row.seat and dimension(row) == dimension(whole):
            groups.setdefault((family, row.seat.table, row.seat.column), []).append(row)
    found = [tuple(rows) for rows in groups.values() if len(rows) > 1 and _adds_up(rows, whole)]
    yield from found[:1]


def _splitting(whole: Claim, row: Claim) -> str:
    """Return the one family that narrows a row further than the whole, empty where it is not so."""
    if not whole.metric.known or row.metric.base != whole.metric.base or row.metric.conflicts(whole.metric):
        return ""
    more = [family for family, _ in row.metric.facets if not whole.metric.facet(family)]
    less = [family for family, _ in whole.metric.facets if not row.metric.facet(family)]
    return more[0] if len(more) == 1 and not less else ""


def _adds_up(rows: list[Claim], whole: Claim) -> bool:
    return total(row.quantity.base for row in rows).meets(whole.quantity.base)
