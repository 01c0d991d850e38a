"""Cells of tables that tell what a sentence tells: a level of one year, or two levels of one row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.lexicon.fold import fold
from auditor.lexicon.likeness import parts
from auditor.lexicon.naming import residue
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.period import Period
from auditor.relate.evidence import entity
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact

#: The share of the words of a row that says that a sentence speaks of it.
_LEAST_NAMED = 0.5

#: The cells of a row for a later and an earlier year.
Pair = tuple[Claim, Claim]


def both_years(period: Period) -> tuple[int, int] | None:
    """Return the first and the last year of a span of years."""
    years = re.findall(r"(?:FY|CY)([0-9]{4})", period.code)
    return (int(years[0]), int(years[1])) if len(years) == 2 else None


def tells_level(cell: Claim, level: Claim, facts: Facts) -> bool:
    """Return whether a cell may tell the level of a sentence: of one kind, for one year, with one value."""
    calendar = facts.report.calendar
    return (
        cell.quantity.base.overlaps(level.quantity.base)
        and dimension(cell) == dimension(level)
        and exact(cell)
        and cell.metric.facet("vintage") != "before"
        and bool(cell.period)
        and calendar.instant(cell.period).year == calendar.instant(level.period).year
        and entity(cell) == entity(level)
    )


def names_row(cell: Claim, level: Claim) -> bool:
    """Return whether a sentence speaks of what a row is called: by metric, or in the words of its label."""
    if level.metric.known and cell.metric == level.metric and cell.scope == level.scope:
        return True
    if cell.metric.known and level.metric.known and cell.metric.base != level.metric.base:
        return False
    name = parts(cell.leaf)
    return bool(name) and len(name & parts(fold(level.context))) >= _LEAST_NAMED * len(name)


def from_level(told: Sequence[Claim], first: int, last: int, facts: Facts) -> Pair | None:
    """Return the two cells of the rows that print the last level told and are named in its sentence."""
    level = told[-1] if told else None
    if level is None or level.period.year != last:
        return None
    cells = [
        cell
        for cell in facts.levels
        if cell.source is Source.TABLE and tells_level(cell, level, facts) and _bears_name(cell, level)
    ]
    return _lone(_pairs(cells, first, facts))


def from_name(words: str, first: int, last: int, facts: Facts) -> Pair | None:
    """Return the two cells of the rows that are called as the words say; one pair or none."""
    told = residue(words, [], ())
    cells = [
        cell
        for cell in facts.levels
        if told and cell.source is Source.TABLE and exact(cell) and cell.period.year == last
        if residue(cell.folded, [], ()) == told
    ]
    return _lone(_pairs(cells, first, facts))


def _bears_name(cell: Claim, level: Claim) -> bool:
    """Return whether a row is that of a level by its metric, or all its words stand in the sentence."""
    name = parts(cell.leaf)
    return names_row(cell, level) or (bool(name) and name <= parts(fold(level.context)))


def _pairs(cells: Iterable[Claim], first: int, facts: Facts) -> Iterator[Pair]:
    for cell in cells:
        row = facts.by_row.get((cell.seat.table, cell.seat.row), ()) if cell.seat else ()
        for other in row:
            same = dimension(other) == dimension(cell) and other.folded == cell.folded and exact(other)
            if same and other.period.year == first and other.period.kind == cell.period.kind:
                yield (cell, other)


def _lone(pairs: Iterator[Pair]) -> Pair | None:
    """Return the first of pairs that all tell the same two numbers."""
    found = list(pairs)
    same = all(
        one.quantity.base.overlaps(other.quantity.base)
        for pair in found
        for one, other in zip(pair, found[0], strict=True)
    )
    return found[0] if found and same else None
