"""Bridges: from what a fact was, over what changed it, to what it is now."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.spoken import signed
from auditor.lexicon.tongue import say
from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.render.expressions import printed

#: Where the bars begin and how wide the field is, in units of the drawing.
_FIELD, _WIDTH = 176.0, 300.0
#: Changes smaller than this share of the whole would not be seen on an axis from zero.
_FAINT = Decimal("0.08")
_ZERO = Decimal(0)
#: Characters for which there is room beside a bar.
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Step:
    """One change on the way, in the unit of the restated number."""

    label: str
    change: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the drawing: ``x`` and ``width`` of its bar, its number, where the next bar begins."""

    kind: str
    label: str
    text: str
    x: float
    width: float
    next: float


@dataclass(frozen=True, slots=True)
class Bridge:
    """The drawing of one restated fact; ``broken`` when its axis does not begin at zero.

    ``explained`` says what its steps are, empty for a single one.
    """

    item: Restatement
    bars: tuple[Bar, ...]
    broken: bool
    explained: str

    @property
    def height(self) -> int:
        """Return the height of the drawing."""
        return 26 * len(self.bars) + 8


@dataclass(frozen=True, slots=True)
class _Axis:
    """The value at the left end of the field, and how many units of drawing one is worth."""

    floor: Decimal
    unit: float

    def x(self, value: Decimal) -> float:
        """Return where a value stands."""
        return _FIELD + float(value - self.floor) * self.unit

    def bar(self, kind: str, label: str, text: str, ends: tuple[Decimal, Decimal]) -> Bar:
        """Return a bar: a step reaches from end to end, a level from zero or the broken axis."""
        base = max(self.floor, _ZERO)
        first = ends[0] if kind in {"up", "down"} else base
        left, right = self.x(min(first, ends[1])), self.x(max(first, ends[1]))
        width = max(right - left, 1.0)
        return Bar(kind, label, text, round(left, 1), round(width, 1), round(self.x(ends[1]), 1))


def bridges(audit: Audit) -> tuple[Bridge, ...]:
    """Return one bridge for each restated fact whose change is known, in the order of their keys.

    A fact on another basis has one when known adjustments lead over to it.
    """
    by_new = {item.new.ref: item for item in audit.restatements}
    sums = _sums(audit)
    names = {report.name: report.period.code or report.name for report in audit.reports}
    restated = (item for item in audit.restatements if item.standing is Standing.RESTATED or item.bridge)
    return tuple(
        _bridge(item, steps_of(item, by_new, sums), names)
        for item in sorted(restated, key=lambda item: (item.key, item.new.ref))
        if item.change is not None or item.bridge is not None
    )


def _sums(audit: Audit) -> dict[str, list[Relation]]:
    """Return the plain sums that give each claim."""
    found: dict[str, list[Relation]] = {}
    for relation in (judgement.relation for judgement in audit.judgements):
        if relation.kind is Kind.SUM and relation.computed.adds_only:
            found.setdefault(relation.stated, []).append(relation)
    return found


def steps_of(
    item: Restatement, by_new: Mapping[str, Restatement], sums: Mapping[str, list[Relation]]
) -> tuple[Step, ...]:
    """Return the changes of the parts of a total and what they leave over; of any other fact, its change.

    Known adjustments go before both. Of several sums that give the total the one counts whose parts were
    told twice most often.
    """
    change = item.change or _ZERO
    if item.bridge is not None:
        known = tuple(Step(step.label, step.change) for step in item.bridge.steps)
        return (*known, Step(say("未解释"), item.bridge.rest))
    told = [_parts(relation, item.new, by_new) for relation in sums.get(item.new.ref, ())]
    parts = max(told, key=len, default=())
    if not parts:
        return (Step(say("重述"), change),)
    rest = change - sum((step.change for step in parts), _ZERO)
    steps = tuple(step for step in parts if step.change)
    return (*steps, Step(say("其余"), rest)) if rest or not steps else steps


def _parts(relation: Relation, total: Claim, by_new: Mapping[str, Restatement]) -> tuple[Step, ...]:
    factor = total.quantity.unit.factor
    parts = (by_new[ref] for ref in relation.computed.refs if ref in by_new)
    return tuple(
        Step(_name(part), (part.new.size - part.old.size) / factor)
        for part in parts
        if part.new.quantity.unit.dimension == part.old.quantity.unit.dimension
    )


def _name(part: Restatement) -> str:
    """Return the child's own name; a part whose basis changed says so."""
    moved = say("（口径变更）") if part.standing is Standing.DEFINITION else ""
    return f"{_last(part.new.label)}{moved}"


def _last(label: str) -> str:
    """Return the child's own name: ``范围 1 排放量`` of ``排放总量 / 范围 1 排放量``."""
    return label.rsplit(" / ", 1)[-1]


def _bridge(item: Restatement, steps: tuple[Step, ...], names: Mapping[str, str]) -> Bridge:
    new = item.new.quantity
    start = item.old.size / new.unit.factor
    levels = [start]
    for step in steps:
        levels.append(levels[-1] + step.change)
    floor, unit = _scale((*levels, new.value))
    axis = _Axis(floor, unit)
    bars = [
        axis.bar("old", say("{period} 报告", period=names[item.old.report]), _told(item.old), (floor, start))
    ]
    for step, low, high in zip(steps, levels, levels[1:], strict=False):
        kind = "down" if step.change < 0 else "up"
        bars.append(axis.bar(kind, step.label, signed(step.change, "±"), (low, high)))
    newest = say("{period} 报告", period=names[item.new.report])
    bars.append(axis.bar("new", newest, _told(item.new), (floor, new.value)))
    return Bridge(item, tuple(bars), floor != 0 and min(levels) > 0, _basis(item, steps))


def _basis(item: Restatement, steps: tuple[Step, ...]) -> str:
    """Return what the steps of a bridge are."""
    if item.bridge is None:
        return say("按分项变动分解") if len(steps) > 1 else ""
    return say("按已知调整分解" if item.bridge.closes else "按已知调整分解，仍有未解释部分")


def _told(claim: Claim) -> str:
    """Return a number as printed; a long unit is told above the drawing only."""
    text = printed(claim)
    return text if len(text) <= _LONGEST else claim.quantity.text


def _scale(levels: tuple[Decimal, ...]) -> tuple[Decimal, float]:
    """Return the value at the left end of the field and how many units of drawing one is worth.

    The axis begins at zero unless the changes would be too faint to be seen.
    """
    low, high = min(levels), max(levels)
    spread = high - low
    floor = min(low, _ZERO)
    if low > 0 and spread < high * _FAINT:
        floor = max(low - spread, _ZERO)
    reach = max(high, _ZERO) - floor
    return floor, _WIDTH / float(reach) if reach else 0.0


def grouped(found: tuple[Bridge, ...]) -> Iterator[tuple[str, list[Bridge]]]:
    """Yield the bridges of each metric and scope under its newest name, periods in order."""
    groups: dict[tuple[str, str, str], list[Bridge]] = {}
    for bridge in found:
        new = bridge.item.new
        groups.setdefault((new.metric.id, new.scope, new.quantity.unit_text), []).append(bridge)
    for _, group in sorted(groups.items()):
        ordered = sorted(group, key=lambda one: (one.item.new.period.code, one.item.key))
        yield ordered[-1].item.new.label, ordered
