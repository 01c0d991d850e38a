"""What the numbers themselves say of a change: a factor switch, a slip of unit, sign, digits or row."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from auditor.lexicon.measures.factors import GridFactor
from auditor.lexicon.roles import roles
from auditor.lexicon.tongue import say
from auditor.lexicon.words.slips import powers_of_ten
from auditor.lexicon.words.slips import unit_ratios
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.reconcile.tellings import dimension
from auditor.reconcile.tellings import exact
from auditor.reconcile.tellings import value

#: A ratio that is known less closely than this share of itself is met by chance.
_CLOSE = Decimal("0.001")
_LEAST_DIGITS = 3
#: Exactly ten or a thousand times as much is no chance even of two digits.
_LEAST_SCALED = 2
_CERTAIN_DIGITS = 4
#: So far apart stand two digits that a hand swaps.
_SWAPPED = 2


@dataclass(frozen=True, slots=True)
class Signal:
    """A cause that the arithmetic gives away, and the words for it."""

    cause: str
    words: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands around a restated fact: the rest of its older column, the electricity of its period."""

    old: Claim
    new: Claim
    neighbours: Sequence[Claim] = ()
    power_old: Claim | None = None
    power_new: Claim | None = None
    factors: Sequence[GridFactor] = ()


def signals(scene: Scene) -> Iterator[Signal]:
    """Yield what the numbers say of a change; a slip of the pen speaks before a switch of factors."""
    slips = tuple(_slips(scene))
    yield from slips or _switches(scene)


def _slips(scene: Scene) -> Iterator[Signal]:
    old, new = scene.old, scene.new
    if not (exact(old) and exact(new)) or not value(old) or not value(new):
        return
    if value(old) == -value(new):
        yield Signal("error", say("两次列示的数字只差正负号"))
    elif _ratio_slip(old, new):
        yield Signal("unit", _ratio_slip(old, new))
    elif _transposed(old, new):
        yield Signal("error", say("形似数字前后颠倒"))
    else:
        yield from _shifted(scene)


def _ratio_slip(old: Claim, new: Claim) -> str:
    """Return the words for two numbers of the same digits whose size differs by units or a power of ten."""
    ratio = _ratio(old, new)
    if min(old.quantity.digits, new.quantity.digits) < _LEAST_SCALED:
        return ""
    for power in powers_of_ten():
        if value(new) == value(old).scaleb(power) or value(new) == value(old).scaleb(-power):
            return say("两次列示恰相差 {times} 倍，形似单位或数量级之差", times=f"{10**power:,}")
    for known in unit_ratios():
        if _close(ratio) and (known in ratio or 1 / known in ratio):
            return say("两次列示之比与单位换算系数 {known} 相符", known=known)
    return ""


def _ratio(old: Claim, new: Claim) -> Interval:
    """Return new / old; unbounded where the older number may be zero."""
    if old.quantity.base.may_be_zero:
        return Interval(None, None)
    return new.quantity.base / old.quantity.base


def _close(ratio: Interval) -> bool:
    middle, width = ratio.middle, ratio.width
    return middle is not None and width is not None and width <= _CLOSE * abs(middle)


def _transposed(old: Claim, new: Claim) -> bool:
    """Return whether one number is the other with two digits swapped, side by side or around a third."""
    step = max(claim.quantity.step * claim.quantity.unit.factor for claim in (old, new))
    if step <= 0 or any(value(claim) % step for claim in (old, new)):
        return False
    one, other = (str(int(abs(value(claim) / step))) for claim in (old, new))
    if len(one) != len(other) or len(one) < _LEAST_DIGITS:
        return False
    unlike = [at for at in range(len(one)) if one[at] != other[at]]
    swapped = len(unlike) == 2 and unlike[1] - unlike[0] <= _SWAPPED
    return swapped and one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]


def _shifted(scene: Scene) -> Iterator[Signal]:
    """Yield the neighbour in the older table whose number the newer report prints for this fact."""
    if scene.new.quantity.digits < _CERTAIN_DIGITS:
        return
    for other in scene.neighbours:
        if value(other) == value(scene.new) and exact(other):
            where = other.label if other.period == scene.old.period else f"{other.label}（{other.period}）"
            yield Signal("error", say("等于原报告中“{row}”的数字，形似错行或错列", row=where))
            return


def swapped(item: Restatement, items: Sequence[Restatement]) -> Iterator[Signal]:
    """Yield the row with which a fact changed places: each tells what the other told before."""
    if not _plain_change(item):
        return
    for other in items:
        beside = (other.old.report, other.new.report) == (item.old.report, item.new.report)
        if not beside or other.new.ref == item.new.ref or not _plain_change(other):
            continue
        crossed = value(other.new) == value(item.old) and value(item.new) == value(other.old)
        if crossed and other.new.period == item.new.period and dimension(other.new) == dimension(item.new):
            yield Signal("error", say("与“{row}”的数字互换，形似错行", row=other.new.label))
            return


def _plain_change(item: Restatement) -> bool:
    told = exact(item.old) and exact(item.new) and not item.added
    return told and item.standing is Standing.RESTATED and item.new.quantity.digits >= _LEAST_SCALED


def _switches(scene: Scene) -> Iterator[Signal]:
    """Yield the switch of grid factors that gives the change of scope 2, electricity taken into account."""
    metric = scene.new.metric
    electric = metric.base == roles().emissions and metric.facet(roles().added_up) == "2"
    ratio = _ratio(scene.old, scene.new)
    if not electric or not _close(ratio):
        return
    power = _power_ratio(scene)
    if power is None:
        return
    found = [
        (first, second)
        for first, second in permutations(scene.factors, 2)
        if first.region == second.region and ratio.meets(_switch(first, second) * power)
    ]
    if found:
        words = say("；").join(f"{_named(first)} → {_named(second)}" for first, second in found[:2])
        yield Signal("emission_factor", say("与电网排放因子更换之比相符：{switches}", switches=words))


def _power_ratio(scene: Scene) -> Interval | None:
    """Return how the electricity moved; 1 where no report tells it, None where it moved too vaguely."""
    old, new = scene.power_old, scene.power_new
    if old is None or new is None:
        return Interval.exactly(1)
    if value(old) == value(new):
        return Interval.exactly(1)
    ratio = _ratio(old, new)
    return ratio if _close(ratio) else None


def _switch(first: GridFactor, second: GridFactor) -> Interval:
    return Interval.exactly(second.value) / Interval.exactly(first.value)


def _named(factor: GridFactor) -> str:
    return f"{factor.value} {factor.unit}（{factor.series} {factor.year}）"


def neighbours(old: Claim, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the cells of the older table that stand next to a cell: its row and the rows around it."""
    seat = old.seat
    if seat is None:
        return ()
    return tuple(
        other
        for other in claims
        if other.seat
        and other.ref != old.ref
        and other.seat.table == seat.table
        and other.quantity.unit.dimension == old.quantity.unit.dimension
        and (
            other.seat.row == seat.row
            or (other.seat.column == seat.column and abs(other.seat.row - seat.row) <= 1)
        )
    )


def by_table(claims: Iterable[Claim]) -> Mapping[int, tuple[Claim, ...]]:
    """Return the claims of each table."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.seat is not None:
            found.setdefault(claim.seat.table, []).append(claim)
    return {table: tuple(cells) for table, cells in found.items()}
