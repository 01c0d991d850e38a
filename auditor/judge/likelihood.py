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
from decimal import ROUND_CEILING
from decimal import Context
from decimal import Decimal

from auditor.judge.copying import copied
from auditor.judge.hand import chance_of
from auditor.judge.hand import changed
from auditor.judge.nearby import other_period
from auditor.judge.possible import possible
from auditor.judge.slip import candidates
from auditor.judge.slip import counted
from auditor.judge.slip import decimals
from auditor.judge.slip import fineness
from auditor.judge.slip import grain
from auditor.judge.slip import reach
from auditor.judge.slip import reworded
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
#: Powers of ten between per cent and a fraction.
_FRACTION = 2
#: How often a wrong figure is wrong in a way that leaves no sign: typed figures seldom, results often.
_NO_SIGN_TYPED = Decimal("0.04")
_NO_SIGN_WORKED_OUT = Decimal("0.25")
#: A rate that was worked out wrongly is some points off.
_POINTS = Decimal(5)
#: Nobody prints a figure below nought for one above it, save for a lost or added minus.
_ACROSS = Decimal("0.1")
#: There is no half employee: a repair between two whole numbers is none, unless inputs were rounded oddly.
_NO_WHOLE = Decimal("0.05")
#: Roundings seldom all go one way: the edge of a repair is met less than its middle.
_MIDDLE, _EDGE = Decimal(3), Decimal("0.1")
#: A number printed finer or coarser than all around it, or a count with decimals, was not typed as usual.
_ODD_PRINT, _LEAST_PEERS = Decimal(4), 2
_ODD_MONEY, _CENT, _MUCH = Decimal(20), Decimal("0.01"), Decimal(1000)
#: How often a growth is divided by the new number; small rates are nearly the same.
_NEW_BASE, _LEAST_RATE, _HUNDRED = Decimal("0.05"), Decimal(2), Decimal(100)
_RATES = frozenset({Change.YOY_GROWTH, Change.YOY_DECLINE})
#: What is told and not worked out: levels, and those that a change leads from and to.
_LEVELS = frozenset({Change.LEVEL, Change.FROM, Change.TO})
#: A number so many times smaller or larger than all above and below it is out of its column.
_OUT_OF_COLUMN, _LEAST_COLUMN = Decimal(100), 2
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
    chance *= _of_whole(claim, repair) * possible(claim, repair)
    return _RATIO.multiply(chance, _of_series(claim, repair, others) * _of_print(claim, others))


def sign(claim: Claim, repair: Interval, others: Sequence[Claim], *, unnamed: bool = False) -> Decimal:
    """Return how much more likely the figure is printed as it is for a named slip than for no reason.

    A changed digit has no name: any short number may have one. With ``unnamed`` it counts too.
    """
    known = _of_slips(claim, repair, others, unnamed=unnamed)
    slips = _RATIO.multiply(known, _of_series(claim, repair, others))
    return _RATIO.divide(slips, _without_sign(claim, repair, others))


def _of_slips(claim: Claim, repair: Interval, others: Sequence[Claim], *, unnamed: bool = True) -> Decimal:
    """Return what the digits say: the chance of the slips that lead from the repair to what is printed."""
    found: dict[tuple[Slip, Decimal], Decimal] = {}
    step = fineness(claim, others)
    for kind, value in _origins(claim, others):
        if (kind, value) not in found and (unnamed or kind):
            printed = grain(claim, value, step, others)
            near = reach(printed, repair)
            if value in near and not (kind is Slip.SCALE and near.may_be_zero):
                found[kind, value] = chance_of_slip(claim, kind, value, step) * central(value, near, printed)
    return sum(found.values(), copied(claim, repair, others) + _on_new_base(claim, repair))


def _on_new_base(claim: Claim, repair: Interval) -> Decimal:
    """Return the chance that a growth was divided by the new number, where that gives the printed rate."""
    if claim.change not in _RATES or claim.quantity.unit.id != "%":
        return Decimal(0)
    turned = -1 if claim.change is Change.YOY_DECLINE and claim.quantity.value > 0 else 1
    rate = claim.quantity.value * turned
    if rate >= _HUNDRED or abs(rate) < _LEAST_RATE:
        return Decimal(0)
    right = _RATIO.divide(rate * _HUNDRED, _HUNDRED - rate) * turned
    return _NEW_BASE if right in reach(claim.quantity.step, repair) else Decimal(0)


def central(value: Decimal, near: Interval, step: Decimal) -> Decimal:
    """Return how much more often a value is met than one that lies anywhere in the repair.

    Where the repair is finer than what is printed, it is printed as one number.
    """
    if not near.bounded:
        return _among(near, step)
    if near.middle is None or not near.width:
        return _ONE
    if step > 0 and near.width <= 2 * step:
        return _ONE if abs(value - near.middle) * 2 <= step else _EDGE
    away = _RATIO.divide(abs(value - near.middle) * 2, near.width)
    return max(_MIDDLE * (1 - away) * (1 - away), _EDGE)


def _among(near: Interval, step: Decimal) -> Decimal:
    """Return the chance of one number among those that a bound leaves, from zero or up to ten times it."""
    bound = near.high if near.low is None else near.low * 9
    return _ONE / max(bound / step, _ONE) if bound is not None and step > 0 else _ONE


def _origins(claim: Claim, others: Sequence[Claim]) -> Iterator[tuple[Slip, Decimal]]:
    """Yield each value that one slip turns into the printed one; a changed digit is a slip without a name."""
    yield from candidates(claim, others)
    step = claim.quantity.step
    if step > 0:
        for digits in changed(_digits(claim.quantity.value, step)):
            value = Decimal(digits) * step
            yield Slip.NONE, value.copy_negate() if claim.quantity.value < 0 else value


def chance_of_slip(claim: Claim, kind: Slip, value: Decimal, house: Decimal = Decimal(0)) -> Decimal:
    """Return the chance that ``value`` is printed as the claim by a kind of slip.

    ``house`` is the last digit to which numbers around it are printed, zero where none shows it.
    """
    if kind is Slip.SIGN:
        return _SIGN
    if kind is Slip.WRONG_UNIT:
        return _UNIT
    printed, step = claim.quantity.value, claim.quantity.step
    if kind is Slip.SCALE:
        return _of_place(claim, value, house)
    fine = step if _EXACT.remainder(value, step) == 0 else step.scaleb(-1)
    return chance_of(_digits(printed, step), _digits(value, fine))


def _of_place(claim: Claim, value: Decimal, house: Decimal) -> Decimal:
    """Return the chance that a number lost its place: by one digit rather than by several.

    Rates are told in per cent or as a fraction, and in no other scale.
    """
    away = abs(value.adjusted() - claim.quantity.value.adjusted())
    chance = _TENFOLD if away == 1 else _SCALE
    if away > _FRACTION and claim.quantity.unit.id in {"%", "pp"}:
        chance *= _FINER
    steps = (claim.quantity.step, house or claim.quantity.step)
    fits = any(_EXACT.remainder(value, step) == 0 for step in steps)
    as_printed = house in {Decimal(0), claim.quantity.step}
    usual = fits and not (as_printed and _padded(claim, value))
    return chance if usual or _rewritten(claim, away) else chance * _FINER


def _rewritten(claim: Claim, away: int) -> bool:
    """Return whether a sentence tells the same digits but for their point, or under another scale word."""
    return reworded(claim, away) or (claim.seat is None and not decimals(claim.quantity.text))


def _padded(claim: Claim, value: Decimal) -> bool:
    """Return whether a zero would have been put behind decimals, which a point that moves does not do."""
    larger = abs(value) < abs(claim.quantity.value) and decimals(claim.quantity.text) > 0
    return larger and bool(_EXACT.remainder(value, claim.quantity.step * 10))


def _digits(value: Decimal, step: Decimal) -> str:
    """Return the digits of a number, with the zero in front of the point."""
    return f"{abs(value) / step:.0f}".rjust(max(-step.adjusted(), 0) + 1, "0")


def _without_sign(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return the chance of a number that is wrong in no way that its digits tell."""
    near = reach(fineness(claim, others), repair)
    middle, width = near.middle, near.width
    worked_out = _worked_out(claim)
    share = _NO_SIGN_WORKED_OUT if worked_out else _NO_SIGN_TYPED
    if middle is None or width is None:
        return share
    size = (abs(middle) or abs(claim.quantity.value)) + (_POINTS if worked_out else 0)
    part = min(_RATIO.divide(width, size), _ONE) if size else _ONE
    away = _RATIO.divide(near.gap(claim.quantity.interval) or Decimal(0), size) if size else _ONE
    across = _ACROSS if middle * claim.quantity.value < 0 else _ONE
    odd = _of_order(claim, middle) if worked_out else _ONE
    return share * part * across * odd / (1 + (away * away if worked_out else away))


def _of_order(claim: Claim, middle: Decimal) -> Decimal:
    """Return how seldom a rate is worked out so wrongly that it is of another order: 120 % for millions."""
    told, right = (abs(value) + _HUNDRED for value in (claim.quantity.value, middle))
    times = max(_RATIO.divide(told, right), _RATIO.divide(right, told))
    return min(_RATIO.divide(_LONGEST_JUMP, times), _ONE)


def _of_print(claim: Claim, others: Sequence[Claim]) -> Decimal:
    """Return how odd a number is printed: not as those around it, or as an amount to less than a cent."""
    quantity = claim.quantity
    if quantity.unit.dimension.startswith("money:") and quantity.step < _CENT and abs(quantity.value) > _MUCH:
        return _ODD_MONEY
    if quantity.unit.dimension == "count" and quantity.step < 1 and quantity.value % 1 == 0:
        return _ODD_PRINT
    peers = [other.quantity.step for other in others if other.quantity.unit == quantity.unit and claim.seat]
    odd = len(peers) >= _LEAST_PEERS and quantity.step not in peers
    return _ODD_PRINT if odd else _ONE


def _worked_out(claim: Claim) -> bool:
    """Return whether a number is the result of arithmetic: a change, or a rate of a sentence."""
    rate = claim.quantity.unit.id in {"%", "pp"}
    told = claim.change in _LEVELS or (claim.change is Change.TARGET and not rate)
    return not told or (rate and claim.source is not Source.TABLE)


def _of_whole(claim: Claim, repair: Interval) -> Decimal:
    """Return how seldom a count of things should have been a number between two whole ones."""
    if not counted(claim) or repair.low is None or repair.high is None:
        return _ONE
    first = repair.low.to_integral_value(ROUND_CEILING)
    return _ONE if first in repair or first + 1 in repair else _NO_WHOLE


def _of_series(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return how much better the repaired number fits its periods, or its column, than the printed one."""
    if repair.middle is None:
        return Decimal(1)
    # a copied figure fits the series that it was copied from
    series = [
        other.quantity.value
        for other in others
        if claim.level and other_period(claim, other) and claim.quantity.unit == other.quantity.unit
        if claim.quantity.value != other.quantity.value
    ]
    if not series:
        return _of_column(claim, repair.middle, others)
    ratio = _RATIO.divide(_density(repair.middle, series), _density(claim.quantity.value, series))
    return max(min(ratio, _STRONGEST_SERIES), 1 / _STRONGEST_SERIES)


def _of_column(claim: Claim, middle: Decimal, others: Sequence[Claim]) -> Decimal:
    """Return whether the printed or the repaired number alone is of another order or sign than its column."""
    column = [
        other.quantity.value
        for other in others
        if claim.seat and other.seat and claim.seat.table == other.seat.table
        if claim.seat.column == other.seat.column and claim.quantity.unit == other.quantity.unit
        if other.quantity.value
    ]
    if len(column) < _LEAST_COLUMN:
        return Decimal(1)
    sizes = [abs(value) for value in column]
    low, high = min(sizes) / _OUT_OF_COLUMN, max(sizes) * _OUT_OF_COLUMN
    above = len(column) > _LEAST_COLUMN and min(column) > 0
    printed, repaired = (
        low <= abs(value) <= high and not (above and value < 0) for value in (claim.quantity.value, middle)
    )
    return Decimal(1) if printed == repaired else _STRONGEST_SERIES if repaired else 1 / _STRONGEST_SERIES


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
