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

from auditor.model.place import Place


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
        first = max(bisect_right(self._starts(), start) - 1, 0)
        piece = self.pieces[first]
        place = piece.place
        if place.line is not None:
            column = (place.column or 0) + max(start - piece.start, 0)
            return Place(place.report, line=place.line, column=column)
        box = place.box
        for other in self.pieces[first + 1 :]:
            if other.start >= end:
                break
            if box and other.place.box and other.place.page == place.page:
                box = box.union(other.place.box)
        return Place(place.report, page=place.page, box=box)

    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def __bool__(self) -> bool:
        """Return whether there is anything but white space."""
        return bool(self.string.strip())


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
    def place(self) -> Place:
        """Return where the first filled cell stands."""
        return next((cell.text.place() for cell in self.cells if cell.text), Place(""))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of which the reading is not sure; a fault of ours, not of the report.

    ``code`` is short and stable (``page_not_readable``, ``cell_without_column``), ``detail`` says
    what was seen and what to do.
    """

    code: str
    place: Place
    detail: str


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
