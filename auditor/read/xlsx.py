"""A workbook becomes a document: each visible sheet one or more tables, and the lines around them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import regex

from auditor.lexicon.words.signs import sign_words
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.saying import saying
from auditor.read.grids import WrittenCell
from auditor.read.grids import has_heads
from auditor.read.grids import make_grid
from auditor.read.manuscript import Manuscript
from auditor.read.text.notes import note_start
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_missing
from auditor.read.text.shape import is_period
from auditor.read.text.shape import is_unit
from auditor.read.workbook import SheetView
from auditor.read.workbook import read_sheets

#: The rows of the second sheet count from this number on, those of the third from twice as much.
STRIDE = 10_000
_DEFAULT_NAME = regex.compile(rf"{sign_words().sheet_names}\s*[0-9]*", regex.IGNORECASE)

_Cells = list[WrittenCell]


def read_xlsx(path: Path, name: str, sha256: str) -> Document:
    """Return a workbook (.xlsx, .xlsm) as a document named ``name``.

    A place is a line: the row of the sheet as the program numbers it; in the second sheet 10,000 more,
    in the third 20,000 more, so that row 12 of the third sheet is line 20012. Hidden sheets, rows and
    columns are not read; each is a doubt.

    Raises:
        UnreadableFileError: the file is no workbook, is damaged or encrypted.
    """
    manuscript = Manuscript(name)
    views = read_sheets(path)
    stride = max(STRIDE, 10 ** len(str(max((view.rows for view in views), default=0))))
    last = 0
    for index, view in enumerate(views):
        start = index * stride
        _tell_doubts(manuscript, view, start)
        if not view.hidden and view.cells:
            _read_sheet(manuscript, view, start)
            last = start + view.rows
    return manuscript.document(sha256, "xlsx", lines=last)


def _tell_doubts(manuscript: Manuscript, view: SheetView, start: int) -> None:
    if view.hidden:
        manuscript.doubt("sheet_hidden", start + 1, saying("工作表“{sheet}”被隐藏，未读取", sheet=view.name))
    for first, last in _runs(view.hidden_rows):
        words = (
            "工作表“{sheet}”第 {first} 至 {last} 行被隐藏，未读取"
            if last > first
            else "工作表“{sheet}”第 {first} 行被隐藏，未读取"
        )
        detail = saying(words, sheet=view.name, first=first, last=last)
        manuscript.doubt("rows_hidden", start + first, detail)
    if view.hidden_columns:
        names = ", ".join(_letters(column) for column in view.hidden_columns)
        detail = saying("工作表“{sheet}”的 {names} 列被隐藏，未读取", sheet=view.name, names=names)
        manuscript.doubt("columns_hidden", start + 1, detail)
    for row, told in view.broken:
        detail = saying("工作表“{sheet}”有一格显示 {error}", sheet=view.name, error=told)
        manuscript.doubt("cell_error", start + row, detail)
    if view.empty_formulas:
        count = len(view.empty_formulas)
        detail = saying(
            "文件没有保存工作表“{sheet}”中 {count} 个公式的结果，未读取。请用表格软件打开并保存。",
            sheet=view.name,
            count=count,
        )
        manuscript.doubt("formula_without_result", start + view.empty_formulas[0], detail)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of numbers that follow each other."""
    for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        yield run[0], run[-1]


def _letters(column: int) -> str:
    """Return the name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _read_sheet(manuscript: Manuscript, view: SheetView, start: int) -> None:
    if not _DEFAULT_NAME.fullmatch(view.name.strip()):
        manuscript.passage([view.name], kind=BlockKind.HEADING, level=1, line=start + 1)
    for band in _bands(list(view.cells)):
        for part in _sides(band):
            numbers = {cell.row: start + cell.row for cell in part}
            manuscript.table(part, numbers=numbers)


def _bands(cells: _Cells) -> list[_Cells]:
    """Return the cells between blank rows; rows that go on without heads of their own stay with the last."""
    covered = sorted(
        {row for cell in cells if cell.filled for row in range(cell.row, cell.row + cell.rowspan)}
    )
    bands: list[_Cells] = []
    for first, last in _runs(covered):
        band = [cell for cell in cells if first <= cell.row <= last and cell.filled]
        if not band:
            continue
        if bands and _goes_on(bands[-1], band):
            bands[-1] += band
        else:
            bands.append(band)
    return bands


def _goes_on(before: _Cells, band: _Cells) -> bool:
    """Return whether rows below a blank row belong to the table above: in its columns, without heads."""
    if not _is_table(before) or not _is_table(band) or _headed(band):
        return False
    last = [cell for cell in before if cell.row == max(cell.row for cell in before)]
    if len(last) == 1 and note_start(" ".join(last[0].lines)):
        return False
    columns = {cell.column for cell in before}
    return _headed(before) and all(cell.column in columns for cell in band)


def _is_table(cells: _Cells) -> bool:
    return len({cell.row for cell in cells}) < len(cells)


def _headed(cells: _Cells) -> bool:
    return has_heads(make_grid(cells, {cell.row: cell.row for cell in cells}))


def _sides(band: _Cells) -> list[_Cells]:
    """Return the tables that stand side by side in a band, parted by a blank column; mostly it is one."""
    columns = sorted({x for cell in band for x in range(cell.column, cell.column + cell.colspan)})
    sides: list[_Cells] = []
    for first, last in _runs(columns):
        part = [cell for cell in band if first <= cell.column <= last]
        if sides and not (_stands_alone(part, first) and _stands_alone(sides[-1], _left(sides[-1]))):
            sides[-1] += part
        else:
            sides.append(part)
    return sides


def _left(cells: _Cells) -> int:
    return min(cell.column for cell in cells)


def _stands_alone(cells: _Cells, first: int) -> bool:
    """Return whether cells are a table of their own: labels in the first column, values beside them."""
    labels = [" ".join(cell.lines) for cell in cells if cell.column == first]
    others = [" ".join(cell.lines) for cell in cells if cell.column != first]
    words = sum(not is_entry(label) and not is_unit(label) and not is_period(label) for label in labels)
    values = sum(is_entry(other) and not is_missing(other) for other in others)
    return len(labels) > 1 and 2 * words > len(labels) and values > 1
