"""Earnings for each share: profit divided by the weighted average of the shares, row by row.

The weighted shares are printed in thousands, millions or one by one, seldom with a unit; profits of several
kinds stand in a report. The profit, the shares and the power of ten are those that give most years, two at
least: then a year that none of the profits and shares gives is a question, for what is added back to the
profit of diluted shares may not be told; an error where the same earnings, told again, hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.roles import roles
from auditor.lexicon.words.rates import names_weighted_shares
from auditor.lexicon.words.rates import share_kind
from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

_EARNINGS, _PROFIT = roles().per_share, roles().net_profit
#: Shares are printed one by one, in thousands, ten thousands or millions.
_POWERS = (0, 3, 4, 6)
#: So many years with unlike earnings of so many digits prove the rows.
_PROVED = Support(results=2, per_miss=2)
_LEAST_STEPS = 20

#: The numbers of a row by period.
_Row = Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class _Way:
    """A row of earnings per share, with the rows that may give it and the power of ten of the shares."""

    rate: _Row
    profit: _Row
    shares: _Row
    power: int

    @property
    def periods(self) -> list[str]:
        """Return the periods for which all three are told."""
        return [period for period in self.rate if period in self.profit and period in self.shares]

    def holds(self, period: str) -> bool:
        """Return whether profit and shares give the earnings of a period."""
        quotient = self.profit[period].quantity.base / self.shares[period].quantity.base
        return quotient.scale(Decimal(1).scaleb(-self.power)).meets(self.rate[period].quantity.base)

    @property
    def held(self) -> list[str]:
        """Return the periods that hold, one for each number."""
        return list({self.rate[item].size: item for item in self.periods if self.holds(item)}.values())


def earnings_per_share(facts: Facts) -> Iterator[Relation]:
    """Propose each row of earnings per share as profit over weighted shares, where two years prove it."""
    rows = _rows(facts)
    shares = [row for row in rows if names_weighted_shares(_first(row).folded) and _plain(row)]
    profits = [row for row in rows if _first(row).metric.base == _PROFIT] if shares else []
    found: list[tuple[_Way, str]] = []
    for rate in (row for row in rows if _first(row).metric.base == _EARNINGS) if shares else ():
        ways = [
            _Way(rate, profit, below, power)
            for below in shares
            if _of_one_kind(rate, below)
            for profit in profits
            for power in ((0,) if dimension(_first(below)) else _POWERS)
        ]
        found.extend(_best([way for way in ways if len(way.held) >= _PROVED.results]))
    held = {_told(way, period) for way, period in found if way.holds(period)}
    for way, period in found:
        yield _relation(way, period, sure=_told(way, period) in held)


def _told(way: _Way, period: str) -> tuple[str, str, str]:
    """Return which fact a row tells of a period: it may be told again, and rightly, in another table."""
    rate = way.rate[period]
    return (rate.metric.id, rate.scope, period)


def _rows(facts: Facts) -> list[_Row]:
    """Return the rows of all tables, each by period; rows that tell a period twice are left out."""
    found: list[_Row] = []
    for claims in facts.by_row.values():
        told = [claim for claim in claims if exact(claim) and claim.period]
        row = {claim.period.code: claim for claim in told}
        if row and len(row) == len(told):
            found.append(row)
    return found


def _first(row: _Row) -> Claim:
    return next(iter(row.values()))


def _plain(row: _Row) -> bool:
    counted = all(not dimension(claim).startswith(("money", "percent")) for claim in row.values())
    return counted and not any(claim.quantity.interval.may_be_zero for claim in row.values())


def _of_one_kind(rate: _Row, shares: _Row) -> bool:
    """Return whether earnings and shares are both basic or both diluted, as far as they say."""
    one, other = _first(rate).metric.facet("eps"), share_kind(_first(shares).folded)
    return not one or not other or one == other


def _best(ways: Sequence[_Way]) -> Iterator[tuple[_Way, str]]:
    """Yield the way that holds most with its periods; one that another way gives is none of its misses."""
    if not ways:
        return
    best = max(ways, key=lambda way: len(way.held))
    missed = [period for period in best.periods if not best.holds(period)]
    if not _PROVED.bears(len(best.held), len(missed)):
        return
    for period in best.periods:
        fine = abs(best.rate[period].quantity.value) >= _LEAST_STEPS * best.rate[period].quantity.step
        other = any(period in way.periods and way.holds(period) for way in ways)
        if best.holds(period) or (fine and not other):
            yield best, period


def _relation(way: _Way, period: str, *, sure: bool) -> Relation:
    rate, profit, shares = way.rate[period], way.profit[period], way.shares[period]
    computed = Expression.claim(profit.ref) / Expression.claim(shares.ref)
    if way.power:
        computed = computed * Expression.constant(Decimal(1).scaleb(-way.power))
    times = f" ÷ 10^{way.power}" if way.power else ""
    statement = f"{short(profit)} / {short(shares)}{times} = {short(rate)}"
    keys, strength = (profit, shares), Strength.MUST if sure else Strength.QUESTION
    return relation(Kind.RATIO, rate, computed, statement, "pershare", keys=keys, strength=strength)
