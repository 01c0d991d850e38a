"""Rates of a table whose two numbers stand elsewhere: per head, per square metre, per million of revenue.

The row of a rate says in its unit what is divided by what, and in its name what is divided. Where rows so
named give the rate in some years, within the intervals and to three digits, they are its numbers, and
a year in which they do not give it is a question; an error where two other years prove them and nothing else
gives it. What stands in another table, what was produced, and the sum of two scopes must prove themselves in
two years, or to so many more digits as chance finds among the ways that were tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.facets import facets
from auditor.lexicon.labels import label_words
from auditor.lexicon.likeness import parts
from auditor.lexicon.metrics import metrics
from auditor.lexicon.roles import roles
from auditor.lexicon.words.rates import above_name
from auditor.lexicon.words.rates import is_divisor
from auditor.lexicon.words.rates import names_area
from auditor.lexicon.words.rates import names_output
from auditor.lexicon.words.rates import per_area
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import total
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.relate.chance import Support
from auditor.relate.chance import agreed
from auditor.relate.chance import lucky
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import additive
from auditor.relate.ratios.above import bears
from auditor.relate.ratios.above import beside_under_head
from auditor.relate.ratios.above import in_block
from auditor.relate.ratios.above import narrows
from auditor.relate.ratios.above import of_metric
from auditor.relate.ratios.series import At
from auditor.relate.ratios.series import Series
from auditor.relate.ratios.series import rows_by_year
from auditor.relate.ratios.series import year_of

_PROVED = Support(results=1, per_miss=2, spared=1)
#: Digits that must agree in the years that hold.
_LEAST_DIGITS = Decimal(3)
#: Rates of accidents are told for so many hours.
_HOURS = (Decimal(1), Decimal(10) ** 3, Decimal(10) ** 6, Decimal(200000), Decimal(10) ** -6)
_ONCE = (Decimal(1),)
_AREAS = (Decimal(1), Decimal(100))
#: What a row may say of a scope that it tells as a whole.
_WHOLE = frozenset({roles().added_up, "basis", "netting"})
#: What is produced, by what its rate is told for.
_PRODUCED = {
    "product_mass": "mass",
    "mass": "mass",
    "volume": "volume",
    "energy": "energy",
    "product": "count",
}
_WORKED = "hours_worked"  # as intensities name it
_BELOW = {"count:person": roles().staff, _WORKED: roles().hours}

#: The claims of rows that are added up, by year.
_Summed = Mapping[int, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class _Way:
    """A rate with the two series that may give it, and by what their quotient is multiplied.

    ``far`` tells that neither the table nor a name common to all reports ties them to the rate.
    """

    rate: Series
    above: _Summed
    below: Series
    scale: Decimal
    far: bool = False

    @property
    def years(self) -> list[int]:
        """Return the years for which all three are told."""
        return sorted(set(self.rate) & set(self.above) & set(self.below))

    def holds(self, year: int) -> bool:
        """Return whether the quotient gives the rate of a year."""
        above = total(claim.quantity.base for claim in self.above[year])
        quotient = above / self.below[year].quantity.base
        return quotient.scale(self.scale).meets(self.rate[year].quantity.base)

    @property
    def misses(self) -> list[int]:
        """Return the years in which it does not."""
        return [year for year in self.years if not self.holds(year)]

    @property
    def proofs(self) -> list[int]:
        """Return the years in which it does, by unlike numbers."""
        return list(
            {self.rate[year].quantity.value: year for year in self.years if self.holds(year)}.values()
        )

    @property
    def digits(self) -> Decimal:
        """Return how many digits of the rate had to agree."""
        return sum((_digits(self.rate[year]) for year in self.proofs), Decimal(0))


def per_unit(facts: Facts) -> Iterator[Relation]:
    """Propose each rate of a table as the quotient of the rows that its name and its unit tell."""
    rows = rows_by_year(facts)
    for at, rate in rows.items():
        first = next(iter(rate.values()))
        above, below = _divided(first)
        if not below or any(claim.quantity.interval.may_be_zero for claim in rate.values()):
            continue
        produced = below in _PRODUCED or (below.startswith("count:") and below not in _BELOW)
        ways = [
            _Way(rate, over, under, scale, far or produced)
            for over, far in _numerators(first, above, rows, at)
            for under in _of_block(first, below, rows) or _denominators(below, facts, rows)
            for scale in _scales(first, below)
        ]
        yield from _best([way for way in ways if _proved(way, len(ways))])


def _scales(rate: Claim, below: str) -> tuple[Decimal, ...]:
    if below == _WORKED:
        return _HOURS
    return _AREAS if below == "area" and "/" not in rate.quantity.unit.dimension else _ONCE


def _divided(rate: Claim) -> tuple[str, str]:
    """Return the dimensions above and below the line of a rate; the second empty where it is none."""
    told = rate.quantity.unit.dimension.replace("ghg", "mass")
    above, _, below = told.partition("/")
    if below:
        counted = rate.quantity.unit.id.partition("/")[2]
        return above, f"{below}:{counted}" if below == "count" and counted else below
    leaf = rate.leaf
    if told in ("", "percent"):
        return ("", "")
    if any(word in leaf for word in label_words().per_head):
        return (told, "count:person")
    return (told, "area") if per_area(leaf) else ("", "")


def _numerators(rate: Claim, above: str, rows: Mapping[At, Series], at: At) -> Iterator[tuple[_Summed, bool]]:
    """Yield the rows that tell what a rate divides, and whether they are far: by name, else the one above.

    Rows of its own table come by name; those of others by name or by metric, and two scopes that make one.
    """
    alike = [
        (place, series)
        for place, series in rows.items()
        if place != at and dimension(first := next(iter(series.values()))) == above and additive(first)
    ]
    named = parts(above_name(rate.leaf))
    near = [(place, series) for place, series in alike if place[0] == at[0]]
    if not named:
        before = ((place[1], series) for place, series in near if place[1] < at[1])
        yield _summed(max(before, default=(0, {}), key=_first)[1]), False
    for place, series in alike:
        claim = next(iter(series.values()))
        borne, beside = bool(named) and bears(named, claim), in_block(rate, claim)
        here = place[0] == at[0]
        if borne or beside or of_metric(rate, claim) or (here and narrows(rate, claim)):
            yield _summed(series), not beside and not (borne and here)
    yield from ((scopes, True) for scopes in _scopes(rate, alike))


def _summed(series: Series) -> _Summed:
    return {year: (claim,) for year, claim in series.items()}


def _scopes(rate: Claim, alike: Sequence[tuple[At, Series]]) -> Iterator[_Summed]:
    """Yield the sums of scope 1 and scope 2 of one table, for an intensity of both or of no scope told."""
    scope = rate.metric.facet(roles().added_up)
    if rate.metric.base != roles().emissions_intensity or scope not in ("", "12"):
        return
    told = [(place, series) for place, series in alike if _scope(series)]
    for place, one in told:
        for other_place, two in told:
            if place[0] == other_place[0] and (_scope(one), _scope(two)) == ("1", "2"):
                yield {year: (one[year], two[year]) for year in one if year in two}


def _scope(series: Series) -> str:
    """Return which scope a row tells as a whole: no gas, no carrier or other part of it."""
    first = next(iter(series.values()))
    whole = not first.scope or first.scope in facets().values["netting"]
    plain = whole and {family for family, _ in first.metric.facets} <= _WHOLE
    return first.metric.facet(roles().added_up) if first.metric.base == roles().emissions and plain else ""


def _first(pair: tuple[int, Series]) -> int:
    return pair[0]


def _denominators(below: str, facts: Facts, rows: Mapping[At, Series]) -> Iterator[Series]:
    """Yield what the report tells to divide by: staff, hours, revenue, areas; in tables first."""
    yield from (series for series in rows.values() if _divides(next(iter(series.values())), below))
    told: dict[tuple[str, str], dict[int, Claim]] = {}
    for claim in facts.levels:
        year = year_of(claim, facts)
        if claim.source is not Source.TABLE and year is not None and exact(claim) and _divides(claim, below):
            told.setdefault((claim.metric.id, claim.scope), {}).setdefault(year, claim)
    yield from told.values()


def _of_block(rate: Claim, below: str, rows: Mapping[At, Series]) -> list[Series]:
    """Return what the block of a rate tells to divide by: the hours of contractors, below their head."""
    first = ((next(iter(series.values())), series) for series in rows.values())
    base = _BELOW.get(below, "")
    return [
        series
        for claim, series in first
        if claim.metric.base == base and beside_under_head(rate, claim) and additive(claim)
    ]


def _divides(claim: Claim, below: str) -> bool:
    """Return whether a number may stand below the line: the whole of what the unit of the rate names."""
    if claim.quantity.interval.may_be_zero:
        return False
    if below == "area":
        return dimension(claim) == "area" and names_area(claim.folded)
    if below in _PRODUCED:
        return dimension(claim) == _PRODUCED[below] and names_output(claim.folded)
    if below.startswith("count:") and below not in _BELOW:
        return dimension(claim) == "count" and claim.quantity.unit.id == below.removeprefix("count:")
    base = roles().revenue if below.startswith("money") else _BELOW.get(below, "")
    plain = not claim.metric.facets and (not claim.scope or is_divisor(claim.scope))
    own = claim.metric.base == base and plain
    return own and metrics().entry(base).nature != "ratio" and additive(claim)


def _proved(way: _Way, tried: int) -> bool:
    luck = lucky(tried) if way.far and len(way.proofs) < 2 else Decimal(0)
    return way.digits >= _LEAST_DIGITS + luck and _PROVED.bears(len(way.proofs), len(way.misses))


def _best(ways: Sequence[_Way]) -> Iterator[Relation]:
    """Yield the relations of the way that holds most; a year that another way gives is none of its misses."""
    if not ways:
        return
    best = min(ways, key=lambda way: (len(way.misses), -len(way.proofs)))
    given = {year for way in ways for year in way.years if way.holds(year)}
    for year in best.years:
        if best.holds(year) or year not in given:
            yield _relation(best, year)


def _relation(way: _Way, year: int) -> Relation:
    rate, above, below = way.rate[year], way.above[year], way.below[year]
    over = Expression.claim(above[0].ref) if len(above) == 1 else addition(tuple(part.ref for part in above))
    computed = over / Expression.claim(below.ref)
    if way.scale != 1:
        computed = computed * Expression.constant(way.scale)
    times = f" × {way.scale:f}" if way.scale != 1 else ""
    names = " + ".join(short(part) for part in above)
    names = f"({names})" if len(above) > 1 else names
    statement = f"{names} / {short(below)}{times} = {short(rate)}"
    sure = len(way.proofs) > 1 or way.holds(year)
    strength = Strength.MUST if sure else Strength.QUESTION
    return relation(Kind.RATIO, rate, computed, statement, "perunit", keys=(*above, below), strength=strength)


def _digits(claim: Claim) -> Decimal:
    return agreed(abs(claim.quantity.value), claim.quantity.interval.width or Decimal(0))
