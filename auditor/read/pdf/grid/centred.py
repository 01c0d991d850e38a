"""Groups of rows whose names stand in the middle of them, in a first column that no rule parts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_value

#: A name stands in the middle of its rows within this share of the height of a row.
_MIDDLE = 0.12
#: A group of so many rows shows that names stand in the middle: beside none but this they would not.
_LARGE = 3


def span_centred(draft: Draft) -> None:
    """Let the names in the first column span the rows in whose middle they stand, where all of them do."""
    first = next((row for row in range(draft.rows) if _has_data(draft.row_cells(row))), draft.rows)
    cells = [_cell(draft, row, 0) for row in range(first, draft.rows)]
    labels = [_cell(draft, row, 1) for row in range(first, draft.rows)]
    if any(cell is None for cell in (*cells, *labels)) or draft.columns < _LARGE:
        return
    names = [cell for cell in cells if cell is not None and cell.words]
    rows = [cell for cell in labels if cell is not None]
    if len(names) in (0, len(cells)) or any(is_data(string_of(cell.words)) for cell in names):
        return
    if not all(cell.words and not is_value(cell.string) for cell in rows):
        return
    groups = _groups(draft, first, names)
    if groups and any(end - start >= _LARGE for start, end in groups):
        _merge(draft, first, names, groups)


def _groups(draft: Draft, first: int, names: Sequence[DraftCell]) -> list[tuple[int, int]]:
    """Return from which row to which each name spans, nothing where one stands in the middle of none."""
    start, found = first, []
    height = min(lower - upper for upper, lower in itertools.pairwise(draft.levels[first:]))
    for name in names:
        middle = (min(word.top for word in name.words) + max(word.bottom for word in name.words)) / 2
        ends = range(start + 1, draft.rows + 1)
        end = min(ends, key=lambda row: abs(_middle(draft, start, row) - middle), default=0)
        if not end or abs(_middle(draft, start, end) - middle) > _MIDDLE * height:
            return []
        found.append((start, end))
        start = end
    return found if start == draft.rows else []


def _middle(draft: Draft, start: int, end: int) -> float:
    """Return the middle between the first and the last of some rows, as their labels stand."""
    labels = [cell for row in (start, end - 1) if (cell := _cell(draft, row, 1)) is not None]
    tops = [min(word.top for word in cell.words) for cell in labels]
    return (tops[0] + max(word.bottom for word in labels[-1].words)) / 2


def _merge(draft: Draft, first: int, names: Sequence[DraftCell], groups: Sequence[tuple[int, int]]) -> None:
    draft.cells = [cell for cell in draft.cells if cell.column or cell.row < first]
    for name, (start, end) in zip(names, groups, strict=True):
        draft.cells.append(DraftCell(start, 0, end - start, 1, name.words))


def _cell(draft: Draft, row: int, column: int) -> DraftCell | None:
    """Return the cell of one row and column, None where others reach over it."""
    cells = [cell for cell in draft.row_cells(row) if cell.column == column]
    return cells[0] if cells and (cells[0].rowspan, cells[0].colspan) == (1, 1) else None


def _has_data(cells: Sequence[DraftCell]) -> bool:
    return any(cell.column and is_data(cell.string) for cell in cells)
