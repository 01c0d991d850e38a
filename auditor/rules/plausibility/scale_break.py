"""A number that left its series by a power of ten.

What it flags:
    A number of a row that is ten, a hundred, a thousand or more times what the row tells for all other
    periods, or that much less, and fits them once the point is moved.

Why it matters:
    A unit that was changed for one column, 万 taken for 亿, or a lost decimal point passes unnoticed
    where nothing else is worked out from the number.

How it decides:
    The other periods of the row are near each other. The number is far from all of them, and is near them
    when it is multiplied or divided by a power of ten. The smaller the power, the more of the row must be
    told and the nearer to each other it must be, since figures do grow: tenfold asks for two other
    periods within a half of each other, a thousandfold for one. A percentage below one that fits as a
    fraction (0.361 beside 36 %) asks for one too. What is counted changes more than what is measured:
    there tenfold asks for others within a fifth of each other. One other period will do where the number
    has a decimal more or less than all others of its unit in the table, which the move sets right. Of two
    numbers that are far from each other the one is told that is unlike the others of its metric in its
    column, else the newer. Money is left out: gains, grants and balances come and go. A number that other
    arithmetic of the report confirms or disputes is left to that, and a row whose note names a new method,
    boundary or definition to its note. Emissions of the value chain, in which more is counted from one year
    to the next, are only a note where the first or the last year stands apart.

Example:
    Training hours 33.7, 330,300 and 30.1: 33.03 without its point and twice a zero.

When it is wrong:
    When the thing itself changed that much: a plant that opened, a subsidiary that came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal

from auditor.lexicon.roles import roles
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.quantity import Unit
from auditor.model.relation import Slip
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.plausibility.lone import doubtful
from auditor.rules.plausibility.lone import finding

CODE = "U203"
SEVERITY = Severity.WARNING
TITLE = "与同行各期相差十的幂次"
MESSAGE = (
    "{metric}（{period}）在{place}列示为 {stated}，而同一行其他期间为 {others}；"
    "移动小数点后即与各期相当，请核对数量级或单位。"
)


@dataclass(frozen=True, slots=True)
class _Power:
    """A power of ten, how many other periods it asks for, how near to each other, and how near to it."""

    power: int
    others: int
    spread: Decimal
    reach: Decimal


_POWERS = (
    _Power(1, 2, Decimal("1.5"), Decimal("1.3")),
    _Power(2, 2, Decimal(2), Decimal("1.5")),
    *(_Power(power, 1, Decimal(3), Decimal(2)) for power in (3, 4, 6, 8)),
)
#: The same tenfold for what is counted: cases, lamps, visits.
_COUNTED = _Power(1, 2, Decimal("1.2"), Decimal("1.2"))
#: A percentage below one that was left as the fraction that a spreadsheet holds: 0.361 for 36.1 %.
_AS_FRACTION = _Power(2, 1, Decimal("1.5"), Decimal("1.2"))

#: The same tenfold where the point alone was moved: one decimal more or less than all of its table.
_MOVED_POINT = _Power(1, 1, Decimal(3), Decimal("1.5"))
#: So many numbers of a table show how it prints.
_LEAST_PRINTED = 3

#: What a company emits, itself or by its value chain.
_EMITTED = roles().emissions

_Row = tuple[str, int, int, str, str]


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each row with a number that is a power of ten away from the rest of it."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    free = {claim.ref for claim in doubtful(dossier)}
    for row in _rows(dossier):
        powers = {
            claim.ref: _power(claim, _others(claim, row), dossier) for claim in row if claim.ref in free
        }
        moved = [claim for claim in row if powers.get(claim.ref)]
        if moved and not any(_explained(claim, dossier) for claim in row):
            # of two numbers each is far from the other: the one unlike its column, else the new one
            claim = max(moved, key=lambda item: (_apart(item, dossier), item.period.code))
            others = _others(claim, row)
            told = say("、").join(wording.printed(other) for other in others)
            right = claim.quantity.value.scaleb(powers[claim.ref])
            found = finding(claim, heading, others=told, suggested=f"{right:f}", slip=Slip.SCALE)
            yield replace(found, severity=Severity.NOTE) if _widened(claim, row) else found


def _apart(claim: Claim, dossier: Dossier) -> int:
    """Return by how many powers of ten a number differs from the nearest of its kind in its column."""
    report = dossier.report_of(claim)
    return min(
        (
            abs(claim.quantity.value.adjusted() - other.quantity.value.adjusted())
            for other in report.claims
            if other.ref != claim.ref and other.quantity.value and _of_one_kind(other, claim)
        ),
        default=0,
    )


def _of_one_kind(other: Claim, claim: Claim) -> bool:
    """Return whether two numbers tell one metric in one unit in one column of a table."""
    return (
        other.seat is not None
        and claim.seat is not None
        and (other.seat.table, other.seat.column) == (claim.seat.table, claim.seat.column)
        and other.metric.base == claim.metric.base
        and other.quantity.unit.id == claim.quantity.unit.id
    )


def _widened(claim: Claim, row: Sequence[Claim]) -> bool:
    """Return whether more of the value chain may have been counted from a year on."""
    chain = claim.metric.base == _EMITTED and "3" in claim.metric.facet(roles().added_up)
    codes = [other.period.code for other in row]
    return chain and claim.period.code in (min(codes), max(codes))


def _explained(claim: Claim, dossier: Dossier) -> bool:
    """Return whether a note of a row or its table names why its numbers are told in another way."""
    report = dossier.report_of(claim)
    notes = (report.note(mark, claim) for mark in (*claim.notes, *claim.block_notes))
    return any(note is not None and note.causes for note in notes)


def _others(claim: Claim, row: Sequence[Claim]) -> list[Claim]:
    return [other for other in row if other.period != claim.period]


def _rows(dossier: Dossier) -> Iterator[list[Claim]]:
    """Yield the rows of tables that tell one thing for several periods."""
    found: dict[_Row, list[Claim]] = defaultdict(list)
    for report in dossier.reports:
        for claim in report.claims:
            if claim.seat is not None and claim.level and claim.period and claim.quantity.value:
                seat, unit = claim.seat, claim.quantity.unit.id
                name = f"{claim.metric.id}|{claim.scope}"
                found[report.name, seat.table, seat.row, name, unit].append(claim)
    for row in found.values():
        if len({claim.period.code for claim in row}) == len(row) > 1:
            yield row


def _ways(unit: Unit, size: Decimal) -> tuple[_Power, ...]:
    """Return the powers that a number of a unit may have been moved by."""
    if unit.dimension == "count":
        return (_COUNTED, *_POWERS[1:])
    return (*_POWERS, _AS_FRACTION) if unit.id == "%" and size < 1 else _POWERS


def _power(claim: Claim, others: Sequence[Claim], dossier: Dossier) -> int:
    """Return by which power of ten a number must be moved, as its size or its print and size tell."""
    return power(claim, others) or _moved_point(claim, others, dossier)


def _moved_point(claim: Claim, others: Sequence[Claim], dossier: Dossier) -> int:
    """Return where the point belongs of a number that alone is printed with a decimal more or less."""
    quantity = claim.quantity
    steps = [
        item.quantity.step
        for item in dossier.report_of(claim).claims
        if item.ref != claim.ref and item.seat and claim.seat and item.seat.table == claim.seat.table
        if item.quantity.unit.id == quantity.unit.id
    ]
    if len(steps) < _LEAST_PRINTED or len(set(steps)) > 1 or not _measured(quantity.unit):
        return 0
    moved = steps[0].adjusted() - quantity.step.adjusted()
    fits = abs(moved) == _MOVED_POINT.power and quantity.step.scaleb(moved) == steps[0]
    return moved if fits and _near(abs(quantity.value), others, _MOVED_POINT, moved) else 0


def _measured(unit: Unit) -> bool:
    return bool(unit.id) and not unit.dimension.startswith("money")


def _near(size: Decimal, others: Sequence[Claim], way: _Power, moved: int) -> bool:
    """Return whether others are near each other, and a number near them when it is moved."""
    sizes = [abs(other.quantity.value) for other in others]
    low, high = min(sizes), max(sizes)
    alike = len(sizes) >= way.others and high <= low * way.spread
    return alike and low / way.reach <= size.scaleb(moved) <= high * way.reach


def power(claim: Claim, others: Sequence[Claim]) -> int:
    """Return by which power of ten the number must be moved to be near the others, 0 for none."""
    size, unit = abs(claim.quantity.value), claim.quantity.unit
    if not _measured(unit):
        return 0
    for way in _ways(unit, size):
        for moved in (way.power, -way.power):
            if _near(size, others, way, moved):
                return moved
    return 0
