"""Checks as spreadsheet formulas over the cells that hold their inputs, with the results they must give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from decimal import Context
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.evaluate import point
from auditor.model.evaluate import rooted
from auditor.model.evaluate import step
from auditor.model.interval import Interval
from auditor.model.quantity import Quantity
from auditor.model.relation import Expression
from auditor.model.relation import Judgement
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.render.cells import plain
from auditor.render.expressions import SPREADSHEET
from auditor.render.expressions import written

_WIDE = Context(prec=40)
#: Digits behind the last printed one to which a formula rounds: floats are clean there.
_FINER = 6
#: A spreadsheet refuses longer formulas and rounds to no more than this many places.
_LONGEST, _PLACES = 8000, 15


@dataclass(frozen=True, slots=True)
class Live:
    """A formula and the value that it has."""

    formula: str
    value: Decimal | str


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the value of a claim and its two ends stand: ``claims!$N$12``."""

    value: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A check as formulas; an end is None where no single formula gives it."""

    point: Live | None
    low: Live | None
    high: Live | None


_NOTHING = Recomputed(None, None, None)


@dataclass(frozen=True, slots=True)
class _Input:
    """A claim in a formula: its number, its cells, and what turns it into the unit of the arithmetic."""

    quantity: Quantity
    cells: Cells
    factor: Decimal


@dataclass(frozen=True, slots=True)
class _Side:
    """One end of a result: its formula and value."""

    text: str
    value: Decimal
    atom: bool = True

    @property
    def operand(self) -> str:
        """Return the formula as it stands beside another sign."""
        return self.text if self.atom else f"({self.text})"


def recomputed(judgement: Judgement, claims: Mapping[str, Claim], cells: Mapping[str, Cells]) -> Recomputed:
    """Return a check as formulas in the unit of its stated claim.

    ``point`` is the arithmetic on the numbers as printed. The ends follow interval arithmetic; they are
    left out where a claim occurs twice or a sign is not known, and where they do not give what the
    engine computed (a report that truncates).
    """
    relation = judgement.relation
    if judgement.computed is None or any(ref not in cells for ref in relation.refs):
        return _NOTHING
    inputs = _inputs(relation, claims, cells)
    factor = inputs[relation.stated].factor
    places = _places(claims[relation.stated].quantity.step)
    try:
        value = _WIDE.divide(_value(relation.computed, inputs), factor)
    except ZeroDivisionError:
        return _NOTHING
    text = written(relation.computed, lambda leaf: _leaf(leaf, inputs), SPREADSHEET)
    point = _live(_per(text, relation.computed, factor), value, places)
    ends = _ends(relation.computed, inputs)
    if ends is None or len(set(relation.computed.refs)) < len(relation.computed.refs):
        return Recomputed(point, None, None)
    sides = (_divided(ends[0], factor, places), _divided(ends[1], factor, places))
    same = _same(sides, judgement.computed, places)
    return Recomputed(point, *sides) if same else Recomputed(point, None, None)


def _inputs(relation: Relation, claims: Mapping[str, Claim], cells: Mapping[str, Cells]) -> dict[str, _Input]:
    """Return the claims of a relation; where a sum is in one unit throughout, no unit is converted."""
    factors = {claims[ref].quantity.unit.factor for ref in relation.refs}
    alike = len(factors) == 1 and _only_sums(relation.computed)
    return {
        ref: _Input(
            claims[ref].quantity, cells[ref], Decimal(1) if alike else claims[ref].quantity.unit.factor
        )
        for ref in relation.refs
    }


def _only_sums(expression: Expression) -> bool:
    if expression.operator in {Operator.CLAIM, Operator.REST}:
        return True
    sums = expression.operator in {Operator.ADD, Operator.SUBTRACT}
    return sums and all(map(_only_sums, expression.operands))


def _places(step: Decimal) -> int:
    return min(_FINER - min(step.adjusted(), 0), _PLACES)


def _per(text: str, expression: Expression, factor: Decimal) -> str:
    if factor == 1:
        return text
    return f"{text if expression.leaf else f'({text})'}/{plain(factor)}"


def _live(text: str, value: Decimal, places: int) -> Live | None:
    formula = f"=ROUND({text},{places})"
    return Live(formula, rounded_half_up(value, places)) if len(formula) < _LONGEST else None


def rounded_half_up(value: Decimal, places: int) -> Decimal:
    """Return a value as a spreadsheet's ROUND gives it."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=Context(prec=60))


def _divided(side: _Side, factor: Decimal, places: int) -> Live | None:
    text = side.text if factor == 1 else f"{side.operand}/{plain(factor)}"
    return _live(text, _WIDE.divide(side.value, factor), places)


def _same(sides: tuple[Live | None, Live | None], computed: Interval, places: int) -> bool:
    """Return whether the formulas give the ends that the engine found."""
    for live, end in zip(sides, (computed.low, computed.high), strict=True):
        if live is None or end is None or live.value != rounded_half_up(end, places):
            return False
    return True


def _leaf(leaf: Expression, inputs: Mapping[str, _Input]) -> str:
    if leaf.operator in {Operator.NUMBER, Operator.REST}:
        return plain(leaf.number) if leaf.number >= 0 else f"({plain(leaf.number)})"
    return _scaled(inputs[leaf.ref].cells.value, inputs[leaf.ref].factor)


def _scaled(cell: str, factor: Decimal) -> str:
    return cell if factor == 1 else f"({cell}*{plain(factor)})"


def _value(expression: Expression, inputs: Mapping[str, _Input]) -> Decimal:
    """Return the arithmetic on the numbers as printed, in the unit of the arithmetic."""
    used = {ref: inputs[ref] for ref in expression.refs}
    return point(
        expression, {ref: _WIDE.multiply(one.quantity.value, one.factor) for ref, one in used.items()}
    )


def _ends(expression: Expression, inputs: Mapping[str, _Input]) -> tuple[_Side, _Side] | None:
    """Return the low and high end as formulas; None when an end is infinite or a sign is not known."""
    if expression.operator is Operator.NUMBER:
        side = _Side(_leaf(expression, inputs), expression.number)
        return side, side
    if expression.operator is Operator.CLAIM:
        return _claim_ends(inputs[expression.ref])
    if expression.operator is Operator.REST:
        return None
    if expression.operator is Operator.ROOT:
        return _root_ends(_ends(expression.operands[0], inputs), int(expression.number))
    parts = [_ends(operand, inputs) for operand in expression.operands]
    found = parts[0]
    for part in parts[1:]:
        if found is None or part is None:
            return None
        found = _joined(expression.operator, found, part)
    return found


def _root_ends(under: tuple[_Side, _Side] | None, degree: int) -> tuple[_Side, _Side] | None:
    if under is None or under[0].value < 0:
        return None
    low, high = (_Side(f"({side.text})^(1/{degree})", rooted(side.value, degree)) for side in under)
    return low, high


def _claim_ends(item: _Input) -> tuple[_Side, _Side] | None:
    interval, factor = item.quantity.interval, item.factor
    if interval.low is None or interval.high is None:
        return None
    low = _Side(_scaled(item.cells.low, factor), _WIDE.multiply(interval.low, factor))
    return low, _Side(_scaled(item.cells.high, factor), _WIDE.multiply(interval.high, factor))


def _joined(
    operator: Operator, one: tuple[_Side, _Side], other: tuple[_Side, _Side]
) -> tuple[_Side, _Side] | None:
    """Return the ends of two intervals joined; a product or quotient only of numbers above zero."""
    if operator in {Operator.MULTIPLY, Operator.DIVIDE} and (one[0].value < 0 or other[0].value <= 0):
        return None
    falls = operator in {Operator.SUBTRACT, Operator.DIVIDE}
    partner = (other[1], other[0]) if falls else other
    return _both(operator, one[0], partner[0]), _both(operator, one[1], partner[1])


def _both(operator: Operator, one: _Side, other: _Side) -> _Side:
    # no brackets around what stands left of a sign of a sum: a spreadsheet nests 64 deep and no deeper
    left = one.text if operator in {Operator.ADD, Operator.SUBTRACT} else one.operand
    text = f"{left}{SPREADSHEET[operator]}{other.operand}"
    return _Side(text, step(operator, one.value, other.value), atom=False)
