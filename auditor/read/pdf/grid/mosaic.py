"""Tables of shaded cells with white between them: the edges of the cells are as good as rules."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.read.pdf.grid.drafts import cluster
from auditor.read.pdf.grid.joined import joined
from auditor.read.pdf.sheet.shapes import Rule
from auditor.read.pdf.sheet.shapes import Shade
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.signs import is_data

#: White between two cells is no wider than so many points.
_WHITE = 3.0
#: A cell is at least so wide and high.
_WIDE, _HIGH = 8.0, 6.0
#: So many rows and columns make a table, if the cells cover this share of it.
_ROWS, _COLUMNS, _SHARE = 3, 2, 0.9


def mosaic_rules(
    shades: Sequence[Shade], upright: Sequence[Rule], words: Sequence[Word]
) -> tuple[list[Rule], list[Rule]]:
    """Return the edges of shaded cells that cover a table, as rules across and down.

    Where ``upright`` rules are drawn, these tell the cells. Heads alone, shaded cell by cell, are no table.
    """
    cells = [s for s in set(shades) if s.x1 - s.x0 > _WIDE and s.bottom - s.top > _HIGH]
    across: list[Rule] = []
    down: list[Rule] = []
    groups = _groups(cells)
    stripes = [s for group in groups if not _is_mosaic(group) for s in group]
    for group in groups:
        alone = not _is_ruled(group, upright) and not _is_striped(group, stripes)
        if _is_mosaic(group) and alone and _holds_data(group, words):
            across += [Rule(at, s.x0, s.x1) for s in group for at in (s.top, s.bottom)]
            down += [Rule(at, s.top, s.bottom) for s in group for at in (s.x0, s.x1)]
    return across, down


def _groups(cells: Sequence[Shade]) -> list[list[Shade]]:
    """Return the cells in groups of such as lie next to each other."""
    groups = [[cells[index] for index in group] for group in joined(len(cells), _neighbours(cells))]
    return sorted(groups, key=lambda group: min((s.top, s.x0) for s in group))


def _neighbours(cells: Sequence[Shade]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of cells of which one begins right after the other ends, beside or below it."""
    lefts: dict[int, list[int]] = defaultdict(list)
    tops: dict[int, list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        lefts[round(cell.x0)].append(index)
        tops[round(cell.top)].append(index)
    for index, cell in enumerate(cells):
        for at in range(round(cell.x1) - 1, round(cell.x1 + _WHITE) + 1):
            yield from ((index, k) for k in lefts[at] if _meet_across(cell, cells[k]))
        for at in range(round(cell.bottom) - 1, round(cell.bottom + _WHITE) + 1):
            yield from ((index, k) for k in tops[at] if _meet_down(cell, cells[k]))


def _meet_across(left: Shade, right: Shade) -> bool:
    return min(left.bottom, right.bottom) - max(left.top, right.top) > _HIGH / 2


def _meet_down(upper: Shade, lower: Shade) -> bool:
    return min(upper.x1, lower.x1) - max(upper.x0, lower.x0) > _WIDE / 2


def _is_ruled(cells: Sequence[Shade], upright: Sequence[Rule]) -> bool:
    x0, x1 = min(s.x0 for s in cells), max(s.x1 for s in cells)
    top, bottom = min(s.top for s in cells), max(s.bottom for s in cells)
    return any(
        x0 - _WHITE < rule.at < x1 + _WHITE and rule.start < bottom and rule.end > top for rule in upright
    )


def _is_striped(group: Sequence[Shade], stripes: Sequence[Shade]) -> bool:
    """Return whether more shaded cells stand in the columns of a group, a white row below it or above it.

    Then only each other row of the table is shaded. ``stripes`` are the cells that make no table themselves.
    """
    columns = {(round(s.x0), round(s.x1)) for s in group}
    high = max(s.bottom - s.top for s in group)
    top, bottom = min(s.top for s in group), max(s.bottom for s in group)
    others = [s for s in stripes if (round(s.x0), round(s.x1)) in columns]
    return any(_HIGH < s.top - bottom < 2 * high or _HIGH < top - s.bottom < 2 * high for s in others)


def _holds_data(cells: Sequence[Shade], words: Sequence[Word]) -> bool:
    """Return whether numbers stand in most rows of cells."""
    tops = cluster((s.top for s in cells), _WHITE)
    x0, x1, bottom = min(s.x0 for s in cells), max(s.x1 for s in cells), max(s.bottom for s in cells)
    rows = {
        bisect_right(tops, word.centre)
        for word in words
        if x0 < word.middle < x1 and tops[0] < word.centre < bottom and is_data(word.string)
    }
    return len(rows) * 2 > len(tops)


def _is_mosaic(cells: Sequence[Shade]) -> bool:
    """Return whether cells cover a table of several rows and columns, and do not lie over each other."""
    x0, x1 = min(s.x0 for s in cells), max(s.x1 for s in cells)
    top, bottom = min(s.top for s in cells), max(s.bottom for s in cells)
    rows = len(cluster((s.top for s in cells), _WHITE))
    columns = len(cluster((s.x0 for s in cells), _WHITE))
    if rows < _ROWS or columns < _COLUMNS:
        return False
    covered = sum(
        (min(s.x1 + _WHITE / 2, x1) - s.x0) * (min(s.bottom + _WHITE / 2, bottom) - s.top) for s in cells
    )
    return _SHARE < covered / ((x1 - x0) * (bottom - top)) < 1 / _SHARE
