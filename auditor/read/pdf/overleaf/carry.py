"""A table that goes on at the top of the next page without heads keeps the columns of its first part.

What stands there may be a row or two, too few to tell a table by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import column_span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.rows import build
from auditor.read.pdf.grid.stanzas import wrapped_rows
from auditor.read.pdf.grid.surrounds import lines_below
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

#: Borders of two pages' parts that are one border lie nearer than this (points).
_SAME = 4.0
#: Values under each other end, begin or have their middles within so many points.
_UNDER = 3.0


def carry_rows(before: Draft, lines: Sequence[Line]) -> tuple[Draft, list[Line]] | None:
    """Return the leading lines of a page as rows of the draft that ends the page before, and the other lines.

    None where they hold no values, or these do not stand under the values of that draft.
    """
    if not lines:
        return None
    own = make_lines(word for cell in before.cells for word in cell.words)
    found = lines_below(lines, lines[0].top, before.cuts, own)
    values = [group for line in found for group in groups_of(line)[1:] if is_value(string_of(group))]
    above = [span_of(g) for line in own for g in groups_of(line)[1:] if is_value(string_of(g))]
    data = sum(is_data(string_of(group)) for group in values)
    if not data or len(values) < 2 or not all(_under(span_of(group), above) for group in values):
        return None
    rows = wrapped_rows(found, before.cuts)
    top, bottom = min(line.top for line in found), max(line.bottom for line in found)
    return build(rows, list(before.cuts), top - 1, bottom + 1), [x for x in lines if x not in found]


def _under(span: Span, above: Sequence[Span]) -> bool:
    """Return whether a value ends, begins or has its middle where one of the page before has."""
    return any(
        abs(span[1] - other[1]) < _UNDER
        or abs(span[0] - other[0]) < _UNDER
        or abs(sum(span) - sum(other)) < 2 * _UNDER
        for other in above
    )


def carry_columns(before: Draft, draft: Draft) -> Draft:
    """Return the first draft of a page on the columns of the draft that ends the page before.

    It is returned as it is when it has heads of its own, other edges, or text that does not fit the
    columns: then it is another table.
    """
    if before.columns <= draft.columns or abs(before.x1 - draft.x1) > _SAME or _has_heads(draft):
        return draft
    if draft.ruled:
        return _spread(before, draft)
    lines = make_lines(word for cell in draft.cells for word in cell.words)
    rows = wrapped_rows(lines, before.cuts)
    if draft.x0 < before.x0 - _SAME or not all(rows) or not all(_fits(row, before.cuts) for row in rows):
        return draft
    return build(rows, list(before.cuts), draft.top, draft.bottom)


def _has_heads(draft: Draft) -> bool:
    """Return whether text or periods stand over the columns before the first data does."""
    for row in range(draft.rows):
        cells = [cell for cell in draft.row_cells(row) if cell.column > 0 and cell.words]
        if any(is_data(cell.string) for cell in cells):
            return False
        if len(cells) > 1 or any(is_period(cell.string) for cell in cells):
            return True
    return True


def _fits(row: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether each value of a row lies within one column, and no two in the same."""
    columns = []
    for line in row:
        for group in groups_of(line)[1:]:
            first, last = column_span(cuts, span_of(group))
            if is_data(string_of(group)):
                columns.append(first)
                if first != last:
                    return False
    return len(columns) == len(set(columns))


def _spread(before: Draft, draft: Draft) -> Draft:
    """Return a ruled draft whose borders are all borders of the part before, cells spanning the others."""
    places = [_place(before.cuts, cut) for cut in draft.cuts]
    if None in places or abs(before.x0 - draft.x0) > _SAME:
        return draft
    at = [place for place in places if place is not None]
    if len(set(at)) < len(at):
        return draft
    cells = [
        DraftCell(
            cell.row,
            at[cell.column],
            cell.rowspan,
            at[cell.column + cell.colspan] - at[cell.column],
            cell.words,
        )
        for cell in draft.cells
    ]
    return Draft(list(before.cuts), draft.levels, cells, ruled=True, heads=draft.heads, strays=draft.strays)


def _place(cuts: Sequence[float], cut: float) -> int | None:
    best = min(range(len(cuts)), key=lambda index: abs(cuts[index] - cut))
    return best if abs(cuts[best] - cut) <= _SAME else None
