"""Heads and rows of one table of which only the one or the other are ruled.

Some makers draw the cells of the body and only shade the heads, or draw nothing around these; others draw the
heads alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.read.pdf.grid.bands import data_columns
from auditor.read.pdf.grid.bands import split_band
from auditor.read.pdf.grid.codes import row_cuts
from auditor.read.pdf.grid.columns import column_span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.rows import build
from auditor.read.pdf.grid.surrounds import lines_above
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Shade
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period

#: Among so many lines below ruled heads stand so many rows with values or more.
_ROWS, _LEAST = 8, 2
#: The first of them stands no further below the heads than so many type sizes.
_NEAR = 2.0
#: A shaded area that touches a table ends within so many points of it; together they cover most of its width.
_TOUCH, _COVER = 3.0, 0.8


def with_heads(draft: Draft, words: Sequence[Word], shades: Sequence[Shade] = ()) -> Draft:
    """Return a ruled table with the heads that no rule parts, where it has no others.

    They stand right above its first rule, or on ``shades`` that touch it, or in one cell over all columns.
    ``words`` are those of the page that are in no table. They must name each of its columns of numbers.
    """
    if joined := _joined_heads(draft):
        return _headed(_without_first(draft), joined) or draft
    if not _lacks_heads(draft):
        return draft
    above = make_lines(word for word in words if word.centre < draft.top and _within(word, draft))
    found = lines_above(above, draft.top, draft.cuts, _body(draft)) if above else []
    shaded = _top_of_shades(draft, shades)
    return (
        _headed(draft, found) or _headed(draft, [line for line in above if line.top >= shaded - 1]) or draft
    )


def _headed(draft: Draft, lines: Sequence[Line]) -> Draft | None:
    """Return a table with lines as its heads, None where they do not name its columns."""
    body = _body(draft)
    if not lines or not _name(lines, draft.cuts, data_columns(body, draft.cuts)):
        return None
    rows = split_band(lines, draft.cuts, row_cuts([*lines, *body], draft.cuts), leading=True)
    heads = build(rows, draft.cuts, lines[0].top - 1, draft.top)
    return replace(
        draft,
        levels=[*heads.levels, *draft.levels[1:]],
        cells=[*heads.cells, *(replace(cell, row=cell.row + heads.rows) for cell in draft.cells)],
        strays=[*heads.strays, *draft.strays],
    )


def _body(draft: Draft) -> list[Line]:
    return make_lines(word for cell in draft.cells for word in cell.words)


def _joined_heads(draft: Draft) -> list[Line]:
    """Return the lines of a first row of one cell in which text stands over several columns, else nothing."""
    first = draft.row_cells(0)[0]
    if first.colspan < draft.columns or first.rowspan > 1 or draft.rows < _LEAST + 1:
        return []
    lines = make_lines(first.words)
    apart = [group for line in lines for group in groups_of(line)]
    return lines if len(apart) >= draft.columns - 1 > 1 else []


def _without_first(draft: Draft) -> Draft:
    cells = [replace(cell, row=cell.row - 1) for cell in draft.cells if cell.row]
    return replace(draft, levels=draft.levels[1:], cells=cells)


def _top_of_shades(draft: Draft, shades: Sequence[Shade]) -> float:
    """Return the upper edge of the shaded areas that touch a table from above and cover its width."""
    over = [
        shade
        for shade in shades
        if abs(shade.bottom - draft.top) < _TOUCH
        and draft.x0 - _TOUCH < shade.x0
        and shade.x1 < draft.x1 + _TOUCH
    ]
    wide = sum(shade.x1 - shade.x0 for shade in over)
    return min(shade.top for shade in over) if wide > _COVER * (draft.x1 - draft.x0) else draft.top


def encloses_heads(draft: Draft, words: Sequence[Word]) -> bool:
    """Return whether rules enclose nothing but heads, and the rows below them stand without rules."""
    filled = [cell for cell in draft.cells if cell.words]
    if any(is_data(cell.string) for cell in filled):
        return False
    below = make_lines(word for word in words if word.centre > draft.bottom and _within(word, draft))
    if not rows_follow(below, draft.bottom):
        return False
    rows = below[:_ROWS]
    valued = data_columns(rows, draft.cuts)
    named = {k for cell in filled for k in range(cell.column, cell.column + cell.colspan)}
    crossing = any(_reaches_over(line, draft) for line in rows[:_LEAST])
    return len(valued) > 1 and named >= valued and not crossing


def rows_follow(below: Sequence[Line], bottom: float) -> bool:
    """Return whether rows of numbers stand right below rules that end at ``bottom``."""
    rows = below[:_ROWS]
    return sum(map(is_value_line, rows)) >= _LEAST and rows[0].top - bottom <= _NEAR * rows[0].size


def _lacks_heads(draft: Draft) -> bool:
    """Return whether the first row that is more than the title of a group holds numbers."""
    for row in range(draft.rows):
        filled = [cell for cell in draft.row_cells(row) if cell.words]
        if len(filled) > 1:
            return any(_holds_data(cell) for cell in filled)
    return False


def _holds_data(cell: DraftCell) -> bool:
    return cell.column > 0 and is_data(cell.string)


def _within(word: Word, draft: Draft) -> bool:
    return draft.x0 - 2 <= word.x0 and word.middle <= draft.x1 + 2 and not word.turn


def _name(lines: Sequence[Line], cuts: list[float], valued: set[int]) -> bool:
    """Return whether text that is no number stands over each column of numbers; over one alone, a period."""
    groups = [group for line in lines for group in groups_of(line)]
    strings = [string_of(group) for group in groups]
    spans = [column_span(cuts, span_of(group)) for group in groups]
    named = {column for first, last in spans for column in range(first, last + 1)}
    if not valued or not named >= valued or any(map(is_data, strings)):
        return False
    return len(valued) > 1 or any(map(is_period, strings))


def _reaches_over(line: Line, draft: Draft) -> bool:
    """Return whether a stretch of a line reaches over a border of two columns."""
    return any(first < last for first, last in (column_span(draft.cuts, span_of(g)) for g in groups_of(line)))
