"""Growth and point changes against the levels that they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.period import Period
from auditor.model.period import PeriodKind
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.relate.changes.baseyears import measured_on_base
from auditor.relate.changes.baseyears import tells_move
from auditor.relate.changes.compounds import compounded
from auditor.relate.changes.direction import DECLINE
from auditor.relate.changes.direction import falls
from auditor.relate.changes.onebasis import of_other_name
from auditor.relate.changes.onebasis import on_one_basis
from auditor.relate.changes.printed import below_zero
from auditor.relate.changes.printed import holds
from auditor.relate.changes.printed import misplaced
from auditor.relate.changes.printed import slip_apart
from auditor.relate.changes.printed import values_of
from auditor.relate.changes.printed import whole_beside_wholes
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short

_GROWTH = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.BASE_YEAR_DECLINE)

#: A scope that is told as one but whose rows are printed apart.
_COMPOSED = {"12": ("1", "2"), "123": ("1", "2", "3")}
_ONE = Expression.constant(1)


def growths(facts: Facts) -> Iterator[Relation]:
    """Propose each change of a report against its two levels."""
    for claim in facts.report.claims:
        if claim.change not in (*_GROWTH, Change.YOY_POINTS) and not _reached_times(claim):
            continue
        if compounded(claim) or measured_on_base(claim):
            continue
        found = _of_row(claim, facts) if claim.source is Source.TABLE else _of_fact(claim, facts)
        if found is not None:
            yield _relation(claim, *found)


def growth_of(claim: Claim, facts: Facts) -> Relation | None:
    """Return the change that a text outside the report tells against the report's levels."""
    found = _of_fact(claim, facts)
    return _relation(claim, *found) if found is not None else None


def rows_of(claim: Claim, facts: Facts) -> tuple[Claim, ...]:
    """Return the row of a table that tells the level of a claim, or the rows that add up to it."""
    found = _level(claim, claim.period, facts) or ()
    return found if all(item.source is Source.TABLE for item in found) else ()


def change_between(claim: Claim, new: Claim, old: Claim) -> Relation:
    """Return a change against two levels, which may stand in two reports."""
    return _relation(claim, Expression.claim(new.ref), Expression.claim(old.ref), (new, old))


def change_of_sums(claim: Claim, new: tuple[Claim, ...], old: tuple[Claim, ...]) -> Relation:
    """Return a change against the sums of levels of two years."""
    return _relation(claim, _expression(new), _expression(old), (*new, *old))


def _of_fact(claim: Claim, facts: Facts) -> tuple[Expression, Expression, tuple[Claim, ...]] | None:
    """Return new level, old level and the claims behind them for a change told in prose."""
    if not claim.base:
        return None
    new, old = _level(claim, claim.period, facts), _level(claim, claim.base, facts)
    if new is None or old is None or claim.period == claim.base or not measurable(claim, new[0], old[0]):
        return None
    if len(new) == 1 and of_other_name(claim, new[0], facts):
        return None
    return (_expression(new), _expression(old), (*new, *old))


def measurable(claim: Claim, new: Claim, old: Claim) -> bool:
    """Return whether a change can be one between two levels: a rate, or an amount in their dimension."""
    rate = dimension(claim) in ("percent", "points", "ratio", "multiple", "")
    return rate or dimension(claim) == dimension(new) == dimension(old)


def _level(claim: Claim, period: Period, facts: Facts) -> tuple[Claim, ...] | None:
    """Return the claim, or the rows to be added, that tell the metric for a period; tables first."""
    told = _told(claim, claim.metric, period, facts)
    if told is not None and told.source is Source.TABLE:
        return (told,)
    parts = _parts(claim, period, facts)
    if parts:
        return parts
    told = on_one_basis(claim, period, facts) or told
    return (told,) if told is not None else None


def _told(claim: Claim, metric: Metric, period: Period, facts: Facts) -> Claim | None:
    found = facts.tell(metric, claim.scope, period)
    if found is not None and found.change is not Change.LEVEL and found.sentence != claim.sentence:
        return None
    return found


def _parts(claim: Claim, period: Period, facts: Facts) -> tuple[Claim, ...]:
    composed = _COMPOSED.get(claim.metric.facet("ghg_scope"))
    if composed is None:
        return ()
    parts = [facts.tell(claim.metric.having("ghg_scope", one), claim.scope, period) for one in composed]
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(composed) else ()


def _expression(claims: tuple[Claim, ...]) -> Expression:
    return (
        Expression.claim(claims[0].ref) if len(claims) == 1 else addition(tuple(item.ref for item in claims))
    )


def _of_row(claim: Claim, facts: Facts) -> tuple[Expression, Expression, tuple[Claim, ...]] | None:
    """Return the two levels of the row in which a change column stands."""
    if claim.seat is None or not tells_move(claim):
        return None
    every = facts.by_row.get((claim.seat.table, claim.seat.row), ())
    row = [other for other in every if _speaks_of(claim, other)]
    if claim.change in _GROWTH and all(dimension(other) == "percent" for other in row):
        row = _amounts(claim, every) or row
    new = _newest(row, claim)
    old = _prior(row, new) if new else None
    if new is None or old is None or dimension(new) != dimension(old) or not measurable(claim, new, old):
        return None
    return (Expression.claim(new.ref), Expression.claim(old.ref), (new, old))


def _speaks_of(claim: Claim, level: Claim) -> bool:
    """Return whether a change column is one of the level: of one metric, or under the same words."""
    if claim.metric.known and claim.folded != level.folded:
        return claim.metric.base == level.metric.base
    return level.folded.startswith(claim.folded)


def _amounts(claim: Claim, row: Sequence[Claim]) -> list[Claim]:
    """Return the amounts under the words of a change: the amount grows, and not the share beside it."""
    named = [other for other in row if other.folded.startswith(claim.folded)]
    return [other for other in named if dimension(other) != "percent"]


def _newest(row: list[Claim], claim: Claim) -> Claim | None:
    """Return the level that a change column speaks of: its own period, else the first to its left."""
    left = [other for other in row if other.seat and claim.seat and other.seat.column < claim.seat.column]
    own = [other for other in left if other.period == claim.period]
    candidates = [other for other in own or left if other.metric.facet("vintage") != "before"]
    return min(candidates, key=lambda other: other.no, default=None)


def _prior(row: list[Claim], new: Claim) -> Claim | None:
    """Return the level of the year before; of two vintages the adjusted one."""
    if new.period.kind is PeriodKind.UNKNOWN:
        return None
    before = [other for other in row if other.period == new.period.shifted(-1) and is_level(other)]
    adjusted = [other for other in before if other.metric.facet("vintage") != "before"]
    return min(adjusted or before, key=lambda other: other.no, default=None)


def _relation(claim: Claim, new: Expression, old: Expression, claims: tuple[Claim, ...]) -> Relation:
    """Return the change as the report computes it: of several customs the one that holds."""
    kind, computed, text = _custom(claim, new, old, claims)
    names = f"{short(claims[0])} {claim.period} / {claim.base or claims[-1].period}"
    statement = f"{text.format(names=names)} = {claim.quantity.text} {claim.quantity.unit_text}".rstrip()
    strength = _strength(claim, new / old, claims)
    return relation(kind, claim, computed, statement, "growth", keys=claims, strength=strength)


def _strength(claim: Claim, times: Expression, claims: tuple[Claim, ...]) -> Strength:
    """Return how sure a change is; 增长 3 倍 where the levels give 3 times as much may be loosely said.

    So may a verb without a number: doubled.
    """
    if claim.confidence != "strong":
        return Strength.QUESTION if _turned(claim, times, claims) else Strength.TIE
    if not any(char.isdigit() for char in claim.quantity.text):
        return Strength.QUESTION
    loosely = _times(claim) and claim.change is Change.YOY_GROWTH and holds(claim, times, values_of(claims))
    return Strength.QUESTION if loosely else Strength.MUST


def _turned(claim: Claim, times: Expression, claims: tuple[Claim, ...]) -> bool:
    """Return whether the levels give a rate, but the other way: then the word for its direction is wrong.

    A rate of fewer digits, or a small one, may be met by chance.
    """
    told, step = claim.quantity.value, claim.quantity.step
    if claim.quantity.unit.dimension != "percent" or not claim.metric.known or told < 10 * step:
        return False
    sign = -1 if claim.change in DECLINE else 1
    moved = (times - _ONE) * Expression.constant(-100 * sign)
    return holds(claim, moved, values_of(claims))


_Way = tuple[Kind, Expression, str]


def _custom(claim: Claim, new: Expression, old: Expression, claims: tuple[Claim, ...]) -> _Way:
    """Return the custom that holds; else the one that would if a level had gained or lost a minus.

    Where one slip of the hand in the change itself would do, no minus is missed.
    """
    printed = values_of(claims)
    usual = next(_ways(claim, new, old, claims, below=_may_be_below(claim, claims)))
    gained = [{**printed, ref: -value} for ref, value in printed.items() if below_zero(value)]
    lost = [{**printed, ref: -value} for ref, value in printed.items() if below_zero(-value)]
    for values in (printed, *gained, *([] if slip_apart(claim, usual[1], printed) else lost)):
        ways = _ways(claim, new, old, claims, below=below_zero(values[claims[-1].ref]))
        found = next((way for way in ways if holds(claim, way[1], values)), None)
        if found is not None:
            return found
    below = next(_ways(claim, new, old, claims, below=below_zero(printed[claims[-1].ref])))
    return below if misplaced(claim, below[1], printed) else usual


def _may_be_below(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """Return whether a base below nought can be meant: a fall by less than all of it leads to no gain.

    Of two equal numbers one was copied: a fall by more than all of it then led from a gain to a loss.
    """
    new, old, rate = claims[0].quantity.value, claims[-1].quantity.value, claim.quantity.value
    grown = -rate if falls(claim) else rate
    copied = new == old and grown < -HUNDRED.number
    return old < 0 and (new < 0) == (grown < HUNDRED.number) and not copied


def _ways(
    claim: Claim, new: Expression, old: Expression, claims: tuple[Claim, ...], *, below: bool
) -> Iterator[_Way]:
    """Yield the customs of telling a change: points of a percentage, growth, growth on a base below zero."""
    if _times(claim):
        yield from _in_times(claim, new, old)
        return
    amount = dimension(claim) == dimension(claims[0])
    fall = falls(claim)
    counted = whole_beside_wholes(claim, claims)
    if amount or counted or claim.change is Change.YOY_POINTS:
        yield (Kind.DIFFERENCE, old - new if fall else new - old, "Δ {names}")
    if claim.change is Change.YOY_POINTS or (amount and not counted and dimension(claim) != "percent"):
        return
    growth = ((new / old - _ONE) * HUNDRED, "({names} - 1) × 100")
    decline = ((_ONE - new / old) * HUNDRED, "(1 - {names}) × 100")
    plain, backwards = (decline, growth) if fall else (growth, decline)
    if below:
        yield (Kind.GROWTH, backwards[0], f"{backwards[1]}, base < 0")
    yield (Kind.GROWTH, *plain)


def _in_times(claim: Claim, new: Expression, old: Expression) -> Iterator[_Way]:
    """Yield what a multiple may tell: 增长 1.5 倍 is 2.5 times as much, 增长到 2.5 倍 says so itself."""
    if claim.change is Change.YOY_GROWTH:
        yield (Kind.GROWTH, new / old - _ONE, "{names} - 1")
    if claim.change is Change.TO or claim.confidence != "strong":
        yield (Kind.GROWTH, new / old, "{names}")


def _times(claim: Claim) -> bool:
    return dimension(claim) == "multiple"


def _reached_times(claim: Claim) -> bool:
    """Return whether a claim tells how many times its level is that of another period."""
    return _times(claim) and claim.change is Change.TO and bool(claim.base)
