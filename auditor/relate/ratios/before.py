"""Rates that the report before works out from the very same rows.

What a rate is the quotient of, the years show in which it holds. Where a report tells the rows for two years
only and one number is wrong, one year is left, which chance may give. The report before printed rate and rows
under the same names: what holds there in two years or more, and here in one, must hold here in the other.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from auditor.model.claim import Claim
from auditor.model.evaluate import worked_out
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import additive
from auditor.relate.lines import own_name
from auditor.relate.ratios.perunit import per_unit
from auditor.relate.ratios.quotients import table_ratios
from auditor.relate.ratios.series import Series
from auditor.relate.ratios.series import rows_by_year

#: So many unlike numbers must have come out in the report before.
_PROOFS = 2

#: What a row is called, and the dimension of its numbers.
_Name = tuple[str, str]
#: What rows a rate is worked out from, itself the first, and how; the places of the rows stand for claims.
_Formula = tuple[tuple[_Name, ...], Expression]


@dataclass(slots=True)
class _Proof:
    """By what numbers a quotient of named rows held in the report before, and how often it missed."""

    kind: Kind
    values: set[Decimal] = field(default_factory=set)
    misses: int = 0


def rates_before(facts: Facts, others: Sequence[Facts], related: Collection[str]) -> Iterator[Relation]:
    """Propose the quotients of the report before for the rates that nothing here is ``related`` to."""
    year = facts.report.period.year
    earlier = [other for other in others if year and (other.report.period.year or year) < year]
    rows = _named(facts) if earlier else {}
    loose = {name for name, series in rows.items() if _is_rate(series) and _unrelated(series, related)}
    if not loose:
        return
    for (names, formula), proof in _proved(earlier[-1], loose).items():
        series = [rows[name] for name in names if name in rows]
        if len(series) == len(names) and not proof.misses and len(proof.values) >= _PROOFS:
            yield from _again(series, formula, proof.kind)


def _named(facts: Facts) -> dict[_Name, Series]:
    """Return the rows of all tables by their names; a name that two rows bear with unlike numbers is none."""
    found: dict[_Name, Series] = {}
    twice: set[_Name] = set()
    for (_, row), series in rows_by_year(facts).items():
        first = next(iter(series.values()))
        name = (own_name(first), dimension(first))
        known = found.get(name, {})
        if row >= 0:
            twice |= (
                {name}
                if any(_apart(known[year], series[year]) for year in known if year in series)
                else set()
            )
            found[name] = {**series, **known}
    return {name: series for name, series in found.items() if name not in twice}


def _apart(one: Claim, other: Claim) -> bool:
    return not one.quantity.base.overlaps(other.quantity.base)


def _is_rate(series: Series) -> bool:
    first = next(iter(series.values()))
    return not additive(first) and "/" in dimension(first)


def _unrelated(series: Series, related: Collection[str]) -> bool:
    return any(claim.ref not in related for claim in series.values())


def _proved(
    earlier: Facts, loose: Collection[_Name]
) -> Mapping[tuple[tuple[_Name, ...], Expression], _Proof]:
    """Return the quotients of the report before, with names for claims and the numbers that prove them."""
    names = {
        claim.ref: (name, year) for name, series in _named(earlier).items() for year, claim in series.items()
    }
    claims = {claim.ref: claim for claim in earlier.levels}
    found: dict[_Formula, _Proof] = {}
    for item in chain(table_ratios(earlier), per_unit(earlier)):
        refs = (item.stated, *item.computed.refs)
        told = [names[ref] for ref in refs if ref in names]
        if len(told) < len(refs) or told[0][0] not in loose or len({year for _, year in told}) > 1:
            continue
        formula = _with(item.computed, dict(zip(refs, map(str, range(len(refs))), strict=True)))
        proof = found.setdefault((tuple(name for name, _ in told), formula), _Proof(item.kind))
        if _holds(item.computed, claims[item.stated], claims):
            proof.values.add(claims[item.stated].quantity.value)
        else:
            proof.misses += 1
    return found


def _with(formula: Expression, refs: Mapping[str, str]) -> Expression:
    """Return a formula with other claims in the place of its own."""
    if formula.operator is Operator.CLAIM:
        return Expression.claim(refs[formula.ref])
    return replace(formula, operands=tuple(_with(operand, refs) for operand in formula.operands))


def _holds(formula: Expression, stated: Claim, claims: Mapping[str, Claim]) -> bool:
    told = {ref: claims[ref].quantity.base for ref in formula.refs}
    result = worked_out(formula, told)
    return result is not None and result.meets(stated.quantity.base)


def _again(series: Sequence[Series], formula: Expression, kind: Kind) -> Iterator[Relation]:
    """Yield a quotient of rows in each year, where it holds in one at least and misses in one at most."""
    years = sorted(set.intersection(*(set(row) for row in series)))
    told = [[row[year] for row in series] for year in years]
    held = [claims for claims in told if _holds(_filled(formula, claims), claims[0], _by_ref(claims))]
    if held and len(told) - len(held) <= 1:
        for stated, *below in told:
            names = " / ".join(short(claim) for claim in below)
            sure = Strength.MUST if [stated, *below] in held or len(held) >= _PROOFS else Strength.QUESTION
            yield relation(
                kind,
                stated,
                _filled(formula, [stated, *below]),
                f"{names} = {short(stated)}",
                "before:rate",
                keys=below,
                strength=sure,
            )


def _filled(formula: Expression, claims: Sequence[Claim]) -> Expression:
    return _with(formula, {str(at): claim.ref for at, claim in enumerate(claims)})


def _by_ref(claims: Sequence[Claim]) -> dict[str, Claim]:
    return {claim.ref: claim for claim in claims}
