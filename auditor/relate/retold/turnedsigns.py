"""A number that two tables tell with opposite signs, where the rows around it agree with theirs.

Whether a table prints what goes out with a minus is its own custom, so a lost minus shows only beside rows of
the same two columns that both tables print alike, one below zero among them. The rows must be called alike to
the letter: a loss may be added back in one table and taken off in the other.
"""

from __future__ import annotations

from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.facts import Facts
from auditor.relate.facts import exact

#: So many digits are not the same by chance.
_LONG = 6
#: So many other rows must agree.
_ROWS = 2


def turned(facts: Facts, stated: Claim, other: Claim) -> bool:
    """Return whether one of two tellings of a fact in two tables lost or gained a minus."""
    tabled = stated.source is other.source is Source.TABLE and stated.metric.known
    opposed = stated.quantity.value == -other.quantity.value and stated.quantity.digits >= _LONG
    if not (tabled and opposed and exact(stated) and exact(other)) or stated.leaf != other.leaf:
        return False
    mine, theirs = _column(facts, stated), _column(facts, other)
    alike = {name: value for name, value in mine.items() if theirs.get(name) == value}
    return len(alike) >= _ROWS and any(value < 0 for value in alike.values())


def _column(facts: Facts, claim: Claim) -> dict[tuple[str, str, str], Decimal]:
    """Return the long numbers of the column of a claim by row, metric and period."""
    assert claim.seat is not None  # noqa: S101  # only claims of tables come here
    place = (claim.seat.table, claim.seat.column)
    return {
        (item.leaf, item.metric.id, item.period.code): item.size
        for item in facts.levels
        if item.seat is not None
        and (item.seat.table, item.seat.column) == place
        and item.quantity.digits >= _LONG
    }
