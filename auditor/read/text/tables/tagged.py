"""Tables written in HTML inside a text, as page recognition programs write them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.read.text.compose import compose
from auditor.read.text.markup import clean
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.grid import Contents
from auditor.read.text.tables.grid import Row
from auditor.read.text.tables.grid import header_count
from auditor.read.text.tables.ruled import title_above

_OPEN = regex.compile(r"<table\b[^<>]*>", regex.IGNORECASE)
_TAG = regex.compile(r"<(?P<end>/?)(?P<name>table|tr|td|th)\b(?P<rest>[^<>]*)>", regex.IGNORECASE)
_SPAN = regex.compile(r"(?P<way>row|col)span\s*=\s*[\"']?(?P<size>[0-9]{1,3})", regex.IGNORECASE)
#: A table that is not closed ends after so many lines.
_LONGEST = 3000


@dataclass(slots=True)
class _Spanned:
    """A cell as written: its row, what it spans, and its text."""

    row: int
    rowspan: int
    colspan: int
    contents: Contents


def take_tagged(sheet: Sheet) -> None:
    """Take every HTML table; what stands before or after it on its lines is kept as text."""
    index = 0
    while index < len(sheet.lines):
        if sheet.free(index) and _OPEN.search(sheet.string(index)):
            index = _take(sheet, index)
        else:
            index += 1


def _take(sheet: Sheet, start: int) -> int:
    last = start
    while last < min(len(sheet.lines), start + _LONGEST) - 1 and "</table" not in sheet.string(last).lower():
        last += 1
    for piece in _tables(sheet, start, last):
        if piece:
            _add(sheet, start, piece)
    sheet.taken.update(range(start, last + 1))
    return last + 1


def _tables(sheet: Sheet, start: int, last: int) -> Iterator[list[_Spanned]]:
    """Yield the cells of each table in the lines from ``start`` to ``last``."""
    cells: list[_Spanned] = []
    row = -1
    inside = False
    for index in range(start, last + 1):
        string, position = sheet.string(index), 0
        number = sheet.lines[index].number
        for match in [*_TAG.finditer(string), None]:
            stretch = string[position : match.start() if match else len(string)]
            if inside and cells:
                cells[-1].contents.append(clean(stretch, number, position))
            if match is None:
                break
            position = match.end()
            name, ends = match["name"].lower(), bool(match["end"])
            inside = name in {"td", "th"} and not ends
            if name == "tr" and not ends:
                row += 1
            elif inside:
                cells.append(_spanned(max(row, 0), match["rest"]))
            elif name == "table":
                yield cells
                cells, row = [], -1
    yield cells


def _spanned(row: int, attributes: str) -> _Spanned:
    spans = {match["way"].lower(): max(int(match["size"]), 1) for match in _SPAN.finditer(attributes)}
    return _Spanned(row, spans.get("row", 1), spans.get("col", 1), [])


def _add(sheet: Sheet, start: int, spanned: list[_Spanned]) -> None:
    cells, rows, columns = _placed(sheet.report, spanned)
    table = Table(tuple(cells), rows, columns, header_rows=0)
    written: list[list[Contents]] = [[[] for _ in range(columns)] for _ in range(rows)]
    at = {(cell.row, cell.column): source for cell, source in zip(cells, spanned, strict=False)}
    for y, line in enumerate(table.grid()):
        for x, cell in enumerate(line):
            if cell is not None and (cell.row, cell.column) in at:
                written[y][x] = at[cell.row, cell.column].contents
    heads = header_count([Row.of(line) for line in written])
    title = title_above(sheet, start)
    sheet.add(start, Table(tuple(cells), rows, columns, heads, title.caption, title.unit))


def _placed(report: str, spanned: list[_Spanned]) -> tuple[list[Cell], int, int]:
    """Give each cell its column, past those that reach into its row from above; fill what is left empty."""
    covered: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    rows = max(cell.row for cell in spanned) + 1
    for source in spanned:
        column = next(x for x in range(len(spanned) * 100 + 100) if (source.row, x) not in covered)
        height = min(source.rowspan, rows - source.row)
        covered |= {(source.row + y, column + x) for y in range(height) for x in range(source.colspan)}
        text = compose(report, source.contents)
        cells.append(Cell(source.row, column, text, height, source.colspan))
    columns = max(x for _, x in covered) + 1
    empty = [(y, x) for y in range(rows) for x in range(columns) if (y, x) not in covered]
    cells.extend(Cell(y, x, compose(report, [])) for y, x in empty)
    return cells, rows, columns
