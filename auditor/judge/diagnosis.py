"""Which figures are wrong: the fewest repairs that mend what failed and break little that holds.

Failures that share claims are taken together. The repair that mends most, less what it breaks, is made
first, then the rest is looked at again as if it had been printed right: what then holds had the same
cause. A claim is named only when evidence tells it from the others that would mend the same failures.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

from auditor.judge.board import Board
from auditor.judge.board import Fact
from auditor.judge.board import set_up
from auditor.judge.invert import holds
from auditor.judge.odds import culprit
from auditor.judge.odds import in_own_unit
from auditor.judge.repair import Repair
from auditor.judge.repair import narrowed
from auditor.judge.repair import repairs
from auditor.judge.search import Cause
from auditor.judge.search import Search
from auditor.judge.slip import slip
from auditor.judge.suggest import suggest
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Candidate
from auditor.model.relation import Diagnosis
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Slip
from auditor.model.relation import Strength


def diagnose(
    judgements: Sequence[Judgement],
    claims: Mapping[str, Claim],
    truncating: Collection[str] = (),
    elsewhere: Mapping[str, Fact] | None = None,
) -> tuple[Diagnosis, ...]:
    """Return one diagnosis for each cause behind the flagged judgements, in the order of the judgements.

    Every flagged judgement is in exactly one, save restated comparatives, which are no failures.

    Args:
        judgements: all of a run; those that hold are the evidence.
        claims: by ref.
        truncating: names of the reports that cut digits off instead of rounding.
        elsewhere: by ref the claims of other reports that tell the same fact.
    """
    board = set_up(judgements, claims, frozenset(truncating), elsewhere)
    causes = _by_row([cause for knot in _knots(board) for cause in _untangle(board, knot)])
    return tuple(_diagnosis(board, cause) for cause in sorted(causes, key=lambda cause: cause.mended))


def _by_row(causes: Sequence[Cause]) -> list[Cause]:
    """Return the causes, those that lie in one and the same row as one."""
    rows: dict[tuple[frozenset[str], Slip], list[Cause]] = {}
    others = []
    for cause in causes:
        if cause.named and cause.repair is not None and cause.repair.row:
            rows.setdefault((frozenset(cause.repair.fact), cause.repair.row), []).append(cause)
        else:
            others.append(cause)
    joined = [
        replace(same[0], mended=tuple(at for one in same for at in one.mended)) for same in rows.values()
    ]
    return [*others, *joined]


def _knots(board: Board) -> Iterator[tuple[int, ...]]:
    """Return the failures grouped by the facts that they share."""
    groups: dict[str, list[int]] = {}
    for at in board.failed:
        refs = [ref for fact in board.facts((at,)) for ref in fact]
        joined = [at]
        for group in {id(groups[ref]): groups[ref] for ref in refs if ref in groups}.values():
            joined.extend(group)
        members = (ref for other in joined for fact in board.facts((other,)) for ref in fact)
        groups.update(dict.fromkeys(members, joined))
    yield from dict.fromkeys(tuple(sorted(group)) for group in groups.values())


def _untangle(board: Board, knot: tuple[int, ...]) -> Iterator[Cause]:
    """Explain first what must hold, then the questions that are left."""
    firm = [at for at in knot if board.relation(at).strength is not Strength.QUESTION]
    open_questions = [at for at in knot if at not in firm]
    search = Search(board, board.bases, firm, questions=open_questions)
    for cause in search.causes():
        answered = [at for at in open_questions if _answers(board, cause.repair, search.bases, at)]
        open_questions = [at for at in open_questions if at not in answered]
        told = _by_answers(board, cause.repair, search.bases, answered)
        yield replace(cause, repair=told, mended=tuple(sorted((*cause.mended, *answered))))
    left = Search(search.board, search.bases, open_questions)
    yield from _joined(search.board, search.bases, list(left.causes()))


def _by_answers(
    board: Board, repair: Repair | None, bases: Mapping[str, Interval], answered: Sequence[int]
) -> Repair | None:
    """Return a repair as near as the questions that it answers tell it."""
    if repair is None or repair.row or not repair.suits:
        return repair
    nearer = narrowed(repair.value, repair.fact, map(board.relation, answered), bases)
    return replace(repair, value=nearer) if nearer is not None else repair


def _joined(board: Board, bases: dict[str, Interval], causes: list[Cause]) -> Iterator[Cause]:
    """Join questions that nobody answers for, where another value of one number they share would answer all.

    Ratios that call for one other divisor, which itself is told well elsewhere, are drawn over another
    population: that is one question, not three.
    """
    unnamed = [cause for cause in causes if not cause.named]
    while unnamed:
        failures = [at for cause in unnamed for at in cause.mended]
        found = [
            repair
            for fact in board.facts(failures)
            if len(fact) == 1
            for repair in repairs(board, bases, failures, fact)
        ]
        widest = max(found, key=lambda repair: len(repair.mended), default=None)
        inside = [cause for cause in unnamed if widest and set(cause.mended) <= set(widest.mended)]
        if len(inside) < 2:
            break
        unnamed = [cause for cause in unnamed if cause not in inside]
        yield Cause(tuple(sorted(at for cause in inside for at in cause.mended)))
    yield from unnamed
    yield from (cause for cause in causes if cause.named)


def _answers(board: Board, repair: Repair | None, bases: Mapping[str, Interval], at: int) -> bool:
    """Return whether a question has its answer in a repair."""
    relation = board.relation(at)
    return repair is not None and any(ref in repair.fact for ref in relation.refs) and holds(relation, bases)


def _diagnosis(board: Board, cause: Cause) -> Diagnosis:
    failures = tuple(board.judgements[at] for at in cause.mended)
    if cause.repair is None or not cause.named:
        told = tuple(_candidate(board, item) for item in cause.open)
        return Diagnosis(failures, candidates=told, leaning=cause.leaning and bool(told))
    named = _candidate(board, cause.repair)
    if not cause.repair.suits:
        return Diagnosis(failures, named.suspect, None, named.slip)
    return Diagnosis(failures, named.suspect, named.repair, named.slip, named.suggested)


def _candidate(board: Board, repair: Repair) -> Candidate:
    claim = culprit(board, repair)
    value = in_own_unit(claim, repair.value)
    nearby = board.neighbours(claim)
    named = repair.row or slip(claim, value, nearby)
    told = _told_elsewhere(board, repair, claim)
    return Candidate(claim.ref, value, named, told or suggest(claim, value, nearby))


def _told_elsewhere(board: Board, repair: Repair, claim: Claim) -> str:
    """Return the number that is told for the same fact elsewhere, here or in another year, as finely."""
    relations = [board.relation(at) for at in repair.mended]
    same = [item for item in relations if item.kind is Kind.SAME_FACT and claim.ref in item.refs]
    others = [
        board.claims[ref] for item in same for ref in item.refs if ref != claim.ref and len(item.refs) == 2
    ] + [board.claims[ref] for ref in board.elsewhere.get(claim.ref, ())]
    told = {
        other.quantity.value
        for other in others
        if other.quantity.unit == claim.quantity.unit
        and other.quantity.step == claim.quantity.step
        and other.quantity.value in in_own_unit(claim, repair.value)
    }
    return f"{told.pop():f}" if len(told) == 1 else ""
