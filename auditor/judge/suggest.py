"""Which value to print instead of a wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from decimal import ROUND_HALF_UP
from decimal import Context
from decimal import Decimal

from auditor.judge.likelihood import central
from auditor.judge.likelihood import chance_of_slip
from auditor.judge.slip import fineness
from auditor.judge.slip import leading
from auditor.judge.slip import reach
from auditor.model.claim import Claim
from auditor.model.interval import Interval

_EXACT = Context(prec=40)
_HALF = Decimal("0.5")
#: A repair of so many steps is as wide as the rounding of a few other numbers. Where a step is small,
#: those numbers are exact more often than not, and the middle is what they say.
_ROUNDING = 5
_SMALL = Decimal("0.0001")
#: A rounded repair further off than this share is too coarse to say anything.
_COARSE = Decimal("0.1")
#: A number so many times too large was printed as finely as what it was taken from.
_FAR = 100


def suggest(claim: Claim, repair: Interval, others: Sequence[Claim] = ()) -> str:
    """Return the value to print instead, in the unit of the claim, as a plain decimal.

    It is the value without the slip where one slip explains all; else what the repair comes to at the
    precision of the row, where that is one number but for rounding; else ``low..high`` (an end is empty
    where it is unbounded).

    Args:
        claim: the suspect.
        repair: what would satisfy its relations, in the unit of the claim.
        others: claims that it may have been mixed up with, see `auditor.judge.slip.neighbours`.
    """
    value = _without_slip(claim, repair, others)
    step = _step(claim, repair, others)
    if value is not None:
        return _plain(value, step if value.adjusted() == claim.quantity.value.adjusted() else Decimal(1))
    low, high = _printed(repair, step)
    if low is None or high is None or step <= 0 or not _one_number(high - low, low, step):
        return "..".join("" if end is None else _plain(end, step) for end in (low, high))
    middle = repair.middle if repair.middle is not None else low
    nearest = _rounded(middle, step)
    if abs(nearest - middle) > _COARSE * abs(middle):
        step = min(step, Decimal(1).scaleb((repair.width or step).adjusted()))
        nearest = _rounded(middle, step)
    return _plain(nearest, step)


def _step(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return the last digit to print: of a number far too large, such as another row's, that says nothing."""
    step, width = fineness(claim, others), repair.width
    far = repair.middle and abs(claim.quantity.value) > _FAR * abs(repair.middle)
    return Decimal(1).scaleb(width.adjusted()) if far and width and width < step else step


def _one_number(width: Decimal, low: Decimal, step: Decimal) -> bool:
    """Return whether a repair is one number but for the rounding of others."""
    most = _ROUNDING if step < _SMALL * abs(low) else 0
    return width <= most * step


def _without_slip(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal | None:
    """Return the value from which the slips that lead to the repair come, None where they come from several.

    What lies in the repair goes before what rounds to its edge, where the repair holds a number to print.
    """
    found: dict[Decimal, Decimal] = {}
    near, step = reach(fineness(claim, others), repair), fineness(claim, others)
    for kind, value in dict.fromkeys(leading(claim, repair, others)):
        chance = chance_of_slip(claim, kind, value) * central(value, near, step)
        found[value] = found.get(value, Decimal(0)) + chance
    inside = {value: chance for value, chance in found.items() if value in repair}
    if not inside and _holds_a_number(repair, fineness(claim, others)):
        return None
    likely = inside or found
    best = max(likely, key=lambda value: likely[value], default=None)
    return best if best is not None and 2 * likely[best] > sum(likely.values()) else None


def _holds_a_number(repair: Interval, step: Decimal) -> bool:
    """Return whether a number of whole steps lies in the repair, and not only rounds to it."""
    if step <= 0 or repair.low is None or repair.high is None:
        return False
    lowest = _EXACT.multiply(_EXACT.divide(repair.low, step).to_integral_value(rounding=ROUND_CEILING), step)
    return lowest in repair or lowest + step in repair


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    if step <= 0:
        return value
    return _EXACT.multiply(_EXACT.divide(value, step).to_integral_value(ROUND_HALF_UP), step)


def _plain(number: Decimal, step: Decimal) -> str:
    """Return a number with as many decimals as the step has, and more only where it needs them."""
    places = (item.normalize(_EXACT).as_tuple().exponent for item in (number, step))
    return f"{number:.{max(0, *(-int(place) for place in places))}f}"


def _printed(repair: Interval, step: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and highest number of whole steps that rounds into the repair.

    An end that lies half way between two of them belongs to the inner one.
    """
    if step <= 0:
        return repair.low, repair.high
    low = _on_grid(repair.low, step, _HALF, ROUND_FLOOR)
    high = _on_grid(repair.high, step, -_HALF, ROUND_CEILING)
    return low, low if low is not None and high is not None and high < low else high


def _on_grid(end: Decimal | None, step: Decimal, shift: Decimal, rounding: str) -> Decimal | None:
    if end is None:
        return None
    steps = _EXACT.add(_EXACT.divide(end, step), shift).to_integral_value(rounding=rounding)
    return abs(_EXACT.multiply(steps, step)) if steps == 0 else _EXACT.multiply(steps, step)
