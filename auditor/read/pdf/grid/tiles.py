"""Tiles set as a table: large figures, each above its caption, row by row; they are no rows and columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.panels import Box
from auditor.read.pdf.grid.panels import Strip
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.words import make_lines

#: The figure of a tile is larger than its caption by this ratio.
_LARGER = 1.25
#: A figure begins with a number, a few signs or a currency before it; no more characters belong to it.
_FIGURE = re.compile(r"[^0-9]{0,4}[0-9][0-9,.]*\s*.{0,10}")


def part_tiles(drafts: Sequence[Draft]) -> tuple[list[Strip], list[Draft]]:
    """Return the drafts that are tiles as strips of boxes, and the others."""
    strips: list[Strip] = []
    tables: list[Draft] = []
    for draft in drafts:
        boxes = _tiles(draft)
        if boxes:
            strips.append(Strip(boxes))
        else:
            tables.append(draft)
    return strips, tables


def _tiles(draft: Draft) -> list[Box]:
    """Return the tiles of a draft row by row, nothing where any of its text stands in none."""
    found: list[Box] = []
    for column in range(draft.columns):
        words = [word for cell in draft.cells if cell.column == column for word in cell.words]
        groups = _groups(make_lines(words)) if words else []
        if groups is None:
            return []
        found += [_box(lines) for lines in groups]
    return sorted(found, key=lambda box: (round(box.top / 4), box.x0)) if len(found) > 1 else []


def _groups(lines: Sequence[Line]) -> list[list[Line]] | None:
    """Return the lines of a column as tiles; None where they do not read as figures with captions."""
    small = min(line.size for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        large = line.size >= _LARGER * small
        if large and (not groups or len(groups[-1]) > 1):
            groups.append([line])
        elif large or not groups:
            return None
        else:
            groups[-1].append(line)
    figures = all(_FIGURE.fullmatch(string_of(group[0].words)) for group in groups)
    return groups if figures and all(len(group) > 1 for group in groups) else None


def _box(lines: list[Line]) -> Box:
    return Box(
        min(line.x0 for line in lines),
        lines[0].top,
        max(line.x1 for line in lines),
        lines[-1].bottom,
        lines,
    )
