"""Facts that are one row in one report and the sum of two or three rows in the other."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.lexicon.additions import kept
from auditor.lexicon.identities import ANY
from auditor.lexicon.identities import Identity
from auditor.lexicon.identities import Member
from auditor.lexicon.identities import identities
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.metric import Metric
from auditor.model.relation import Kind
from auditor.model.relation import Strength
from auditor.reconcile.tellings import Key
from auditor.reconcile.tellings import Tellings
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import dimension
from auditor.reconcile.tellings import exact


class Composed(NamedTuple):
    """A row and the sum of rows that tells its fact; ``added`` says which side is the sum."""

    old: Claim
    new: Claim
    keys: tuple[Key, Key]
    added: tuple[str, ...]


def composed(
    old: Told, new: Told, left: Mapping[Key, Tellings], right: Mapping[Key, Tellings]
) -> Iterator[Composed]:
    """Yield facts of which one report tells the whole and the other only the parts that make it up.

    The parts are those that the lexicon declares, all of them, in one column of one table; parts of a
    total that is printed itself are never added up.
    """
    for key in [key for key in left if key not in new.loose]:
        whole = left[key][0]
        parts = _parts(whole, key, new)
        if parts:
            yield Composed(whole, added(whole, parts), (key, key), _told("new", parts))
    for key in [key for key in right if key not in old.loose]:
        whole = right[key][0]
        parts = _parts(whole, key, old)
        if parts:
            yield Composed(added(whole, parts), whole, (key, key), _told("old", parts))


def _told(side: str, parts: Sequence[Claim]) -> tuple[str, ...]:
    return (side, *(part.ref for part in parts))


def _parts(whole: Claim, key: Key, told: Told) -> tuple[Claim, ...]:
    """Return the rows that make up the whole, empty where the report does not tell each exactly once."""
    if not whole.metric.known or not exact(whole):
        return ()
    for identity in _sums_of(whole.metric.base):
        if identity.whole and _fits(identity.whole, whole.metric):
            parts = _members(identity, whole, key, told)
            if _one_column(parts) and (_certain(identity) or _meets(whole, parts)):
                return parts
    return ()


@kept
def _sums_of(base: str) -> tuple[Identity, ...]:
    """Return the declared sums that give a metric."""
    return tuple(
        one for one in identities() if _sums(one) and one.whole is not None and one.whole.metric == base
    )


def _one_column(parts: Sequence[Claim]) -> bool:
    """Return whether the parts stand below each other."""
    return len({(part.seat.table, part.seat.column) for part in parts if part.seat}) == 1


def _certain(identity: Identity) -> bool:
    """Return whether a sum that misses the whole shows that history changed: no other reading is open."""
    open_ended = any(value == ANY for member in identity.members for _, value in member.facets)
    return identity.strength is Strength.MUST and not open_ended


def _meets(whole: Claim, parts: Sequence[Claim]) -> bool:
    return whole.quantity.base.overlaps(total(part.quantity.base for part in parts))


def _sums(identity: Identity) -> bool:
    """Return whether an identity is a plain sum of rows that are each named, none of which may be missing."""
    named = all(not part.every and not part.optional and part.sign > 0 for part in identity.parts)
    return identity.kind is Kind.SUM and identity.divisor is None and named and len(identity.parts) > 1


def _members(identity: Identity, whole: Claim, key: Key, told: Told) -> tuple[Claim, ...]:
    found: list[Claim] = []
    around = told.rows_at.get((key[1], key[2]), ())
    for part in identity.parts:
        rows = [row for row in around if _is_part(row, part, identity, whole)]
        if len(rows) != 1:
            return ()
        found.append(rows[0])
    return tuple(found)


def _is_part(row: Claim, part: Member, identity: Identity, whole: Claim) -> bool:
    alike = all(row.metric.facet(one) == whole.metric.facet(one) for one in identity.free)
    return _fits(part, row.metric) and dimension(row) == dimension(whole) and alike


def _fits(member: Member, metric: Metric) -> bool:
    """Return whether a metric is the one that a formula names."""
    if member.metric != metric.base:
        return False
    return all(value == ANY or metric.facet(family) == value for family, value in member.facets)


def added(whole: Claim, parts: Sequence[Claim]) -> Claim:
    """Return the sum of rows as if the report told it: the first row's claim with their sum."""
    first = parts[0]
    unit = first.quantity.unit
    values = [part.size / unit.factor for part in parts]
    quantity = replace(
        first.quantity,
        text=" + ".join(part.quantity.text for part in parts),
        value=sum(values[1:], values[0]),
        interval=total(part.quantity.base for part in parts) / Interval.exactly(unit.factor),
        step=max(part.quantity.step * part.quantity.unit.factor for part in parts) / unit.factor,
    )
    label = " + ".join(part.label for part in parts)
    return replace(first, label=label, metric=whole.metric, quantity=quantity)
