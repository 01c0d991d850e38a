"""Which figures one may be mixed up with: those beside it, and the same thing in another period."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Context

from auditor.model.claim import Claim
from auditor.model.quantity import Quantity

_EXACT = Context(prec=40)
_NEARBY_ROWS = 2
#: Figures of fewer digits are equal by chance; long ones are not.
_LEAST_DIGITS, _LONG = 2, 4
#: Two rows are one but for a figure by so many others, with so many digits in all.
_LEAST_EQUAL, _LEAST_ALIKE = 2, 6


def neighbours(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that a figure may be mixed up with, in reading order.

    The same row and the rows and columns next to it in its table, and the same metric in another
    period anywhere in its report.
    """
    twins, again = _twin_rows(claim, claims), told_again(claim, claims)
    return tuple(
        other
        for other in claims
        if other.ref != claim.ref
        and other.report == claim.report
        and (other_period(claim, other) or _beside(claim, other))
        and not (other.seat and other.seat.row in twins and _beside(claim, other))
        and other not in again
    )


def _twin_rows(claim: Claim, claims: Sequence[Claim]) -> set[int]:
    """Return the rows that repeat the claim's row in another column: that they are equal is no slip."""
    if claim.seat is None:
        return set()
    table = [other for other in claims if other.seat and other.seat.table == claim.seat.table]
    own = {other.seat.column: other for other in table if other.seat and other.seat.row == claim.seat.row}
    return {
        other.seat.row
        for other in table
        if other.seat
        and other.seat.row != claim.seat.row
        and other.seat.column != claim.seat.column
        and other.seat.column in own
        and same_figure(own[other.seat.column].quantity, other.quantity)
    }


def told_again(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that repeat a number in its row, where another row of the table repeats one too."""
    beside = repeating_row(claim, claims)
    return tuple(other for other in beside if same_figure(claim.quantity, other.quantity))


def repeating_row(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the other claims of a row, where another row of the table tells a long number twice.

    What was held at first and at last, or in all and under a lock-up: that they are equal is no slip, and
    speaks for the number.
    """
    if claim.seat is None or digits_of(claim.quantity) < _LEAST_DIGITS:
        return ()
    rows: dict[int, list[Claim]] = {}
    for other in claims:
        if other.seat and other.seat.table == claim.seat.table and other.ref != claim.ref:
            rows.setdefault(other.seat.row, []).append(other)
    own = rows.pop(claim.seat.row, [])
    return tuple(own) if any(map(_repeats, rows.values())) else ()


def in_twin_row(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return what the row above or below tells in a figure's column, where it tells all else as its own does.

    Earnings per share, basic and diluted: the figure that is not as in the other row is the odd one.
    """
    if claim.seat is None:
        return ()
    rows: dict[int, dict[int, Claim]] = {}
    for other in claims:
        if other.seat and other.seat.table == claim.seat.table and abs(other.seat.row - claim.seat.row) < 2:
            rows.setdefault(other.seat.row, {})[other.seat.column] = other
    own = rows.pop(claim.seat.row, {})
    twins = [row for row in rows.values() if _one_but_for(claim, own, row)]
    return tuple(row[claim.seat.column] for row in twins)


def _one_but_for(claim: Claim, own: Mapping[int, Claim], row: Mapping[int, Claim]) -> bool:
    """Return whether two rows tell the same figures in all columns but that of a claim."""
    if own.keys() != row.keys() or claim.seat is None or claim.seat.column not in own:
        return False
    pairs = [(own[at].quantity, row[at].quantity) for at in own if at != claim.seat.column]
    digits = sum(digits_of(one) for one, _ in pairs)
    alike = all(same_figure(one, other) for one, other in pairs)
    return alike and len(pairs) >= _LEAST_EQUAL and digits >= _LEAST_ALIKE


def _repeats(row: Sequence[Claim]) -> bool:
    """Return whether a row tells a long number twice."""
    long = [item.quantity for item in row if digits_of(item.quantity) >= _LONG]
    return len({(quantity.value, quantity.unit) for quantity in long}) < len(long)


def other_period(claim: Claim, other: Claim) -> bool:
    """Return whether two claims tell one metric and scope for two periods."""
    same = claim.metric == other.metric and claim.scope == other.scope and claim.change == other.change
    return same and claim.period != other.period


def _beside(claim: Claim, other: Claim) -> bool:
    here, there = claim.seat, other.seat
    if here is None or there is None or here.table != there.table:
        return False
    if here.row == there.row:
        return True
    return here.column == there.column and abs(here.row - there.row) <= _NEARBY_ROWS


def digits_of(quantity: Quantity) -> int:
    """Return how many digits are printed, leading zeros left out."""
    if quantity.step <= 0:
        return 0
    return _EXACT.divide(quantity.value, quantity.step).adjusted() + 1


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities print one number, not zero, in one unit."""
    return one.value == other.value and one.value != 0 and one.unit == other.unit
