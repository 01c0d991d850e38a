"""How likely a repair is: the figure by itself, where it stands, and who speaks for it."""

from __future__ import annotations

from decimal import Decimal

from auditor.judge.board import Board
from auditor.judge.echo import echoed
from auditor.judge.likelihood import likelihood
from auditor.judge.likelihood import sign
from auditor.judge.possible import possible
from auditor.judge.reach import beyond_whole
from auditor.judge.reach import out_of_reach
from auditor.judge.reach import unusual_rate
from auditor.judge.repair import Repair
from auditor.judge.sisters import beside_sister
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Kind
from auditor.model.relation import Slip

_LONGER, _MOST_LONGER = Decimal(2), 1
#: A weak witness against a repair, or for it.
_WITNESS, _MOST_WITNESSES = Decimal(4), 2
#: A row tells its number twice: both are seldom wrong in one way.
_TOLD_TWICE = Decimal(20)
#: Another report tells the fact so: a number is seldom printed wrong in one way in two years.
_OTHER_REPORT = Decimal(20)
#: A number of a sentence stands elsewhere under a like name.
_ECHO = Decimal(20)
#: A rate in a column of rates comes out of the system that holds its levels, but is typed now and then.
_RATE_IN_TABLE = Decimal(3)
#: The chance that a row which repeats another is its copy, and that a row is in a wrong unit.
_COPIED_ROW, _UNIT_OF_ROW = Decimal("0.02"), Decimal("0.01")
#: A unit that a report hardly uses was not meant.
_RARE_UNIT = Decimal(10)
#: Growth and shares in prose are worked out by hand, the figures of a table come out of a system.
_RESULT_IN_PROSE = Decimal(6)
#: A sentence is typed from the table more often than the other way round; alone that convinces nobody.
_RETOLD_IN_PROSE = Decimal("1.6")
#: An article takes its figures from the report.
_QUOTED = Decimal(4)
#: Kinds whose stated number is worked out from levels: in prose it is the likelier slip of the two.
_DERIVED = frozenset({Kind.GROWTH, Kind.SHARE, Kind.RATIO, Kind.DIFFERENCE, Kind.DEFINITION})


def culprit(board: Board, repair: Repair) -> Claim:
    """Return the claim that stands for the fact: the one in most failures, by place in the report."""
    if repair.row:
        return board.claims[repair.fact[0]]
    refs = [ref for at in repair.mended for ref in board.relation(at).refs]
    return board.claims[min(repair.fact, key=lambda ref: (-refs.count(ref), board.claims[ref].no, ref))]


def in_own_unit(claim: Claim, value: Interval) -> Interval:
    """Return an interval in base units in the unit of a claim."""
    return value / Interval.exactly(claim.quantity.unit.factor)


def odds(board: Board, repair: Repair) -> Decimal:
    """Return how likely it is, before others are looked at, that the figure is the wrong one.

    A weight from 0, to be held against those of other figures: no probability.
    """
    claim = culprit(board, repair)
    value = in_own_unit(claim, repair.value)
    rare = board.rarity(claim, value, _RARE_UNIT)
    if repair.row:
        return (_COPIED_ROW if repair.row is Slip.COPIED_ROW else _UNIT_OF_ROW * rare) * possible(
            claim, value
        )
    weight = likelihood(claim, value, board.neighbours(claim)) * _of_size(board, repair, claim, value)
    weight /= _WITNESS ** max(min(repair.soft, _MOST_WITNESSES), -_MOST_WITNESSES)
    weight *= rare * _TOLD_TWICE ** board.told_beside(claim, value)
    weight *= _OTHER_REPORT ** board.told_by_others(claim, repair.value) * _of_place(board, repair, claim)
    if _worked_out(board, repair):
        in_prose = all(board.claims[ref].source is Source.PROSE for ref in repair.fact)
        return weight * (_RESULT_IN_PROSE if in_prose else _RATE_IN_TABLE)
    if _quoted(board, repair):
        return weight * _QUOTED
    return weight * _RETOLD_IN_PROSE if _retold_in_prose(board, repair) else weight


def _of_place(board: Board, repair: Repair, claim: Claim) -> Decimal:
    """Return what the numbers around a figure say of it: its sister row, its column, all of its report."""
    value, table = in_own_unit(claim, repair.value), board.neighbours_of(claim)
    relations = [board.relation(at) for at in repair.mended]
    within = beyond_whole(claim, value, relations, table) * out_of_reach(claim, value, board.sizes)
    own = {ref for item in relations for ref in item.refs}
    measured = board.measured[claim.report, claim.quantity.unit.id]
    again = echoed(claim, value, [other for other in measured if other.ref not in own])
    return within * unusual_rate(claim, value) * beside_sister(claim, value, table) * _ECHO**again


def _of_size(board: Board, repair: Repair, claim: Claim, value: Interval) -> Decimal:
    """Return how much more often a number of the right length is met than one of the printed length.

    There are ten times as many numbers of three digits as of two: that 34 is printed as 344 is likelier
    than that just 344 lost a digit. Zeros at the end of a number in a sentence make it no longer. Results
    are as large as what they are worked out from.
    """
    stated = {board.relation(at).stated for at in repair.mended}
    if not value.middle or not stated.isdisjoint(repair.fact):
        return Decimal(1)
    longer = _length(claim, claim.quantity.value) - _length(claim, value.middle)
    return _LONGER ** max(min(longer, _MOST_LONGER), -_MOST_LONGER)


def _length(claim: Claim, value: Decimal) -> int:
    """Return how many digits a number has, in a sentence without the zeros at its end."""
    step = claim.quantity.step
    digits = f"{abs(value) / step:.0f}" if step > 0 else ""
    return len(digits.rstrip("0") if claim.seat is None and step >= 1 else digits)


def sign_of(board: Board, repair: Repair, *, unnamed: bool = False) -> Decimal:
    """Return how much more likely a slip than nothing led to what is printed; one digit is none by name."""
    claim = culprit(board, repair)
    return sign(claim, in_own_unit(claim, repair.value), board.neighbours(claim), unnamed=unnamed)


def _quoted(board: Board, repair: Repair) -> bool:
    """Return whether it is a figure that a text about the reports tells, against theirs."""
    relations = [board.relation(at) for at in repair.mended]
    return all(item.rule == "press" and item.stated in repair.fact for item in relations)


def _retold_in_prose(board: Board, repair: Repair) -> bool:
    """Return whether it is a figure in prose against the same one in a table."""
    refs = [ref for at in repair.mended for ref in board.relation(at).refs if ref not in repair.fact]
    same = all(board.relation(at).kind is Kind.SAME_FACT for at in repair.mended)
    if not same or any(board.claims[ref].seat for ref in repair.fact):
        return False
    return all(board.claims[ref].seat for ref in refs if ref in board.claims)


def _worked_out(board: Board, repair: Repair) -> bool:
    """Return whether it is a result in prose, or a rate, worked out from figures that stand in tables."""
    relations = [board.relation(at) for at in repair.mended]
    claims = [board.claims[ref] for ref in repair.fact]
    derived = all(item.kind in _DERIVED and item.stated in repair.fact for item in relations)
    if not derived or any(claim.source is not Source.PROSE and claim.level for claim in claims):
        return False
    inputs = (ref for item in relations for ref in item.computed.refs if ref in board.claims)
    return all(board.claims[ref].source is Source.TABLE for ref in inputs)
