"""Shares of the capital that other tables tell: what was lent out, who joined the largest holders.

A table of holders proves by its rows what the capital is at the end of the year, as `hiddenwholes` says.
Other tables tell of one holder only: a number of shares, and beside it under the same head its share of the
capital (数量合计, 占总股本的比例) on a day. Shares of one capital on one day have one denominator. Where no
table proves it, the pair that tells it most closely is the yardstick. What misses by little may have left out
the shares that the company holds itself: that is no question, save where other shares of its column did not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.words.rates import names_capital_share
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.period import PeriodKind
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

#: The relations that prove the capital in a table of holders.
_PROVED = "table:hidden"
#: A share that misses by more steps of its last digit than this is no matter of how the capital is counted,
#: nor is one that implies a capital so many times as large or small.
_FAR, _TIMES = 5, 2


@dataclass(frozen=True, slots=True)
class _Holding:
    """A number of shares and the share of the capital that they are."""

    amount: Claim
    share: Claim

    @property
    def capital(self) -> Interval | None:
        """Return the capital that the two imply, None where one is nought or below."""
        told = self.amount.quantity.base, self.share.quantity.base
        if any(base.low is None or base.low <= 0 for base in told):
            return None
        return (told[0] / told[1]).scale(HUNDRED.number)


def holdings(facts: Facts, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Propose each share of the capital on a day against the number of shares that it is told of.

    ``relations`` are those found so far: they tell which table proves the capital of which day.
    """
    related = {item.stated for item in relations if item.rule == _PROVED}
    days: dict[str, list[_Holding]] = defaultdict(list)
    for holding in _holdings(facts):
        if holding.share.ref not in related and holding.share.period.kind is PeriodKind.INSTANT:
            days[holding.share.period.code].append(holding)
    proved = _proved(facts, relations)
    for day, told in sorted(days.items()):
        yardstick = _narrowest([*proved.get(day, ()), *told])
        if yardstick is not None:
            yield from (
                _relation(holding, yardstick)
                for holding in told
                if holding != yardstick
                and (_compares(holding, yardstick) or _odd_one_out(holding, told, yardstick))
            )


def _holdings(facts: Facts) -> Iterator[_Holding]:
    """Yield the shares of the capital with the only number of shares under the same head of their row."""
    for row in facts.by_row.values():
        for share in row:
            if not (dimension(share) == "percent" and exact(share) and _of_capital(share)):
                continue
            amounts = [item for item in row if _counts_shares(item) and _one_head(item, share)]
            if len(amounts) == 1:
                yield _Holding(amounts[0], share)


def _counts_shares(claim: Claim) -> bool:
    return claim.quantity.unit.id == "share" and exact(claim)


def _of_capital(claim: Claim) -> bool:
    return names_capital_share(claim.leaf)


def _one_head(one: Claim, other: Claim) -> bool:
    """Return whether two numbers of a row are told for one day, and only the last of their heads differs."""
    heads = {claim.folded.rsplit("/", 1)[0].strip() for claim in (one, other)}
    return len(heads) == 1 and one.period == other.period


def _proved(facts: Facts, relations: Sequence[Relation]) -> Mapping[str, list[_Holding]]:
    """Return what tables of holders imply the capital with, by the day."""
    claims = {claim.ref: claim for claim in facts.levels}
    found: dict[str, list[_Holding]] = defaultdict(list)
    for item in relations:
        if item.rule == _PROVED and all(ref in claims for ref in item.refs):
            stated, _, amount, share = (claims[ref] for ref in item.refs)
            if _of_capital(stated) and _counts_shares(amount):
                day = facts.report.calendar.instant(share.period).code
                found[day].append(_Holding(amount, share))
    return found


def _narrowest(told: Sequence[_Holding]) -> _Holding | None:
    """Return what tells the capital most closely."""
    implied = [(holding, capital) for holding in told if (capital := holding.capital) is not None]
    closest = min(implied, key=lambda pair: (_width(pair[1]), pair[0].share.no), default=None)
    return closest[0] if closest else None


def _width(capital: Interval) -> Decimal:
    low, high = capital.low, capital.high
    return (high - low) / high if low is not None and high else Decimal(1)


def _compares(holding: _Holding, yardstick: _Holding) -> bool:
    """Return whether a share agrees with its number of shares, or is nowhere near it, or one is nought."""
    capital, implied = yardstick.capital, holding.capital
    if capital is None:
        return False
    told = (holding.amount.quantity.base / capital).scale(HUNDRED.number)
    gap = told.gap(holding.share.quantity.interval)
    step = holding.share.quantity.step
    lost = (holding.amount.quantity.value == 0) != (holding.share.quantity.value == 0)
    return gap == 0 or gap > _FAR * step or (lost and gap > step) or _unlike(capital, implied)


def _odd_one_out(holding: _Holding, told: Sequence[_Holding], yardstick: _Holding) -> bool:
    """Return whether others of its column are shares of that capital, and of none that it would be of."""
    implied, capital = holding.capital, yardstick.capital
    if implied is None or capital is None or _rounds(holding, capital):
        return False
    column = [other.capital for other in told if other != holding and _one_column(other.share, holding.share)]
    beside = [other for other in column if other is not None and other.meets(capital)]
    return any(not other.meets(implied) for other in beside)


def _rounds(holding: _Holding, capital: Interval) -> bool:
    """Return whether a share is no more than one step of its last digit off."""
    gap = (holding.amount.quantity.base / capital).scale(HUNDRED.number).gap(holding.share.quantity.interval)
    return gap is None or gap <= holding.share.quantity.step


def _one_column(one: Claim, other: Claim) -> bool:
    here, there = one.seat, other.seat
    return bool(here and there and here.table == there.table and here.column == there.column)


def _unlike(capital: Interval, implied: Interval | None) -> bool:
    """Return whether the capital that two numbers imply is another one, however it is counted."""
    low, high = capital.low, capital.high
    if implied is None or low is None or high is None:
        return False
    return not implied.meets(Interval(low / _TIMES, high * _TIMES))


def _relation(holding: _Holding, yardstick: _Holding) -> Relation:
    capital = Expression.claim(yardstick.amount.ref) / Expression.claim(yardstick.share.ref)
    names = short(holding.amount), short(yardstick.amount), short(yardstick.share), short(holding.share)
    return relation(
        Kind.SHARED_DENOMINATOR,
        holding.share,
        Expression.claim(holding.amount.ref) / capital,
        "{} / ({} / {}) = {}".format(*names),
        "table:capital",
        keys=(holding.amount, yardstick.amount, yardstick.share),
        # none of the shares are nothing, whatever the capital is
        strength=Strength.QUESTION if holding.amount.quantity.value else Strength.MUST,
    )
