"""Heads that the end of a page cuts from the rows below them, or in the middle."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.read.pdf.overleaf.cutrows import row_at
from auditor.read.pdf.overleaf.cutrows import with_ends
from auditor.read.pdf.overleaf.cutrows import without_row
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period

#: Heads have no more rows, and none has more characters.
_HEADS, _SHORT = 4, 24
_NUMBER = re.compile(r"[0-9][,.][0-9]|^[-0-9,.]+[%％]?$|[0-9],$")


def heads_alone(heads: Table, table: Table) -> bool:
    """Return whether a table is nothing but heads, and the next one, without its own, the rows below them.

    The end of the page stands between them. A title over all columns may be longer than a head; one below
    the heads (分行业) is the first row of the body.
    """
    heads = _without_title(heads)
    filled = [cell for cell in heads.cells if cell.text]
    named = sum(cell.row + cell.rowspan == heads.rows and cell.column > 0 for cell in filled)
    texts = [cell.text.string for cell in filled if cell.colspan < heads.columns]
    if heads.rows > _HEADS or named < 2 or any(len(t) > _SHORT or _is_number(t) for t in texts):
        return False
    body = [cell for cell in table.cells if cell.column > 0]
    if heads.columns != table.columns or not any(is_data(cell.text.string) for cell in body):
        return False
    return table.header_rows == 0 or _ends_heads(heads, table)


def _without_title(heads: Table) -> Table:
    """Return heads without the title over all columns that stands below them, if one does."""
    last = row_at(heads, heads.rows - 1)
    titled = heads.rows > 1 and len(last) == 1 and last[0].rowspan == 1 and bool(last[0].text)
    return without_row(heads, heads.rows - 1) if titled else heads


def _is_number(string: str) -> bool:
    return bool(_NUMBER.search(string)) and not is_period(string)


def _ends_heads(heads: Table, table: Table) -> bool:
    """Return whether the only row of heads of a table is the end of the heads on the page before."""
    rest = {cell.column: cell for cell in row_at(table, 0) if cell.text}
    above = _lowest(heads)
    own = any(
        is_period(cell.text.string) or (column in above and cell.text.string == above[column].text.string)
        for column, cell in rest.items()
    )
    return table.header_rows == 1 and bool(rest) and set(rest) <= set(above) | _spanned(heads) and not own


def _lowest(heads: Table) -> dict[int, Cell]:
    """Return the cells that end the heads, by their first columns."""
    return {cell.column: cell for cell in heads.cells if cell.row + cell.rowspan == heads.rows and cell.text}


def _spanned(heads: Table) -> set[int]:
    """Return the columns that stand under heads of groups, so that heads of their own are still to come."""
    return {
        column
        for cell in _lowest(heads).values()
        if 1 < cell.colspan < heads.columns
        for column in range(cell.column, cell.column + cell.colspan)
    }


def under_heads(heads: Table, table: Table) -> Table:
    """Return a table below heads that stand on the page before; the ends of cut heads go with their cells.

    Heads of single columns below one of a group, cut off with the page, stay a row of heads.
    """
    levels = _without_title(heads).rows
    if table.header_rows and levels == heads.rows:
        rest = {cell.column: cell for cell in row_at(table, 0) if cell.text}
        below = _spanned(heads) & set(rest)
        ends = {column: cell for column, cell in rest.items() if column not in below}
        heads = with_ends(heads, _lowest(heads), ends)
        table = _without_texts(table, ends) if below else without_row(table)
        levels += bool(below)
    moved = tuple(replace(cell, row=cell.row + heads.rows) for cell in table.cells)
    cells, rows = (*heads.cells, *moved), heads.rows + table.rows
    return replace(heads, cells=cells, rows=rows, header_rows=levels, unit=heads.unit or table.unit)


def _without_texts(table: Table, gone: dict[int, Cell]) -> Table:
    """Return a table with some of its cells emptied."""
    emptied = {id(cell) for cell in gone.values()}
    cells = (replace(cell, text=Text("")) if id(cell) in emptied else cell for cell in table.cells)
    return replace(table, cells=tuple(cells))
