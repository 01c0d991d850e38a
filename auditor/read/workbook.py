"""What a workbook shows: its visible sheets, each cell as the text that is displayed in it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from decimal import Decimal
from decimal import InvalidOperation
from io import BytesIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings
from warnings import simplefilter
from zipfile import BadZipFile
from zipfile import ZipFile

from auditor.errors import UnreadableFileError
from auditor.read.displayed import displayed
from auditor.read.displayed import displayed_date
from auditor.read.displayed import displayed_text
from auditor.read.grids import WrittenCell
from auditor.read.text.markup import lowered
from auditor.read.text.markup import raised

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: Points by which one step of indentation moves a text in.
_INDENT = 9.0
#: A workbook that unpacks to more is not read.
_LARGEST = 1_500_000_000
_EPOCH = datetime(1900, 1, 1)  # noqa: DTZ001  # a cell has no time zone


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet as it is shown; rows and columns of cells are 1-based, as the program numbers them.

    ``hidden`` says that the sheet is not shown at all; ``hidden_rows`` and ``hidden_columns`` hold
    something that is not shown, ``broken`` are cells with an error, ``empty_formulas`` formulas of which
    the file does not keep the result.
    """

    name: str
    hidden: bool
    rows: int
    cells: tuple[WrittenCell, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    broken: tuple[tuple[int, str], ...] = ()
    empty_formulas: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the file itself holds of one cell: the characters of its number, whether it has a formula."""

    number: Decimal | None
    formula: bool


def read_sheets(path: Path) -> list[SheetView]:
    """Return the sheets of a workbook in their order.

    Raises:
        UnreadableFileError: the file is no workbook, is damaged or encrypted.
    """
    import openpyxl
    from lxml.etree import XMLSyntaxError
    from openpyxl.utils.exceptions import InvalidFileException

    data = path.read_bytes()
    try:
        _refuse_huge(path, data)
        with catch_warnings():
            simplefilter("ignore")  # of what openpyxl cannot keep nothing is shown in a cell
            book = openpyxl.load_workbook(BytesIO(data), data_only=True, rich_text=True)
        stored = _stored(data)
        return [_view(sheet, stored.get(sheet.title, {})) for sheet in book.worksheets]
    except (
        BadZipFile,
        InvalidFileException,
        XMLSyntaxError,
        KeyError,
        ValueError,
        TypeError,
        OSError,
    ) as error:
        reason = "it is no workbook, damaged or encrypted. Save it as .xlsx without a password."
        raise UnreadableFileError(path, reason) from error


def _refuse_huge(path: Path, data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST:
            raise UnreadableFileError(path, "it unpacks to more than 1.5 GB.")


# what is stored -----------------------------------------------------------------------------------


def _stored(data: bytes) -> dict[str, dict[str, _Stored]]:
    """Return what each sheet stores by cell name; openpyxl turns numbers into floats, which is too late."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False)
    with ZipFile(BytesIO(data)) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        relations = etree.fromstring(archive.read(names["xl/_rels/workbook.xml.rels"]), parser)
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        found = {}
        for sheet in etree.fromstring(archive.read(names["xl/workbook.xml"]), parser).iter("{*}sheet"):
            target = targets.get(sheet.get(_RELATION), "").lower()
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in names:
                found[sheet.get("name")] = dict(_cells_stored(archive.read(names[part])))
        return found


def _cells_stored(data: bytes) -> Iterator[tuple[str, _Stored]]:
    from lxml import etree

    for _, cell in etree.iterparse(BytesIO(data), tag="{*}c", resolve_entities=False):
        value, formula = cell.find("{*}v"), cell.find("{*}f")
        string = value.text if value is not None and cell.get("t", "n") == "n" else None
        if string or formula is not None:
            yield cell.get("r", ""), _Stored(_decimal(string), formula is not None)
        cell.clear()


def _decimal(string: str | None) -> Decimal | None:
    try:
        return Decimal(string) if string else None
    except InvalidOperation:
        return None


# what is shown ------------------------------------------------------------------------------------


def _view(sheet: Any, stored: Mapping[str, _Stored]) -> SheetView:  # noqa: ANN401  # openpyxl is untyped
    if sheet.sheet_state != "visible":
        return SheetView(sheet.title, hidden=True, rows=sheet.max_row)
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    rows, columns = _hidden_rows(sheet), _hidden_columns(sheet)
    cells, broken, empty = [], [], []
    lost_rows, lost_columns = set(), set()
    for line in sheet.iter_rows():
        for cell in line:
            kept = stored.get(cell.coordinate)
            if cell.value is None and kept and kept.formula:
                empty.append(cell.row)
            if cell.value is None or type(cell).__name__ == "MergedCell":
                continue
            area = merged.get((cell.row, cell.column))
            if _all_hidden(cell.row, area.max_row if area else cell.row, rows):
                lost_rows.add(cell.row)
            elif _all_hidden(cell.column, area.max_col if area else cell.column, columns):
                lost_columns.add(cell.column)
            else:
                if cell.data_type == "e":
                    broken.append((cell.row, str(cell.value)))
                cells.append(_written(cell, kept, area))
    kept_cells = tuple(_moved(cell, rows, columns) for cell in cells)
    return SheetView(
        sheet.title,
        hidden=False,
        rows=sheet.max_row,
        cells=kept_cells,
        hidden_rows=tuple(sorted(lost_rows)),
        hidden_columns=tuple(sorted(lost_columns)),
        broken=tuple(broken),
        empty_formulas=tuple(empty),
    )


def _hidden_rows(sheet: Any) -> frozenset[int]:  # noqa: ANN401
    return frozenset(row for row, told in sheet.row_dimensions.items() if told.hidden or told.height == 0)


def _hidden_columns(sheet: Any) -> frozenset[int]:  # noqa: ANN401
    hidden: set[int] = set()
    for told in sheet.column_dimensions.values():
        if told.hidden or told.width == 0:
            hidden.update(range(told.min, told.max + 1))
    return frozenset(hidden)


def _all_hidden(first: int, last: int, hidden: frozenset[int]) -> bool:
    return all(place in hidden for place in range(first, last + 1))


def _moved(cell: WrittenCell, rows: frozenset[int], columns: frozenset[int]) -> WrittenCell:
    """Return a merged cell at the first of its rows and columns that is shown."""
    row, column, high, wide = cell.row, cell.column, cell.rowspan, cell.colspan
    while row in rows:
        row, high = row + 1, high - 1
    while column in columns:
        column, wide = column + 1, wide - 1
    return WrittenCell(row, column, cell.lines, high, wide, cell.indent)


def _written(cell: Any, stored: _Stored | None, area: Any) -> WrittenCell:  # noqa: ANN401
    high = area.max_row - area.min_row + 1 if area else 1
    wide = area.max_col - area.min_col + 1 if area else 1
    indent = float(cell.alignment.indent or 0) * _INDENT
    lines = tuple(_shown(cell, stored).replace("\r\n", "\n").split("\n"))
    return WrittenCell(cell.row, cell.column, lines, high, wide, indent)


def _shown(cell: Any, stored: _Stored | None) -> str:  # noqa: ANN401
    value, code = cell.value, cell.number_format or "General"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date | time | timedelta):
        return displayed_date(_moment(value), code)
    if isinstance(value, int | float):
        number = stored.number if stored and stored.number is not None else Decimal(str(value))
        return displayed(number, code)
    if cell.data_type == "e":
        return str(value)
    string = _rich(value) if isinstance(value, list) else _aligned(str(value), cell.font)
    return displayed_text(string, code)


def _moment(value: datetime | date | time | timedelta) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, timedelta):
        return _EPOCH + value
    return datetime.combine(value, time()) if isinstance(value, date) else datetime.combine(_EPOCH, value)


def _rich(parts: list[Any]) -> str:
    """Return text set in several fonts; raised and lowered runs become raised and lowered signs."""
    return "".join(part if isinstance(part, str) else _aligned(part.text or "", part.font) for part in parts)


def _aligned(string: str, font: Any) -> str:  # noqa: ANN401
    way = font.vertAlign if font is not None else None
    return {"superscript": raised, "subscript": lowered}.get(way or "", str)(string)
