"""A report as read: blocks and tables in reading order, footnotes, doubts.

Text keeps the place of every character. A footnote mark in the text is kept as Unicode superscript
characters (a raised ``1,2`` becomes ``¹,²``) and a lowered digit as Unicode subscript (``CO₂``),
so ``1,234`` followed by a raised 1 is ``1,234¹`` and never ``1,2341``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum
from functools import cache
from operator import attrgetter
from unicodedata import east_asian_width

from auditor.model.place import Box
from auditor.model.place import Place
from auditor.model.saying import Saying


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a `Text` that were read from one place (a word, or part of a line)."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Text:
    """A string and where its characters stand.

    ``pieces`` are sorted by ``start`` (an offset in ``string``); each reaches to the next one.
    """

    string: str
    pieces: tuple[Piece, ...] = ()

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return the place of ``string[start:end]``: its first piece, boxes of that page united."""
        if not self.pieces:
            return Place("")
        end = len(self.string) if end is None else end
        first = max(bisect_right(self.pieces, start, key=attrgetter("start")) - 1, 0)
        piece = self.pieces[first]
        place = piece.place
        if place.line is not None:
            column = (place.column or 0) + max(start - piece.start, 0)
            return Place(place.report, line=place.line, column=column)
        box: Box | None = None
        for index in range(first, len(self.pieces)):
            other = self.pieces[index]
            if other.start >= end and box is not None:
                break
            part = self._part(index, start, end) if other.place.page == place.page else None
            box = part if box is None else box.union(part) if part else box
        return Place(place.report, page=place.page, box=box)

    def _part(self, index: int, start: int, end: int) -> Box | None:
        """Return the part of a piece's box that holds ``string[start:end]``.

        A piece may be a whole run of Chinese text; wide characters take twice the room of narrow ones.
        """
        piece = self.pieces[index]
        box = piece.place.box
        last = self.pieces[index + 1].start if index + 1 < len(self.pieces) else len(self.string)
        run = self.string[piece.start : last].rstrip()
        whole = _room(run)
        if box is None or not whole or box.x1 - box.x0 < box.bottom - box.top:
            return box
        scale = (box.x1 - box.x0) / whole
        left = box.x0 + scale * _room(run[: max(start - piece.start, 0)])
        right = box.x0 + scale * _room(run[: max(end - piece.start, 0)])
        return Box(left, box.top, max(right, left), box.bottom)

    def __bool__(self) -> bool:
        """Return whether there is anything but white space."""
        return bool(self.string.strip())


def _room(run: str) -> int:
    """Return how much room characters take on a line, in halves of a Chinese character."""
    return len(run) if run.isascii() else sum(map(_width, run))


@cache
def _width(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FIGURE = "figure"
    NOTE = "note"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, figure label or tile, footnote, or page furniture.

    ``level`` is 1 for the top headings, 0 for all else. ``mark`` is a footnote's own mark
    (``3``, ``①``, ``*``); its ``text`` does not repeat it.
    """

    kind: BlockKind
    text: Text
    level: int = 0
    mark: str = ""

    @property
    def place(self) -> Place:
        """Return where the block begins."""
        return self.text.place()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``row`` and ``column`` are 0-based, spans count grid rows and columns."""

    row: int
    column: int
    text: Text
    rowspan: int = 1
    colspan: int = 1
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. Empty cells are present with an empty text, so columns are kept.

    ``header_rows`` leading rows are column heads. ``continued`` says that the table goes on from
    the table before it, whose heads then apply when it has none of its own. ``caption`` is the
    title line directly above, ``unit`` a unit given once for the whole table (``单位：万吨``).
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    header_rows: int = 1
    caption: Text = field(default_factory=lambda: Text(""))
    unit: str = ""
    continued: bool = False

    def grid(self) -> list[list[Cell | None]]:
        """Return rows of cells; a merged cell stands at every position that it covers."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rowspan, self.rows)):
                for column in range(cell.column, min(cell.column + cell.colspan, self.columns)):
                    grid[row][column] = cell
        return grid

    @property
    def heads(self) -> list[str]:
        """Return what the column heads say, in reading order."""
        return [cell.text.string for cell in self.cells if cell.row < self.header_rows]

    @property
    def place(self) -> Place:
        """Return where the first filled cell stands."""
        return next((cell.text.place() for cell in self.cells if cell.text), Place(""))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of which the reading is not sure; a fault of ours, not of the report.

    ``code`` is short and stable (``page_not_readable``, ``cell_without_column``), ``detail`` tells
    what was seen and what to do.
    """

    code: str
    place: Place
    detail: Saying


@dataclass(frozen=True, slots=True)
class Document:
    """One report as read."""

    name: str
    sha256: str
    format: str
    elements: tuple[Block | Table, ...]
    doubts: tuple[Doubt, ...] = ()
    pages: int = 0
    pages_unread: tuple[int, ...] = ()
    lines: int = 0

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the text blocks in reading order."""
        return tuple(item for item in self.elements if isinstance(item, Block))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables in reading order."""
        return tuple(item for item in self.elements if isinstance(item, Table))
