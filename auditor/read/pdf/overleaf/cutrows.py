"""Rows that the end of a page cuts: the top of the next page goes on with the last row of this one."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from auditor.model.document import Cell
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.read.pdf.headers import header_rows
from auditor.read.pdf.headers import rows_of
from auditor.read.pdf.sheet.words import is_wide
from auditor.read.pdf.signs import is_item
from auditor.read.pdf.signs import is_value
from auditor.read.pdf.signs import section_level
from auditor.read.pdf.typesetting import join

_BEGUN = re.compile(r"[-−–+(（]?[0-9]{1,3}(?:,[0-9]{3})*(?:,[0-9]{0,2}|\.[0-9]*)|[-−–+(（]")
#: A number that cannot end here.
_UNFINISHED = re.compile(r"[.,]$|,[0-9]{1,2}$|^[-−–+(（]$")
#: A number over several lines, or a part of one.
_FIGURES = re.compile(r"[-−–+(（]?[0-9,. ]+[)）]?[%％]?")
#: What ends a number that needs no sign to tell that it goes on.
_TAIL = re.compile(r"\.[0-9]+[)）]?[%％]?|,[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]+)?[)）]?")
_REST = re.compile(r"[0-9,.]+[)）]?[%％]?|[)）][%％]?|[%％]")
_WHOLE = re.compile(r"[-−–+(（]?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?[)）]?[%％]?")
#: A label that leads the rows below it: ``其中：``, ``加：``.
_LEADS = re.compile(r"^.{0,4}[：:]|[：:]\s*$")
#: A line that had no room for another word is at least so wide, as a share of the widest.
_FULL = 0.85
#: Less room than so much of a line's height is too little for another Chinese character.
_SIGN = 0.75


def labels_twice(elements: Sequence[object]) -> frozenset[str]:
    """Return the labels that stand in more than one row of a report's tables: each of them is whole."""
    labels = (
        cell.text.string.strip()
        for table in elements
        if isinstance(table, Table)
        for cell in table.cells
        if cell.column == 0 and cell.text
    )
    return frozenset(label for label, times in Counter(labels).items() if times > 1)


def join_cut_row(before: Table, table: Table, whole: AbstractSet[str]) -> tuple[Table, Table] | None:
    """Return two parts of one table, on pages that follow each other, with a cut row put together.

    None where the second part begins with a row of its own, below its heads where it repeats them. The
    rest of a row has no label of its own, or nothing but the end of a label that had no more room.
    """
    at = table.header_rows if says_heads_again(table.heads, before.heads) else 0
    if table.rows < at + 1 or table.columns != before.columns:
        return None
    upper = {cell.column: cell for cell in row_at(before, before.rows - 1) if cell.text and cell.rowspan == 1}
    lower = {cell.column: cell for cell in row_at(table, at) if cell.text and cell.rowspan == 1}
    if not lower or not set(lower) <= set(upper):
        return None
    if any(upper[column].colspan != cell.colspan for column, cell in lower.items()):
        return None
    if 0 in lower and _stand_alone(upper, lower, whole):
        return None
    goes_on = _ends_label if 0 in lower else _ends_cells
    if not goes_on(before, upper, lower):
        return None
    return with_ends(before, upper, lower), without_row(table, at)


def says_heads_again(heads: Sequence[str], before: Sequence[str]) -> bool:
    """Return whether heads are those of the part before, or all but a title above these."""
    said = [head for head in heads if head]
    return heads == before or (len(said) > 1 and set(said) <= set(before))


def _stand_alone(upper: dict[int, Cell], lower: dict[int, Cell], whole: AbstractSet[str]) -> bool:
    """Return whether the labels of two rows are known as whole, and no number goes on below."""
    known = {upper[0].text.string.strip(), lower[0].text.string.strip()} & whole
    return bool(known) and not [column for column in _numbers(upper, lower) if column]


def carry_group(before: Table, table: Table) -> Table:
    """Return a part of a table whose first rows stand in the group that the part before it ends with.

    The groups stand in the first column, each beside its rows. What the page's end cut of a group's name
    is put together.
    """
    last = next((cell for cell in row_at(before, before.rows - 1) if cell.column == 0), None)
    grouped = any(
        cell.column == 0 and cell.rowspan > 1 and cell.row >= part.header_rows
        for part in (before, table)
        for cell in part.cells
    )
    if last is None or not last.text or last.colspan > 1 or table.columns != before.columns or not grouped:
        return table
    own = sorted((c for c in table.cells if c.column == 0 and c.row >= table.header_rows), key=_top)
    empty = list(itertools.takewhile(lambda cell: not cell.text, own))
    filled = {id(cell): replace(cell, text=last.text) for cell in empty}
    if own and not empty and _goes_on(last.text.string, own[0].text.string):
        filled = {id(own[0]): replace(own[0], text=join(last.text, own[0].text))}
    return replace(table, cells=tuple(filled.get(id(cell), cell) for cell in table.cells))


def _top(cell: Cell) -> int:
    return cell.row


def _goes_on(label: str, rest: str) -> bool:
    """Return whether a text plainly goes on with a label: in an open bracket, or with a small letter."""
    opened = label.count("(") + label.count("（") > label.count(")") + label.count("）")
    return opened or rest.lstrip()[:1].islower()


def _ends_cells(before: Table, upper: dict[int, Cell], lower: dict[int, Cell]) -> bool:
    """Return whether each cell without a label is the rest of the one above it, which had no more room."""
    numbers = _numbers(upper, lower)
    if not _are_whole(upper, lower, numbers):
        return False
    texts = [column for column in lower if column not in numbers]
    if any(is_value(lower[column].text.string) for column in texts):
        return False
    return all(
        (column in numbers and _unfinished(upper[column])) or _ends(before, upper[column], lower[column])
        for column in lower
    )


def _unfinished(cell: Cell) -> bool:
    """Return whether a number plainly goes on: nothing stands behind its point, or less than a group."""
    return bool(_UNFINISHED.search(_tight(cell.text)))


def _numbers(upper: dict[int, Cell], lower: dict[int, Cell]) -> list[int]:
    """Return the columns in which something stands below a number."""
    strings = {column: _tight(upper[column].text) for column in lower}
    return [column for column, string in strings.items() if is_value(string) or _BEGUN.fullmatch(string)]


def _are_whole(upper: dict[int, Cell], lower: dict[int, Cell], columns: Sequence[int]) -> bool:
    """Return whether the numbers of some columns that the page's end cut are whole with what stands below."""
    for column in columns:
        begun, rest = _tight(upper[column].text), _tight(lower[column].text)
        cut = _BEGUN.fullmatch(begun) or _TAIL.fullmatch(rest)
        if not (cut and _REST.fullmatch(rest) and _WHOLE.fullmatch(begun + rest)):
            return False
    return True


def _ends(before: Table, upper: Cell, lower: Cell) -> bool:
    return _goes_on(upper.text.string, lower.text.string) or _is_full(before, upper, lower)


def _ends_label(before: Table, upper: dict[int, Cell], lower: dict[int, Cell]) -> bool:
    """Return whether the text in the first column is the rest of a label that had no more room.

    Beside it may stand the rests of other texts, or of numbers: these are evidence enough.
    """
    label, rest = upper[0].text.string, lower[0].text.string
    if len(upper) < 2 or lower[0].colspan > 1 or before.rows <= before.header_rows:
        return False
    numbers = [column for column in _numbers(upper, lower) if column]
    if not _are_whole(upper, lower, numbers):
        return False
    if numbers:
        return not is_value(rest)
    if is_value(rest) or _LEADS.search(rest) or section_level(rest) or is_item(rest):
        return False
    if any(is_value(cell.text.string) for cell in lower.values()) or label.strip()[-1:] in "：:)）":
        return False
    return all(_ends(before, upper[column], lower[column]) for column in lower)


def _is_full(table: Table, cell: Cell, rest: Cell) -> bool:
    """Return whether the last line of a cell is as wide as the lines in its column that are wrapped.

    A bracket that opens what follows may not end a line: it needs room for the sign behind it too.
    """
    column = [other.text for other in table.cells if other.column == cell.column and other.colspan == 1]
    wrapped = [wide for text in column for wide in _widths(text)[:-1]]
    own = _widths(cell.text)
    if not wrapped or not own:
        return False
    if not is_wide(cell.text.string.strip()[-1:]):
        return own[-1] >= _FULL * max(wrapped)
    box = cell.text.pieces[-1].place.box
    needed = _SIGN + rest.text.string.lstrip().startswith(("(", "（"))
    return box is not None and max(wrapped) - own[-1] < needed * (box.bottom - box.top)


def _widths(text: Text) -> list[float]:
    """Return how wide each line of a text is, in points, top to bottom."""
    lines: list[list[Box]] = []
    for box in sorted((p.place.box for p in text.pieces if p.place.box), key=lambda box: box.bottom):
        if lines and box.bottom - lines[-1][0].bottom < 0.6 * (box.bottom - box.top):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [max(box.x1 for box in line) - min(box.x0 for box in line) for line in lines]


def row_at(table: Table, row: int) -> list[Cell]:
    """Return the cells that stand in a row, those from rows above included."""
    return [cell for cell in table.cells if cell.row <= row < cell.row + cell.rowspan]


def with_ends(table: Table, upper: dict[int, Cell], lower: dict[int, Cell]) -> Table:
    """Return a table with some of its cells put together with their rests, column by column."""
    joined = {
        id(upper[column]): replace(upper[column], text=_joined(upper[column].text, cell.text))
        for column, cell in lower.items()
    }
    return replace(table, cells=tuple(joined.get(id(cell), cell) for cell in table.cells))


def _joined(first: Text, second: Text) -> Text:
    """Return a cell's two parts as one text; the parts of a number without a space."""
    text = join(first, second)
    plain = _tight(first) + _tight(second)
    if not _WHOLE.fullmatch(plain) or text.string == plain:
        return text
    pieces: list[Piece] = []
    at = 0
    for part in (first, second):
        ends = [piece.start for piece in part.pieces[1:]] + [len(part.string)]
        for piece, end in zip(part.pieces, ends, strict=True):
            pieces.append(replace(piece, start=at))
            at += len(part.string[piece.start : end].strip())
    return Text(plain, tuple(pieces))


def _tight(text: Text) -> str:
    """Return the text of a cell, the lines of a number put together without a space."""
    string = text.string.strip()
    return string.replace(" ", "") if _FIGURES.fullmatch(string) else string


def without_row(table: Table, row: int = 0) -> Table:
    """Return a table without one of its rows; what spans it spans the rest."""
    cells: Sequence[Cell] = [
        _moved_up(cell, row) for cell in table.cells if cell.row != row or cell.rowspan > 1
    ]
    heads = row or (table.header_rows and header_rows(rows_of(cells, table.rows - 1)))
    return replace(table, cells=tuple(cells), rows=table.rows - 1, header_rows=heads)


def _moved_up(cell: Cell, row: int) -> Cell:
    """Return a cell as it stands when a row is gone."""
    if cell.row <= row < cell.row + cell.rowspan:
        return replace(cell, rowspan=cell.rowspan - 1)
    return replace(cell, row=cell.row - (cell.row > row))
