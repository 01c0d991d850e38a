"""Tables that a file gives as cells with spans: what belongs to each, and what stands over and under it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import trim
from auditor.read.text.notes import note_start
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import width
from auditor.read.text.tables.grid import Contents
from auditor.read.text.tables.grid import Row
from auditor.read.text.tables.grid import Title
from auditor.read.text.tables.grid import build
from auditor.read.text.tables.grid import header_count
from auditor.read.text.tables.grid import is_header
from auditor.read.text.tables.ruled import pieces
from auditor.read.text.tables.ruled import unit_line

#: Points that one step of half a Chinese character moves a label in.
_HALF_WIDTH = 5.0


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A cell as its file gives it: 0-based row and column, lines of text, spans, indent in points."""

    row: int
    column: int
    lines: tuple[str, ...]
    rowspan: int = 1
    colspan: int = 1
    indent: float = 0.0

    @property
    def filled(self) -> bool:
        """Return whether there is anything but white space in it."""
        return any(line.strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of one table; ``spans`` and ``indents`` by row and column, ``heads`` rows are told as heads."""

    rows: tuple[Row, ...]
    spans: Mapping[tuple[int, int], tuple[int, int]]
    indents: Mapping[tuple[int, int], float]
    heads: int = 0

    def part(self, start: int, stop: int) -> Grid:
        """Return the rows from ``start`` to before ``stop``."""
        spans = {
            (row - start, column): (min(height, stop - row), wide)
            for (row, column), (height, wide) in self.spans.items()
            if start <= row < stop
        }
        indents = {(row - start, x): deep for (row, x), deep in self.indents.items() if start <= row < stop}
        return Grid(self.rows[start:stop], spans, indents, max(min(self.heads, stop) - start, 0))

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return max((len(row.cells) for row in self.rows), default=0)


def make_grid(cells: Sequence[WrittenCell], numbers: Mapping[int, int], heads: int = 0) -> Grid:
    """Return the grid of written cells without the rows and columns in which nothing is written.

    ``numbers`` gives the line that each row counts as; columns of a place count code points in that row,
    cells parted by one.
    """
    rows = _kept(cell.row for cell in cells if cell.filled)
    columns = _kept(cell.column for cell in cells if cell.filled)
    contents: list[list[Contents]] = [[[] for _ in columns] for _ in rows]
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    indents: dict[tuple[int, int], float] = {}
    offsets = dict.fromkeys(rows, 0)
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        if not cell.filled:
            continue
        at = (rows[cell.row], columns[cell.column])
        contents[at[0]][at[1]] = _fragments(cell.lines, numbers[cell.row], offsets[cell.row])
        offsets[cell.row] += sum(len(line) + 1 for line in cell.lines)
        size = (_reach(rows, cell.row, cell.rowspan), _reach(columns, cell.column, cell.colspan))
        if size != (1, 1):
            spans[at] = size
        indents[at] = cell.indent + _leading(cell.lines[0])
    told = sum(1 for row in rows if row < heads)
    return Grid(tuple(Row.of(row) for row in contents), spans, indents, told if told < len(rows) else 0)


def split(grid: Grid) -> Iterator[Grid | Row]:
    """Yield the tables of a grid, and the rows over and under them that are no part of a table."""
    start = 0
    for rows in pieces(list(grid.rows)):
        yield from _peeled(grid.part(start, start + len(rows)))
        start += len(rows)


def make_table(report: str, grid: Grid, title: Title) -> Table:
    """Return the table of a grid; told heads and spans are kept, others are recognised."""
    heads = grid.heads or header_count(list(grid.rows))
    if heads:
        deepest = max((grid.spans.get((0, x), (1, 1))[0] for x in range(grid.columns)), default=1)
        heads = max(heads, deepest) if deepest < len(grid.rows) else heads
    table = build(report, list(grid.rows), title, header_rows=heads)
    return replace(table, cells=tuple(_spanned(table, grid)))


def filled(row: Row) -> list[str]:
    """Return what the filled cells of a row say."""
    return [string for string in row.strings if string]


def has_heads(grid: Grid) -> bool:
    """Return whether the first row with several filled cells names columns."""
    first = next((index for index, row in enumerate(grid.rows) if len(filled(row)) > 1), len(grid.rows))
    if first == len(grid.rows):
        return False
    rows = list(grid.rows[first:])
    words = len(filled(rows[0])) > 2 and header_count(rows) > 0
    return grid.heads > first or is_header(rows[0]) or words


def _kept(places: Iterator[int]) -> dict[int, int]:
    """Return the new place of each row or column that is kept."""
    return {old: new for new, old in enumerate(sorted(set(places)))}


def _reach(kept: Mapping[int, int], start: int, size: int) -> int:
    return 1 if size == 1 else sum(place in kept for place in range(start, start + size))


def _fragments(lines: Sequence[str], number: int, column: int) -> Contents:
    found = []
    for line in lines:
        fragments = trim([Fragment(line, number, column)])
        if fragments:
            found.append(fragments)
        column += len(line) + 1
    return found


def _leading(line: str) -> float:
    bare = line.lstrip()
    return _HALF_WIDTH * width(line[: len(line) - len(bare)].replace("\t", "    ")) if bare else 0.0


def _peeled(grid: Grid) -> Iterator[Grid | Row]:
    """Yield the rows over a table, the table, and the notes in its last rows."""
    wide = [index for index, row in enumerate(grid.rows) if len(filled(row)) > 1]
    if not wide:
        yield from grid.rows
        return
    headed = has_heads(grid)
    first = next(
        (index for index in range(wide[0]) if not headed and not _stands_over(grid.rows[index])), wide[0]
    )
    last = next(
        (index for index in range(wide[-1] + 1, len(grid.rows)) if _stands_under(grid.rows[index])),
        len(grid.rows),
    )
    yield from grid.rows[:first]
    yield grid.part(first, last)
    yield from grid.rows[last:]


def _stands_over(row: Row) -> bool:
    """Return whether a row with one cell is a sentence or unit over a table, not a label in it."""
    string = filled(row)[0]
    return bool(unit_line(string)) or ends_sentence(string)


def _stands_under(row: Row) -> bool:
    """Return whether a row with one cell below the last values is a note."""
    string = filled(row)[0]
    return note_start(string) is not None or ends_sentence(string) or not row.strings[0]


def _spanned(table: Table, grid: Grid) -> Iterator[Cell]:
    """Yield the cells with the spans and indents of the file; what nothing covers gets an empty one."""
    taken: set[tuple[int, int]] = set()
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        at = (cell.row, cell.column)
        height, wide = grid.spans.get(at, (cell.rowspan, cell.colspan))
        covers = {(cell.row + y, cell.column + x) for y in range(height) for x in range(wide)}
        if at in taken or covers & taken:
            continue
        taken |= covers
        indent = grid.indents.get(at, 0.0) or cell.indent
        yield replace(cell, rowspan=height, colspan=wide, indent=indent)
    for row in range(table.rows):
        for column in range(table.columns):
            if (row, column) not in taken:
                yield Cell(row, column, Text(""))
