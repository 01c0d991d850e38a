"""Ruled tables: where horizontal and vertical rules meet there are cells; where none parts two, one cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence

from auditor.read.pdf.grid.beside import value_count
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.drafts import cluster
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.joined import joined
from auditor.read.pdf.grid.walls import part_at_walls
from auditor.read.pdf.sheet.shapes import Rule
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines

#: Rules that come this near (points) meet.
_MEET = 3.0
#: Borders nearer than this are one border drawn twice.
_SAME = 3.0
#: A number with its separators where they belong.
_NUMBER = re.compile(r"[-−–+(（]?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?[)）]?[%％]?")
#: Rules frame a table, and do not part its rows, where so many rows or more stand between two of them.
_ROWS = 3
#: Rules that part more columns than these are those of cells.
_FRAMED = 2


def find_lattices(across: Sequence[Rule], down: Sequence[Rule], words: Sequence[Word]) -> list[Draft]:
    """Return the ruled tables of a page, from joined rules and the page's words."""
    drafts = []
    for level, upright in _components(across, down):
        if len(level) < 2 or len(upright) < 2:
            continue
        draft = _lattice(level, upright)
        if draft and draft.rows * draft.columns >= 2:
            _fill(draft, [word for word in words if draft.holds(word)])
            filled = sum(1 for cell in draft.cells if cell.words)
            if filled >= 2 and len(draft.cells) >= 2 and not _is_frame(draft):
                drafts.append(draft)
    return drafts


def _components(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return groups of rules that meet, directly or through others."""
    first = len(across)
    meeting = (
        (i, first + j)
        for i, level in enumerate(across)
        for j, upright in enumerate(down)
        if level.start - _MEET <= upright.at <= level.end + _MEET
        and upright.start - _MEET <= level.at <= upright.end + _MEET
    )
    return [
        ([across[at] for at in group if at < first], [down[at - first] for at in group if at >= first])
        for group in joined(first + len(down), meeting)
    ]


def _lattice(across: list[Rule], down: list[Rule]) -> Draft | None:
    cuts = _with_ends(cluster((rule.at for rule in down), _SAME), across)
    levels = _with_ends(cluster((rule.at for rule in across), _SAME), down)
    if len(cuts) < 2 or len(levels) < 2:
        return None
    walls = [
        [_covers(down, cut, levels[row], levels[row + 1]) for cut in cuts] for row in range(len(levels) - 1)
    ]
    floors = [
        [_covers(across, level, cuts[k], cuts[k + 1]) for k in range(len(cuts) - 1)] for level in levels
    ]
    return Draft(cuts, levels, _merge(walls, floors), ruled=True)


def _with_ends(edges: list[float], rules: Sequence[Rule]) -> list[float]:
    """Return the borders, with the table's own ends where most rules reach out and no border was drawn.

    A single rule that reaches out is the line under a running head that touches the table.
    """
    before = [rule.start for rule in rules if rule.start < edges[0] - 2 * _SAME]
    after = [rule.end for rule in rules if rule.end > edges[-1] + 2 * _SAME]
    if len(before) >= 2 and len(before) * 3 >= len(rules):
        edges = [min(before), *edges]
    if len(after) >= 2 and len(after) * 3 >= len(rules):
        edges = [*edges, max(after)]
    return edges


def _covers(rules: Iterable[Rule], at: float, start: float, end: float) -> bool:
    """Return whether rules at ``at`` cover more than half of a stretch."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _SAME
    )
    return covered > 0.5 * (end - start)


def _merge(walls: list[list[bool]], floors: list[list[bool]]) -> list[DraftCell]:
    """Return cells: from each free position grow right while no wall parts, then down."""
    rows, columns = len(walls), len(walls[0]) - 1
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            wide = 1
            while column + wide < columns and not walls[row][column + wide] and not taken[row][column + wide]:
                wide += 1
            tall = 1
            while row + tall < rows and _open_below(walls, floors, taken, row + tall, column, wide):
                tall += 1
            for r in range(row, row + tall):
                taken[r][column : column + wide] = [True] * wide
            cells.append(DraftCell(row, column, tall, wide))
    return cells


def _open_below(  # noqa: PLR0913, PLR0917
    walls: list[list[bool]],
    floors: list[list[bool]],
    taken: list[list[bool]],
    row: int,
    column: int,
    wide: int,
) -> bool:
    """Return whether a cell goes on into ``row``: no floor there, and the row is merged alike."""
    span = range(column, column + wide)
    if any(floors[row][k] or taken[row][k] for k in span):
        return False
    return not any(walls[row][k] for k in range(column + 1, column + wide))


def _fill(draft: Draft, words: Sequence[Word]) -> None:
    owner = {
        (row, column): cell
        for cell in draft.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }

    def cell_at(x: float, y: float) -> DraftCell:
        return owner[slot(draft.levels, y), slot(draft.cuts, x)]

    for word in part_at_walls(words, cell_at, draft.cuts):
        cell = cell_at(word.middle, word.centre)
        cell.words.append(word)
        if _crosses(word, draft.cuts[cell.column], draft.cuts[cell.column + cell.colspan]):
            draft.strays.append(word)


def _is_frame(draft: Draft) -> bool:
    """Return whether rules only frame a table: its rows stand in one cell of theirs, or its columns do.

    Then the rules do not tell its cells. A number that breaks in its cell makes a line more, not a row.
    """
    if draft.columns > _FRAMED:
        return False
    lines = make_lines(word for cell in draft.cells if not _is_one_number(cell) for word in cell.words)
    rows = [line for line in lines if value_count(line)]
    if len(rows) < max(_ROWS, _ROWS * (draft.rows - 1)):
        return False
    by_row = Counter(slot(draft.levels, line.words[0].centre) for line in rows)
    stacked = sum(count for count in by_row.values() if count >= _ROWS)
    return stacked * 10 >= 6 * len(rows)


def _is_one_number(cell: DraftCell) -> bool:
    """Return whether the lines of a cell are one number that had no room: 45,00 above 0,000 above .00."""
    lines = make_lines(cell.words) if len(cell.words) > 1 else []
    return len(lines) > 1 and bool(
        _NUMBER.fullmatch("".join(word.string for line in lines for word in line.words))
    )


def _crosses(word: Word, left: float, right: float) -> bool:
    """Return whether more than a quarter of a word, and more than half a letter, is outside its cell."""
    outside = max(left - word.x0, word.x1 - right)
    return outside > max(0.25 * (word.x1 - word.x0), 0.5 * word.size)
