"""Columns of a table that tell one thing of each row: the only part of a total, shares of one kind and all.

That two columns of one time say the same is taken from long numbers that stand in both, row after row. Where
one row says otherwise, the one column may tell more there; it is asked about where a slip of the hand makes
the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from auditor.lexicon.fold import fold
from auditor.model.quantity import significant_digits
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.facts import Facts
from auditor.relate.facts import same_fact
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import says_total
from auditor.relate.lines import tables
from auditor.relate.slips import agreeing_digits

#: Long numbers, of so many digits, must stand in both columns.
_PROOF, _DIGITS = Support(results=2), 5
#: Digits that a slip must leave in agreement.
_SLIP_DIGITS = 4
#: A table of more columns is a list of figures whose neighbours say little of each other.
_MOST = 16


def twin_columns(facts: Facts) -> Iterator[Relation]:
    """Propose that two columns of a table say the same of each row, where they do of most."""
    for claims in tables(facts):
        columns = [line for line in lines(claims, down=False) if additive(line.first)]
        if len(columns) <= _MOST:
            for one, other in combinations(columns, 2):
                yield from _compared(one, other)


def _compared(one: Line, other: Line) -> Iterator[Relation]:
    rows = [at for at in one.claims if at in other.claims]
    if not _one_thing(one, other) or any(one.claims[at].period != other.claims[at].period for at in rows):
        return
    agree = [at for at in rows if one.claims[at].size == other.claims[at].size]
    told = {one.claims[at].size for at in agree}
    long = [digits for digits in map(significant_digits, told) if digits >= _DIGITS]
    if not _PROOF.proves(long) or not _PROOF.bears(len(agree), len(rows) - len(agree)):
        return
    for at in rows:
        mine, theirs = one.claims[at], other.claims[at]
        if at in agree and mine.size:
            yield same_fact(theirs, mine, "same:column", Strength.TIE)
        elif at not in agree and agreeing_digits(mine, theirs) >= _SLIP_DIGITS:
            yield same_fact(theirs, mine, "same:column", Strength.QUESTION)


def _one_thing(one: Line, other: Line) -> bool:
    """Return whether the one head says that it tells the total, or ends as the other does."""
    heads = [fold(line.first.context.rsplit("|", 1)[-1]).strip() for line in (one, other)]
    ends = [head.rsplit(" / ", 1)[-1] for head in heads]
    alike = any(head.endswith(end) for head, end in zip(heads, reversed(ends), strict=True))
    return alike or any(says_total(head) for head in heads)
