"""Where a sentence says that a number moved from one value to another, both stand in one row of a table.

The end that the row tells for its year says which row is meant. What the row tells for the earlier year is
then what the sentence started from; a value that some row of that name tells for any year is let be, for the
sentence may start from an older year.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.relate.evidence import entity
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import one_time
from auditor.relate.facts import printed_digits
from auditor.relate.facts import same_fact

#: An end of fewer digits says nothing, one of so few only where a single row is called so.
_LEAST, _SURE = 2, 3


def starts(facts: Facts) -> Iterator[Relation]:
    """Propose that what a sentence started from is what the row of its other end tells for that time."""
    for start, cell in _started(facts):
        yield same_fact(start, cell, "same:start")


def _started(facts: Facts) -> Iterator[tuple[Claim, Claim]]:
    """Yield what a sentence started from with what the row of its other end tells for that time instead."""
    for start, end in _moves(facts):
        rows = [row for row in _rows(end, facts) if not any(_meets(start, cell) for cell in row)]
        told = [row for row in rows if any(_meets(end, cell) and one_time(end, cell, facts) for cell in row)]
        if len(told) != 1 or len(rows) != len(_rows(end, facts)):
            continue
        if printed_digits(end) < (_LEAST if len(rows) == 1 else _SURE):
            continue
        before = [cell for cell in told[0] if one_time(start, cell, facts)]
        if len(before) == 1 and exact(before[0]):
            yield start, before[0]


def _moves(facts: Facts) -> Iterator[tuple[Claim, Claim]]:
    """Yield both ends of each change that a sentence tells of a metric of the lexicon, in either order."""
    told = [claim for claim in facts.report.claims if claim.source is not Source.TABLE]
    for one, other in pairwise(told):
        start, end = (other, one) if other.change is Change.FROM else (one, other)
        ends = (start.change, end.change) == (Change.FROM, Change.TO) and start.sentence == end.sentence
        alike = start.metric == end.metric and dimension(start) == dimension(end)
        sure = start.confidence == end.confidence == "strong" and exact(start) and exact(end)
        if ends and alike and sure and end.metric.known and start.period.year and not start.base:
            yield start, end


def _rows(end: Claim, facts: Facts) -> list[list[Claim]]:
    """Return the rows of tables that tell the metric of a sentence, in its dimension."""
    found: dict[tuple[int, int], list[Claim]] = {}
    for cell in facts.by_metric.get(end.metric.base, ()):
        alike = cell.metric == end.metric and dimension(cell) == dimension(end)
        if cell.source is Source.TABLE and cell.seat is not None and alike and entity(cell) == entity(end):
            found.setdefault((cell.seat.table, cell.seat.row), []).append(cell)
    return list(found.values())


def _meets(told: Claim, cell: Claim) -> bool:
    return told.quantity.base.meets(cell.quantity.base)
