"""A whole row that is wrong in one way: printed in another unit, or copied from the row above or below.

Each of its figures alone would leave the others as they are; that one slip befell them all is one cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal

from auditor.judge.board import UNIT_RATIOS
from auditor.judge.board import Board
from auditor.judge.board import Fact
from auditor.judge.invert import holds
from auditor.judge.repair import Repair
from auditor.judge.repair import touching
from auditor.judge.repair import wanted
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Relation
from auditor.model.relation import Slip

#: Figures of one row differ by less, save where one of them lost its own place.
_WIDEST_ROW = Decimal(30)
#: What is told in no thousands, 万 or millions.
_NO_OTHER_UNIT = frozenset({"percent", "points", "ratio"})
#: Two rows with fewer digits in common are equal by chance.
_LEAST_DIGITS = 5


def row_repairs(board: Board, bases: Mapping[str, Interval], failures: Sequence[int]) -> Iterator[Repair]:
    """Return what would mend failures when a whole row is in another unit, or a copy."""
    refs = (ref for at in failures for ref in board.relation(at).refs)
    for row in dict.fromkeys(board.rows[ref] for ref in refs if ref in board.rows):
        touched = [at for at in failures if not set(row).isdisjoint(board.relation(at).refs)]
        yield from _in_other_units(board, bases, row, touched)
        yield from _copied(board, bases, row, touched)


def _in_other_units(
    board: Board, bases: Mapping[str, Interval], row: Fact, touched: Sequence[int]
) -> Iterator[Repair]:
    quantities = [board.claims[ref].quantity for ref in row]
    sizes = [abs(quantity.value) for quantity in quantities]
    told = {quantity.unit for quantity in quantities}
    if (
        len(told) > 1
        or quantities[0].unit.dimension in _NO_OTHER_UNIT
        or not all(sizes)
        or max(sizes) > _WIDEST_ROW * min(sizes)
    ):
        return
    held = touching(board.held, row)
    for ratio in UNIT_RATIOS:
        moved = {ref: bases[ref].scale(ratio) for ref in row}
        after = {**bases, **moved}
        mended = tuple(at for at in touched if holds(board.relation(at), after))
        if mended:
            broken = sum(holds(relation, bases) and not holds(relation, after) for relation in held)
            yield _repair(
                board, row, moved, mended, broken, Slip.WRONG_UNIT, complete=mended == tuple(touched)
            )


def _copied(
    board: Board, bases: Mapping[str, Interval], row: Fact, touched: Sequence[int]
) -> Iterator[Repair]:
    """Return the repair of a row that repeats another: what its figures were only one unknown can tell."""
    twin = _twin(board, row)
    if not twin:
        return
    relations = [board.relation(at) for at in touched]
    of_twin = {frozenset(item.refs) for item in touching(board.held, twin)}
    there = dict(zip(row, twin, strict=True))
    held = [
        item
        for item in touching(board.held, row)
        # what holds of the twin too says nothing of whose numbers they are
        if frozenset(there.get(ref, ref) for ref in item.refs) not in of_twin
        and not set(item.refs) <= {*row, *twin}
    ]
    moved = {ref: value for ref in row if (value := _told(relations, ref, row, bases)) is not None}
    yield _repair(board, row, moved, tuple(touched), len(held), Slip.COPIED_ROW, complete=True)


def _told(
    relations: Sequence[Relation], ref: str, row: Fact, bases: Mapping[str, Interval]
) -> Interval | None:
    """Return what the relations of one figure want it to be, None where they hold others of the row too."""
    own = [relation for relation in relations if ref in relation.refs]
    values = [wanted(relation, (ref,), bases) for relation in own]
    if not own or any(len(set(row).intersection(relation.refs)) > 1 for relation in own):
        return None
    found: Interval | None = Interval(None, None)
    for value in values:
        found = found.intersection(value) if found is not None and value is not None else None
    return found


def _twin(board: Board, row: Fact) -> Fact:
    """Return the row above or below that tells the same numbers in all columns, of another thing."""
    claims = [board.claims[ref] for ref in row]
    digits = sum(claim.quantity.digits for claim in claims)
    if digits < _LEAST_DIGITS:
        return ()
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        for other in board.neighbours_of(claim):
            here, there = claim.seat, other.seat
            near = here and there and here.column == there.column and abs(here.row - there.row) == 1
            if near and there and other.quantity.value == claim.quantity.value:
                found.setdefault(there.row, []).append(other)
    whole = (others for others in found.values() if len(others) == len(row))
    unlike = (others for others in whole if any(map(_of_another_thing, claims, others)))
    return tuple(other.ref for other in next(unlike, ()))


def _of_another_thing(claim: Claim, other: Claim) -> bool:
    """Return whether two rows tell two things: two metrics, or two costs of one kind under two names."""
    return other.metric != claim.metric or other.leaf != claim.leaf


def _repair(  # noqa: PLR0913, PLR0917  # what a repair is made of
    board: Board,
    row: Fact,
    moved: Mapping[str, Interval],
    mended: tuple[int, ...],
    broken: int,
    slip: Slip,
    *,
    complete: bool,
) -> Repair:
    told = [ref for at in mended for ref in board.relation(at).refs if ref in row]
    lead = min(row, key=lambda ref: (ref not in moved, -told.count(ref), board.claims[ref].no))
    return Repair(
        fact=(lead, *(ref for ref in row if ref != lead)),
        value=moved.get(lead, board.bases[lead]),
        mended=mended,
        broken=broken,
        soft=0,
        suits=lead in moved,
        complete=complete,
        row=slip,
        moved=tuple(moved.items()),
    )
