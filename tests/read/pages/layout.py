"""Where each cell of a made table is printed: column widths, wrapped lines, row heights, page breaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.read.pages.truth import Made
from tests.read.pages.truth import Printed
from tests.read.pages.truth import Style
from tests.read.pages.widths import values_under

PAD = 3.0
#: Columns as wide as what stands in them.
_NARROW = frozenset(("code", "sign", "remark"))
Measure = Callable[[str, float, bool], float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its box (origin top left) with its wrapped lines."""

    cell: Printed
    x0: float
    top: float
    x1: float
    bottom: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a table on one page; ``edges`` the x of column borders, ``levels`` the y of row borders."""

    page: int
    cells: tuple[Placed, ...]
    edges: tuple[float, ...]
    levels: tuple[float, ...]
    heads: int


def widths_of(made: Made, seed: int, room: float, measure: Measure, style: Style) -> list[float]:
    """Return widths of columns: labels are narrow now and then, so that they wrap."""
    random = Random(f"widths {seed}")  # noqa: S311
    kinds = made.kinds()
    value, heads = _value_width(made, measure, style), _head_width(made, kinds, measure, style)
    values = kinds.count("value")
    wide = max(value + 2 * PAD + random.choice((2.0, 8.0, 20.0)), heads + 2 * PAD + 2)
    wide = min(wide, 0.62 * room / values)
    units = 0.0
    if "unit" in kinds:
        units = max(measure(c.text, style.size, False) for c in made.cells if c.kind == "unit") + 2 * PAD + 2
        units = min(units, random.choice((52.0, 75.0, 110.0)))
    narrow = {k: _narrow_width(made, k, measure, style) for k, kind in enumerate(kinds) if kind in _NARROW}
    left = room - values * wide - units - sum(narrow.values())
    label = max(80.0, min(left, random.choice((120.0, 160.0, 220.0, left))))
    group = 0.0
    if kinds.count("label") > 1:
        group = max(0.34 * label, _word_width(made, measure, style) + 2 * PAD + 2)
        label *= 0.66
    found = {"value": wide, "unit": units, "label": label}
    widths = [narrow.get(k, found.get(kind, 0.0)) for k, kind in enumerate(kinds)]
    if group:
        widths[kinds.index("label")] = group
    return widths


def _value_width(made: Made, measure: Measure, style: Style) -> float:
    values = (c for c in made.cells if c.kind == "value")
    return max((measure(c.text + c.mark, style.size, c.bold) for c in values), default=40.0)


def _head_width(made: Made, kinds: list[str], measure: Measure, style: Style) -> float:
    """Return the width that the longest word of a head over values needs in one column."""
    heads = [(c, values_under(c, kinds)) for c in made.cells if c.kind == "head"]
    words = [(word, count) for c, count in heads if count for word in c.text.split()]
    return max((measure(word, style.size, True) / count for word, count in words), default=40.0)


def _word_width(made: Made, measure: Measure, style: Style) -> float:
    words = [word for c in made.cells if c.text < "\u2e80" and c.column == 0 for word in c.text.split()]
    return max((measure(word, style.size, True) for word in words), default=0.0)


def _narrow_width(made: Made, column: int, measure: Measure, style: Style) -> float:
    """Return the width of a column of codes, signs or remarks; heads of signs stand over values too."""
    own = [c for c in made.cells if c.column == column and c.colspan == 1]
    words = [word for c in own for word in (c.text.split() if c.kind == "head" else c.text.split("\n"))]
    return max(measure(word, style.size, True) for word in words) + 2 * PAD + 2


def wrap(text: str, room: float, size: float, bold: bool, measure: Measure) -> list[str]:
    """Return a text in lines no wider than ``room``: Latin breaks at spaces, Chinese anywhere."""
    lines, now = [], ""
    for part in _parts(text):
        if now and measure(now + part.rstrip(), size, bold) > room:
            lines.append(now.rstrip())
            now = part.lstrip()
        else:
            now += part
        while measure(now.rstrip(), size, bold) > room and len(now.rstrip()) > 1:
            cut = len(now) - 1
            while cut > 1 and measure(now[:cut], size, bold) > room:
                cut -= 1
            lines.append(now[:cut])
            now = now[cut:]
    return [*lines, now.rstrip()] if now.strip() else lines or [""]


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for char in text:
        wide = char > "\u2e80"
        close = char in "，。、）：；"
        before = parts[-1][-1] if parts else ""
        opened = before == "（"
        if parts and ((not wide and before < "\u2e80" and before != " ") or close or opened):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


class Layout:
    """Lays one table out from a place on a page, over as many pages as it takes."""

    def __init__(self, made: Made, style: Style, widths: list[float], measure: Measure) -> None:
        self.made, self.style, self.widths, self.measure = made, style, widths, measure
        self.leading = 1.25 * style.size
        self.edges = [sum(widths[:k]) for k in range(len(widths) + 1)]
        self.wrapped = {(c.row, c.column): self._wrap(c) for c in made.cells}
        self.heights = self._heights()

    def _wrap(self, cell: Printed) -> list[str]:
        room = self.edges[cell.column + cell.colspan] - self.edges[cell.column] - 2 * PAD
        room -= 8.0 * cell.indent + (0.6 * self.style.size * len(cell.mark))
        parts = cell.text.split("\n")
        return [line for part in parts for line in wrap(part, room, self.style.size, cell.bold, self.measure)]

    def _heights(self) -> list[float]:
        least = self.style.size * 1.25 + 2 * PAD
        heights = [least] * self.made.rows
        for cell in self.made.cells:
            if cell.rowspan == 1:
                tall = self.leading * len(self.wrapped[cell.row, cell.column]) + 2 * PAD
                heights[cell.row] = max(heights[cell.row], tall)
        for cell in self.made.cells:
            if cell.rowspan > 1:
                tall = self.leading * len(self.wrapped[cell.row, cell.column]) + 2 * PAD
                lack = tall - sum(heights[cell.row : cell.row + cell.rowspan])
                if lack > 0:
                    heights[cell.row + cell.rowspan - 1] += lack
        return heights

    def pieces(self, x0: float, top: float, bottom: float, next_top: float) -> list[Piece]:
        """Return the parts of the table; merged cells never break over a page."""
        heads = self.made.head_rows
        found, first, page = [], 0, 0
        while first < self.made.rows:
            again = list(range(heads)) if page and self.style.repeat else []
            used = sum(self.heights[row] for row in again)
            last = first
            while last < self.made.rows and top + used + self.heights[last] <= bottom:
                used += self.heights[last]
                last += 1
            last = max(self._unbroken(first, last), first + 1)
            rows = [*again, *range(first, last)]
            own = len(again) or (heads if first == 0 else 0)
            found.append(self._piece(page, rows, own, x0, top))
            first, page, top = last, page + 1, next_top
        return found

    def _unbroken(self, first: int, last: int) -> int:
        for cut in range(last, first, -1):
            if not any(c.row < cut < c.row + c.rowspan for c in self.made.cells):
                return cut
        return last

    def _piece(self, page: int, rows: list[int], heads: int, x0: float, top: float) -> Piece:
        levels = [top]
        for row in rows:
            levels.append(levels[-1] + self.heights[row])
        at = {row: index for index, row in enumerate(rows)}
        placed = []
        for cell in self.made.cells:
            if cell.row not in at:
                continue
            index = at[cell.row]
            end = min(index + cell.rowspan, len(rows))
            placed.append(
                Placed(
                    cell,
                    x0 + self.edges[cell.column],
                    levels[index],
                    x0 + self.edges[cell.column + cell.colspan],
                    levels[end],
                    tuple(self.wrapped[cell.row, cell.column]),
                )
            )
        return Piece(page, tuple(placed), tuple(x0 + edge for edge in self.edges), tuple(levels), heads)
