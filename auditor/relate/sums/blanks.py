"""Totals that miss where a part of theirs is an empty cell, by one slip of the hand in what is told.

A sum that holds in one column proves what the rows are; in another column one of them is empty. Whether
the cell stands for nought or was not read nobody knows, so that a miss there says nothing by itself. That
one slip in one number would make the sum right, or that one number repeats the one beside it, digit by
digit, makes it a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from auditor.model.claim import Claim
from auditor.relate.facts import makes
from auditor.relate.lines import Line
from auditor.relate.sums.support import Run
from auditor.relate.sums.support import slip_digits

#: Digits that a slip must leave beyond those that chance would find, and digits of a number that is repeated.
_LEFT, _REPEATED = Decimal(4), 6
#: The sum must be proved elsewhere by so many digits.
_PROVED = Decimal(6)


def blank_slips(run: Run) -> Iterator[tuple[Claim, list[Claim]]]:
    """Yield each proved total that one slip beside an empty cell keeps from its sum, with its parts."""
    if not run.closed or run.digits < _PROVED:
        return
    for at in run.whole.summable:
        parts = [part for sign, part in run.terms(at) if sign > 0]
        if at in run.agree or at in run.miss or not 1 < len(parts) < len(run.parts):
            continue
        if len(parts) < len(run.terms(at)):
            continue  # what is taken off is told
        kind = run.whole.tells[at][0]
        alike = all(part.tells[at][0] == kind for part in run.parts if at in part.claims)
        whole = run.whole.claims[at]
        misses = not makes(parts, whole)
        if alike and misses and (slip_digits(run, at) >= _LEFT or _repeats(run, at)):
            yield whole, parts


def _repeats(run: Run, at: int) -> bool:
    """Return whether a number in a column is that beside it in its row, or above or below it.

    Where the rows repeat their numbers elsewhere too, that says nothing.
    """
    columns = sorted(run.whole.claims)
    found = [column for column in columns if any(_beside(line, column, columns) for line in run.parts)]
    here = _beside(run.whole, at, columns) or at in found or _below(run.parts, at)
    return here and not any(_below(run.parts, column) for column in columns if column != at)


def _beside(line: Line, at: int, columns: Sequence[int]) -> bool:
    """Return whether a row tells one long number in a column and in the one next to it."""
    place = columns.index(at)
    return any(
        _same(line, at, line, other) for other in columns[max(place - 1, 0) : place + 2] if other != at
    )


def _below(parts: Sequence[Line], at: int) -> bool:
    """Return whether two rows that stand together tell one long number in a column."""
    return any(_same(one, at, two, at) for one, two in pairwise(parts))


def _same(one: Line, at: int, other: Line, there: int) -> bool:
    if at not in one.claims or there not in other.claims:
        return False
    mine, theirs = one.claims[at].quantity, other.claims[there].quantity
    long = mine.digits >= _REPEATED
    return long and mine.value == theirs.value and mine.unit == theirs.unit
