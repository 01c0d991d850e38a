"""Heads over groups of columns whose width rules tell: a rule over or under a group is as wide as it."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import part
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.merged import Level
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.signs import is_data

#: Pieces of a rule nearer than this are one: cells of a group touch, groups stand apart.
_TOUCH = 3.0
#: A rule lies no further from its head than so many type sizes.
_NEAR = 1.5


def widen_to_rules(draft: Draft, run: Sequence[Level]) -> None:
    """Let the heads of a draft span the columns that the piece of a rule right over or under them spans."""
    for row in range(_head_rows(draft)):
        for cell in draft.row_cells(row):
            columns = _columns_ruled(cell, draft, run) if cell.words else None
            if columns is not None:
                _widen(draft, cell, *columns)


def part_turned(lines: Sequence[Line], cuts: Sequence[float]) -> None:
    """Part lines of turned text, which stand close beside each other, at the borders of columns."""
    for line in lines:
        if not any(word.turn for word in line.words):
            continue
        parted: list[list[Word]] = []
        for group in groups_of(line):
            for index, word in enumerate(group):
                if index and not (word.turn and _apart(group[index - 1], word, cuts)):
                    parted[-1].append(word)
                else:
                    parted.append([word])
        part(line, parted)


def _apart(before: Word, word: Word, cuts: Sequence[float]) -> bool:
    return bool(before.turn) and slot(list(cuts), before.middle) != slot(list(cuts), word.middle)


def _head_rows(draft: Draft) -> int:
    """Return the number of rows above the first with data."""
    data = (cell.row for cell in draft.cells if cell.column and is_data(string_of(cell.words)))
    return min(data, default=0)


def _columns_ruled(cell: DraftCell, draft: Draft, run: Sequence[Level]) -> tuple[int, int] | None:
    """Return the first and the last column of the rule of a head, None where no cut rule tells them."""
    top, bottom = min(word.top for word in cell.words), max(word.bottom for word in cell.words)
    reach = _NEAR * max(word.size for word in cell.words)
    span = min(word.x0 for word in cell.words), max(word.x1 for word in cell.words)
    for level in run:
        if top - reach < level.at < bottom + reach:
            found = _columns(_piece_around(level, span), draft)
            if found is not None:
                return found
    return None


def _piece_around(level: Level, span: Span) -> Span | None:
    """Return the piece of a cut rule that a head stands within."""
    pieces: list[Span] = []
    for start, end in zip(level.ends[::2], level.ends[1::2], strict=True):
        if pieces and start - pieces[-1][1] < _TOUCH:
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    if len(pieces) < 2:
        return None
    return next((piece for piece in pieces if piece[0] - 1 <= span[0] and span[1] <= piece[1] + 1), None)


def _columns(piece: Span | None, draft: Draft) -> tuple[int, int] | None:
    if piece is None:
        return None
    middles = [(draft.cuts[k] + draft.cuts[k + 1]) / 2 for k in range(draft.columns)]
    inside = [column for column, middle in enumerate(middles) if piece[0] < middle < piece[1]]
    return (inside[0], inside[-1]) if len(inside) > 1 else None


def _widen(draft: Draft, cell: DraftCell, first: int, last: int) -> None:
    """Let a cell span columns of its row where no other text stands in them."""
    others = [
        other
        for other in draft.row_cells(cell.row)
        if other is not cell and other.column <= last and first < other.column + other.colspan
    ]
    within = all(first <= other.column and other.column + other.colspan - 1 <= last for other in others)
    if not within or any(other.words or other.rowspan > 1 for other in others) or cell.rowspan > 1:
        return
    gone = {id(other) for other in others}
    draft.cells = [other for other in draft.cells if id(other) not in gone]
    cell.column, cell.colspan = first, last - first + 1
