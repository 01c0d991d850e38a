"""Columns of shares whose whole stands in another place, or nowhere: the ten largest shareholders.

Beside a column of amounts a column of percentages may tell each amount's share of one whole that is none of
its rows. Amount over share then implies an interval for the whole, and all rows must leave a common one. That
they do is proved as a quotient is: by the digits of the shares that had to agree, in several unlike rows,
wherever it can be worked out but once. Right beside the amounts, with 100 % in the row of a total, fewer do:
there the total itself may be wrong. The row that leaves the narrowest interval is the yardstick.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.chance import agreed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import says_total
from auditor.relate.lines import tables

_HUNDRED = Decimal(100)
#: What must hold beside the yardstick; the same of shares right beside their amounts that end in 100 %.
_PROVED = Support(results=2, digits=Decimal(6), per_miss=4)
_PROVED_BESIDE = Support(results=2, digits=Decimal("3.5"))
#: So many steps of its last digit are no matter of rounding, however coarse a share is.
_FAR = 5
#: One miss among so many rows that hold is an error; among fewer it is asked about.
_SURE = 6
#: A row that misses must tell its whole this closely: 1 % may be anything that is not much.
_FINE = Decimal("0.02")
#: Columns further away from a column of shares than this are not tried.
_NEAR = 4


_Pair = tuple[Claim, Claim]


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
        return agreed(Decimal(1), self.width)


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
    columns = [list(_pairs(shares, amount)) for amount in amounts]
    proved = [
        (pairs, *found)
        for pairs in columns
        if (found := _agreement(_rows(pairs), beside=_beside(pairs))) is not None
    ]
    if not proved:
        return
    pairs, rows, held = max(proved, key=lambda found: len(found[2]))
    yardstick = min(held, key=lambda row: (row.width, row.share.no))
    missed = [(row.amount, row.share) for row in rows if row not in held and _missed(row, yardstick)]
    missed += [pair for pair in pairs if _lost(*pair) and _far(*pair, yardstick)]
    missed += _emptied(pairs, columns, yardstick) if len(held) >= _SURE else []
    sure = len(missed) == 1 and len(held) >= _SURE
    for amount, share in [*((row.amount, row.share) for row in held), *missed]:
        if share.ref != yardstick.share.ref:
            firm = sure or (amount, share) not in missed
            yield _relation(amount, share, yardstick, Strength.MUST if firm else Strength.QUESTION)


def _pairs(shares: Line, amounts: Line) -> Iterator[_Pair]:
    """Yield the amounts with their shares, where both are told and the amounts are of one kind."""
    for position, share in shares.claims.items():
        amount = amounts.claims.get(position)
        if (
            amount is not None
            and dimension(share) == "percent"
            and dimension(amount) == dimension(amounts.first)
        ):
            yield amount, share


def _told(amount: Claim, share: Claim) -> bool:
    """Return whether both are above nought, so that they imply a whole."""
    return _positive(amount) and _positive(share)


def _lost(amount: Claim, share: Claim) -> bool:
    """Return whether only the share is nought or below, or only the amount is below nought.

    An amount of nought beside a share may be one of another column: held under a lock-up.
    """
    turned = amount.quantity.value < 0 and _positive(share)
    return turned or (_positive(amount) and not _positive(share))


def _emptied(pairs: Sequence[_Pair], columns: Sequence[Sequence[_Pair]], yardstick: _Row) -> list[_Pair]:
    """Return the one amount of nought that stands beside a share, where no other column tells its amount."""
    found = [pair for pair in pairs if not pair[0].quantity.value and _positive(pair[1])]
    told = [
        pair for column in columns for pair in column if found and pair[1] == found[0][1] and _told(*pair)
    ]
    alone = len(found) == 1 and all(_steps(*pair, yardstick) >= 1 for pair in told)
    return found if alone and _far(*found[0], yardstick) else []


def _positive(claim: Claim) -> bool:
    return claim.quantity.interval.low is not None and claim.quantity.interval.low > 0


def _rows(pairs: Sequence[_Pair]) -> list[_Row]:
    """Return the rows that imply a whole."""
    return [
        _Row(amount, share, (amount.quantity.base / share.quantity.base).scale(_HUNDRED))
        for amount, share in pairs
        if _told(amount, share)
    ]


def _beside(pairs: Sequence[_Pair]) -> bool:
    """Return whether shares stand right beside their amounts, with 100 % in the row of a total alone."""
    wholes = [amount for amount, share in pairs if share.quantity.value == _HUNDRED]
    near = all(
        amount.seat
        and share.seat
        and (amount.seat.row, amount.seat.column + 1) == (share.seat.row, share.seat.column)
        for amount, share in pairs
    )
    return near and len(wholes) == 1 and says_total(wholes[0].folded)


def _agreement(rows: Sequence[_Row], *, beside: bool) -> tuple[Sequence[_Row], list[_Row]] | None:
    """Return the rows and those of them that leave one whole in common, None where chance may give it."""
    points = [row.whole.low for row in rows if row.whole.low is not None]
    held = max(([row for row in rows if point in row.whole] for point in points), key=len, default=[])
    by_number = {row.share.quantity.value: row.digits for row in held if row.share.quantity.value != _HUNDRED}
    support = _PROVED_BESIDE if beside else _PROVED
    proved = support.proves(sorted(by_number.values())[:-1])  # without the yardstick
    return (rows, held) if proved and support.bears(len(held), len(rows) - len(held)) else None


def _missed(row: _Row, yardstick: _Row) -> bool:
    """Return whether a row tells another whole closely enough to be asked about.

    A share that misses by less than one unit of its last digit was rounded so that all make 100.
    """
    steps = _steps(row.amount, row.share, yardstick)
    return steps > _FAR or (row.width <= _FINE and steps >= 1)


def _far(amount: Claim, share: Claim, yardstick: _Row) -> bool:
    """Return whether such a share is nowhere near what its amount has, as finely as others are told."""
    own, house = (claim.quantity.step or Decimal(1) for claim in (share, yardstick.share))
    steps = _steps(amount, share, yardstick) * max(own / house, Decimal(1))
    turned = (share.quantity.value < 0) != (amount.quantity.value < 0)
    return steps > _FAR or (turned and steps > 1)


def _steps(amount: Claim, share: Claim, yardstick: _Row) -> Decimal:
    """Return by how many steps of its last digit a share misses what its amount has of the whole."""
    told = (amount.quantity.base / yardstick.whole).scale(_HUNDRED)
    return told.gap(share.quantity.interval) / (share.quantity.step or 1)


def _relation(amount: Claim, share: Claim, yardstick: _Row, strength: Strength) -> Relation:
    whole = Expression.claim(yardstick.amount.ref) / Expression.claim(yardstick.share.ref)
    statement = f"{short(amount)} / ({short(yardstick.amount)} / {short(yardstick.share)}) = {short(share)}"
    return relation(
        Kind.SHARED_DENOMINATOR,
        share,
        Expression.claim(amount.ref) / whole,
        statement,
        "table:hidden",
        keys=(amount, yardstick.amount, yardstick.share),
        strength=strength,
    )
