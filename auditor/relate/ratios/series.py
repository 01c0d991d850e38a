"""The numbers of a row of a table by year, and those of a column where the rows are the years."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact

#: The claims of a row, or of a fact told in prose, by year.
Series = Mapping[int, Claim]
#: A row by its table and its place in it; a column that runs through the years counts down from -1.
At = tuple[int, int]


def rows_by_year(facts: Facts) -> dict[At, dict[int, Claim]]:
    """Return the rows of all tables, each by year; rows that tell a year twice are left out.

    Where the rows of a table are its years, the columns stand behind them.
    """
    found: dict[At, dict[int, Claim]] = {}
    columns: dict[At, dict[int, Claim]] = {}
    twice: set[At] = set()
    for claim in facts.levels:
        year = year_of(claim, facts)
        if claim.source is not Source.TABLE or claim.seat is None or year is None or not exact(claim):
            continue
        at, turned = (claim.seat.table, claim.seat.row), (claim.seat.table, -1 - claim.seat.column)
        _add(columns, turned, year, claim, twice)
        row = found.get(at)
        if row and dimension(claim) == "percent" != dimension(next(iter(row.values()))):
            continue  # the share of an amount, beside it
        _add(found, at, year, claim, twice)
    rows = {at: row for at, row in sorted(found.items()) if at not in twice}
    return rows | {at: row for at, row in columns.items() if at not in twice and _one_name(row)}


def _add(found: dict[At, dict[int, Claim]], at: At, year: int, claim: Claim, twice: set[At]) -> None:
    row = found.setdefault(at, {})
    if year in row:
        twice.add(at)
    row[year] = claim


def _one_name(column: Series) -> bool:
    return len(column) > 1 and len({claim.leaf for claim in column.values()}) == 1


def year_of(claim: Claim, facts: Facts) -> int | None:
    """Return the year in which the period of a number ends."""
    return facts.report.calendar.instant(claim.period).year if claim.period else None
