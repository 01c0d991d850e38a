"""What it would take to mend failures by changing one fact, and what that would break."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.judge.board import Board
from auditor.judge.board import Fact
from auditor.judge.invert import holds
from auditor.judge.invert import invert
from auditor.model.interval import Interval
from auditor.model.relation import Relation
from auditor.model.relation import Slip


@dataclass(frozen=True, slots=True)
class Repair:
    """One fact set right.

    Attributes:
        fact: the claims that change together.
        value: the interval that they would have, in base units.
        mended: the failures that then hold, by position.
        broken: how many relations that hold now would not hold any more.
        soft: how many weak witnesses speak against it, less those for it.
        suits: whether one value mends those failures and keeps all that holds.
        complete: whether it mends every failure of the fact besides.
        row: what befell a whole row of a table, its first claim the one to be named; NONE for one fact.
        moved: what each claim of a row becomes.
    """

    fact: Fact
    value: Interval
    mended: tuple[int, ...]
    broken: int
    soft: int
    suits: bool
    complete: bool
    row: Slip = Slip.NONE
    moved: tuple[tuple[str, Interval], ...] = ()

    @property
    def gain(self) -> int:
        """Return failures mended less relations broken less claims that change besides the first.

        A row changes as one.
        """
        return len(self.mended) - self.broken - (0 if self.row else len(self.fact) - 1)

    def applied(self, bases: Mapping[str, Interval]) -> dict[str, Interval]:
        """Return the intervals after the repair."""
        if self.row:
            return {**bases, **dict(self.moved)}
        return {**bases, **dict.fromkeys(self.fact, self.value)}


def repairs(
    board: Board, bases: dict[str, Interval], failures: Sequence[int], fact: Fact
) -> Iterator[Repair]:
    """Return the ways to mend some of the failures by changing one fact.

    Failures that call for unlike values give a repair each: no value mends them all.
    """
    touched = [at for at in failures if _touches(board.relation(at), fact)]
    sought = {at: wanted(board.relation(at), fact, bases) for at in touched}
    values = dict.fromkeys(_agreements([value for value in sought.values() if value is not None]))
    # two of the values may come to one repair, once each is narrowed to what suits the rest
    found = dict.fromkeys(_repair(board, bases, fact, touched, value) for value in values)
    yield from (repair for repair in found if repair.mended)


def _repair(
    board: Board, bases: dict[str, Interval], fact: Fact, touched: Sequence[int], value: Interval
) -> Repair:
    after = ChainMap(dict.fromkeys(fact, value), bases)
    held, soft = touching(board.held, fact), touching(board.soft, fact)
    mended = tuple(at for at in touched if holds(board.relation(at), after))
    tight = narrowed(value, fact, (board.relation(at) for at in mended), bases) or value
    agreed = narrowed(tight, fact, held, bases)
    return Repair(
        fact=fact,
        value=agreed or tight,
        mended=mended,
        broken=sum(holds(relation, bases) and not holds(relation, after) for relation in held),
        soft=sum(holds(relation, bases) - holds(relation, after) for relation in soft),
        suits=agreed is not None,
        complete=agreed is not None and len(mended) == len(touched),
    )


def narrowed(
    value: Interval, fact: Fact, relations: Iterable[Relation], bases: Mapping[str, Interval]
) -> Interval | None:
    """Return the part of ``value`` that suits the relations too, in base units; None when there is none."""
    result: Interval | None = value
    for relation in relations:
        sought = wanted(relation, fact, bases)
        if sought is not None and result is not None:
            result = result.intersection(sought)
    return result


def _touches(relation: Relation, fact: Fact) -> bool:
    return any(ref in fact for ref in relation.refs)


def wanted(relation: Relation, fact: Fact, bases: Mapping[str, Interval]) -> Interval | None:
    """Return what the relation wants the fact to be, in base units.

    None when it holds two claims of the fact or cannot tell.
    """
    members = [ref for ref in relation.refs if ref in fact]
    return invert(relation, members[0], bases) if len(members) == 1 else None


def _agreements(values: Sequence[Interval]) -> Iterator[Interval]:
    """Return for each interval what it has in common with all that reach over its low end.

    On a line every largest set of intervals with a common point is found at one of the low ends.
    """
    for value in values:
        common = value
        for other in values:
            if other.low is None or (value.low is not None and other.low <= value.low):
                common = common.intersection(other) or common
        yield common


def touching(relations: Mapping[str, tuple[Relation, ...]], fact: Fact) -> tuple[Relation, ...]:
    """Return the relations of all claims of a fact, none twice."""
    return tuple({relation.id: relation for ref in fact for relation in relations.get(ref, ())}.values())
