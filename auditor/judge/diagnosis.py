"""Which figures are wrong: the fewest repairs that mend what failed and break little that holds.

Failures that share claims are taken together. The repair that mends most, less what it breaks, is made
first, then the rest is looked at again as if it had been printed right: what then holds had the same
cause. A claim is named only when evidence tells it from the others that would mend the same failures.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.judge.board import Board
from auditor.judge.board import set_up
from auditor.judge.invert import holds
from auditor.judge.repair import Repair
from auditor.judge.repair import repairs
from auditor.judge.slip import slip
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Diagnosis
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Slip
from auditor.model.relation import Strength

#: Looking one repair ahead is for small knots; in a large one it would cost more than it tells.
_LARGEST_KNOT = 12
#: Kinds whose stated number is worked out from levels: in prose it is the likelier slip of the two.
_DERIVED = frozenset({Kind.GROWTH, Kind.SHARE, Kind.RATIO, Kind.DIFFERENCE, Kind.DEFINITION})


@dataclass(frozen=True, slots=True)
class _Cause:
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


def diagnose(
    judgements: Sequence[Judgement], claims: Mapping[str, Claim], truncating: Collection[str] = ()
) -> tuple[Diagnosis, ...]:
    """Return one diagnosis for each cause behind the flagged judgements, in the order of the judgements.

    Every flagged judgement is in exactly one, save restated comparatives, which are no failures.

    Args:
        judgements: all of a run; those that hold are the evidence.
        claims: by ref.
        truncating: names of the reports that cut digits off instead of rounding.
    """
    board = set_up(judgements, claims, frozenset(truncating))
    causes = [cause for knot in _knots(board) for cause in _untangle(board, knot)]
    return tuple(_diagnosis(board, cause) for cause in sorted(causes, key=lambda cause: cause.mended))


def _knots(board: Board) -> Iterator[tuple[int, ...]]:
    """Return the failures grouped by the facts that they share."""
    groups: dict[str, list[int]] = {}
    for at in board.failed:
        joined = [at]
        refs = [ref for fact in board.facts((at,)) for ref in fact]
        for group in {id(groups[ref]): groups[ref] for ref in refs if ref in groups}.values():
            joined.extend(group)
        refs.extend(ref for other in joined for fact in board.facts((other,)) for ref in fact)
        groups.update(dict.fromkeys(refs, joined))
    yield from dict.fromkeys(tuple(sorted(group)) for group in groups.values())


def _untangle(board: Board, knot: tuple[int, ...]) -> Iterator[_Cause]:
    """Explain first what must hold, then the questions that are left."""
    firm = [at for at in knot if board.relation(at).strength is not Strength.QUESTION]
    bases, rest = board.bases, list(knot)
    for wave in (firm, rest):
        for cause in _explained(board, bases, [at for at in wave if at in rest], ahead=True):
            if cause.repair is not None:
                bases = cause.repair.applied(bases)
            with_questions = _settled(board, cause, bases, rest)
            rest = [at for at in rest if at not in with_questions.mended]
            yield with_questions


def _settled(board: Board, cause: _Cause, bases: Mapping[str, Interval], rest: Iterable[int]) -> _Cause:
    """Return the cause with the questions that its repair answers too."""
    if cause.repair is None:
        return cause
    also = (at for at in rest if at not in cause.mended and _answers(board, cause.repair, bases, at))
    return _Cause(tuple(sorted((*cause.mended, *also))), cause.repair, cause.named)


def _answers(board: Board, repair: Repair, bases: Mapping[str, Interval], at: int) -> bool:
    relation = board.relation(at)
    question = relation.strength is Strength.QUESTION
    return question and any(ref in repair.fact for ref in relation.refs) and holds(relation, bases)


def _explained(
    board: Board, bases: dict[str, Interval], failures: Sequence[int], *, ahead: bool
) -> Iterator[_Cause]:
    """Return causes one after the other until no failure is left."""
    rest = list(failures)
    while rest:
        cause = _next_cause(board, bases, rest, ahead=ahead and len(rest) <= _LARGEST_KNOT)
        yield cause
        rest = [at for at in rest if at not in cause.mended]
        bases = bases if cause.repair is None else cause.repair.applied(bases)


def _next_cause(board: Board, bases: dict[str, Interval], rest: Sequence[int], *, ahead: bool) -> _Cause:
    """Return the cause that explains most of what is left."""
    found = [repair for fact in board.facts(rest) for repair in repairs(board, bases, rest, fact)]
    if not found:
        return _Cause((rest[0],))
    best = min((-repair.gain, repair.broken) for repair in found)
    level = [repair for repair in found if (-repair.gain, repair.broken) == best]
    weights = {id(item): _weight(board, bases, rest, item, ahead=ahead and len(level) > 1) for item in level}
    first = min(level, key=lambda item: (weights[id(item)], _habit(board, item)))
    rivals = [item for item in level if weights[id(item)] == weights[id(first)] and _rival(first, item)]
    if first.gain <= 0:
        # whatever is changed breaks as much as it mends: rather the relation is in doubt than a figure
        return _Cause(first.mended)
    named = not rivals or _stands_out(board, first, rivals)
    return _Cause(first.mended, first, named and _accusable(board, first))


def _weight(
    board: Board, bases: dict[str, Interval], rest: Sequence[int], repair: Repair, *, ahead: bool
) -> tuple[int, bool, int, bool]:
    """Return the evidence against a repair: the least is the likeliest."""
    left = [at for at in rest if at not in repair.mended]
    after = repair.applied(bases)
    cost = sum(cause.cost for cause in _explained(board, after, left, ahead=False)) if ahead and left else 0
    return cost, not repair.complete, repair.soft, _slip(board, repair) in {Slip.NONE, Slip.ROUNDING}


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


def _stands_out(board: Board, first: Repair, rivals: Iterable[Repair]) -> bool:
    """Return whether it is a rate in prose, worked out from figures in tables that nothing speaks against."""
    relations = [board.relation(at) for at in first.mended]
    derived = all(item.kind in _DERIVED and item.stated in first.fact for item in relations)
    if not derived or any(board.claims[ref].source is not Source.PROSE for ref in first.fact):
        return False
    return all(board.claims[ref].source is Source.TABLE for rival in rivals for ref in rival.fact)


def _accusable(board: Board, repair: Repair) -> bool:
    """Return whether some failure must hold: one open question alone accuses nobody."""
    strengths = [board.relation(at).strength for at in repair.mended]
    return len(strengths) > 1 or Strength.QUESTION not in strengths


def _slip(board: Board, repair: Repair) -> Slip:
    claim = _culprit(board, repair)
    return slip(claim, _in_own_unit(claim, repair.value), board.neighbours(claim))


def _culprit(board: Board, repair: Repair) -> Claim:
    """Return the claim that stands for the fact: the one in most failures, by place in the report."""
    refs = [ref for at in repair.mended for ref in board.relation(at).refs]
    return board.claims[min(repair.fact, key=lambda ref: (-refs.count(ref), board.claims[ref].no, ref))]


def _in_own_unit(claim: Claim, value: Interval) -> Interval:
    return value / Interval.exactly(claim.quantity.unit.factor)


def _diagnosis(board: Board, cause: _Cause) -> Diagnosis:
    failures = tuple(board.judgements[at] for at in cause.mended)
    if cause.repair is None or not cause.named:
        return Diagnosis(failures)
    claim = _culprit(board, cause.repair)
    repair = _in_own_unit(claim, cause.repair.value) if cause.repair.suits else None
    return Diagnosis(failures, claim.ref, repair, _slip(board, cause.repair))
