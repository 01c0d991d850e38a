"""The row that a number of a sentence may be, where it is not the one that its words seem to name."""

from __future__ import annotations

import re

from auditor.lexicon.fold import fold
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.evidence import shared
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension

#: So many parts of their labels must two claims share.
TIE_PARTS = 2
#: Digits of a number that is that of a row by no chance.
_LONG = 5
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def better_partner(facts: Facts, stated: Claim, other: Claim) -> bool:
    """Return whether the prose number is printed in a table under words that it shares.

    Who says basic earnings does not mean the diluted ones, though both rows often tell one number.
    """
    for claim in facts.levels:
        if claim.source is not Source.TABLE or claim.ref == other.ref:
            continue
        same = dimension(claim) == dimension(stated) and claim.period.year == stated.period.year
        if (
            same
            and stated.quantity.base.overlaps(claim.quantity.base)
            and shared(claim, stated) >= TIE_PARTS
            and not (_named_apart(claim, stated) and _go_together(claim, other, facts))
        ):
            return True
    return False


def _named_apart(one: Claim, other: Claim) -> bool:
    """Return whether two claims narrow one metric by unlike words."""
    return one.metric.known and one.metric.base == other.metric.base and one.metric.conflicts(other.metric)


def _go_together(one: Claim, other: Claim, facts: Facts) -> bool:
    """Return whether the rows of two claims tell one number in another column."""
    if one.seat is None or other.seat is None or one.seat.table != other.seat.table:
        return False
    mine, theirs = (
        {
            item.seat.column: item.quantity.base
            for item in facts.levels
            if item.seat and (item.seat.table, item.seat.row) == (claim.seat.table, claim.seat.row)
        }
        for claim in (one, other)
        if claim.seat
    )
    both = [at for at in mine if at in theirs and at not in (one.seat.column, other.seat.column)]
    return any(mine[at].overlaps(theirs[at]) for at in both)


def of_another_year(facts: Facts, stated: Claim, cell: Claim) -> bool:
    """Return whether a sentence that names one year tells the long number of its row for another one."""
    if cell.seat is None or stated.quantity.digits < _LONG:
        return False
    if set(_YEAR.findall(fold(stated.context))) != {str(stated.period.year)}:
        return False
    return any(
        item.period.year not in (None, stated.period.year)
        and dimension(item) == dimension(stated)
        and item.quantity.base.overlaps(stated.quantity.base)
        for item in facts.by_row.get((cell.seat.table, cell.seat.row), ())
    )
