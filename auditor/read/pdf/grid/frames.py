"""Tables that share one frame: below a title over all columns and heads of its own begins another table."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.drafts import border
from auditor.read.pdf.signs import is_value

#: Borders of two pages that are one border lie nearer than this (points).
_SAME = 4.0


def part_frames(drafts: Sequence[Draft], before: Draft | None = None) -> list[Draft]:
    """Return the drafts, ruled ones taken apart where another table begins inside their frame.

    A part has only the borders that its own cells have, but the first of a page keeps those of the draft
    that ends the page before where they are the same: it may go on with it.
    """
    found: list[Draft] = []
    for index, draft in enumerate(drafts):
        starts = _starts(draft) if draft.ruled else [0]
        if len(starts) == 1:
            found.append(draft)
            continue
        for first, end in zip(starts, [*starts[1:], draft.rows], strict=True):
            kept = not index and not first and before is not None and _same_borders(before, draft)
            part = _part(draft, first, end)
            found.append(part if kept else _own_borders(part))
    return found


def widen_heads(heads: Draft, draft: Draft) -> Draft:
    """Return heads that end a page on the borders of the rows below them overleaf, where those have more."""
    if not (heads.ruled and draft.ruled) or heads.columns >= draft.columns or _has_values(heads.cells):
        return heads
    places = [border(draft.cuts, cut) for cut in heads.cuts]
    at = [place for place in places if place is not None]
    if len(at) < len(heads.cuts) or len(set(at)) < len(at) or at[0] or at[-1] != draft.columns:
        return heads
    return heads.placed(draft.cuts, at)


def _starts(draft: Draft) -> list[int]:
    rows = [draft.row_cells(row) for row in range(draft.rows)]
    starts = [0]
    for index in range(1, draft.rows - 1):
        above = rows[starts[-1] : index]
        if _is_title(rows[index], draft) and _heads(rows[index + 1]) and _is_table(above, rows[index + 1]):
            starts.append(index)
    return starts


def _is_title(row: Sequence[DraftCell], draft: Draft) -> bool:
    """Return whether a row is one text over all columns."""
    return len(row) == 1 and row[0].colspan == draft.columns and bool(row[0].words)


def _heads(row: Sequence[DraftCell]) -> bool:
    """Return whether a row may hold heads: texts in all its cells, and no number."""
    return len(row) > 1 and all(cell.words and not is_value(cell.string) for cell in row)


def _is_table(rows: Sequence[Sequence[DraftCell]], heads: Sequence[DraftCell]) -> bool:
    """Return whether rows are a table by themselves: with numbers, or borders of their own."""
    full = [row for row in rows if len(row) > 1]
    return bool(full) and (any(map(_has_values, full)) or _borders(full[-1]) != _borders(heads))


def _borders(row: Sequence[DraftCell]) -> list[tuple[int, int]]:
    return [(cell.column, cell.colspan) for cell in row]


def _has_values(cells: Sequence[DraftCell]) -> bool:
    return any(is_value(cell.string) for cell in cells if cell.column and cell.words)


def _part(draft: Draft, first: int, end: int) -> Draft:
    """Return some rows of a draft as a draft; all but the first begin with their titles."""
    title = list(draft.row_cells(first)[0].words) if first else []
    first += bool(title)
    levels = draft.levels[first : end + 1]
    cells = [
        DraftCell(cell.row - first, cell.column, min(cell.rowspan, end - cell.row), cell.colspan, cell.words)
        for cell in draft.cells
        if first <= cell.row < end
    ]
    own = {id(word) for cell in cells for word in cell.words}
    strays = [word for word in draft.strays if id(word) in own]
    unsure = [line for line in draft.unsure if levels[0] <= (line.top + line.bottom) / 2 < levels[-1]]
    return Draft(draft.cuts, levels, cells, ruled=True, strays=strays, unsure=unsure, title=title)


def _own_borders(draft: Draft) -> Draft:
    """Return a draft without the borders at which none of its cells begins."""
    begins = sorted({cell.column for cell in draft.cells})
    at = {column: index for index, column in enumerate(begins)}
    draft.cells = [
        DraftCell(
            cell.row,
            at[cell.column],
            cell.rowspan,
            sum(cell.column <= column < cell.column + cell.colspan for column in begins),
            cell.words,
        )
        for cell in draft.cells
    ]
    draft.cuts = [*(draft.cuts[column] for column in begins), draft.cuts[-1]]
    return draft


def _same_borders(one: Draft, other: Draft) -> bool:
    return len(one.cuts) == len(other.cuts) and all(
        abs(a - b) <= _SAME for a, b in zip(one.cuts, other.cuts, strict=True)
    )
