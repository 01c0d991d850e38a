"""What a number can hardly be: a share beyond its whole, an amount beyond all others of its report."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal

from auditor.judge.possible import impossible
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Kind
from auditor.model.relation import Relation

_WHOLE = Decimal(100)
#: A share of a whole above it is wrong itself rather than what it was worked out from.
_IMPOSSIBLE = Decimal(20)
_OF_A_WHOLE = frozenset({Kind.SHARE, Kind.SHARED_DENOMINATOR})
#: An amount so many times the next largest of so many is out of reach.
_BEYOND, _LEAST_OTHERS, _FAR = Decimal(100), 5, Decimal(8)

#: Rates of growth above so many per cent are met so many times less often.
_RARE_RATES = ((Decimal(1000), Decimal(20)), (Decimal(100), Decimal(3)))
_RATES = frozenset({Change.YOY_GROWTH, Change.YOY_DECLINE})

#: The largest sizes in base units that a report tells in a unit, the largest first.
Sizes = Mapping[tuple[str, str], tuple[Decimal, ...]]
_KEPT = 8


def largest(claims: Iterable[Claim]) -> Sizes:
    """Return the largest levels that each report tells in each dimension."""
    found: dict[tuple[str, str], list[Decimal]] = {}
    for claim in claims:
        if claim.level:
            found.setdefault(_key(claim), []).append(abs(claim.size))
    return {key: tuple(sorted(sizes, reverse=True)[:_KEPT]) for key, sizes in found.items()}


def out_of_reach(claim: Claim, repair: Interval, sizes: Sizes) -> Decimal:
    """Return how much more likely a level in prose is wrong for being beyond all that its report tells.

    Less likely where it is its repair that would be. ``repair`` is in the unit of the claim.
    """
    if claim.seat is not None or not claim.level or repair.middle is None:
        return Decimal(1)
    factor = claim.quantity.unit.factor
    printed, repaired = abs(claim.size), abs(repair.middle * factor)
    others = list(sizes.get(_key(claim), ()))
    if printed in others:
        others.remove(printed)
    if len(others) < _LEAST_OTHERS:
        return Decimal(1)
    beyond = [size > _BEYOND * others[0] for size in (printed, repaired)]
    return Decimal(1) if beyond[0] is beyond[1] else _FAR if beyond[0] else 1 / _FAR


def unusual_rate(claim: Claim, repair: Interval) -> Decimal:
    """Return how much rarer a rate of growth of the printed size is than one of the repaired size."""
    if claim.change not in _RATES or claim.quantity.unit.id != "%" or repair.middle is None:
        return Decimal(1)
    return _rarity(claim.quantity.value) / _rarity(repair.middle)


def _rarity(rate: Decimal) -> Decimal:
    return next((rare for least, rare in _RARE_RATES if abs(rate) > least), Decimal(1))


def beyond_whole(
    claim: Claim, repair: Interval, relations: Sequence[Relation], peers: Sequence[Claim]
) -> Decimal:
    """Return how much more likely a share above its whole is wrong, where all beside it are below.

    ``peers`` are the claims of its table. What its metric says to be a share counts as impossible already.
    """
    if impossible(claim):
        return Decimal(1)
    shares = bool(relations) and all(
        item.kind in _OF_A_WHOLE and item.stated == claim.ref for item in relations
    )
    low, high = claim.quantity.interval.low, repair.high
    if not shares or claim.quantity.unit.id != "%" or low is None or high is None:
        return Decimal(1)
    column = [peer for peer in peers if _in_column(claim, peer)]
    usual = all(abs(peer.quantity.value) <= _WHOLE for peer in column)
    return _IMPOSSIBLE if usual and low > _WHOLE >= high else Decimal(1)


def _in_column(claim: Claim, peer: Claim) -> bool:
    """Return whether a share stands in the column of another one, or in its row."""
    here, there = claim.seat, peer.seat
    if peer.ref == claim.ref or here is None or there is None or peer.quantity.unit != claim.quantity.unit:
        return False
    return here.table == there.table and (here.column == there.column or here.row == there.row)


def _key(claim: Claim) -> tuple[str, str]:
    unit = claim.quantity.unit
    return (claim.report, f"count:{unit.id}" if unit.dimension == "count" else unit.dimension)
