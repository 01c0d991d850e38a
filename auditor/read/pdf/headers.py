"""Which leading rows of a draft are heads, where a new table begins inside it, and the finished table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.indents import indented
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value
from auditor.read.pdf.typesetting import EMPTY
from auditor.read.pdf.typesetting import Composer


def finish(draft: Draft, composer: Composer, caption: Text = EMPTY, unit: str = "") -> list[Table]:
    """Return the table, or the tables where head rows stand again in the middle."""
    cells = [(cell, _cell(cell, draft, composer)) for cell in draft.cells]
    headed = header_rows(rows_of([cell for _, cell in cells], draft.rows)) > 0
    placed = indented(cells, draft, headed=headed)
    return [
        replace(_part(placed, first, end, draft.columns), caption=caption, unit=unit)
        for first, end in _parts(placed, draft)
    ]


def _cell(cell: DraftCell, draft: Draft, composer: Composer) -> Cell:
    room = draft.cuts[cell.column + cell.colspan] - draft.cuts[cell.column]
    text = composer.cell(cell.words, room)
    return Cell(cell.row, cell.column, text, cell.rowspan, cell.colspan)


def rows_of(cells: Sequence[Cell], rows: int) -> list[list[Cell]]:
    """Return the cells by the rows that they begin in, left to right."""
    found: list[list[Cell]] = [[] for _ in range(rows)]
    for cell in cells:
        found[cell.row].append(cell)
    return [sorted(row, key=lambda cell: cell.column) for row in found]


def _parts(cells: Sequence[Cell], draft: Draft) -> list[tuple[int, int]]:
    """Return the row ranges of the tables in a draft: a second row of period heads begins a new one."""
    rows = rows_of(cells, draft.rows)
    starts = [0]
    for index in range(header_rows(rows), draft.rows):
        below = rows[index + 1] if index + 1 < draft.rows else []
        opens = _opens_table(rows[index]) and not _of_dates(rows[index], [rows[index - 1], below])
        if index - starts[-1] > 1 and (opens or _titles(rows[index], below, draft.columns)):
            starts.append(index)
    return list(zip(starts, [*starts[1:], draft.rows], strict=True))


def _opens_table(row: Sequence[Cell]) -> bool:
    heads = [cell.text.string for cell in row if cell.column > 0 and cell.text]
    periods = sum(is_period(string) for string in heads)
    return periods >= 2 and not any(is_data(string) for string in heads)


def _of_dates(row: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Return whether dates of a row stand in columns of dates: a row beside it has dates there too."""
    dates = _periods(row)
    return bool(dates) and any(dates <= _periods(other) for other in others)


def _periods(row: Sequence[Cell]) -> set[int]:
    return {cell.column for cell in row if cell.column > 0 and is_period(cell.text.string)}


def _titles(row: Sequence[Cell], below: Sequence[Cell], columns: int) -> bool:
    """Return whether a row over all columns is the title of heads that stand right below it."""
    if len(row) != 1 or row[0].colspan != columns or not row[0].text:
        return False
    return len(below) > 1 and all(c.text and not is_value(c.text.string) for c in below)


def _part(cells: Sequence[Cell], first: int, end: int, columns: int) -> Table:
    own = tuple(replace(cell, row=cell.row - first) for cell in cells if first <= cell.row < end)
    return Table(own, end - first, columns, header_rows(rows_of(own, end - first)))


def header_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """Return how many leading rows are heads.

    Heads end at the first row with a number that is no bare year; a text row goes on with the head
    only where the head above it is merged over columns or rows, or where its own first cell is empty.
    """
    data = next((index for index, row in enumerate(rows) if _is_data_row(row)), None)
    if data == 0 or (data is not None and _of_dates(rows[0], [rows[data]])):
        return 0
    count = 0
    for index, row in enumerate(rows[: data if data is not None else len(rows)]):
        if index and (not _goes_on(rows[:index], row) or _is_label(row, rows[data:] if data else [])):
            break
        count = index + 1
    if all(_is_group(row) and (data is not None or len(row) > 1) for row in rows[:count]):
        return 0
    if data is None and count == len(rows):
        alone = len(rows) == 1 and sum(1 for cell in rows[0] if cell.text) < 3
        return 0 if alone else 1
    return min(count, 6)


def _is_label(row: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether the only text of a row stands in a column of labels after the first: beside a group."""
    filled = [cell for cell in row if cell.text]
    if len(filled) != 1 or filled[0].column == 0 or filled[0].colspan > 1 or not body:
        return False
    numbers = (cell for part in body for cell in part if is_value(cell.text.string))
    valued = {cell.column for cell in numbers if cell.column}  # the first may hold numbers of rows
    return filled[0].column < min(valued, default=0)


def _is_group(row: Sequence[Cell]) -> bool:
    """Return whether a row names the rows below it and no column: only its first cell is filled."""
    return not any(cell.text for cell in row if cell.column > 0) and not (
        row and row[0].colspan > 1 and row[0].rowspan == 1 and is_period(row[0].text.string)
    )


def _is_data_row(row: Sequence[Cell]) -> bool:
    body = [cell for cell in row if cell.column > 0]
    return any(is_data(cell.text.string) for cell in body)


def _goes_on(above: Sequence[Sequence[Cell]], row: Sequence[Cell]) -> bool:
    index = len(above)
    if any(cell.row + cell.rowspan > index for part in above for cell in part if cell.text):
        return True
    filled = [cell for cell in row if cell.text]
    before = [cell for cell in above[-1] if cell.text]
    if not filled or not before:
        return not before
    if len(before) == 1 and before[0].column == 0:
        return len(filled) > 1  # a title row above the heads
    if any(cell.colspan > 1 for cell in before):
        return len(filled) > 1
    return filled[0].column > 0
