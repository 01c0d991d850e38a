"""How far in the texts of a table's columns stand, of rows of one level alike, and so over the page."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace

from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell

#: Indents nearer than so many points are one: no sign fills all of its room.
_ONE = 2.4
#: Right edges of two pages' parts that are one edge lie nearer than this (points).
_SAME = 4.0


def indented(cells: Sequence[tuple[DraftCell, Cell]], draft: Draft, *, headed: bool) -> list[Cell]:
    """Return the cells of a draft with how far in their texts stand from the left edge of their columns."""
    edges = _left_edges(draft, headed=headed)
    found = [replace(cell, indent=_indent(drawn, edges, draft)) for drawn, cell in cells]
    levels = {column: _levels(cell.indent for cell in found if cell.column == column) for column in edges}
    return [
        replace(cell, indent=levels[cell.column][cell.indent]) if cell.column in levels else cell
        for cell in found
    ]


def _levels(indents: Iterable[float]) -> dict[float, float]:
    """Return the indent of the level that each of some indents belongs to."""
    found: dict[float, float] = {}
    last = level = -_ONE
    for indent in sorted(set(indents)):
        level = indent if indent - last >= _ONE else level
        found[indent] = level
        last = indent
    return found


def _left_edges(draft: Draft, *, headed: bool) -> dict[int, float]:
    """Return where the text of each column begins; without a head only names of sections tell of labels."""
    edges: dict[int, float] = {}
    for cell in draft.cells:
        if cell.words and (cell.colspan == 1 or not (headed or cell.column)):
            left = min(word.x0 for word in cell.words)
            edges[cell.column] = min(left, edges.get(cell.column, left))
    return edges


def _indent(cell: DraftCell, edges: dict[int, float], draft: Draft) -> float:
    if not cell.words or _centred(cell, draft):
        return 0.0
    top = min(word.centre for word in cell.words)
    first = min(word.x0 for word in cell.words if word.centre - top < 0.5 * word.size)
    return max(round(first - edges.get(cell.column, first), 1), 0.0)


def _centred(cell: DraftCell, draft: Draft) -> bool:
    """Return whether a name stands in the middle of a cell across the table: it is indented below nothing."""
    left = min(word.x0 for word in cell.words) - draft.cuts[cell.column]
    right = draft.cuts[cell.column + cell.colspan] - max(word.x1 for word in cell.words)
    return cell.colspan == draft.columns > 1 and abs(left - right) < cell.words[0].size


def indented_like(before: Table, table: Table) -> Table:
    """Return a part of a table, its labels as far in as those of the part before between the same edges."""
    if abs(_right(before) - _right(table)) > _SAME:
        return table
    moved = _edge(table) - _edge(before)
    known = {cell.indent for cell in before.cells if cell.column == 0 and cell.text}
    cells = (
        replace(cell, indent=_nearest(max(cell.indent + moved, 0.0), known))
        if cell.column == 0 and cell.text
        else cell
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


def _nearest(indent: float, known: Iterable[float]) -> float:
    near = min(known, key=lambda other: abs(other - indent), default=indent)
    return near if abs(near - indent) < _ONE else round(indent, 1)


def _edge(table: Table) -> float:
    """Return where the texts of the first column would begin that are not indented."""
    firsts = [(cell.text.pieces[0].place.box, cell.indent) for cell in table.cells if _opens(cell)]
    return min((box.x0 - indent for box, indent in firsts if box), default=0.0)


def _opens(cell: Cell) -> bool:
    return cell.column == 0 and bool(cell.text.pieces)


def _right(table: Table) -> float:
    boxes = (piece.place.box for cell in table.cells for piece in cell.text.pieces)
    return max((box.x1 for box in boxes if box), default=0.0)
