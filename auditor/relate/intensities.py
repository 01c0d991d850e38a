"""Intensities of one year share one denominator: revenue, heads, floor area.

Numerator over intensity implies an interval for the denominator. All rows of a year must leave a common
value, whether or not the denominator itself is printed. The narrowest row is the yardstick for the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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

_NETTINGS = ("", "net", "gross")


@dataclass(frozen=True, slots=True)
class _Row:
    """An intensity with its numerator and the denominator that both imply (base units)."""

    intensity: Claim
    numerator: Claim
    implied: Interval


def shared_denominators(facts: Facts) -> Iterator[Relation]:
    """Propose each intensity against the denominator that the others of its year imply."""
    groups: dict[tuple[str, str], list[_Row]] = {}
    for row in _rows(facts):
        groups.setdefault((row.intensity.period.code, _per(row.intensity)), []).append(row)
    for rows in groups.values():
        if len(rows) > 1:
            yield from _against_yardstick(rows)


def _per(claim: Claim) -> str:
    return claim.quantity.unit.dimension.partition("/")[2]


def _rows(facts: Facts) -> Iterator[_Row]:
    bases = _numerator_bases()
    for claim in facts.levels:
        above = bases.get(claim.metric.base, ())
        if not above or not exact(claim) or claim.seat is None or claim.quantity.interval.may_be_zero:
            continue
        for base in above:
            row = _best_row(claim, base, facts)
            if row is not None:
                yield row
                break


def _numerator_bases() -> dict[str, tuple[str, ...]]:
    """Return the metrics that stand above the line of each intensity, as the identities declare."""
    bases: dict[str, tuple[str, ...]] = {}
    for identity in identities():
        if identity.divisor is not None and identity.whole is not None and len(identity.parts) == 1:
            above = identity.parts[0].metric
            bases[identity.whole.metric] = tuple(
                dict.fromkeys((*bases.get(identity.whole.metric, ()), above))
            )
    return bases


def _best_row(claim: Claim, base: str, facts: Facts) -> _Row | None:
    """Return the row of an intensity; of gross and net the numerator that the label asks for."""
    asked = claim.metric.facet("netting")
    plain = Metric(base, claim.metric.facets).having("intensity", "").having("netting", "")
    for netting in (asked,) if asked else _NETTINGS:
        numerator = facts.tell(plain.having("netting", netting), claim.scope, claim.period)
        if numerator is not None and exact(numerator) and numerator.seat is not None:
            above = numerator.quantity.unit.dimension.replace("ghg", "mass")
            if above != claim.quantity.unit.dimension.replace("ghg", "mass").partition("/")[0]:
                continue
            return _Row(claim, numerator, numerator.quantity.base / claim.quantity.base)
    return None


def _against_yardstick(rows: list[_Row]) -> Iterator[Relation]:
    """Propose each row against the narrowest of the rows that most others agree with."""
    support = {
        row.intensity.ref: sum(1 for other in rows if other.implied.meets(row.implied)) for row in rows
    }
    yardstick = min(
        rows, key=lambda row: (-support[row.intensity.ref], row.implied.width or 0, row.intensity.no)
    )
    if support[yardstick.intensity.ref] < 2:
        return
    for row in rows:
        if row.intensity.ref == yardstick.intensity.ref or row.numerator.ref == yardstick.numerator.ref:
            continue
        denominator = Expression.claim(yardstick.numerator.ref) / Expression.claim(yardstick.intensity.ref)
        computed = Expression.claim(row.numerator.ref) / denominator
        statement = (
            f"{short(row.numerator)} / ({short(yardstick.numerator)} / {short(yardstick.intensity)})"
            f" = {short(row.intensity)}"
        )
        keys = (row.numerator, yardstick.numerator, yardstick.intensity)
        strength = Strength.MUST if len(rows) > 2 else Strength.QUESTION
        yield relation(
            Kind.SHARED_DENOMINATOR,
            row.intensity,
            computed,
            statement,
            "shared",
            keys=keys,
            strength=strength,
        )
