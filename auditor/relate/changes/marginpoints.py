"""Points by which a gross margin moved, in a row that tells no other year: products, regions, channels.

Such a row tells income and cost of one year, the margin, and by how much each of the three changed. The two
rates of change lead back to the year before, and so to its margin. All of the row is one arithmetic. The
points may be those between two rounded margins, so the margin is taken as it is printed. That a table is laid
out so is seen from the rows in which it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.lexicon.roles import roles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.changes.direction import falls
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

#: So many rows of a report must hold; of a table one may miss, or one of so many that hold.
_LEAST, _IN_TABLE = 2, Support(spared=1)
_RATES = (Change.YOY_GROWTH, Change.YOY_DECLINE)
_MOVES = (*_RATES, Change.YOY_POINTS)
#: What a number of a row tells: the metric, and whether it is a change.
_Told = Mapping[tuple[str, bool], Claim]


@dataclass(frozen=True, slots=True)
class _Row:
    """Income, cost, margin and what each changed by."""

    income: Claim
    cost: Claim
    margin: Claim
    grown: Claim
    dearer: Claim
    points: Claim

    @property
    def parts(self) -> tuple[Claim, ...]:
        """Return what the points follow from."""
        return (self.margin, self.cost, self.income, self.grown, self.dearer)

    def holds(self) -> bool:
        """Return whether the points follow from the rest."""
        dearer = self._factor(self.dearer)
        if dearer.may_be_zero or self.income.quantity.base.may_be_zero:
            return False
        share = self.cost.quantity.base / self.income.quantity.base
        before = (share * self._factor(self.grown) / dearer).scale(HUNDRED.number)
        moved = self.margin.quantity.base - Interval.exactly(HUNDRED.number) + before
        told = self.points.quantity.base
        return moved.meets(-told if falls(self.points) else told)

    @staticmethod
    def _factor(rate: Claim) -> Interval:
        base, whole = rate.quantity.base, Interval.exactly(HUNDRED.number)
        return whole - base if falls(rate) else whole + base


def margin_points(facts: Facts) -> Iterator[Relation]:
    """Propose the points of each row in the tables whose rows tell them so."""
    tables: dict[int, list[_Row]] = {}
    for (table, _), told in _rows(facts).items():
        row = _row(told)
        if row is not None:
            tables.setdefault(table, []).append(row)
    proved = sum(row.holds() for rows in tables.values() for row in rows) >= _LEAST
    for rows in tables.values():
        held = sum(row.holds() for row in rows)
        sure = proved and _IN_TABLE.bears(held, len(rows) - held)
        strength = Strength.MUST if sure else Strength.TIE
        yield from (_relation(row, strength) for row in rows if sure or row.holds())


def _rows(facts: Facts) -> Mapping[tuple[int, int], _Told]:
    """Return the numbers of each row by what they tell; of two that tell one thing neither counts."""
    found: dict[tuple[int, int], dict[tuple[str, bool], list[Claim]]] = {}
    for claim in facts.report.claims:
        if claim.seat is not None and exact(claim) and claim.metric.known:
            place = (claim.seat.table, claim.seat.row)
            what = (claim.metric.base, claim.change in _MOVES)
            if claim.change in (Change.LEVEL, *_MOVES):
                found.setdefault(place, {}).setdefault(what, []).append(claim)
    return {
        place: {what: claims[0] for what, claims in told.items() if len(claims) == 1}
        for place, told in found.items()
    }


def _row(told: _Told) -> _Row | None:
    wanted = [
        (name, moved) for moved in (False, True) for name in (roles().revenue, roles().cost, roles().margin)
    ]
    claims = [told[what] for what in wanted if what in told]
    if len(claims) < len(wanted):
        return None
    income, cost, margin, grown, dearer, points = claims
    one_year = len({claim.period for claim in claims}) == 1
    amounts = dimension(income) == dimension(cost) and dimension(margin) == "percent"
    rates = all(claim.change in _RATES and dimension(claim) == "percent" for claim in (grown, dearer))
    fits = one_year and amounts and rates and dimension(points) in ("points", "percent")
    return _Row(income, cost, margin, grown, dearer, points) if fits else None


def _factor(rate: Claim) -> Expression:
    leaf = Expression.claim(rate.ref)
    return HUNDRED - leaf if falls(rate) else HUNDRED + leaf


def _relation(row: _Row, strength: Strength) -> Relation:
    share = Expression.claim(row.cost.ref) / Expression.claim(row.income.ref)
    before = share * _factor(row.grown) / _factor(row.dearer) * HUNDRED
    moved = Expression.claim(row.margin.ref) - HUNDRED + before
    computed = Expression.constant(0) - moved if falls(row.points) else moved
    statement = f"Δ {short(row.margin)} {row.points.period} = {row.points.quantity.text}"
    return relation(
        Kind.DIFFERENCE, row.points, computed, statement, "marginpoints", keys=row.parts, strength=strength
    )
