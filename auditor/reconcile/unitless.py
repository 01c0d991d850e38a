"""Rows of which one report does not print the unit: the same row by what it tells of another year."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.reconcile.tellings import Key
from auditor.reconcile.tellings import Tellings
from auditor.reconcile.tellings import exact
from auditor.reconcile.tellings import value

#: So many digits must agree before a number without a unit is the one with it.
_CERTAIN_DIGITS = 5


def unmeasured(left: Mapping[Key, Tellings], right: Mapping[Key, Tellings]) -> Iterator[tuple[Key, Key]]:
    """Yield the keys of one metric, scope and moment that only one of two reports gives a unit.

    Their numbers are equal; or those of another year in the same two rows are, which proves the unit.
    """
    found = list(_candidates(left, right))
    equal = [_equal(left[old][0], right[new][0]) for old, new in found]
    proven = {
        _rows(left[old][0], right[new][0]) for (old, new), same in zip(found, equal, strict=True) if same
    }
    for (old, new), same in zip(found, equal, strict=True):
        if same or _rows(left[old][0], right[new][0]) in proven:
            yield old, new


def _candidates(left: Mapping[Key, Tellings], right: Mapping[Key, Tellings]) -> Iterator[tuple[Key, Key]]:
    """Yield the facts that the rows of each report tell with one number, and that differ by a unit only."""
    named: dict[Key, list[Key]] = {}
    for key in left:
        named.setdefault((*key[:3], ""), []).append(key)
    for key in right:
        others = [one for one in named.get((*key[:3], ""), ()) if (one[3] == "") != (key[3] == "")]
        if len(others) != 1:
            continue
        told = (left[others[0]], right[key])
        if _printed(left.get(key)) or _printed(right.get(others[0])):
            continue
        if all(_row(claims[0]) and _one_number(claims) for claims in told):
            yield others[0], key


def _printed(claims: Tellings | None) -> bool:
    """Return whether a row tells the fact in the same unit, so that no other one is looked for."""
    return claims is not None and any(map(_row, claims))


def _row(claim: Claim) -> bool:
    return claim.metric.known and claim.source is Source.TABLE and claim.seat is not None and exact(claim)


def _one_number(claims: Tellings) -> bool:
    return len({value(claim) for claim in claims if _row(claim)}) == 1


def _equal(old: Claim, new: Claim) -> bool:
    return value(old) == value(new) and new.quantity.digits >= _CERTAIN_DIGITS


def _rows(old: Claim, new: Claim) -> tuple[tuple[int, int], ...]:
    """Return the table and the row of both tellings."""
    return tuple((claim.seat.table, claim.seat.row) for claim in (old, new) if claim.seat)
