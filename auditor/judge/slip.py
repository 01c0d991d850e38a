"""What kind of slip a wrong number looks like.

A slip is named only when it leads to the repair: the value without the slip rounds into the interval
that satisfies all relations, and that interval is narrow enough for this not to be chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Context
from decimal import Decimal

from auditor.judge.nearby import digits_of
from auditor.judge.nearby import other_period
from auditor.judge.nearby import same_figure
from auditor.lexicon.words.slips import powers_of_ten
from auditor.lexicon.words.slips import unit_ratios
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.quantity import Bound
from auditor.model.quantity import Quantity
from auditor.model.relation import Slip

_EXACT = Context(prec=40)
#: A repair wider than this share of its middle is reached by chance, and names no slip.
NARROW = Decimal("0.05")
#: A ratio of units that is no power of ten must fit closer than that.
_CLOSE = Decimal("0.01")
#: Copied figures with fewer digits are equal by chance.
_LEAST_DIGITS_STALE = 2
_LEAST_DIGITS_COPIED = 3
#: Powers of ten between the words for thousands, 万, millions and 亿.
_SCALE_WORDS = frozenset({3, 4, 6, 8})
_DECIMALS = re.compile(r"[.．]([0-9０-９]+)")


def slip(claim: Claim, repair: Interval, neighbours: Sequence[Claim] = ()) -> Slip:
    """Return the slip that explains how the printed value came from one in ``repair``.

    Args:
        claim: the suspect.
        repair: what would satisfy its relations, in the unit of the claim.
        neighbours: claims that it may have been mixed up with, see `auditor.judge.nearby`.
    """
    quantity = claim.quantity
    if repair.meets(quantity.interval):
        return Slip.NONE
    if repair.gap(quantity.interval) <= quantity.step and not counted(claim):
        return Slip.ROUNDING
    led = list(leading(claim, repair, neighbours))
    # a slip that leads into the repair explains more than one that leads to its edge
    inside = [kind for kind, value in led if value in repair]
    if led:
        return (inside or [kind for kind, _ in led])[0]
    if not narrow(fineness(claim, neighbours), repair, NARROW):
        return Slip.NONE
    return _copied(claim, repair, neighbours) or _other_unit(quantity, repair)


def counted(claim: Claim) -> bool:
    """Return whether a number counts whole things one by one, so that nothing of it was rounded."""
    quantity = claim.quantity
    each = claim.level and quantity.unit.dimension == "count" and quantity.step == 1
    return each and not quantity.value % 1 and quantity.bound is Bound.EXACT


def leading(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Iterator[tuple[Slip, Decimal]]:
    """Return each slip that leads to the repair, with the value it would come from, in the claim's unit."""
    step = fineness(claim, others)
    for kind, value in candidates(claim, others):
        printed = grain(claim, value, step, others)
        # there is but one other sign, so that a wide repair holds it is no chance of many
        turned = kind is Slip.SIGN and value in repair and repair.bounded
        if turned or (narrow(printed, repair, NARROW) and value in reach(printed, repair)):
            yield kind, value


def grain(claim: Claim, value: Decimal, step: Decimal, others: Sequence[Claim]) -> Decimal:
    """Return the last digit to which a value was printed before the slip.

    Where no row shows it, a number that was printed too large by a scale was printed as much finer, but for
    the zeros that the scale put behind it; one whose point moved forward as much coarser.
    """
    if house_step(claim, others) or not value or not claim.quantity.value:
        return step
    ratio = _EXACT.divide(abs(value), abs(claim.quantity.value))
    shifted = ratio == Decimal(1).scaleb(ratio.adjusted())
    if shifted and reworded(claim, abs(ratio.adjusted())):
        return _EXACT.multiply(step, ratio)
    if ratio >= 1:
        return max(step, min(_EXACT.multiply(step, ratio), Decimal(1))) if shifted else step
    last = Decimal(1).scaleb(int(value.normalize(_EXACT).as_tuple().exponent))
    return max(_EXACT.multiply(step, ratio), last) if shifted else step


def reworded(claim: Claim, away: int) -> bool:
    """Return whether a sentence may tell a number so many places away under another scale word: 亿 for 万."""
    return claim.seat is None and away in _SCALE_WORDS and not claim.quantity.text.rstrip()[-1:].isdigit()


def narrow(step: Decimal, repair: Interval, share: Decimal) -> bool:
    """Return whether the repair is narrower than a share of its middle, one printed step added."""
    middle, width = repair.middle, repair.width
    if middle is None or width is None:
        return False
    return _EXACT.add(width, step) <= _EXACT.multiply(share, abs(middle))


def reach(step: Decimal, repair: Interval) -> Interval:
    """Return the numbers that, printed to ``step``, stand for one in the repair."""
    return repair + Interval.around(Decimal(0), _EXACT.divide(step, Decimal(2)))


def fineness(claim: Claim, others: Sequence[Claim]) -> Decimal:
    """Return the last digit to which the claim should be printed: that of its row, else its own."""
    return house_step(claim, others) or claim.quantity.step


def candidates(claim: Claim, others: Sequence[Claim]) -> Iterator[tuple[Slip, Decimal]]:
    """Return each slip with the value that it would have come from, printed as its row is printed."""
    house, own = house_step(claim, others), claim.quantity.step
    for kind, value in corrections(claim.quantity, others):
        # a rate can be worked out to any digit: that one fits behind the last of it means nothing
        step = house or (own if kind is Slip.DROPPED_DIGIT and _rate(claim) else house)
        if _fits(value, step):
            yield kind, value


def _rate(claim: Claim) -> bool:
    return claim.change is not Change.LEVEL or claim.quantity.unit.id in {"%", "pp"}


def house_step(claim: Claim, others: Sequence[Claim]) -> Decimal:
    """Return the last digit to which a row of a table is printed; zero where no other cell shows it.

    Of a row with but one number in a unit the cells above and below show it where they are printed alike.
    """
    same = [
        other
        for other in others
        if claim.seat
        and other.seat
        and claim.seat.table == other.seat.table
        and claim.quantity.unit == other.quantity.unit
        and claim.change == other.change
    ]
    row = [
        item.quantity.step for item in same if item.seat and claim.seat and item.seat.row == claim.seat.row
    ]
    if row:
        return min(row, key=lambda step: (-row.count(step), step))
    column = [item.quantity.step for item in same]
    return column[0] if len(column) > 1 and len(set(column)) == 1 else Decimal(0)


def _fits(value: Decimal, step: Decimal) -> bool:
    return step <= 0 or _EXACT.remainder(value, step) == 0


def corrections(quantity: Quantity, others: Sequence[Claim]) -> Iterator[tuple[Slip, Decimal]]:
    """Return each slip with the value that it would have come from, in its unit, the plainest slip first."""
    yield Slip.SIGN, quantity.value.copy_negate()
    for ratio in _known_ratios(quantity, others):
        yield Slip.WRONG_UNIT, _EXACT.multiply(quantity.value, ratio)
        yield Slip.WRONG_UNIT, _EXACT.divide(quantity.value, ratio)
    for power in powers_of_ten():
        yield Slip.SCALE, quantity.value.scaleb(power, _EXACT)
        yield Slip.SCALE, quantity.value.scaleb(-power, _EXACT)
    for name, value in _other_digits(quantity):
        if value == abs(quantity.value):
            continue  # a zero in front
        yield name, value.copy_negate() if quantity.value < 0 else value


def _other_unit(quantity: Quantity, repair: Interval) -> Slip:
    values = (
        value
        for ratio in unit_ratios()
        for value in (_EXACT.multiply(quantity.value, ratio), _EXACT.divide(quantity.value, ratio))
    )
    near = reach(quantity.step, repair)
    close = narrow(quantity.step, repair, _CLOSE) and any(value in near for value in values)
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
    digits = f"{steps:.0f}".rjust(decimals(quantity.text) + 1, "0")
    for one, other in _swaps(len(digits)):
        swapped = list(digits)
        swapped[one], swapped[other] = digits[other], digits[one]
        yield Slip.TRANSPOSED_DIGITS, _EXACT.multiply(Decimal("".join(swapped)), step)
    for at in range(len(digits) if len(digits) > 1 else 0):
        yield Slip.DROPPED_DIGIT, _EXACT.multiply(Decimal(digits[:at] + digits[at + 1 :]), step)
    for value, size in _with_one_more(digits, step, decimals(quantity.text)):
        yield Slip.DROPPED_DIGIT, _EXACT.multiply(value, size)


def _swaps(length: int) -> Iterator[tuple[int, int]]:
    """Return the places of digits that are swapped: neighbours first, then those around a third."""
    for distance in (1, 2):
        yield from ((at, at + distance) for at in range(length - distance))


def _with_one_more(digits: str, step: Decimal, decimals: int) -> Iterator[tuple[Decimal, Decimal]]:
    """Return digits with one put back, before the decimal point or (one place finer) behind it.

    What would be one place finer only for a zero at its end was not printed so.
    """
    point = len(digits) - decimals
    for at in range(len(digits) + 1):
        for digit in "0123456789":
            number = Decimal(digits[:at] + digit + digits[at:])
            if at <= point:
                yield number, step
            if at >= point and decimals and number % 10:
                yield number, step.scaleb(-1, _EXACT)


def decimals(text: str) -> int:
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
