"""Doubts of a table as it was read: what in its grid tells that text went into a wrong row or column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.lexicon.words.signs import sign_words
from auditor.model.document import Block
from auditor.model.document import Cell
from auditor.model.document import Doubt
from auditor.model.document import Table
from auditor.model.place import Place
from auditor.model.saying import saying
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

_WORDS = sign_words()

#: A column of figures has so many numbers at least.
_FIGURES = 3
#: A figure that no range or sentence is made of: with separators, a decimal point, a percent sign.
_FIGURE = r"[(（]?-?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)[%％]?[)）]?"
_NONE = r"(?:N/A|[-—/])"
_TWO = re.compile(rf"(?:{_FIGURE}|{_NONE})\s+{_FIGURE}|{_FIGURE}\s+{_NONE}|{_FIGURE}(?=[0-9(（]){_FIGURE}")
#: Heads have no more characters; two periods in one head.
_HEAD = 40
_AGAINST = re.compile(
    rf"[0-9{_WORDS.period_characters}]\s*(?:{_WORDS.versus}\b|[/{_WORDS.against}])",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"(?:FY|CY)?(?:19|20)[0-9]{{2}}\s*{_WORDS.year_or_fiscal_printed}?")


#: What is told of the doubts of a finished table.
_DETAILS = {
    "cell_with_two_values": "“{cell}”可能是两列的数值",
    "column_without_head": "“{cell}”上方未读到表头",
    "heads_not_read": "“{cell}”所在各列上方未读到表头",
    "row_without_label": "“{cell}”旁未读到行的名称",
    "columns_headed_alike": "有两列的表头都是“{cell}”",
    "row_without_group": "“{cell}”上方未读到所属组别",
    "head_of_two_columns": "“{cell}”可能是两列的表头",
}


def draft_doubts(draft: Draft, name: str, page: int) -> list[Doubt]:
    """Return the doubts of one table's layout: words between columns, and lines between rows."""
    strays = [
        Doubt(
            "cell_without_column",
            Place(name, page, box=word.box),
            saying("“{cell}”横跨两列之间；按其中点归列", cell=word.string),
        )
        for word in draft.strays
    ]
    return strays + _row_doubts(draft, name, page)


def _row_doubts(draft: Draft, name: str, page: int) -> list[Doubt]:
    """Return one doubt for the lines of a table that may belong to the row above or below."""
    if not draft.unsure:
        return []
    first, more = draft.unsure[0], len(draft.unsure) - 1
    words = (
        "“{line}”及另 {more} 行不确定是新的一行还是上一行的接续；请人工核对"
        if more
        else "“{line}”不确定是新的一行还是上一行的接续；请人工核对"
    )
    detail = saying(words, line=string_of(first.words), more=more)
    return [Doubt("row_not_sure", Place(name, page, box=first.words[0].box), detail)]


def table_doubts(elements: Sequence[Block | Table]) -> Iterator[Doubt]:
    """Yield the doubts of all tables, one for each table and kind."""
    for table in elements:
        if isinstance(table, Table):
            yield from _doubts(table)


def _doubts(table: Table) -> Iterator[Doubt]:
    grid = table.grid()
    columns = _figure_columns(table)
    for code, found in (
        ("cell_with_two_values", _two_values(table, columns)),
        ("column_without_head", _without_head(table, grid, columns)),
        ("heads_not_read", _no_heads(table, columns)),
        ("row_without_label", _no_label(table, grid, columns)),
        ("columns_headed_alike", _heads_alike(table, grid, columns)),
        ("row_without_group", _no_group(table, grid, columns)),
        ("head_of_two_columns", _two_heads(table, columns)),
    ):
        if found is not None and found.text:
            yield Doubt(code, found.text.place(), saying(_DETAILS[code], cell=found.text.string))


def _figure_columns(table: Table) -> set[int]:
    """Return the columns of figures."""
    count: dict[int, int] = {}
    for cell in table.cells:
        if cell.row >= table.header_rows and cell.column and is_data(cell.text.string):
            count[cell.column] = count.get(cell.column, 0) + 1
    return {column for column, numbers in count.items() if numbers >= _FIGURES}


def _two_values(table: Table, columns: set[int]) -> Cell | None:
    body = (c for c in table.cells if c.row >= table.header_rows and c.column in columns)
    return next((cell for cell in body if _TWO.fullmatch(cell.text.string.strip())), None)


def _without_head(table: Table, grid: list[list[Cell | None]], columns: set[int]) -> Cell | None:
    if not table.header_rows:
        return None
    headed = {
        column
        for column in columns
        if any((cell := row[column]) is not None and cell.text for row in grid[: table.header_rows])
    }
    bare = sorted(columns - headed)
    return _first(table, bare[0]) if headed and bare else None


def _first(table: Table, column: int) -> Cell | None:
    body = sorted((c for c in table.cells if c.column == column and c.row >= table.header_rows), key=_row)
    return next((cell for cell in body if is_value(cell.text.string)), None)


def _row(cell: Cell) -> int:
    return cell.row


def _no_heads(table: Table, columns: set[int]) -> Cell | None:
    if table.header_rows or table.continued or len(columns) < 2:
        return None
    return _first(table, min(columns))


def _no_label(table: Table, grid: list[list[Cell | None]], columns: set[int]) -> Cell | None:
    """Return the first value of a row without any text beside its values, where other rows have labels."""
    for row in grid[table.header_rows :]:
        values = [c for k, c in enumerate(row) if c is not None and k in columns and is_data(c.text.string)]
        texts = [c for k, c in enumerate(row) if c is not None and c.text and k not in columns]
        if len(values) > 1 and not texts:
            return values[0]
    return None


def _two_heads(table: Table, columns: set[int]) -> Cell | None:
    for cell in table.cells:
        if cell.row < table.header_rows and cell.column in columns and cell.colspan == 1:
            found = [m[0].strip() for m in _YEARS.finditer(cell.text.string)]
            if (
                len(found) > 1
                and not _AGAINST.search(cell.text.string)
                and len(cell.text.string) <= _HEAD
                and not is_period(cell.text.string)
            ):
                return cell
    return None


def _heads_alike(table: Table, grid: list[list[Cell | None]], columns: set[int]) -> Cell | None:
    """Return the last head of a column where another column of figures has the very same heads."""
    seen: set[tuple[str, ...]] = set()
    for column in sorted(columns):
        heads = [cell for row in grid[: table.header_rows] if (cell := row[column]) is not None and cell.text]
        texts = tuple(cell.text.string.strip() for cell in heads)
        if texts and texts in seen and heads[-1].colspan == 1:
            return heads[-1]
        seen.add(texts)
    return None


def _no_group(table: Table, grid: list[list[Cell | None]], columns: set[int]) -> Cell | None:
    """Return the label of a row without a group, where cells over several rows group the others."""
    body = grid[table.header_rows :]
    groups = {id(row[0]) for row in body if row[0] is not None and row[0].rowspan > 1 and row[0].text}
    if len(groups) < 1 or min(columns, default=0) < 2:
        return None
    for row in body:
        first, label = row[0], row[1]
        alone = first is not None and not first.text and label is not None and label is not first
        if alone and label is not None and label.text and any(_holds(row[k]) for k in columns):
            return label
    return None


def _holds(cell: Cell | None) -> bool:
    return cell is not None and is_data(cell.text.string)
