"""Lines that speak where a run misses, and spoke nowhere where it holds: what could they be of the sum?

Treasury shares bought this year, a write-off that last year's column leaves empty. That the run holds without
such a line does not tell whether it is added, taken off, or told beside the sum (其中). Where one of these
makes the sum right, it was that. Where none does, whatever the line may be, some number is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from auditor.model.interval import Interval
from auditor.relate.lines import Line

#: With more of them chance finds roles that make a sum right.
_MOST = 3
_ROLES = (0, 1, -1)


def speaks(line: Line, position: int) -> bool:
    """Return whether a line tells a number other than nought in a position."""
    return position in line.claims and bool(line.claims[position].quantity.value)


def latecomers(lines: Sequence[Line], held: Sequence[int], position: int) -> list[Line]:
    """Return the lines that speak in a position, and in none of those where a run holds."""
    return [line for line in lines if speaks(line, position) and not any(speaks(line, at) for at in held)]


def unexplained(whole: Line, terms: Sequence[tuple[int, Line]], late: Sequence[Line], position: int) -> bool:
    """Return whether a sum misses in a position, whatever its few latecomers are taken for.

    Args:
        whole: what the lines should come to.
        terms: the lines of the run with their signs; those of ``late`` among them are left to their roles.
        late: lines, in the run or beside it, that spoke nowhere where it holds.
        position: where it misses.
    """
    if len(late) > _MOST:
        return False
    kind, _ = whole.tells[position]
    wanted = _told(whole, position)
    late = [line for line in late if line.tells[position][0] == kind]
    new = {line.index for line in late}
    told = [
        _signed(_told(line, position), sign)
        for sign, line in terms
        if line.index not in new and line.tells.get(position, ("",))[0] == kind
    ]
    plain = sum(told, Interval.exactly(0))
    for roles in product(_ROLES, repeat=len(late)):
        taken = (_signed(_told(line, position), role) for line, role in zip(late, roles, strict=True))
        if sum(taken, plain).meets(wanted):
            return False
    return True


def _told(line: Line, position: int) -> Interval:
    """Return what a line tells in a position; whoever counts to the last one does not round."""
    claim, (kind, interval) = line.claims[position], line.tells[position]
    return Interval.exactly(claim.size) if kind == "count" and claim.quantity.step == 1 else interval


def _signed(told: Interval, sign: int) -> Interval:
    return -told if sign < 0 else told if sign else Interval.exactly(0)
