"""Rows of cells become a table: heads, title, unit, merged labels."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field

import regex

from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.read.text.compose import compose
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import plain
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_missing
from auditor.read.text.shape import is_period
from auditor.read.text.shape import is_unit
from auditor.read.text.shape import is_unit_head
from auditor.read.text.shape import is_value

#: The fragments of one cell, those of each line in a list of their own.
Contents = list[list[Fragment]]
_CHILD = regex.compile(r"^[-–—•·○▪]\s*(?=[^\s0-9])")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one printed row; an empty cell has no fragments."""

    cells: tuple[tuple[tuple[Fragment, ...], ...], ...]

    @staticmethod
    def of(cells: list[Contents]) -> Row:
        """Return a row of the given cells."""
        return Row(tuple(tuple(tuple(line) for line in cell) for cell in cells))

    @property
    def strings(self) -> list[str]:
        """Return what each cell says."""
        return [" ".join(plain(list(line)) for line in cell).strip() for cell in self.cells]

    def first(self) -> Fragment:
        """Return the first fragment of the row."""
        return next(part for cell in self.cells for line in cell for part in line)


@dataclass(frozen=True, slots=True)
class Title:
    """What stands over a table: caption, the unit stated for all of it, whether it goes on from the last."""

    caption: Text = field(default_factory=lambda: Text(""))
    unit: str = ""
    continued: bool = False


def is_header(row: Row) -> bool:
    """Return whether the row names columns: a head of units, or periods and no values."""
    filled = [string for string in row.strings[1:] if string]
    if not filled:
        return False
    if any(is_unit_head(string) for string in row.strings):
        return True
    periods = sum(is_period(string) for string in filled)
    values = sum(is_value(string) and not is_period(string) for string in filled)
    return periods > 0 and not values and 2 * periods >= len(filled)


def only_first(row: Row) -> bool:
    """Return whether the row has nothing but its first cell."""
    strings = row.strings
    return bool(strings[0]) and not any(strings[1:])


def is_title(row: Row) -> bool:
    """Return whether the row is a title over the table: one short cell that is no sentence."""
    return only_first(row) and len(row.strings[0]) <= 40 and not ends_sentence(row.strings[0])


def header_count(rows: list[Row]) -> int:
    """Return how many leading rows are heads."""
    count = 0
    while count < min(len(rows), 3) and is_header(rows[count]):
        count += 1
    if count:
        return count + _second_heads(rows, count)
    if len(rows) > 1 and _word_heads(rows[0].strings):
        values = any(is_value(string) for row in rows[2:] for string in row.strings[1:])
        return 1 + (_second_heads(rows, 1) if values and not rows[1].strings[0] else 0)
    return _head_over_values(rows)


def _word_heads(first: list[str]) -> bool:
    """Return whether a first row of short words heads a layout of three columns or more."""
    filled = [cell for cell in first if cell]
    short = all(len(cell) <= 30 and not is_entry(cell) and not ends_sentence(cell) for cell in filled)
    return short and bool(first[0]) and len(filled) > 2


def _second_heads(rows: list[Row], count: int) -> int:
    """Return 1 where a second line of heads stands below the first, its label cell empty or that above it."""
    if len(rows) <= count + 1:
        return 0
    above, below = rows[count - 1].strings, [string for string in rows[count].strings if string]
    if rows[count].strings[0] and (above[0] or len(below) <= 1 + sum(map(bool, above))):
        return 0
    return 1 if below and not any(is_entry(string) for string in below) and len(below) > 1 else 0


def _head_over_values(rows: list[Row]) -> int:
    """Return 1 where the first row holds words only and values stand in the rows below it."""
    if len(rows) < 2 or not any(rows[0].strings[1:]):
        return 0
    head = [string for string in rows[0].strings[1:] if string]
    values = [is_value(string) for row in rows[1:] for string in row.strings[1:] if string]
    words = not any(is_value(string) for string in head)
    return 1 if words and values and 2 * sum(values) >= len(values) else 0


def build(report: str, rows: list[Row], title: Title, *, header_rows: int) -> Table:
    """Return the table of the given rows, all as wide as the widest."""
    columns = max(len(row.cells) for row in rows)
    edge = min((_edge(row) for row in rows if row.strings[0]), default=0)
    cells = [
        _cell(report, row, index, column, edge) for index, row in enumerate(rows) for column in range(columns)
    ]
    merged = _merge_labels(rows, cells, columns, header_rows)
    return Table(
        cells=tuple(merged),
        rows=len(rows),
        columns=columns,
        header_rows=header_rows,
        caption=title.caption,
        unit=title.unit,
        continued=title.continued,
    )


def _cell(report: str, row: Row, index: int, column: int, edge: int) -> Cell:
    lines = [list(line) for line in row.cells[column]] if column < len(row.cells) else []
    indent = _indent(row, edge) if column == 0 and row.strings[0] else 0.0
    return Cell(index, column, compose(report, lines), indent=indent)


def _edge(row: Row) -> int:
    return next(part.column for line in row.cells[0] for part in line)


def _indent(row: Row, edge: int) -> float:
    """Return how deep a label stands: one step for two spaces before it, one for a dash or bullet."""
    match = _CHILD.match(row.strings[0])
    bullet = match is not None and len(row.strings[0]) > len(match[0])
    return float((_edge(row) - edge) // 2 + bullet)


def _merge_labels(rows: list[Row], cells: list[Cell], columns: int, header_rows: int) -> list[Cell]:
    """Let a label reach down over the empty cells below it where the next column goes on naming things.

    Only a label whose own row has a second label can be merged: ``员工比例 | 男性`` over ``| 女性``.
    """
    spans: dict[int, int] = {}
    owner = -1
    under_units = any(is_unit_head(string) for row in rows[:header_rows] for string in row.strings[1:2])
    for index, row in enumerate(rows):
        strings = [*row.strings, "", ""]
        second = strings[1]
        named = columns > 2 and _names(second, under_units=under_units)
        if index < header_rows or strings[0] or not named:
            owner = index if index >= header_rows and strings[0] and named else -1
        elif owner >= 0:
            spans[owner] = index - owner + 1
    covered = {start + step for start, size in spans.items() for step in range(1, size)}
    return [
        Cell(cell.row, 0, cell.text, rowspan=spans.get(cell.row, 1), indent=cell.indent)
        if cell.column == 0
        else cell
        for cell in cells
        if not (cell.column == 0 and cell.row in covered)
    ]


def _names(second: str, *, under_units: bool) -> bool:
    """Return whether the second cell of a row is a label; shifted labels stand under the head of units."""
    return (
        bool(second)
        and not is_unit(second)
        and (under_units or not is_entry(second))
        and not is_missing(second)
    )
