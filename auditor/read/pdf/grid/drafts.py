"""A table being built: columns, row bands and words, before it is told what is head and what is body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word

#: Borders nearer than this are one.
_SAME = 4.0


@dataclass(slots=True)
class DraftCell:
    """Words at a grid position."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    words: list[Word] = field(default_factory=list)

    @property
    def string(self) -> str:
        """Return its words in a row, for looking at only."""
        return " ".join(word.string for word in self.words)


@dataclass(slots=True)
class Draft:
    """A grid in the making.

    ``cuts`` are the x of column borders (one more than columns), ``levels`` the y of row borders.
    ``heads`` is a number of head rows that the layout itself tells (shading), 0 when it does not.
    ``strays`` are words that fit no column, ``over`` the lines of its caption and unit where they are known,
    ``unsure`` lines that may belong to the row above or below, ``title`` its title where it
    stands in one frame with the draft right above it.
    """

    cuts: list[float]
    levels: list[float]
    cells: list[DraftCell]
    ruled: bool = False
    heads: int = 0
    strays: list[Word] = field(default_factory=list)
    over: list[Line] = field(default_factory=list)
    unsure: list[Line] = field(default_factory=list)
    title: list[Word] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Return the number of rows."""
        return len(self.levels) - 1

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return len(self.cuts) - 1

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return self.levels[0]

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.levels[-1]

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return self.cuts[0]

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return self.cuts[-1]

    def placed(self, cuts: Sequence[float], at: Sequence[int]) -> Draft:
        """Return the draft over other borders; its own border ``i`` is number ``at[i]`` of these."""
        cells = [
            DraftCell(cell.row, at[cell.column], cell.rowspan, _width(cell, at), cell.words)
            for cell in self.cells
        ]
        return replace(self, cuts=list(cuts), cells=cells)

    def lies_between(self, top: float, bottom: float, span: tuple[float, float]) -> bool:
        """Return whether the table lies between two heights under or over a part of ``span``."""
        return self.x0 < span[1] and span[0] < self.x1 and top - 2 < self.top and self.bottom < bottom + 2

    def holds(self, word: Word) -> bool:
        """Return whether the middle of a word lies within the table."""
        return (
            self.x0 - 1 <= word.middle <= self.x1 + 1 and self.top - 0.5 <= word.centre <= self.bottom + 0.5
        )

    def row_cells(self, row: int) -> list[DraftCell]:
        """Return the cells that begin in a row, left to right."""
        return sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.column)


def _width(cell: DraftCell, at: Sequence[int]) -> int:
    return at[cell.column + cell.colspan] - at[cell.column]


def border(cuts: Sequence[float], cut: float) -> int | None:
    """Return which of the borders a border is, within a few points, else None."""
    best = min(range(len(cuts)), key=lambda index: abs(cuts[index] - cut))
    return best if abs(cuts[best] - cut) <= _SAME else None


def slot(edges: list[float], at: float) -> int:
    """Return the index of the interval of ``edges`` in which ``at`` lies, kept within range."""
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def cluster(values: Iterable[float], near: float) -> list[float]:
    """Return the means of values that lie within ``near`` of the first of their group."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]
