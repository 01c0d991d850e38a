"""Columns of shares whose whole stands in another place, or nowhere: the ten largest shareholders.

Beside a column of amounts a column of percentages may tell each amount's share of one whole that is none of
its rows. Amount over share then implies an interval for the whole, and all rows must leave a common one. That
they do is proved as a quotient is: by the digits of the shares that had to agree, in several unlike rows,
wherever it can be worked out but once. The row that leaves the narrowest interval is the yardstick.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import tables

_LOG = Context(prec=6)
_HUNDRED = Decimal(100)
#: Digits that must agree beside the yardstick, in so many unlike rows; for one that misses so many must hold.
_PROVED = Decimal(6)
_RESULTS = 3
_PER_MISS = 4
#: A row that misses must tell its whole this closely: 1 % may be anything that is not much.
_FINE = Decimal("0.02")
#: Columns further away from a column of shares than this are not tried.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Row:
    """An amount with its share and the whole that both imply."""

    amount: Claim
    share: Claim
    whole: Interval

    @property
    def width(self) -> Decimal:
        """Return how wide the implied whole is, as a part of it."""
        low, high = self.whole.low, self.whole.high
        return (high - low) / high if low is not None and high else Decimal(1)

    @property
    def digits(self) -> Decimal:
        """Return how many digits must agree for the row to hold: those that tell the whole."""
        width = self.width
        return max(-_LOG.log10(width), Decimal(0)) if width else Decimal(0)


def hidden_wholes(facts: Facts, related: frozenset[str] = frozenset()) -> Iterator[Relation]:
    """Propose the shares of every table against the one whole that most of them imply.

    ``related`` are the shares that another relation of their table works out already.
    """
    for claims in tables(facts):
        for down in (False, True):
            found = lines(claims, down=down)
            amounts = [line for line in found if additive(line.first)]
            for line in found:
                if dimension(line.first) == "percent" and not _worked_out(line, related):
                    yield from _best(line, [other for other in amounts if _near(line, other, found)])


def _worked_out(line: Line, related: frozenset[str]) -> bool:
    return sum(claim.ref in related for claim in line.claims.values()) * 2 > len(line.claims)


def _near(line: Line, other: Line, found: Sequence[Line]) -> bool:
    return abs(found.index(other) - found.index(line)) <= _NEAR


def _best(shares: Line, amounts: Sequence[Line]) -> Iterator[Relation]:
    """Yield the shares of the column of amounts that agrees best, where its digits prove it."""
    proved = [found for amount in amounts if (found := _agreement(_rows(shares, amount))) is not None]
    if not proved:
        return
    rows, held = max(proved, key=lambda found: len(found[1]))
    yardstick = min(held, key=lambda row: (row.width, row.share.no))
    for row in rows:
        told = row in held or (row.width <= _FINE and not _plugged(row, yardstick))
        if row.share.ref != yardstick.share.ref and told:
            yield _relation(row, yardstick, Strength.MUST if row in held else Strength.QUESTION)


def _rows(shares: Line, amounts: Line) -> list[_Row]:
    """Return the rows in which both are told, of one kind all, and above nought."""
    found = []
    for position, share in shares.claims.items():
        amount = amounts.claims.get(position)
        if amount is None or dimension(share) != "percent" or dimension(amount) != dimension(amounts.first):
            continue
        lows = (share.quantity.interval.low, amount.quantity.interval.low)
        if any(low is None or low <= 0 for low in lows):
            continue
        whole = (amount.quantity.base / share.quantity.base).scale(_HUNDRED)
        found.append(_Row(amount, share, whole))
    return found


def _agreement(rows: Sequence[_Row]) -> tuple[Sequence[_Row], list[_Row]] | None:
    """Return the rows and those of them that leave one whole in common, None where chance may give it."""
    points = [row.whole.low for row in rows if row.whole.low is not None]
    held = max(([row for row in rows if point in row.whole] for point in points), key=len, default=[])
    by_number = {row.share.quantity.value: row.digits for row in held if row.share.quantity.value != _HUNDRED}
    worth = sum(by_number.values(), Decimal(0)) - max(by_number.values(), default=Decimal(0))
    misses = len(rows) - len(held)
    enough = len(by_number) > _RESULTS - 1 and worth >= _PROVED and misses * _PER_MISS <= len(held)
    return (rows, held) if enough else None


def _plugged(row: _Row, yardstick: _Row) -> bool:
    """Return whether a share misses by less than one unit of its last digit: so that all make 100."""
    told = (row.amount.quantity.base / yardstick.whole).scale(_HUNDRED)
    return told.gap(row.share.quantity.interval) < row.share.quantity.step


def _relation(row: _Row, yardstick: _Row, strength: Strength) -> Relation:
    whole = Expression.claim(yardstick.amount.ref) / Expression.claim(yardstick.share.ref)
    statement = (
        f"{short(row.amount)} / ({short(yardstick.amount)} / {short(yardstick.share)}) = {short(row.share)}"
    )
    return relation(
        Kind.SHARED_DENOMINATOR,
        row.share,
        Expression.claim(row.amount.ref) / whole,
        statement,
        "table:hidden",
        keys=(row.amount, yardstick.amount, yardstick.share),
        strength=strength,
    )
