"""Short heads over two columns: each stands over the white between the heads of the columns below it."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.signs import is_data

#: Heads that begin or end within so many points of each other are lines of one head.
_FLUSH = 2.0


def stands_between(head: Span, left: Span, right: Span) -> bool:
    """Return whether the middle of a head stands over the white between two others, flush with neither.

    The upper line of a wrapped head is flush with the line below it, or has its middle over that one.
    """
    middle = sum(head) / 2
    flush = abs(head[0] - left[0]) < _FLUSH or abs(head[1] - right[1]) < _FLUSH
    beyond = head[0] < left[0] - _FLUSH or head[1] > right[1] + _FLUSH
    return left[1] < middle < right[0] and not flush and not beyond


def widen_between(draft: Draft) -> None:
    """Let the heads of single columns span two where they stand between the heads of both below."""
    for row in range(draft.rows - 1):
        below = {cell.column: cell for cell in draft.row_cells(row + 1) if cell.words and cell.colspan == 1}
        if any(is_data(cell.string) for cell in draft.row_cells(row) if cell.column):
            return
        for cell in draft.row_cells(row):
            first = _first_of_two(cell, below)
            if first is not None:
                _widen(draft, cell, first)


def _first_of_two(cell: DraftCell, below: dict[int, DraftCell]) -> int | None:
    """Return the first of the two columns over whose heads a cell stands, None where it does not."""
    if not cell.words or (cell.rowspan, cell.colspan) != (1, 1):
        return None
    for first in (cell.column - 1, cell.column):
        if first > 0 and first in below and first + 1 in below:
            left, right = span_of(below[first].words), span_of(below[first + 1].words)
            if stands_between(span_of(cell.words), left, right):
                return first
    return None


def _widen(draft: Draft, cell: DraftCell, first: int) -> None:
    """Let a cell span two columns if the other one is empty in its row."""
    other = _at(draft.row_cells(cell.row), first if first != cell.column else first + 1)
    if other is None or other.words or other.rowspan > 1:
        return
    draft.cells = [one for one in draft.cells if one is not other]
    cell.column, cell.colspan = first, 2


def _at(cells: Sequence[DraftCell], column: int) -> DraftCell | None:
    return next((cell for cell in cells if cell.column == column and cell.colspan == 1), None)
