"""Rows that go together: basic and diluted earnings, market-based and location-based emissions.

Where a row and the one beside it tell nearly the same number in each of their other columns, they should
in this one too. A number that leaves the row it goes with, and whose repair takes it back there, is
likelier the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Context
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.interval import Interval

_RATIO = Context(prec=12)
#: Rows no further away than this go together where so many other columns differ by no more than this share.
_NEAR_ROWS, _LEAST_COLUMNS, _ALIKE = 2, 2, Decimal("0.1")
#: A number is with its sister where it lies so many times nearer than they usually do, or within this share.
_WITHIN, _LEAST = Decimal(2), Decimal("0.02")
_WITH, _APART = Decimal(8), Decimal("0.125")


def beside_sister(claim: Claim, repair: Interval, table: Sequence[Claim]) -> Decimal:
    """Return how much more likely a figure is wrong for the row that it goes with, 1 where none tells.

    Args:
        claim: the suspect.
        repair: what would satisfy its relations, in the unit of the claim.
        table: the claims of its table, at least.
    """
    if claim.seat is None or not claim.level or repair.middle is None:
        return Decimal(1)
    for told, usual in _sisters(claim, table):
        room = max(usual * _WITHIN, _LEAST)
        printed = _away(claim.quantity.value, told) <= room
        repaired = told in repair or _away(repair.middle, told) <= room
        if printed is not repaired:
            return _WITH if repaired else _APART
    return Decimal(1)


def _sisters(claim: Claim, table: Sequence[Claim]) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield what each row that goes with a claim's tells in its column, and how far they lie apart."""
    rows = _rows(claim, table)
    assert claim.seat is not None  # noqa: S101  # only cells come here
    here, column = claim.seat.row, claim.seat.column
    own = rows.pop(here, {})
    for row in sorted(rows, key=lambda row: abs(row - here)):
        cells = rows[row]
        both = [at for at in own if at != column and at in cells]
        if abs(row - here) > _NEAR_ROWS or len(both) < _LEAST_COLUMNS or not cells.get(column):
            continue
        usual = max(_away(own[at], cells[at]) for at in both)
        if usual <= _ALIKE:
            yield cells[column], usual


def _rows(claim: Claim, table: Sequence[Claim]) -> dict[int, Mapping[int, Decimal]]:
    """Return the levels of a claim's table in its unit, by row and column."""
    found: dict[int, dict[int, Decimal]] = {}
    for other in table:
        seat = other.seat
        alike = other.level and other.quantity.unit == claim.quantity.unit and other.report == claim.report
        if seat and claim.seat and seat.table == claim.seat.table and alike:
            found.setdefault(seat.row, {})[seat.column] = other.quantity.value
    return dict(found)


def _away(value: Decimal, other: Decimal) -> Decimal:
    """Return by what share of the larger two numbers differ, 2 at most where their signs do."""
    most = max(abs(value), abs(other))
    return _RATIO.divide(abs(value - other), most) if most else Decimal(0)
