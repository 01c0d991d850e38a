"""Known adjustments laid end to end between the original and the restated number.

Original, entities sold and bought, emission factors, method, anything else; what they leave over is the
unexplained remainder. Each amount is a printed number: half a unit of its last digit either way.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from decimal import Context
from decimal import Decimal

from auditor.config import Adjustment
from auditor.errors import ConfigError
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.measures.units import units
from auditor.lexicon.spoken import signed
from auditor.lexicon.tongue import say
from auditor.model.bridge import Bridge
from auditor.model.bridge import Step
from auditor.model.bridge import StepKind
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.reconcile.blocks import is_power
from auditor.reconcile.blocks import moved_by
from auditor.reconcile.tellings import dimension
from auditor.reconcile.tellings import plain
from auditor.reconcile.tellings import value

_ORIGIN = "auditor.toml"
_KINDS = {
    "divestment": StepKind.ENTITIES,
    "acquisition": StepKind.ENTITIES,
    "emission_factor": StepKind.FACTOR,
    "method": StepKind.METHOD,
}
#: What a step is called when no entity is named.
LABELS = {
    "divestment": "出售主体",
    "acquisition": "收购主体",
    "emission_factor": "排放因子",
    "method": "方法",
    "error": "差错更正",
    "definition": "口径",
    "unit": "单位",
    "reclassification": "重分类",
}
_ORDER = list(StepKind)
_LED_OVER = (Standing.RESTATED, Standing.DEFINITION)
#: Electricity is told in kilowatt-hours; factors are per megawatt-hour.
_KWH = Decimal(1000)
_READABLE = Context(prec=12)


def bridged(items: Sequence[Restatement], adjustments: Sequence[Adjustment]) -> Iterator[Restatement]:
    """Yield the restatements, those with known adjustments with their bridge.

    Raises:
        ConfigError: when an adjustment is of a fact that was not restated, or in a unit of something else.
    """
    _refuse_strays(items, adjustments)
    for item in items:
        mine = [adjustment for adjustment in adjustments if _about(adjustment, item)]
        if not mine:
            yield item
            continue
        power = next((other.new for other in items if _powers(other, item)), None)
        bridge = _bridge(item, mine, power)
        remark = say("；").join(filter(None, (item.remark, words(bridge, item.new.quantity.step))))
        yield replace(item, bridge=bridge, remark=remark)


def words(bridge: Bridge, step: Decimal) -> str:
    """Return a bridge in words: ``桥：甲业务 −100，未解释 −2（−3 至 −1）``; ends to a tenth of ``step``."""
    steps = [f"{step.label} {signed(step.change)}" for step in bridge.steps]
    low, high = (signed(end) for end in _ends(bridge.unexplained, step))
    nought = say("，可为零") if bridge.closes else ""
    steps.append(
        say(
            "未解释 {rest}（{low} 至 {high}{nought}）",
            rest=signed(bridge.rest),
            low=low,
            high=high,
            nought=nought,
        )
    )
    return say("桥：{steps}", steps=say("，").join(steps))


def _ends(interval: Interval, step: Decimal) -> tuple[Decimal, Decimal]:
    """Return both ends, rounded outwards to a tenth of a step."""
    tenth = Decimal(1).scaleb(min(step.adjusted(), 0) - 1)
    low, high = interval.low or Decimal(0), interval.high or Decimal(0)
    return low.quantize(tenth, rounding=ROUND_FLOOR), high.quantize(tenth, rounding=ROUND_CEILING)


def _refuse_strays(items: Sequence[Restatement], adjustments: Sequence[Adjustment]) -> None:
    faults = [
        f"adjustments[{number}]: no restated fact is called {one.metric!r} for {one.period}"
        for number, one in enumerate(adjustments, 1)
        if not any(_about(one, item) for item in items)
    ]
    if faults:
        raise ConfigError(_ORIGIN, faults)


def _about(adjustment: Adjustment, item: Restatement) -> bool:
    """Return whether an adjustment is of a restated fact, by canonical id or by either label.

    A fact on another basis may be led over to it too (what was offset between gross and net), as long as both
    are told in units of one dimension.
    """
    if item.standing not in _LED_OVER or item.added or dimension(item.old) != dimension(item.new):
        return False
    timed = adjustment.period in {item.new.period.code, item.old.period.code}
    names = {plain(item.old.folded), plain(item.new.folded)}
    named = (
        adjustment.metric in {item.new.metric.id, item.old.metric.id}
        or plain(squeeze(fold(adjustment.metric))[0]) in names
    )
    return timed and named and adjustment.scope == item.new.scope


def _powers(other: Restatement, item: Restatement) -> bool:
    same = (other.old.report, other.new.report) == (item.old.report, item.new.report)
    return same and other.new.period == item.new.period and is_power(other.new)


def _bridge(item: Restatement, adjustments: Sequence[Adjustment], power: Claim | None) -> Bridge:
    ordered = sorted(adjustments, key=lambda one: _ORDER.index(_kind(one)))
    steps: list[Step] = []
    unit = item.new.quantity.unit.factor
    for adjustment in ordered:
        reached = value(item.old) / unit + sum((step.change for step in steps), Decimal(0))
        change, interval = _effect(adjustment, item, power, reached)
        label = adjustment.entity or say(LABELS[adjustment.cause])
        steps.append(Step(_kind(adjustment), label, change, interval, adjustment.source))
    moved = (value(item.new) - value(item.old)) / unit
    rest = moved - sum((step.change for step in steps), Decimal(0))
    unexplained = moved_by(item) / Interval.exactly(unit) - total(step.interval for step in steps)
    return Bridge(tuple(steps), _READABLE.plus(rest), unexplained)


def _kind(adjustment: Adjustment) -> StepKind:
    return _KINDS.get(adjustment.cause, StepKind.OTHER)


def _effect(
    adjustment: Adjustment, item: Restatement, power: Claim | None, reached: Decimal
) -> tuple[Decimal, Interval]:
    """Return what an adjustment did, as given and as an interval, in the unit of the restated number."""
    old, new = adjustment.factor_old, adjustment.factor_new
    if old is not None and new is not None:
        return _switch((old, new), _activity(adjustment, power), item, reached)
    scale = _scale(adjustment, item)
    if adjustment.amount is not None:
        return adjustment.amount * scale, printed(adjustment.amount).scale(scale)
    figure = adjustment.figure or Decimal(0)
    sign = -1 if adjustment.cause == "divestment" else 1
    return figure * scale * sign, printed(figure).scale(scale * sign)


def printed(number: Decimal) -> Interval:
    """Return all numbers that a given one may have been rounded from."""
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return Interval.around(number, min(step, Decimal(1)) / 2)


def _activity(adjustment: Adjustment, power: Claim | None) -> tuple[Decimal, Interval] | None:
    """Return the electricity in MWh to which a factor applies: as given, or as the newer report tells it."""
    if adjustment.activity is not None:
        return adjustment.activity, printed(adjustment.activity)
    if power is None:
        return None
    return value(power) / _KWH, power.quantity.base / Interval.exactly(_KWH)


def _switch(
    factors: tuple[Decimal, Decimal],
    activity: tuple[Decimal, Interval] | None,
    item: Restatement,
    reached: Decimal,
) -> tuple[Decimal, Interval]:
    """Return the effect of another factor: on the electricity, or in proportion where none is told."""
    old, new = factors
    unit = item.new.quantity.unit.factor
    if activity is None:
        change = _READABLE.multiply(reached, _READABLE.subtract(_READABLE.divide(new, old), Decimal(1)))
        span = item.old.quantity.interval.width or Decimal(0)
        return change, Interval.around(change, span)
    used, spread = activity
    return (new - old) * used / unit, spread * Interval.exactly((new - old) / unit)


def _scale(adjustment: Adjustment, item: Restatement) -> Decimal:
    """Return what turns the unit of an adjustment into that of the restated number."""
    if not adjustment.unit:
        return Decimal(1)
    found = units().parse(adjustment.unit)
    target = item.new.quantity.unit
    if found is None or found.dimension.replace("ghg", "mass") != target.dimension.replace("ghg", "mass"):
        raise ConfigError(_ORIGIN, [f"adjustments: {adjustment.unit!r} is no unit of {item.new.label}"])
    return found.factor / target.factor
