"""Intensities of one year share one denominator: revenue, heads, floor area.

Numerator over intensity implies an interval for the denominator. All rows of a year must leave a common
value, whether or not the denominator itself is printed. The narrowest row of those that do is the yardstick
for the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.additions import kept
from auditor.lexicon.identities import identities
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.metric import Metric
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

#: What tells one group of people from another.
_WHOSE = ("injured", "gender", "age", "rank", "region", "employment")
_NETTINGS = ("", "net", "gross")


@dataclass(frozen=True, slots=True)
class _Row:
    """An intensity with its numerator and the denominator that both imply (base units)."""

    intensity: Claim
    numerator: Claim
    implied: Interval


def shared_denominators(facts: Facts) -> Iterator[Relation]:
    """Propose each intensity against the denominator that the others of its year imply."""
    groups: dict[tuple[str, ...], list[tuple[_Row, ...]]] = {}
    for readings in _intensities(facts):
        intensity = readings[0].intensity
        groups.setdefault((intensity.period.code, *_divided_by(intensity)), []).append(readings)
    for group in groups.values():
        if len(group) > 1:
            yield from _against_yardstick(group)


def _divided_by(claim: Claim) -> tuple[str, ...]:
    """Return what an intensity is divided by, and whose: one revenue, but hours of each group."""
    per = claim.quantity.unit.dimension.partition("/")[2]
    if per.startswith("money"):
        return (per,)
    return (per, claim.scope, *(claim.metric.facet(family) for family in _WHOSE))


def _intensities(facts: Facts) -> Iterator[tuple[_Row, ...]]:
    """Yield for each intensity of a table the rows that may stand above its line."""
    bases = numerator_bases()
    for claim in facts.levels:
        above = bases.get(claim.metric.base, ())
        if not above or not exact(claim) or claim.seat is None or claim.quantity.interval.may_be_zero:
            continue
        if not claim.period:
            continue  # of which year it is nobody knows
        for base in above:
            readings = tuple(_readings(claim, base, facts))
            if readings:
                yield readings
                break


@kept
def numerator_bases() -> dict[str, tuple[str, ...]]:
    """Return the metrics that stand above the line of each intensity, as the identities declare."""
    bases: dict[str, tuple[str, ...]] = {}
    for identity in identities():
        if identity.divisor is not None and identity.whole is not None and len(identity.parts) == 1:
            above = identity.parts[0].metric
            bases[identity.whole.metric] = tuple(
                dict.fromkeys((*bases.get(identity.whole.metric, ()), above))
            )
    return bases


def _readings(claim: Claim, base: str, facts: Facts) -> Iterator[_Row]:
    """Yield the rows of an intensity: with the numerator that its label asks for, else gross and net."""
    asked = claim.metric.facet("netting")
    plain = Metric(base, claim.metric.facets).having("intensity", "").having("netting", "")
    for netting in (asked,) if asked else _NETTINGS:
        numerator = facts.tell(plain.having("netting", netting), claim.scope, claim.period)
        if numerator is not None and exact(numerator) and numerator.seat is not None:
            above = numerator.quantity.unit.dimension.replace("ghg", "mass")
            if above == claim.quantity.unit.dimension.replace("ghg", "mass").partition("/")[0]:
                yield _Row(claim, numerator, numerator.quantity.base / claim.quantity.base)


def _against_yardstick(group: Sequence[tuple[_Row, ...]]) -> Iterator[Relation]:
    """Propose each row against the narrowest of those that leave one denominator in common."""
    agreeing = _largest_agreement(group)
    if len(agreeing) < 2:
        return
    yardstick = min(agreeing, key=lambda row: (row.implied.width or 0, row.intensity.no))
    rows = [_reading(readings, agreeing, yardstick) for readings in group]
    strength = Strength.MUST if len(agreeing) > 2 else Strength.QUESTION
    for row in rows:
        if row.intensity.ref != yardstick.intensity.ref and row.numerator.ref != yardstick.numerator.ref:
            yield _relation(row, yardstick, strength)


def _largest_agreement(group: Sequence[tuple[_Row, ...]]) -> list[_Row]:
    """Return the rows, at most one of each intensity, of the denominator that most intensities admit."""
    points = [row.implied.low for readings in group for row in readings if row.implied.low is not None]
    found = ([row for readings in group for row in _admitting(readings, point)] for point in points)
    return max(found, key=len, default=[])


def _admitting(readings: tuple[_Row, ...], point: Decimal) -> list[_Row]:
    return [row for row in readings if point in row.implied or point == row.implied.low][:1]


def _reading(readings: tuple[_Row, ...], agreeing: Sequence[_Row], yardstick: _Row) -> _Row:
    """Return the row of an intensity that agrees best: gross and net are not always told apart."""
    agreed = next((row for row in readings if row in agreeing), None)
    return agreed or min(readings, key=lambda row: row.implied.gap(yardstick.implied))


def _relation(row: _Row, yardstick: _Row, strength: Strength) -> Relation:
    denominator = Expression.claim(yardstick.numerator.ref) / Expression.claim(yardstick.intensity.ref)
    statement = (
        f"{short(row.numerator)} / ({short(yardstick.numerator)} / {short(yardstick.intensity)})"
        f" = {short(row.intensity)}"
    )
    return relation(
        Kind.SHARED_DENOMINATOR,
        row.intensity,
        Expression.claim(row.numerator.ref) / denominator,
        statement,
        "shared",
        keys=(row.numerator, yardstick.numerator, yardstick.intensity),
        strength=strength,
    )
