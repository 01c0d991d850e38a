"""Boxes of a figure: tiles beside each other and the boxes of a tree are read as one strip of boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Shade
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

#: A box of a figure is wider and higher than this, and lower than that (points).
_WIDE, _HIGH, _TALL = 30.0, 12.0, 200.0
#: Boxes of a figure do not touch: shaded rows and cells of a table do.
_APART = 2.0
#: A large figure is set larger than its caption by this ratio.
_LARGER = 1.25
#: A box holds no more than so many lines.
_MANY = 6


@dataclass(slots=True)
class Box:
    """One box with its lines, top to bottom."""

    x0: float
    top: float
    x1: float
    bottom: float
    lines: list[Line] = field(default_factory=list)

    @property
    def pair(self) -> tuple[list[Line], list[Line]] | None:
        """Return the label's lines and the line of the number, where the box holds just these."""
        numbers = [line for line in self.lines if _is_number(line)]
        labels = [line for line in self.lines if not _is_number(line)]
        if len(numbers) != 1 or not 1 <= len(labels) <= 3:
            return None
        return None if self.tile else (labels, numbers)  # a large figure stands before its caption

    @property
    def tile(self) -> bool:
        """Return whether the box holds a large figure and its caption below."""
        first, *caption = self.lines
        digits = any(char.isdigit() for char in string_of(first.words))
        return digits and bool(caption) and first.size > _LARGER * max(line.size for line in caption)


@dataclass(slots=True)
class Strip:
    """Boxes that stand beside or among each other; to the reading order they are one thing."""

    boxes: list[Box]

    @property
    def x0(self) -> float:
        """Return the left end."""
        return min(box.x0 for box in self.boxes)

    @property
    def x1(self) -> float:
        """Return the right end."""
        return max(box.x1 for box in self.boxes)

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return min(box.top for box in self.boxes)

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return max(box.bottom for box in self.boxes)


def find_strips(shapes: Sequence[Shade], words: Sequence[Word]) -> tuple[list[Strip], list[Word]]:
    """Return the strips of boxes on a page, and the words that are in none.

    Two boxes side by side make a strip; a box under another joins where both stand beside a third.
    """
    boxes = [box for box in _boxes(shapes) if _fill(box, words)]
    strips = [Strip(sorted(group, key=_order)) for group in _groups(boxes) if _is_strip(group)]
    lines = [line for strip in strips for box in strip.boxes for line in box.lines]
    inside = {id(word) for line in lines for word in line.words}
    return strips, [word for word in words if id(word) not in inside]


def _boxes(shapes: Sequence[Shade]) -> list[Box]:
    """Return the shapes that may be boxes of a figure: none touches, holds or repeats another."""
    fit = [s for s in shapes if s.x1 - s.x0 > _WIDE and _HIGH < s.bottom - s.top < _TALL]
    once = {(round(s.x0), round(s.top), round(s.x1), round(s.bottom)): s for s in fit}
    shapes = sorted(once.values(), key=lambda shape: (shape.top, shape.x0))
    clash = _clashing(shapes)
    return [Box(s.x0, s.top, s.x1, s.bottom) for index, s in enumerate(shapes) if index not in clash]


def _clashing(shapes: Sequence[Shade]) -> set[int]:
    """Return the indices of shapes, sorted by their tops, that touch another or hold one.

    A shape that stands within a larger one does not clash: that is its background.
    """
    clash: set[int] = set()
    for index, shape in enumerate(shapes):
        for below in range(index + 1, len(shapes)):
            other = shapes[below]
            if other.top > shape.bottom + _APART:
                break
            if _touch(shape, other):
                clash.update(() if _holds(other, shape) else (index,))
                clash.update(() if _holds(shape, other) else (below,))
    return clash


def _holds(outer: Shade, inner: Shade) -> bool:
    across = outer.x0 <= inner.x0 and inner.x1 <= outer.x1
    return across and outer.top <= inner.top and inner.bottom <= outer.bottom


def _touch(shape: Shade, other: Shade) -> bool:
    return (
        shape.x0 < other.x1 + _APART
        and other.x0 < shape.x1 + _APART
        and shape.top < other.bottom + _APART
        and other.top < shape.bottom + _APART
    )


def _fill(box: Box, words: Sequence[Word]) -> bool:
    """Put the words of a box into it; return whether it reads like a box of a figure."""
    inside = [
        word
        for word in words
        if box.x0 <= word.middle <= box.x1 and box.top <= word.centre <= box.bottom and not word.turn
    ]
    box.lines = _parts(make_lines(inside))
    return 0 < len(box.lines) <= _MANY and any(char.isdigit() for word in inside for char in word.string)


def _parts(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with a number at the right end parted from its label."""
    found: list[Line] = []
    for line in lines:
        last = line.words[-1]
        if len(line.words) > 1 and is_value(last.string) and last.x0 - line.words[-2].x1 > 1.5 * last.size:
            found += [Line(line.words[:-1]), Line([last])]
        else:
            found.append(line)
    return found


def _is_number(line: Line) -> bool:
    string = string_of(line.words)
    return is_value(string) and not is_period(string)


def _groups(boxes: Sequence[Box]) -> list[list[Box]]:
    """Return the boxes in groups between which a white band runs across the page."""
    groups: list[list[Box]] = []
    reach = float("-inf")
    for box in sorted(boxes, key=lambda box: box.top):
        if groups and box.top < reach:
            groups[-1].append(box)
        else:
            groups.append([box])
        reach = max(reach, box.bottom)
    return _with_last_leaf(groups)


def _with_last_leaf(groups: Sequence[list[Box]]) -> list[list[Box]]:
    """Return the groups, a box that is left alone put to the group right above it in whose column it is."""
    found: list[list[Box]] = []
    for group in groups:
        box = group[0]
        near = [
            other
            for other in (found[-1] if found and len(found[-1]) > 1 else [])
            if abs(other.x0 - box.x0) < _APART
            and abs(other.x1 - box.x1) < _APART
            and box.top - other.bottom < 0.8 * (box.bottom - box.top)
        ]
        if len(group) == 1 and near:
            found[-1].append(box)
        else:
            found.append(group)
    return found


def _is_strip(group: Sequence[Box]) -> bool:
    """Return whether boxes stand beside each other, and half of them hold a figure set apart."""
    return len(group) > 1 and 2 * sum(_tells_figure(box) for box in group) >= len(group)


def _tells_figure(box: Box) -> bool:
    """Return whether a box holds a label and its number, or a line with a number larger than the rest."""
    return box.tile or box.pair is not None


def _order(box: Box) -> tuple[float, float]:
    return (round(box.x0 / 8), box.top)
