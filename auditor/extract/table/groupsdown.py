"""Groups that a table names once, beside the first of their rows: they hold for the rows below it too."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.model.document import Cell

#: So many groups, of two rows or more, tell that a column names groups.
_GROUPS = 2


def with_groups_down(
    grid: list[list[Cell | None]], columns: Sequence[Column], start: int
) -> list[list[Cell | None]]:
    """Return the rows with the groups of the first column at each of the rows that they stand for.

    The first column names groups where the second names each row from ``start`` on; a group is set beside
    the first of its rows. A row that only the first column names belongs to no group and ends one.
    """
    labels = [index for index, column in enumerate(columns) if column.role is Role.LABEL]
    if labels[:2] != [0, 1] or not _names_groups([row for row in grid[start:] if _valued(row, columns)]):
        return grid
    found = [list(row) for row in grid]
    group: Cell | None = None
    for row in found[start:]:
        if _filled(row[0]) or not _filled(row[1]):
            group = row[0] if _filled(row[0]) and _filled(row[1]) and row[0] is not row[1] else None
        elif group is not None:
            row[0] = group
    return found


def _names_groups(rows: Sequence[Sequence[Cell | None]]) -> bool:
    """Return whether the first column stands beside the first row of each of several groups."""
    firsts = [at for at, row in enumerate(rows) if _filled(row[0])]
    if not firsts or firsts[0] > 0 or not all(_filled(row[0]) or _filled(row[1]) for row in rows):
        return False
    ends = [*firsts[1:], len(rows)]
    long = [first for first, end in zip(firsts, ends, strict=True) if end - first > 1]
    beside = all(_filled(rows[first][1]) and rows[first][0] is not rows[first][1] for first in long)
    return beside and len(long) >= _GROUPS


def _valued(row: Sequence[Cell | None], columns: Sequence[Column]) -> bool:
    return any(
        column.role in (Role.VALUE, Role.CHANGE) and _filled(cell)
        for column, cell in zip(columns, row, strict=False)
    )


def _filled(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text)
