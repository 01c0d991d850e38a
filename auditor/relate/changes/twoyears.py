"""The row of a table that tells both numbers of a sentence, each for its year: 由 2023 年的 412.6 增至 455.1.

One number may be met by chance under any name; two of one name in one row, each under its year, are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import pairwise

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import printed_digits

#: Digits of the two numbers together that chance does not give.
_LEAST_DIGITS, _LEAST_EACH = 7, 3
#: Table, row, and what tells the columns of a row apart beside their year.
_Row = tuple[int, int, str]


def cells_of_two_years(facts: Facts) -> dict[str, Claim]:
    """Return the cells of numbers that a sentence tells for two years, by the sentence's claim."""
    rows = _rows(facts)
    found: dict[str, Claim] = {}
    told = [claim for claim in facts.levels if claim.source is not Source.TABLE and exact(claim)]
    for one, other in pairwise(sorted(told, key=lambda claim: claim.no)):
        if _two_years(one, other):
            matched = list(_matched(one, other, rows))
            if len(matched) == 1:
                found[one.ref], found[other.ref] = matched[0]
    return found


def _two_years(one: Claim, other: Claim) -> bool:
    """Return whether two numbers of a sentence tell one thing for two years, in digits enough."""
    same = one.sentence == other.sentence >= 0 and one.folded == other.folded
    alike = same and one.scope == other.scope and dimension(one) == dimension(other)
    digits = [printed_digits(one), printed_digits(other)]
    apart = (
        one.period.year is not None and other.period.year is not None and one.period.year != other.period.year
    )
    return alike and apart and min(digits) >= _LEAST_EACH and sum(digits) >= _LEAST_DIGITS


def _rows(facts: Facts) -> Mapping[_Row, Sequence[Claim]]:
    found: defaultdict[_Row, list[Claim]] = defaultdict(list)
    for claim in facts.levels:
        if claim.seat is not None and exact(claim) and is_level(claim):
            found[claim.seat.table, claim.seat.row, claim.folded].append(claim)
    return found


def _matched(one: Claim, other: Claim, rows: Mapping[_Row, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the cells of each row that tells both numbers under their years."""
    for row in rows.values():
        mine, theirs = ([cell for cell in row if _tells(cell, claim)] for claim in (one, other))
        if mine and theirs:
            yield mine[0], theirs[0]


def _tells(cell: Claim, claim: Claim) -> bool:
    same = cell.period.year == claim.period.year and dimension(cell) == dimension(claim)
    return same and cell.quantity.base.meets(claim.quantity.base)
