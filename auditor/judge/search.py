"""The search for causes: repair after repair, the one that mends most first."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.judge.board import Board
from auditor.judge.board import Fact
from auditor.judge.likelihood import likelihood
from auditor.judge.repair import Repair
from auditor.judge.repair import repairs
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Kind
from auditor.model.relation import Strength

#: Looking one repair ahead is for small knots; in a large one it would cost more than it tells.
_LARGEST_KNOT = 12
_MOST_EQUALS = 20
#: One sign that chance would seldom give.
_SIGN_OF_A_SLIP = Decimal(1)
#: A figure is named when it is more likely the wrong one than all others together.
_CONVINCING = Decimal("0.62")
#: Growth and shares in prose are worked out by hand, the figures of a table come out of a system.
_RESULT_IN_PROSE = Decimal(6)
#: A sentence is typed from the table more often than the other way round; alone that convinces nobody.
_RETOLD_IN_PROSE = Decimal("1.6")
#: Kinds whose stated number is worked out from levels: in prose it is the likelier slip of the two.
_DERIVED = frozenset({Kind.GROWTH, Kind.SHARE, Kind.RATIO, Kind.DIFFERENCE, Kind.DEFINITION})

#: Evidence against a repair besides its gain: cost of what is left, not complete, weak witnesses.
_Evidence = tuple[int, bool, int]


@dataclass(frozen=True, slots=True)
class Cause:
    """Failures with one repair (None when nothing mends them); ``named`` when evidence tells who."""

    mended: tuple[int, ...]
    repair: Repair | None = None
    named: bool = False

    @property
    def cost(self) -> int:
        """Return what a reader has to believe: one wrong figure, its copies, and all that it breaks."""
        if self.repair is None:
            return len(self.mended)
        return len(self.repair.fact) + self.repair.broken


class Search:
    """Explains failures one cause at a time, each repair taken for printed when the next is sought.

    Repairs of facts on which the last cause has no bearing are remembered: knots of a misread table are
    large, and most of it stays as it was.
    """

    def __init__(
        self, board: Board, bases: dict[str, Interval], failures: Sequence[int], *, ahead: bool = True
    ) -> None:
        self.board = board
        self.bases = bases
        self.rest = list(failures)
        self._ahead = ahead
        self._found: dict[Fact, tuple[Repair, ...]] = {}

    def causes(self) -> Iterator[Cause]:
        """Return causes until no failure is left."""
        while self.rest:
            cause = self._next()
            self._take(cause)
            yield cause

    def _take(self, cause: Cause) -> None:
        """Go on as if the cause were mended."""
        changed = {ref for at in cause.mended for ref in self.board.relation(at).refs}
        self.rest = [at for at in self.rest if at not in cause.mended]
        if cause.repair is not None:
            self.bases = cause.repair.applied(self.bases)
            changed |= set(self.board.related(cause.repair.fact))
        self._found = {fact: kept for fact, kept in self._found.items() if changed.isdisjoint(fact)}

    def _next(self) -> Cause:
        options = self._options()
        if not options:
            return Cause((self.rest[0],))
        best = min((-item.gain, item.broken) for item in options)
        level = [item for item in options if (-item.gain, item.broken) == best]
        if level[0].gain > 0:
            return self._likeliest(level)
        # whatever is changed breaks as much as it mends: rather the relation is in doubt than a figure
        return Cause(min(level, key=lambda item: _habit(self.board, item)).mended)

    def _options(self) -> list[Repair]:
        facts = self.board.facts(self.rest)
        for fact in facts:
            if fact not in self._found:
                self._found[fact] = tuple(repairs(self.board, self.bases, self.rest, fact))
        return [repair for fact in facts for repair in self._found[fact]]

    def _likeliest(self, level: Sequence[Repair]) -> Cause:
        """Return the repair with least against it, named when no other could be it as well."""
        weights = [self._evidence(item, crowd=len(level)) for item in level]
        equals = [item for item, weight in zip(level, weights, strict=True) if weight == min(weights)]
        first = min(equals, key=lambda item: _habit(self.board, item))
        rivals = [item for item in equals if _rival(first, item)]
        if not self._ahead or not rivals:
            return Cause(first.mended, first, _accusable(self.board, first, alone=not rivals))
        shown = {id(item): _odds(self.board, item) for item in (first, *rivals)}
        first = min((first, *rivals), key=lambda item: (-shown[id(item)], _habit(self.board, item)))
        others = [item for item in rivals if _rival(first, item)]
        against = sum((shown[id(item)] for item in others), Decimal(0))
        named = shown[id(first)] >= _CONVINCING * (shown[id(first)] + against)
        return Cause(first.mended, first, named and _accusable(self.board, first))

    def _evidence(self, repair: Repair, *, crowd: int) -> _Evidence:
        look = self._ahead and 1 < crowd <= _MOST_EQUALS and len(self.rest) <= _LARGEST_KNOT
        return self._cost_after(repair) if look else 0, not repair.complete, repair.soft

    def _cost_after(self, repair: Repair) -> int:
        """Return what the failures that a repair leaves would cost to explain."""
        further = Search(self.board, self.bases, self.rest, ahead=False)
        further._found = dict(self._found)  # what is known so far holds there too
        further._take(Cause(repair.mended, repair))
        return sum(cause.cost for cause in further.causes())


def culprit(board: Board, repair: Repair) -> Claim:
    """Return the claim that stands for the fact: the one in most failures, by place in the report."""
    refs = [ref for at in repair.mended for ref in board.relation(at).refs]
    return board.claims[min(repair.fact, key=lambda ref: (-refs.count(ref), board.claims[ref].no, ref))]


def in_own_unit(claim: Claim, value: Interval) -> Interval:
    """Return an interval in base units in the unit of a claim."""
    return value / Interval.exactly(claim.quantity.unit.factor)


def _habit(board: Board, repair: Repair) -> tuple[bool, bool, int, tuple[str, str]]:
    """Return what decides the order where evidence does not: it names nobody by itself."""
    claim = board.claims[repair.fact[0]]
    stated = {board.relation(at).stated for at in repair.mended}
    witnesses = sum(len(board.held.get(ref, ())) for ref in repair.fact)
    return claim.source is not Source.PROSE, claim.ref not in stated, witnesses, (claim.key, claim.ref)


def _rival(one: Repair, other: Repair) -> bool:
    """Return whether two repairs are alternatives: unlike claims that mend a failure in common."""
    apart = not set(one.fact) & set(other.fact)
    return apart and bool(set(one.mended) & set(other.mended))


def _odds(board: Board, repair: Repair) -> Decimal:
    """Return how likely it is, before others are looked at, that the figure is the wrong one."""
    claim = culprit(board, repair)
    weight = likelihood(claim, in_own_unit(claim, repair.value), board.neighbours(claim))
    if _worked_out_in_prose(board, repair):
        return weight * _RESULT_IN_PROSE
    return weight * _RETOLD_IN_PROSE if _retold_in_prose(board, repair) else weight


def _retold_in_prose(board: Board, repair: Repair) -> bool:
    """Return whether it is a figure in prose against the same one in a table."""
    refs = [ref for at in repair.mended for ref in board.relation(at).refs if ref not in repair.fact]
    same = all(board.relation(at).kind is Kind.SAME_FACT for at in repair.mended)
    if not same or any(board.claims[ref].seat for ref in repair.fact):
        return False
    return all(board.claims[ref].seat for ref in refs if ref in board.claims)


def _worked_out_in_prose(board: Board, repair: Repair) -> bool:
    """Return whether it is a result in prose, worked out from figures that stand in tables."""
    relations = [board.relation(at) for at in repair.mended]
    derived = all(item.kind in _DERIVED and item.stated in repair.fact for item in relations)
    if not derived or any(board.claims[ref].source is not Source.PROSE for ref in repair.fact):
        return False
    inputs = (ref for item in relations for ref in item.computed.refs if ref in board.claims)
    return all(board.claims[ref].source is Source.TABLE for ref in inputs)


def _accusable(board: Board, repair: Repair, *, alone: bool = False) -> bool:
    """Return whether some failure must hold: one open question accuses nobody who shows no sign of a slip.

    Whether two tellings are one fact is another question: where copies or sums confirm one side and the
    other stands ``alone``, that is the odd one out.
    """
    relations = [board.relation(at) for at in repair.mended]
    if len(relations) > 1 or relations[0].strength is not Strength.QUESTION:
        return True
    return (alone and relations[0].kind is Kind.SAME_FACT) or _odds(board, repair) >= _SIGN_OF_A_SLIP
