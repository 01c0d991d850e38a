"""What kind of slip a wrong number looks like, and which value to print instead.

A slip is named only when it leads to the repair: the value without the slip rounds into the interval
that satisfies all relations, and that interval is narrow enough for this not to be chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from decimal import Context
from decimal import Decimal

from auditor.lexicon.fold import fold_width
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.quantity import Quantity
from auditor.model.relation import Slip

_EXACT = Context(prec=40)
#: A repair wider than this share of its middle is reached by chance, and names no slip.
_NARROW = Decimal("0.05")
#: Powers of ten that are mistaken for each other: a place, percent, 千, 万, 百万, 千万, 亿.
_POWERS = (1, 2, 3, 4, 6, 7, 8)
#: A ratio of units that is no power of ten must fit closer than that.
_CLOSE = Decimal("0.01")
#: Units taken for each other: kWh and MJ, MWh and t of coal equivalent (0.1229, GB/T 2589), GJ and t of coal
#: equivalent, hectare and mu, tonne and short ton, kilogram and pound.
_UNIT_RATIOS = tuple(map(Decimal, ("3.6", "0.1229", "29.3076", "15", "0.9072", "0.4536")))
#: Copied figures with fewer digits are equal by chance.
_LEAST_DIGITS_STALE = 2
_LEAST_DIGITS_COPIED = 3
_DECIMALS = re.compile(r"[.．]([0-9０-９]+)")
_NEARBY_ROWS = 2


def slip(claim: Claim, repair: Interval, neighbours: Sequence[Claim] = ()) -> Slip:
    """Return the slip that explains how the printed value came from one in ``repair``.

    Args:
        claim: the suspect.
        repair: what would satisfy its relations, in the unit of the claim.
        neighbours: claims that it may have been mixed up with, see ``neighbours``.
    """
    quantity = claim.quantity
    if repair.meets(quantity.interval):
        return Slip.NONE
    if repair.gap(quantity.interval) <= quantity.step:
        return Slip.ROUNDING
    if not _narrow(quantity, repair, _NARROW):
        return Slip.NONE
    near = reach(quantity, repair)
    for name, value in corrections(quantity, neighbours):
        if value in near:
            return name
    return _copied(claim, repair, neighbours) or _other_unit(quantity, repair)


def suggest(claim: Claim, repair: Interval) -> str:
    """Return the value to print instead, in the unit of the claim, as a plain decimal.

    A value of another size is the one without the slip, at its own precision, where one is recognised;
    else it is the only printed value that fits, else the one without the slip, else ``low..high`` (an end
    is empty where it is unbounded). The sign is that of the print: a decline printed as -5.0 stays so.
    """
    if _flipped(claim):
        claim, repair = replace(claim, quantity=_negated(claim.quantity)), -repair
    quantity = claim.quantity
    low, high = _printed(repair, quantity)
    value = _without_slip(quantity, repair)
    if value is not None and value in repair and value.adjusted() != quantity.value.adjusted():
        return f"{value:f}"
    if low is not None and low == high:
        return _plain(low, quantity.step)
    if value is not None:
        same_size = value.adjusted() == quantity.value.adjusted()
        return _plain(value, quantity.step if same_size else Decimal(1))
    return "..".join("" if end is None else _plain(end, quantity.step) for end in (low, high))


def _flipped(claim: Claim) -> bool:
    """Return whether a decline is printed with a minus, that is as a growth below zero."""
    minus = fold_width(claim.quantity.text).lstrip("( ").startswith("-")
    return claim.change is Change.YOY_DECLINE and minus and claim.quantity.value > 0


def _negated(quantity: Quantity) -> Quantity:
    return replace(quantity, value=-quantity.value, interval=-quantity.interval)


def _plain(value: Decimal, step: Decimal) -> str:
    """Return a number with as many decimals as the step has, and more only where it needs them."""
    places = (number.normalize(_EXACT).as_tuple().exponent for number in (value, step))
    return f"{value:.{max(0, *(-int(place) for place in places))}f}"


def neighbours(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that a figure may be mixed up with, in reading order.

    The same row and the rows and columns next to it in its table, and the same metric in another
    period anywhere in its report.
    """
    return tuple(
        other
        for other in claims
        if other.ref != claim.ref
        and other.report == claim.report
        and (other_period(claim, other) or _beside(claim, other))
    )


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


def _narrow(quantity: Quantity, repair: Interval, share: Decimal) -> bool:
    """Return whether the repair is narrower than a share of its middle, one printed step added."""
    middle, width = repair.middle, repair.width
    if middle is None or width is None:
        return False
    return _EXACT.add(width, quantity.step) <= _EXACT.multiply(share, abs(middle))


def reach(quantity: Quantity, repair: Interval) -> Interval:
    """Return the numbers that, printed at the precision of the claim, stand for one in the repair."""
    return repair + Interval.around(Decimal(0), _EXACT.divide(quantity.step, Decimal(2)))


def _without_slip(quantity: Quantity, repair: Interval) -> Decimal | None:
    if not _narrow(quantity, repair, _NARROW):
        return None
    near = reach(quantity, repair)
    fitting = [value for _, value in corrections(quantity, ()) if value in near]
    middle = repair.middle
    if middle is None or not fitting:
        return None
    return min(fitting, key=lambda value: (abs(_EXACT.subtract(value, middle)), value))


def corrections(quantity: Quantity, others: Sequence[Claim]) -> Iterator[tuple[Slip, Decimal]]:
    """Return each slip with the value that it would have come from, the plainest slip first."""
    yield Slip.SIGN, quantity.value.copy_negate()
    for ratio in _known_ratios(quantity, others):
        yield Slip.WRONG_UNIT, _EXACT.multiply(quantity.value, ratio)
        yield Slip.WRONG_UNIT, _EXACT.divide(quantity.value, ratio)
    for power in _POWERS:
        yield Slip.SCALE, quantity.value.scaleb(power, _EXACT)
        yield Slip.SCALE, quantity.value.scaleb(-power, _EXACT)
    for name, value in _other_digits(quantity):
        yield name, value.copy_negate() if quantity.value < 0 else value


def _other_unit(quantity: Quantity, repair: Interval) -> Slip:
    values = (
        value
        for ratio in _UNIT_RATIOS
        for value in (_EXACT.multiply(quantity.value, ratio), _EXACT.divide(quantity.value, ratio))
    )
    near = reach(quantity, repair)
    close = _narrow(quantity, repair, _CLOSE) and any(value in near for value in values)
    return Slip.WRONG_UNIT if close else Slip.NONE


def _known_ratios(quantity: Quantity, others: Sequence[Claim]) -> tuple[Decimal, ...]:
    """Return how many times the units printed nearby differ from that of the claim, nearest first."""
    unit = quantity.unit
    factors = (
        other.quantity.unit.factor
        for other in others
        if unit.dimension and other.quantity.unit.dimension == unit.dimension
    )
    return tuple(
        dict.fromkeys(_EXACT.divide(factor, unit.factor) for factor in factors if factor != unit.factor)
    )


def _other_digits(quantity: Quantity) -> Iterator[tuple[Slip, Decimal]]:
    """Return the values whose digits one slip of the hand turns into those of the claim."""
    step = quantity.step
    steps = abs(_EXACT.divide(quantity.value, step)) if step > 0 else Decimal("0.5")
    if steps != steps.to_integral_value():
        return
    digits = f"{steps:.0f}"
    for one, other in _swaps(len(digits)):
        swapped = list(digits)
        swapped[one], swapped[other] = digits[other], digits[one]
        yield Slip.TRANSPOSED_DIGITS, _EXACT.multiply(Decimal("".join(swapped)), step)
    for at in range(len(digits) if len(digits) > 1 else 0):
        yield Slip.DROPPED_DIGIT, _EXACT.multiply(Decimal(digits[:at] + digits[at + 1 :]), step)
    for value, size in _with_one_more(digits, step, _decimals(quantity.text)):
        yield Slip.DROPPED_DIGIT, _EXACT.multiply(value, size)


def _swaps(length: int) -> Iterator[tuple[int, int]]:
    """Return the places of digits that are swapped: neighbours first, then those around a third."""
    for distance in (1, 2):
        yield from ((at, at + distance) for at in range(length - distance))


def _with_one_more(digits: str, step: Decimal, decimals: int) -> Iterator[tuple[Decimal, Decimal]]:
    """Return digits with one put back, before the decimal point or (one place finer) behind it."""
    point = len(digits) - decimals
    for at in range(len(digits) + 1):
        for digit in "0123456789":
            number = Decimal(digits[:at] + digit + digits[at:])
            if at <= point:
                yield number, step
            if at >= point and decimals:
                yield number, step.scaleb(-1, _EXACT)


def _decimals(text: str) -> int:
    """Return how many digits stand behind the decimal point."""
    found = _DECIMALS.search(text)
    return len(found[1]) if found else 0


def _copied(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Slip:
    """Return whether the value is that of another period or of a neighbour, printed here by mistake."""
    same = [other for other in others if same_figure(claim.quantity, other.quantity)]
    digits = digits_of(claim.quantity)
    if claim.quantity.value in repair or not same:
        return Slip.NONE
    if digits >= _LEAST_DIGITS_STALE and any(other_period(claim, other) for other in same):
        return Slip.STALE_PERIOD
    return Slip.COPIED_ROW if digits >= _LEAST_DIGITS_COPIED else Slip.NONE


def digits_of(quantity: Quantity) -> int:
    """Return how many digits are printed, leading zeros left out."""
    if quantity.step <= 0:
        return 0
    return _EXACT.divide(quantity.value, quantity.step).adjusted() + 1


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities print one number, not zero, in one unit."""
    return one.value == other.value and one.value != 0 and one.unit == other.unit


def _printed(repair: Interval, quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and highest number, at the precision of the claim, that rounds into the repair.

    An end that lies half way between two of them belongs to the inner one.
    """
    if quantity.step <= 0:
        return repair.low, repair.high
    low = _on_grid(repair.low, quantity.step, Decimal("0.5"), ROUND_FLOOR)
    high = _on_grid(repair.high, quantity.step, Decimal("-0.5"), ROUND_CEILING)
    return low, low if low is not None and high is not None and high < low else high


def _on_grid(end: Decimal | None, step: Decimal, shift: Decimal, rounding: str) -> Decimal | None:
    if end is None:
        return None
    steps = _EXACT.add(_EXACT.divide(end, step), shift).to_integral_value(rounding=rounding)
    return abs(_EXACT.multiply(steps, step)) if steps == 0 else _EXACT.multiply(steps, step)
