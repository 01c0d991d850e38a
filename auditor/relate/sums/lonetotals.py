"""Totals without a second column to prove what they are the total of.

A row that is called a total, with a closed run of rows before it that comes to something else, may be drawn
over other rows. That one slip of the hand in one of the numbers would make it right is what speaks for an
error: chance gives that once in some thousand runs of numbers of five digits. So does it that another block
of the table adds up to the same total: staff by function, and by education.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.quantity import significant_digits
from auditor.relate.facts import makes
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import heads_between
from auditor.relate.lines import names_total
from auditor.relate.lines import partial
from auditor.relate.lines import stretches
from auditor.relate.slips import agreeing_digits_of
from auditor.relate.slips import in_another_place
from auditor.relate.sums.support import Run

_LONGEST_RUN = 12
#: Digits that must agree but for the slip: in the total, in one of several parts, in a total turned round.
_OF_TOTAL, _OF_PART = 4, 5
_TURNED = 6
#: The least digits of a total that a table tells twice.
_OF_SPLIT = 3


def lone_totals(
    lines: Sequence[Line], known: Collection[int], proved: Sequence[Run] = ()
) -> Iterator[tuple[Claim, list[Claim]]]:
    """Yield each number of a total that one slip keeps from being the sum of the rows before it.

    ``proved`` are the sums of the table; rows below a head may be the parts of the same total once more.
    """
    totals = {(at, run.whole.claims[at].quantity.value) for run in proved for at in run.agree}
    view = [line for line in lines if not partial(line)]
    for at, line in enumerate(view):
        if line.index in known or not names_total(line):
            continue
        before = (
            parts
            for parts, closed in stretches(view, at, _LONGEST_RUN)
            if closed and parts[0].index < line.index and _own(line, parts)
        )
        for parts in before:
            for position, whole in line.claims.items():
                told = [part.claims[position] for part in parts if position in part.claims]
                told = [part for part in told if part.quantity.value]
                again = (position, whole.quantity.value) in totals and _split_again(line, parts, whole, told)
                if len(told) > 1 and additive(whole) and (again or one_slip_from(whole, told)):
                    yield whole, told


def _split_again(line: Line, parts: Sequence[Line], whole: Claim, told: Sequence[Claim]) -> bool:
    """Return whether a head parts lines and their total from the rest of a table, none a total too."""
    sections = {part.first.seat.section for part in (line, *parts) if part.first.seat}
    first = min(part.index for part in parts)
    if any(map(names_total, parts)) or any(part.size >= whole.size for part in told):
        return False
    return sections == {first - 1} and significant_digits(whole.quantity.value) >= _OF_SPLIT


def _own(line: Line, parts: Sequence[Line]) -> bool:
    """Return whether a line's own name makes it the total of lines, and no head parts them from it."""
    return names_total(line, parts) and not heads_between(parts, line)


def one_slip_from(whole: Claim, parts: Sequence[Claim], of_part: int = _OF_PART) -> bool:
    """Return whether another digit, place or order of digits in one number would make the sum right.

    ``of_part`` digits must agree but for the slip where it is one of a part.
    """
    if makes(parts, whole):
        return False
    step = max(item.quantity.step * item.quantity.unit.factor for item in (whole, *parts))
    gap = sum((part.size for part in parts), Decimal(0)) - whole.size
    if abs(gap + 2 * whole.size) <= step * len(parts) and len(f"{abs(whole.size) / step:.0f}") >= _TURNED:
        return True
    if agreeing_digits_of(whole.size, whole.size + gap, step) >= _OF_TOTAL:
        return True
    if any(agreeing_digits_of(part.size, part.size - gap, step) >= of_part for part in parts):
        return True
    return _displaced(whole, parts, of_part)


def _displaced(whole: Claim, parts: Sequence[Claim], digits: int) -> bool:
    """Return whether a number of so many digits would make the sum right in another place or unit."""
    rest = {part.ref: whole.quantity.base - total(_without(part, parts)) for part in parts}
    rest[whole.ref] = total(part.quantity.base for part in parts)
    return any(
        item.quantity.digits >= digits and in_another_place(item.quantity.base, rest[item.ref])
        for item in (whole, *parts)
    )


def _without(part: Claim, parts: Sequence[Claim]) -> Iterator[Interval]:
    return (other.quantity.base for other in parts if other is not part)
