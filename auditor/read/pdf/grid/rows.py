"""Rows of lines and columns of cuts become a draft: each word in its column, spanning heads spanning."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.read.pdf.grid.anchors import beside_period
from auditor.read.pdf.grid.anchors import period_heads
from auditor.read.pdf.grid.bands import Row
from auditor.read.pdf.grid.between import widen_between
from auditor.read.pdf.grid.columns import column_span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.unevengroups import uneven_groups
from auditor.read.pdf.grid.unevengroups import widen
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

#: So many columns, of remarks or units, may stand behind the last group.
_BEHIND = 2


def build(rows: Sequence[Row], cuts: list[float], top: float, bottom: float) -> Draft:
    """Return the draft of a table from its rows of lines; empty positions get empty cells."""
    tops = [min(line.top for line in row) for row in rows]
    bottoms = [max(line.bottom for line in row) for row in rows]
    levels = [top, *((a + b) / 2 for a, b in zip(bottoms, tops[1:], strict=False)), bottom]
    draft = Draft(cuts, levels, [], unsure=[line for row in rows for line in row if line.unsure])
    head = True
    for index, row in enumerate(rows):
        head = head and not any(is_data(string_of(s)) for line in row for s in groups_of(line)[1:])
        _add_row(draft, index, row, head=head)
    _span_strides(draft)
    widen_between(draft)
    return draft


def _add_row(draft: Draft, index: int, row: Row, *, head: bool) -> None:
    groups = [group for line in row for group in groups_of(line)]
    if head:  # year heads set close are several
        groups = [part for group in groups for part in period_heads(group)]
        groups = [part for group in groups for part in _heads_apart(group, draft.cuts)]
    alone = {column_span(draft.cuts, span_of(group)) for group in groups}
    groups = [part for group in groups for part in _by_columns(group, draft.cuts, alone)]
    parts = [(span_of(group), group) for group in groups]
    cells: dict[int, DraftCell] = {}
    for span, group in parts:
        first, last = column_span(draft.cuts, span)
        if head and first == last and _has_own_column(group, [other for _, other in parts], draft.cuts):
            first = last = first - 1
        others = [other for other_span, other in parts if other is not group and other_span[0] > span[0]]
        if first == last:
            _put(cells, index, first, 1, group)
        elif head or not _values(others, group):
            _put(cells, index, first, last - first + 1, group)
        else:
            _put_words(draft, cells, index, group)
    _fill_gaps(draft, cells, index)


def _heads_apart(group: list[Word], cuts: Sequence[float]) -> list[list[Word]]:
    """Return a period and the text beside it apart where they are the heads of two columns."""
    parts = beside_period(group)
    columns = [column_span(cuts, span_of(part)) for part in parts]
    apart = len(parts) > 1 and all(first == last for first, last in columns)
    if apart and (columns[0] != columns[1] or is_period(string_of(parts[1]))):
        return parts
    return [group]


def _has_own_column(head: Sequence[Word], others: Sequence[Sequence[Word]], cuts: Sequence[float]) -> bool:
    """Return whether a head is that of the column before, which has no other: it stands beside a period.

    The head of a column of units may be set on the right, where nothing else stands.
    """
    column, _ = column_span(cuts, span_of(head))
    columns = [column_span(cuts, span_of(other)) for other in others]
    beside = any(
        (first, last) == (column, column) and other[0].x0 > head[-1].x1 and is_period(string_of(other))
        for other, (first, last) in zip(others, columns, strict=True)
    )
    return beside and column > 1 and not any(first <= column - 1 <= last for first, last in columns)


def _by_columns(
    group: list[Word], cuts: Sequence[float], alone: set[tuple[int, int]]
) -> Sequence[list[Word]]:
    """Return a stretch over several columns by its words where each has other text in its own column.

    ``alone`` are the columns, first and last, of the other stretches of the row: under ``80%`` and
    ``100%``, ``reduction reduction`` is a word for each.
    """
    first, last = column_span(cuts, span_of(group))
    if first == last or any((column, column) not in alone for column in range(first, last + 1)):
        return [group]
    found: dict[int, list[Word]] = {}
    for word in group:
        one, other = column_span(cuts, (word.x0, word.x1))
        if one != other:
            return [group]
        found.setdefault(one, []).append(word)
    return list(found.values())


def _values(others: Sequence[Sequence[Word]], group: Sequence[Word]) -> bool:
    return any(is_value(string_of(other)) for other in others) or any(is_value(w.string) for w in group[1:])


def _put(cells: dict[int, DraftCell], row: int, column: int, wide: int, words: Sequence[Word]) -> None:
    """Add words to the cell at a column; cells that come to overlap become one."""
    clash = [key for key, c in cells.items() if key < column + wide and column < key + c.colspan]
    merged = [cells.pop(key) for key in clash]
    first = min([column, *(cell.column for cell in merged)])
    end = max([column + wide, *(cell.column + cell.colspan for cell in merged)])
    old = [word for cell in merged for word in cell.words]
    cells[first] = DraftCell(row, first, 1, end - first, [*old, *words])


def _put_words(draft: Draft, cells: dict[int, DraftCell], row: int, group: Sequence[Word]) -> None:
    """Put the words of a group that crosses a border into the columns of their own middles."""
    label: list[Word] = []
    for word in group:
        column = slot(draft.cuts, word.middle)
        first, last = column_span(draft.cuts, (word.x0, word.x1))
        if label and not is_value(word.string):
            column = slot(draft.cuts, label[0].middle)  # a long label runs over the next column
        elif first != last:
            draft.strays.append(word)
        if not is_value(word.string):
            label.append(word)
        _put(cells, row, column, 1, [word])


def _fill_gaps(draft: Draft, cells: dict[int, DraftCell], row: int) -> None:
    column = 0
    while column < draft.columns:
        cell = cells.get(column)
        if cell is None:
            cell = DraftCell(row, column)
        draft.cells.append(cell)
        column += cell.colspan


def _span_strides(draft: Draft) -> None:
    """Let heads that stand over every n-th column span their n columns.

    They are years, or stand over heads that say the same over again. A head over the last column of each
    group belongs to the group when every column has a head below.
    """
    below = {
        cell.column: _text(cell) for cell in (draft.row_cells(1) if draft.rows > 1 else ()) if cell.words
    }
    heads = [
        cell
        for cell in draft.row_cells(0)
        if cell.words and below.keys() & set(range(cell.column, cell.column + cell.colspan)) - {0}
    ]
    if len(heads) < 2 or not below or draft.columns - 1 not in below:
        return
    if edges := uneven_groups(heads, below, draft.cuts):
        draft.cells = widen(draft.cells, heads, edges)
        return
    ends = range(draft.columns, max(draft.columns - _BEHIND, heads[-1].column) - 1, -1)
    ways = [(end, stride) for end in ends for stride in _strides(heads, end, below)]
    said = [(end, stride) for end, stride in ways if _says_again(below, stride, len(heads), end)]
    periods = all(is_period(_text(cell)) for cell in heads)
    fits = said or [way for way in ways if periods and way[0] == draft.columns]
    steps = {after.column - head.column for head, after in itertools.pairwise(heads)}
    even = [way for way in fits if steps == {way[1]}]
    if len(even or fits) == 1:
        end, stride = (even or fits)[0]
        _widen(draft, heads, stride, end)


def _strides(heads: Sequence[DraftCell], end: int, below: Mapping[int, str]) -> list[int]:
    """Return how many columns each head may stand over where the last stands before column ``end``."""
    return [stride for stride in range(2, (end - 1) // len(heads) + 1) if _fit(heads, stride, end, below)]


def _fit(heads: Sequence[DraftCell], stride: int, columns: int, below: Mapping[int, str]) -> bool:
    """Return whether each head lies within its group of ``stride`` columns; the last group ends the row."""
    start = columns - stride * len(heads)
    if any(column not in below for column in range(start, columns)):
        return False
    return all(
        start + index * stride <= head.column and head.column + head.colspan <= start + (index + 1) * stride
        for index, head in enumerate(heads)
    )


def _says_again(below: Mapping[int, str], stride: int, groups: int, end: int) -> bool:
    """Return whether the last heads of a row before column ``end`` say the same for each group of columns."""
    said = [below[column] for column in sorted(below) if column < end][-stride * groups :]
    parts = [said[at : at + stride] for at in range(0, len(said), stride)]
    return len(parts) == groups and all(part == parts[0] for part in parts)


def _widen(draft: Draft, heads: Sequence[DraftCell], stride: int, end: int) -> None:
    start = end - stride * len(heads)
    own = {id(head) for head in heads}
    draft.cells = [
        c for c in draft.cells if id(c) in own or c.row != 0 or c.column < start or c.column >= end
    ]
    for index, head in enumerate(heads):
        head.column, head.colspan = start + index * stride, stride


def _text(cell: DraftCell) -> str:
    return string_of(cell.words)


def lines_box(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    """Return the box around lines: x0, top, x1, bottom."""
    return (
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )
