"""How likely it is that a figure is the wrong one, judged by itself: its digits, its neighbours, its series.

Of several figures that would each mend a failure, the wrong one often shows how it came about: one slip of
the hand turns its right value into the printed one, or the figure leaves its series and its repair does not.
What is weighed is the chance that a figure which should have been in the repair is printed as it is: the
chances of all slips that lead there are added, and that of a number that is wrong in no way that its digits
tell. They are rough, and only compared with each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Context
from decimal import Decimal

from auditor.judge.hand import chance_of
from auditor.judge.hand import changed
from auditor.judge.slip import candidates
from auditor.judge.slip import digits_of
from auditor.judge.slip import fineness
from auditor.judge.slip import grain
from auditor.judge.slip import other_period
from auditor.judge.slip import reach
from auditor.judge.slip import same_figure
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Slip

_RATIO = Context(prec=12)
_EXACT = Context(prec=40)
_ONE = Decimal(1)
#: The share of slips of sign, place and unit among all wrong numbers, each in one of a few ways.
_SIGN, _UNIT, _TENFOLD, _SCALE = map(Decimal, ("0.04", "0.04", "0.03", "0.01"))
#: A number that would be printed finer than it is was seldom the right one.
_FINER = Decimal("0.3")
#: How often a wrong figure is wrong in a way that leaves no sign: typed figures seldom, results often.
_NO_SIGN_TYPED = Decimal("0.04")
_NO_SIGN_WORKED_OUT = Decimal("0.25")
#: A rate that was worked out wrongly is some points off.
_POINTS = Decimal(5)
#: Nobody prints a figure below nought for one above it, save for a lost or added minus.
_ACROSS = Decimal("0.1")
#: How often figures of so many digits are rightly equal to one nearby, and the share of copies.
_RIGHTLY_EQUAL = {2: Decimal("0.05"), 3: Decimal("0.01"), 4: Decimal("0.004"), 5: Decimal("0.001")}
_RIGHTLY_EQUAL_LONG = Decimal("0.0003")
_COPIED, _MOST_COPIED, _FINEST = Decimal("0.0167"), Decimal("0.3"), Decimal("0.0001")
#: Roundings seldom all go one way: the edge of a repair is met less than its middle.
_MIDDLE, _EDGE = Decimal(3), Decimal("0.1")
#: A number printed finer or coarser than all around it, or a count with decimals, was not typed as usual.
_ODD_PRINT, _LEAST_PEERS = Decimal(4), 2
#: A jump by half between two periods is nothing unusual; one to the tenfold is.
_USUAL_JUMP = Decimal("0.7")
_STRONGEST_SERIES = Decimal(8)
_LONGEST_JUMP = Decimal(9)
_ACROSS_ZERO = Decimal(2)


def likelihood(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return how likely the figure is printed as it is when it should have been in ``repair``.

    Args:
        claim: the suspect.
        repair: what would satisfy its relations, in the unit of the claim.
        others: claims that it may have been mixed up with.
    """
    chance = _of_slips(claim, repair, others) + _without_sign(claim, repair, others)
    return _RATIO.multiply(chance, _of_series(claim, repair, others) * _of_print(claim, others))


def sign(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return how much more likely the figure is printed as it is for a named slip than for no reason.

    A changed digit has none: any number may have one.
    """
    known = _of_slips(claim, repair, others, unnamed=False)
    slips = _RATIO.multiply(known, _of_series(claim, repair, others))
    return _RATIO.divide(slips, _without_sign(claim, repair, others))


def _of_slips(claim: Claim, repair: Interval, others: Sequence[Claim], *, unnamed: bool = True) -> Decimal:
    """Return what the digits say: the chance of the slips that lead from the repair to what is printed."""
    found: dict[tuple[Slip, Decimal], Decimal] = {}
    step = fineness(claim, others)
    for kind, value in _origins(claim, others):
        if (kind, value) not in found and (unnamed or kind):
            near = reach(grain(claim, value, step, others), repair)
            if value in near:
                found[kind, value] = chance_of_slip(claim, kind, value) * _central(value, near)
    return sum(found.values(), _copied(claim, repair, others))


def _central(value: Decimal, near: Interval) -> Decimal:
    """Return how much more often a value is met than one that lies anywhere in the repair."""
    if near.middle is None or not near.width:
        return _ONE
    away = _RATIO.divide(abs(value - near.middle) * 2, near.width)
    return max(_MIDDLE * (1 - away) * (1 - away), _EDGE)


def _origins(claim: Claim, others: Sequence[Claim]) -> Iterator[tuple[Slip, Decimal]]:
    """Yield each value that one slip turns into the printed one; a changed digit is a slip without a name."""
    yield from candidates(claim, others)
    step = claim.quantity.step
    if step > 0:
        for digits in changed(_digits(claim.quantity.value, step)):
            value = Decimal(digits) * step
            yield Slip.NONE, value.copy_negate() if claim.quantity.value < 0 else value


def chance_of_slip(claim: Claim, kind: Slip, value: Decimal) -> Decimal:
    """Return the chance that ``value`` is printed as the claim by a kind of slip."""
    if kind is Slip.SIGN:
        return _SIGN
    if kind is Slip.WRONG_UNIT:
        return _UNIT
    printed, step = claim.quantity.value, claim.quantity.step
    if kind is Slip.SCALE:
        chance = _TENFOLD if abs(value.adjusted() - printed.adjusted()) == 1 else _SCALE
        return chance if _EXACT.remainder(value, step) == 0 else chance * _FINER
    fine = step if _EXACT.remainder(value, step) == 0 else step.scaleb(-1)
    return chance_of(_digits(printed, step), _digits(value, fine))


def _digits(value: Decimal, step: Decimal) -> str:
    return f"{abs(value) / step:.0f}"


def _without_sign(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return the chance of a number that is wrong in no way that its digits tell."""
    near = reach(fineness(claim, others), repair)
    middle, width = near.middle, near.width
    worked_out = claim.change is not Change.LEVEL or _rate_in_prose(claim)
    share = _NO_SIGN_WORKED_OUT if worked_out else _NO_SIGN_TYPED
    if middle is None or width is None:
        return share
    size = abs(middle) + (_POINTS if worked_out else 0)
    part = min(_RATIO.divide(width, size), _ONE) if size else _ONE
    away = _RATIO.divide(near.gap(claim.quantity.interval) or Decimal(0), size) if size else _ONE
    across = _ACROSS if middle * claim.quantity.value < 0 else _ONE
    return share * part * across / (1 + (away * away if worked_out else away))


def _of_print(claim: Claim, others: Sequence[Claim]) -> Decimal:
    """Return how odd the print of a number is: its decimals are not those of any number around it."""
    quantity = claim.quantity
    if quantity.unit.dimension == "count" and quantity.step < 1 and quantity.value % 1 == 0:
        return _ODD_PRINT
    peers = [other.quantity.step for other in others if other.quantity.unit == quantity.unit and claim.seat]
    odd = len(peers) >= _LEAST_PEERS and quantity.step not in peers
    return _ODD_PRINT if odd else _ONE


def _rate_in_prose(claim: Claim) -> bool:
    return claim.source is not Source.TABLE and claim.quantity.unit.id in {"%", "pp"}


def _copied(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return the chance of being equal to a figure nearby that one may have copied."""
    near = reach(fineness(claim, others), repair)
    digits = digits_of(claim.quantity)
    if claim.quantity.value in repair or digits < 2 or not near.middle or near.width is None:
        return Decimal(0)
    if not any(_same_number(claim, other) for other in others):
        return Decimal(0)
    rightly = _RIGHTLY_EQUAL.get(digits, _RIGHTLY_EQUAL_LONG)
    share = min(max(_RATIO.divide(near.width, abs(near.middle)), _FINEST), _ONE)
    return min(_RATIO.divide(_COPIED * share, rightly), _MOST_COPIED)


def _same_number(claim: Claim, other: Claim) -> bool:
    """Return whether a figure nearby is the same; from another row of a table it takes its unit along."""
    if same_figure(claim.quantity, other.quantity):
        return True
    return bool(claim.seat and other.seat) and claim.quantity.value == other.quantity.value != 0


def _of_series(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return how much better the repaired level fits its other periods than the printed one."""
    if not claim.level or repair.middle is None:
        return Decimal(1)
    series = [
        other.quantity.value
        for other in others
        if other_period(claim, other)
        and claim.quantity.unit == other.quantity.unit
        # a copied figure fits the series that it was copied from
        and claim.quantity.value != other.quantity.value
    ]
    if not series:
        return Decimal(1)
    ratio = _RATIO.divide(_density(repair.middle, series), _density(claim.quantity.value, series))
    return max(min(ratio, _STRONGEST_SERIES), 1 / _STRONGEST_SERIES)


def _density(value: Decimal, series: Sequence[Decimal]) -> Decimal:
    """Return how usual a value is in a series: 1 where it repeats one of it, less with the factor between."""
    jumps = [_jump(value, other) for other in series if other != 0]
    away = _RATIO.divide(min(jumps, default=_LONGEST_JUMP), _USUAL_JUMP)
    return _RATIO.divide(Decimal(1), 1 + away * away)


def _jump(value: Decimal, other: Decimal) -> Decimal:
    """Return the factor between two levels less 1; from gain to loss it is longer, and no more than ten."""
    if value == 0:
        return _LONGEST_JUMP
    ratio = abs(_RATIO.divide(value, other))
    across = _ACROSS_ZERO if value * other < 0 else Decimal(0)
    return min(max(ratio, 1 / ratio) - 1 + across, _LONGEST_JUMP)
