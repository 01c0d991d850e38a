"""Factors that stay: what is emitted per tonne of diesel, what a cubic metre of gas is worth in energy.

Two rows told for three or more years imply a factor each year. Where the intervals of all years but one meet
so narrowly that it is no chance, the factor is a constant, and every year is held to it; the year that does
not fit points to a wrong cell of one of the two rows, even where each row agrees with itself. A factor that
is never constant proves nothing: grid factors and mixes of fuels move every year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context
from decimal import Decimal
from functools import reduce
from itertools import combinations

from auditor.lexicon.roles import roles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.period import PeriodKind
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import agreed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import additive

_WIDE = Context(prec=20)
_LOG = Context(prec=6)
_LEAST_YEARS = 3
#: Digits in which a factor must stay while its rows move: for a carrier and what comes of it, for any rows.
_PROVED, _PROVED_UNNAMED = Decimal(2), Decimal(7)
#: So many years that agree are a constant whatever ties the two rows.
_AGREEING = 3
#: A mix of fuels or plants moves a factor by less; at the edge of a row a new factor may have been taken.
_LONE, _LONE_AT_EDGE = Decimal("0.02"), Decimal("0.1")
#: Where three years agree no mix is at work: the odd one is so many times further off than they are blurred.
_TIMES_BLURRED = 10
#: Rows that only numbers tie stand no more tables apart.
_NEIGHBOURS = 2
#: Quotients further apart than that are no constant that could be proved.
_NEARLY = Decimal("1.05")
#: Carriers whose factor is that of a grid or a plant, and is set anew every year.
_SUPPLIED = roles().supplied
#: What is worked out from the amount of a carrier.
_WORKED_OUT = roles().worked_out
_ONE = Interval.exactly(1)

_Row = Mapping[int, Claim]


@dataclass(frozen=True, slots=True)
class _Factor:
    """Two rows, the years in which their quotient is one number, and the one year in which it is not."""

    above: _Row
    below: _Row
    agreeing: tuple[int, ...]
    odd: int | None
    named: bool

    def quotient(self, year: int) -> Interval:
        """Return the factor that a year implies, in base units."""
        return _quotient(self.above[year], self.below[year])

    @property
    def yardstick(self) -> int:
        """Return the year that tells the factor most closely."""
        return min(self.agreeing, key=lambda year: (_blur(self.quotient(year)), -year))

    @property
    def worth(self) -> Decimal:
        """Return the digits in which the factor stayed where the rows moved."""
        found = (self._digits(year) for year in self.agreeing if year != self.yardstick)
        return sum(found, Decimal(0))

    def _digits(self, year: int) -> Decimal:
        moved = self.below[year].size / self.below[self.yardstick].size - 1
        blur = _blur(self.quotient(year)) + _blur(self.quotient(self.yardstick))
        moved = min(abs(moved), Decimal(1))
        return agreed(moved, blur)


def steady_factors(facts: Facts) -> Iterator[Relation]:
    """Propose for each pair of rows with a constant factor that every year follows it."""
    factors = list(_factors(_rows(facts)))
    odd: Counter[tuple[str, int | None]] = Counter(
        (_of(row).ref, factor.odd) for factor in factors for row in (factor.above, factor.below) if factor.odd
    )
    for factor in factors:
        twice = any(odd[_of(row).ref, factor.odd] > 1 for row in (factor.above, factor.below))
        yield from _relations(factor, twice=twice)


def _factors(rows: Sequence[_Row]) -> Iterator[_Factor]:
    sizes = [{year: claim.size for year, claim in row.items()} for row in rows]
    for one, other in combinations(range(len(rows)), 2):
        first, second = _of(rows[one]), _of(rows[other])
        named, turned = _carries(first, second), _carries(second, first)
        if not (named or turned or _beside(first, second)) or not _near(sizes[one], sizes[other]):
            continue
        above, below = (rows[other], rows[one]) if turned else (rows[one], rows[other])
        factor = _factor(above, below, named=named or turned)
        if factor is not None and factor.worth >= (_PROVED if factor.named else _PROVED_UNNAMED):
            yield factor


def _beside(one: Claim, other: Claim) -> bool:
    """Return whether two rows stand in one table or in neighbouring ones."""
    here, there = one.seat, other.seat
    return here is not None and there is not None and abs(here.table - there.table) <= _NEIGHBOURS


def _near(above: Mapping[int, Decimal], below: Mapping[int, Decimal]) -> bool:
    """Return whether the plain quotients of all years but one are near each other: most pairs end here."""
    found = sorted(_LOG.divide(above[year], below[year]) for year in above if year in below)
    if len(found) < _LEAST_YEARS:
        return False
    return found[-2] <= found[0] * _NEARLY or found[-1] <= found[1] * _NEARLY


def _of(row: _Row) -> Claim:
    return row[max(row)]


def _rows(facts: Facts) -> list[_Row]:
    """Return the rows of tables that tell amounts, and no money, of three or more years."""
    found: dict[tuple[int, int], dict[int, Claim]] = {}
    for claim in facts.levels:
        year = claim.period.year
        if claim.seat is not None and year is not None and _counts(claim):
            row = found.setdefault((claim.seat.table, claim.seat.row), {})
            row.setdefault(year, claim)
    return [row for at, row in sorted(found.items()) if len(row) >= _LEAST_YEARS and _alike(row)]


def _counts(claim: Claim) -> bool:
    quantity = claim.quantity
    amount = additive(claim) and bool(quantity.unit.id) and not dimension(claim).startswith("money")
    positive = quantity.value > 0 and not quantity.interval.may_be_zero
    yearly = claim.period.kind is PeriodKind.YEAR
    return claim.source is Source.TABLE and yearly and amount and positive and exact(claim)


def _alike(row: _Row) -> bool:
    return len({(dimension(claim), claim.metric) for claim in row.values()}) == 1


def _carries(above: Claim, below: Claim) -> bool:
    """Return whether one row tells what comes of what the other tells: emissions or energy of a carrier."""
    if (
        not (above.metric.known and below.metric.known)
        or above.quantity.unit.dimension == below.quantity.unit.dimension
    ):
        return False
    if above.metric == below.metric:
        return above.no < below.no and above.scope == below.scope
    burnt = _carrier(below)
    return bool(burnt) and above.metric.base in _WORKED_OUT and _carrier(above) == burnt


def _carrier(claim: Claim) -> str:
    """Return the carrier of which a row tells: as the metric itself, or as what narrows it."""
    narrowed = claim.metric.facet("carrier")
    scope2 = claim.metric.facet(roles().added_up) == "2" and claim.metric.facet("basis") != "market"
    plain = "" if claim.metric.base in _WORKED_OUT else claim.metric.base
    return narrowed or plain or (roles().electricity if scope2 else "")


def _factor(above: _Row, below: _Row, *, named: bool) -> _Factor | None:
    """Return the factor of two rows that is the same in all years that both tell but one at most."""
    years = [year for year in above if year in below]
    if len(years) < _LEAST_YEARS:
        return None
    quotients = {year: _quotient(above[year], below[year]) for year in years}
    agreeing = max((_meeting(quotients, year) for year in years), key=len)
    odd = [year for year in years if year not in agreeing]
    if len(agreeing) < _LEAST_YEARS - 1 or len(odd) > 1 or any(_ONE.meets(q) for q in quotients.values()):
        return None
    return _Factor(above, below, agreeing, odd[0] if odd else None, named)


def _quotient(above: Claim, below: Claim) -> Interval:
    return above.quantity.base / below.quantity.base


def _meeting(quotients: Mapping[int, Interval], year: int) -> tuple[int, ...]:
    """Return the years, beginning with one, whose factors leave a number in common."""
    common, found = quotients[year], [year]
    for other, quotient in quotients.items():
        both = common.intersection(quotient)
        if other != year and both is not None:
            common = both
            found.append(other)
    return tuple(sorted(found))


def _relations(factor: _Factor, *, twice: bool) -> Iterator[Relation]:
    yardstick = factor.yardstick
    for year in factor.agreeing:
        if year != yardstick:
            yield _relation(factor, year, yardstick, Strength.TIE)
    if factor.odd is not None and _asks(factor, factor.odd, twice=twice):
        yield _relation(factor, factor.odd, yardstick, Strength.QUESTION)


def _asks(factor: _Factor, odd: int, *, twice: bool) -> bool:
    """Return whether the odd year is a question: no drift of a mix, and no new factor from a year on.

    ``twice`` says that one of the two rows leaves a factor of its own with a third row in that year too.
    """
    common = reduce(_both, (factor.quotient(year) for year in factor.agreeing))
    middle = common.middle or Decimal(1)
    jump = _WIDE.divide(common.gap(factor.quotient(odd)), middle)
    years = sorted((*factor.agreeing, odd))
    if odd in (years[0], years[-1]):
        supplied = _carrier(_of(factor.below)) in _SUPPLIED
        return factor.named and not supplied and jump >= _LONE_AT_EDGE
    if len(factor.agreeing) >= _AGREEING or (factor.named and twice):
        return jump >= _TIMES_BLURRED * _blur(common)
    return factor.named and jump >= _LONE


def _both(one: Interval, other: Interval) -> Interval:
    return one.intersection(other) or one


def _relation(factor: _Factor, year: int, yardstick: int, strength: Strength) -> Relation:
    above, below = factor.above[year], factor.below[year]
    base, per = factor.above[yardstick], factor.below[yardstick]
    implied = Expression.claim(base.ref) / Expression.claim(per.ref)
    statement = f"{short(below)} × ({short(base)} / {short(per)}, {base.period.code}) = {short(above)}"
    return relation(
        Kind.RATIO,
        above,
        Expression.claim(below.ref) * implied,
        statement,
        "factor:steady",
        keys=(below, base, per),
        strength=strength,
    )


def _blur(interval: Interval) -> Decimal:
    """Return the width of a factor as a share of it."""
    middle, width = interval.middle, interval.width
    return _WIDE.divide(width, middle) if middle and width is not None else Decimal(1)
