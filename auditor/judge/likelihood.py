"""How likely it is that a figure is the wrong one, judged by itself: its digits, its neighbours, its series.

Of several figures that would each mend a failure, the one that is wrong often shows how it came about:
one slip of the hand turns the right value into the printed one, or the figure leaves its series and its
repair does not. Each sign is weighed by how seldom chance would give it (a likelihood ratio); the weights
are multiplied. They are rough, and only compared with each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from decimal import Context
from decimal import Decimal

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
#: How often a wrong figure is wrong in a way that leaves no sign: typed figures seldom, results often.
_NO_SIGN_TYPED = Decimal("0.15")
_NO_SIGN_WORKED_OUT = Decimal("0.5")
#: The share of each kind of slip among the others, and the most that one sign may weigh.
_EACH_KIND = Decimal("0.15")
_STRONGEST = Decimal(20)
#: A swap of digits changes a number by a multiple of nine, as one gap in eight or ten would ask for.
_STRONGEST_SWAP = Decimal(10)
#: A gap of one digit just above the first one of a number is met by chance as often.
_STRONGEST_FRONT = Decimal(3)
#: A gap of one digit d is met by chance by all digits that have room for it: ten less d of ten.
_DIGITS = 10
_STRONGEST_DIGIT = {1: Decimal(1), 2: Decimal("1.5"), 3: Decimal("1.5")}
_STRONGEST_DIGIT_LONG = Decimal(4)
#: Figures of three digits are equal to a neighbour by chance seldom, of two digits now and then.
_COPIED = {2: Decimal(4), 3: Decimal(15)}
_COPIED_LONG = Decimal(20)
#: A jump by half between two periods is nothing unusual; one to the tenfold is.
_USUAL_JUMP = Decimal("0.7")
_STRONGEST_SERIES = Decimal(8)
_LONGEST_JUMP = Decimal(9)
_ACROSS_ZERO = Decimal(2)


def likelihood(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return how much more likely the figure is wrong, and was ``repair``, than its bare place says.

    1 is no evidence either way. Ratios of two such numbers are odds.

    Args:
        claim: the suspect.
        repair: what would satisfy its relations, in the unit of the claim.
        others: claims that it may have been mixed up with.
    """
    return _RATIO.multiply(_of_slips(claim, repair, others), _of_series(claim, repair, others))


def _of_slips(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return what the digits say: how a slip would have led from the repair to what is printed."""
    worked_out = claim.change is not Change.LEVEL or _rate_in_prose(claim)
    unsigned = _NO_SIGN_WORKED_OUT if worked_out else _NO_SIGN_TYPED
    signs = _by_kind(claim, repair, others)
    return sum((_RATIO.multiply(_EACH_KIND, sign) for sign in signs), unsigned)


def _rate_in_prose(claim: Claim) -> bool:
    return claim.source is not Source.TABLE and claim.quantity.unit.id in {"%", "pp"}


def _by_kind(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Iterable[Decimal]:
    """Yield the weight of each kind of slip that leads to the repair."""
    step = fineness(claim, others)
    near = reach(step, repair)
    if not near.middle or near.width is None:
        return
    values: dict[Slip, set[Decimal]] = {}
    for kind, value in candidates(claim, others):
        values.setdefault(kind, set()).add(value)
    for kind, tried in values.items():
        hits = [value for value in tried if value in reach(grain(claim, value, step, others), repair)]
        if hits:
            most = _most(kind, claim, hits)
            chance = _chance(reach(min(grain(claim, value, step, others) for value in hits), repair))
            yield max(Decimal(1), min(_RATIO.divide(Decimal(1), chance * len(tried)), most))
    off = _one_digit_off(claim, near)
    if off:
        most = _STRONGEST_DIGIT.get(digits_of(claim.quantity), _STRONGEST_DIGIT_LONG)
        yield min(_RATIO.divide(Decimal(_DIGITS), Decimal(_DIGITS - off)), most)
    yield _copied(claim, repair, others)


def _chance(near: Interval) -> Decimal:
    """Return the chance that a number of about this size, taken blindly, falls into an interval."""
    middle, width = near.middle, near.width
    return _RATIO.divide(width, abs(2 * middle)) if middle and width else Decimal(1)


def _most(kind: Slip, claim: Claim, hits: Sequence[Decimal]) -> Decimal:
    """Return the most that a kind of slip may weigh."""
    if kind is Slip.TRANSPOSED_DIGITS:
        return _STRONGEST_SWAP
    if kind is Slip.DROPPED_DIGIT and all(_in_front(claim, value) for value in hits):
        return _STRONGEST_FRONT
    return _STRONGEST


def _in_front(claim: Claim, value: Decimal) -> bool:
    """Return whether the printed digits are all there, with another one before them."""
    place = claim.quantity.value.adjusted() + 1
    return _RATIO.remainder(abs(value - claim.quantity.value), Decimal(1).scaleb(place)) == 0


def _one_digit_off(claim: Claim, near: Interval) -> int:
    """Return by how much another digit in one place leads to the repair, 0 where none does."""
    quantity = claim.quantity
    if quantity.step <= 0:
        return 0
    steps = int(abs(quantity.value) / quantity.step)
    digits = [int(digit) for digit in str(steps)]
    sign = -1 if quantity.value < 0 else 1
    for place, digit in enumerate(reversed(digits)):
        changes = (other - digit for other in range(10) if other != digit)
        for change in sorted(changes, key=abs):
            if sign * (steps + change * 10**place) * quantity.step in near:
                return abs(change)
    return 0


def _copied(claim: Claim, repair: Interval, others: Sequence[Claim]) -> Decimal:
    """Return the weight of being equal to a figure nearby that one may have copied."""
    if claim.quantity.value in repair:
        return Decimal(0)
    digits = digits_of(claim.quantity)
    if digits < 2 or not any(same_figure(claim.quantity, other.quantity) for other in others):
        return Decimal(0)
    return _COPIED.get(digits, _COPIED_LONG)


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
