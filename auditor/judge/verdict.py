"""A relation becomes a judgement: do the stated number and the arithmetic have a value in common."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN
from decimal import ROUND_HALF_UP
from decimal import Context
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.evaluate import evaluate
from auditor.model.evaluate import point
from auditor.model.interval import Interval
from auditor.model.quantity import Bound
from auditor.model.quantity import Quantity
from auditor.model.relation import Expression
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.model.saying import Saying
from auditor.model.saying import saying

_MISSING = saying("有一项所用数字未读到")
_ZERO_DIVISOR = saying("除数可能为零")
_NO_BOUND = saying("这些数字只有单侧界限，不能说明结果")
_NO_PERIOD = saying("有一个数字的表头未读到")
_AS_BOUND = saying("作为界限成立")
_ANYTHING = Interval(None, None)
_EXACT = Context(prec=40)
#: A gap is for reading; a quotient would give it forty digits.
_READABLE = Context(prec=12)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The two sides of a relation, in the unit of the stated claim; ``exact`` is the point result."""

    relation: Relation
    stated: Interval
    computed: Interval
    exact: Decimal
    quantity: Quantity
    truncates: bool


def judge(
    relations: Iterable[Relation], claims: Mapping[str, Claim], truncating: Collection[str] = ()
) -> tuple[Judgement, ...]:
    """Return a judgement for each relation, in the order given.

    A relation proposed because its numbers agree (``Strength.TIE``) is dropped when they do not.

    Args:
        relations: what the proposers offer.
        claims: by ref.
        truncating: names of the reports that cut digits off instead of rounding.
    """
    cut = frozenset(truncating)
    known = {ref: reading(claim, truncates=claim.report in cut) for ref, claim in claims.items()}
    judged = (_judge_one(relation, claims, known, cut) for relation in relations)
    return tuple(item for item in judged if not _dropped(item))


def reading(claim: Claim, *, truncates: bool = False) -> Interval:
    """Return the numbers that a claim may stand for, in its own unit.

    A truncated number v with the last digit worth s is [v, v + s), on the other side of zero
    (v - s, v]; words around a number (``over``, ``about``) bound it either way.
    """
    quantity = claim.quantity
    if not truncates or quantity.bound is not Bound.EXACT or quantity.step <= 0:
        return quantity.interval
    low, high = _EXACT.subtract(quantity.value, quantity.step), _EXACT.add(quantity.value, quantity.step)
    if quantity.value > 0:
        return Interval(quantity.value, high, high_open=True)
    if quantity.value < 0:
        return Interval(low, quantity.value, low_open=True)
    return Interval(low, high, low_open=True, high_open=True)


def _dropped(judgement: Judgement) -> bool:
    tie = judgement.relation.strength is Strength.TIE
    return tie and judgement.verdict not in {Verdict.PASSED, Verdict.ROUNDING}


def _judge_one(
    relation: Relation, claims: Mapping[str, Claim], known: Mapping[str, Interval], cut: frozenset[str]
) -> Judgement:
    stated = known.get(relation.stated, _ANYTHING)
    if any(ref not in claims for ref in relation.refs):
        return _undecided(relation, stated, None, relation.blocked or _MISSING)
    try:
        scene = _scene(relation, claims, known, cut)
    except ZeroDivisionError:
        return _undecided(relation, stated, None, relation.blocked or _ZERO_DIVISOR)
    if relation.blocked:
        return _undecided(relation, stated, scene.computed, relation.blocked)
    judgement = _weigh(scene)
    if judgement.verdict is Verdict.FLAGGED and any(map(_headless, (claims[ref] for ref in relation.refs))):
        return _undecided(relation, stated, scene.computed, _NO_PERIOD)
    return judgement


def _headless(claim: Claim) -> bool:
    """Return whether a number stands in a column whose head tells no period: it may be of any kind."""
    return claim.seat is not None and not claim.period


def _scene(
    relation: Relation, claims: Mapping[str, Claim], known: Mapping[str, Interval], cut: frozenset[str]
) -> _Scene:
    """Return both sides of a relation.

    Raises:
        ZeroDivisionError: when a divisor may be zero.
    """
    quantity = claims[relation.stated].quantity
    inputs = {ref: claims[ref].quantity for ref in relation.computed.refs}
    bases = {ref: known[ref].scale(item.unit.factor) for ref, item in inputs.items()}
    values = {ref: _EXACT.multiply(item.value, item.unit.factor) for ref, item in inputs.items()}
    factor = quantity.unit.factor
    return _Scene(
        relation=relation,
        stated=known[relation.stated],
        computed=evaluate(relation.computed, bases) / Interval.exactly(factor),
        exact=_EXACT.divide(point(relation.computed, values), factor),
        quantity=quantity,
        truncates=claims[relation.stated].report in cut,
    )


def _weigh(scene: _Scene) -> Judgement:
    relation, stated, computed = scene.relation, scene.stated, scene.computed
    if _empty_handed(stated) or _empty_handed(computed):
        return _undecided(relation, stated, computed, _NO_BOUND)
    if not _agree(relation.kind, stated, computed):
        return _flagged(scene)
    if _agrees_as_printed(scene):
        return Judgement(relation, Verdict.PASSED, stated, computed)
    if computed.bounded:
        return Judgement(relation, Verdict.ROUNDING, stated, computed)
    if _linear(relation.computed):
        return Judgement(relation, Verdict.PASSED, stated, computed, reason=_AS_BOUND)
    return _undecided(relation, stated, computed, _NO_BOUND)


def _agree(kind: Kind, stated: Interval, computed: Interval) -> bool:
    """Return whether both sides may be one number; a fact told twice must share more than an end."""
    if kind in {Kind.SAME_FACT, Kind.RESTATEMENT}:
        return stated.overlaps(computed)
    return stated.meets(computed)


def _empty_handed(interval: Interval) -> bool:
    return interval.low is None and interval.high is None


def _flagged(scene: _Scene) -> Judgement:
    gap = scene.stated.gap(scene.computed) or abs(_EXACT.subtract(scene.exact, scene.quantity.value))
    step = scene.quantity.step
    units = _READABLE.divide(gap, step) if step > 0 else Decimal(0)
    readable = _READABLE.plus(gap)
    return Judgement(scene.relation, Verdict.FLAGGED, scene.stated, scene.computed, readable, units)


def _undecided(relation: Relation, stated: Interval, computed: Interval | None, reason: Saying) -> Judgement:
    return Judgement(relation, Verdict.UNDECIDED, stated, computed, reason=reason)


def _agrees_as_printed(scene: _Scene) -> bool:
    """Return whether the point result, printed as the stated number is, gives the stated number.

    A fact told twice may be printed coarser on either side.
    """
    if _as_printed(scene.exact, scene.quantity, truncates=scene.truncates) in scene.stated:
        return True
    alone = scene.relation.computed.operator is Operator.CLAIM
    told_twice = scene.relation.kind in {Kind.SAME_FACT, Kind.RESTATEMENT} and alone
    return told_twice and scene.quantity.value in scene.computed


def _as_printed(number: Decimal, quantity: Quantity, *, truncates: bool) -> Decimal:
    """Return a number at the precision of the stated one; next to words like ``over`` it stays as it is."""
    if quantity.step <= 0 or quantity.bound is not Bound.EXACT:
        return number
    rounding = ROUND_DOWN if truncates else ROUND_HALF_UP
    steps = _EXACT.divide(number, quantity.step).to_integral_value(rounding=rounding)
    return _EXACT.multiply(steps, quantity.step)


def _linear(expression: Expression) -> bool:
    """Return whether it only adds and subtracts, so that a bound on an input bounds the result."""
    if expression.operator in {Operator.MULTIPLY, Operator.DIVIDE}:
        return False
    return all(_linear(operand) for operand in expression.operands)
