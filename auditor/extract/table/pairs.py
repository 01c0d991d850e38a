"""Rows of labels and numbers by turns, two or more pairs in a row: each pair is a row of its own."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

import regex

from auditor.extract.numbers.cells import parse_cell
from auditor.lexicon.fold import fold
from auditor.lexicon.words.reading import reading_words
from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.document import Text


def unpaired(table: Table) -> tuple[Table | None, tuple[Table, ...]]:
    """Return a table without its rows of pairs, and these as tables of labels and numbers.

    None stands for a table that has no other rows. In a table with heads only rows that are parted otherwise
    than its columns are rows of pairs. Pairs of one row tell of unlike things: each is a table of its own,
    which nothing adds up; single pairs over several columns stand under each other in one.
    """
    rows = _rows(table)
    body = {row: cells for row, cells in rows.items() if row >= table.header_rows}
    paired = [row for row, cells in body.items() if len(cells) > 2 and _is_paired(cells)]
    paired = [row for row in paired if _headless(table, body) or _parted(body[row])]
    if not paired:
        return table, ()
    single = [row for row, cells in body.items() if len(cells) == 2 and _is_paired(cells) and _parted(cells)]
    left = [row for row in range(table.rows) if row not in {*paired, *single}]
    rest = _with_rows(table, left) if any(row >= table.header_rows for row in left) else None
    alone = [[pair] for row in paired for pair in _pairs(body[row])]
    below = [[pair for row in single for pair in _pairs(body[row])]] if single else []
    return rest, tuple(_table_of(table, pairs) for pairs in (*alone, *below))


def _rows(table: Table) -> dict[int, list[Cell]]:
    """Return the cells of each row that no cell from another row reaches into."""
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    reached = {
        row for cell in table.cells if cell.rowspan > 1 for row in range(cell.row, cell.row + cell.rowspan)
    }
    return {row: cells for row, cells in rows.items() if row not in reached}


def _is_paired(cells: Sequence[Cell]) -> bool:
    """Return whether cells are labels and numbers by turns, one number at least among the later ones."""
    labels, values = cells[::2], cells[1::2]
    if len(labels) != len(values) or not all(_is_label(cell) for cell in labels):
        return False
    told = [bool(_number(cell)) for cell in values]
    return any(told) and all(number or _is_blank(cell) for number, cell in zip(told, values, strict=True))


def _is_label(cell: Cell) -> bool:
    return bool(regex.search(r"\p{L}{2}", cell.text.string)) and not _number(cell) and not _is_blank(cell)


def _number(cell: Cell) -> bool:
    parsed = parse_cell(cell.text.string)
    return parsed is not None and not regex.search(r"\p{L}", parsed[1])


def _is_blank(cell: Cell) -> bool:
    text = fold(cell.text.string).strip()
    return not text or text in reading_words().missing


def _parted(cells: Sequence[Cell]) -> bool:
    """Return whether each pair of a row stands over several columns."""
    return all(any(cell.colspan > 1 for cell in pair) for pair in _pairs(cells))


def _headless(table: Table, body: dict[int, list[Cell]]) -> bool:
    """Return whether a table has no heads and no rows but pairs; a column of words is none of labels."""
    if table.header_rows or table.continued:
        return False
    full = [cells for cells in body.values() if len(cells) > 1]
    later = [cell.text.string.strip() for cells in full for cell in cells[2::2]]
    return len(set(later)) == len(later) and all(_is_paired(cells) for cells in full)


def _pairs(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    yield from zip(cells[::2], cells[1::2], strict=True)


def _table_of(table: Table, pairs: Sequence[tuple[Cell, Cell]]) -> Table:
    """Return pairs as the rows of a table in two columns."""
    cells = tuple(
        replace(cell, row=row, column=column, rowspan=1, colspan=1, indent=0.0)
        for row, pair in enumerate(pairs)
        for column, cell in enumerate(pair)
    )
    return Table(cells, len(pairs), 2, 0, table.caption, table.unit)


def _with_rows(table: Table, rows: Sequence[int]) -> Table:
    """Return a table with the rows that are left; the others stay, empty, so that rows are counted alike."""
    kept = set(rows)
    cells = (cell if cell.row in kept else replace(cell, text=Text("")) for cell in table.cells)
    return replace(table, cells=tuple(cells))
