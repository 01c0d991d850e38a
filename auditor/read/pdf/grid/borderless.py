"""Tables without any rule: lines of values under each other, their labels, and the heads above them."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.anchors import anchor_heads
from auditor.read.pdf.grid.anchors import below_heads
from auditor.read.pdf.grid.bands import split_band
from auditor.read.pdf.grid.beside import second_table
from auditor.read.pdf.grid.beside import value_count
from auditor.read.pdf.grid.codes import row_cuts
from auditor.read.pdf.grid.columns import flush_starts
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import has_data
from auditor.read.pdf.grid.columns import is_plain
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import split_flush
from auditor.read.pdf.grid.columns import split_white
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.rivers import cut_rivers
from auditor.read.pdf.grid.rivers import reach_into
from auditor.read.pdf.grid.rivers import rivers
from auditor.read.pdf.grid.rows import build
from auditor.read.pdf.grid.rows import lines_box
from auditor.read.pdf.grid.surrounds import lines_above
from auditor.read.pdf.grid.surrounds import lines_below
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

#: Between two lines of values stand no more lines than these: of any text, of wrapped labels.
_BETWEEN, _WRAPPED = 3, 7
#: The heads of a table are within so many lines above its first row, most within these.
_NEAR, _HEADS = 10, 4
#: What belongs to two tables beside each other stands no further from them, in type sizes.
_CLOSE = 3.0


def find_borderless(words: Sequence[Word]) -> list[Draft]:
    """Return the tables in words that no rule orders."""
    lines = make_lines(word for word in words if not word.turn)
    valued = [line for line in lines if value_count(line)]
    flush = flush_starts(valued)
    for line in valued if flush else ():
        split_flush(line, flush)
    drafts: list[Draft] = []
    for first, end in _runs(lines):
        taken = drafts[-1].bottom if drafts else 0.0  # what stands below a run may be of its table
        start = next((k for k in range(first, end + 1) if lines[k].base > taken), end + 1)
        if start > end:
            continue
        if beside := second_table(lines[start : end + 1]):
            parts = _parts(words, *_height(lines, start, end, beside), beside)
            return [draft for part in parts for draft in find_borderless(part)]
        draft = _draft(lines, start, end, flush)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _height(lines: Sequence[Line], start: int, end: int, beside: float) -> tuple[float, float]:
    """Return from where to where two tables stand beside each other, with what stands over and under them.

    A line of text that runs over the white between them ends it.
    """
    first, last = start, end
    while first and _parted(lines[first - 1], lines[first], beside):
        first -= 1
    while last + 1 < len(lines) and _parted(lines[last + 1], lines[last], beside):
        last += 1
    return lines[first].top, lines[last].bottom


def _parted(line: Line, near: Line, beside: float) -> bool:
    """Return whether a line next to two tables leaves the white between them free."""
    close = abs(line.base - near.base) < _CLOSE * near.size
    return close and not any(a < beside < b for a, b in map(span_of, groups_of(line)))


def _parts(words: Sequence[Word], top: float, bottom: float, beside: float) -> list[list[Word]]:
    """Return the words above two tables, of the left and the right one, and below them."""
    above = [word for word in words if word.centre < top]
    below = [word for word in words if word.centre > bottom]
    inside = [word for word in words if top <= word.centre <= bottom]
    left = [word for word in inside if word.middle < beside]
    return [above, left, [word for word in inside if word.middle >= beside], below]


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return stretches (first, last line) in which lines of values follow each other closely."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    last, step = 0, 0.0
    for index, line in enumerate(lines):
        if not value_count(line):
            continue
        if start is not None and _joins(lines, last, index, step):
            step = (line.base - lines[last].base) / (index - last)
            last = index
            continue
        if start is not None:
            found.append((start, last))
        start = last = index
        step = 0.0
    if start is not None:
        found.append((start, last))
    return [run for run in found if _enough(lines, *run) or _begun(lines, *run)]


def _joins(lines: Sequence[Line], last: int, index: int, step: float) -> bool:
    """Return whether the lines between two lines of values can be labels of one table.

    ``step`` is how far the last two rows stand apart: rows that are set wide go on as wide.
    """
    between = lines[last + 1 : index]
    if between and not has_data(lines[index]) and is_plain(between[0]):
        return False  # the title and the heads of another table
    size = lines[last].size
    reach = max(3.2 * size, 1.2 * step) * (len(between) + 1)
    starts = [span_of(g)[0] for g in groups_of(lines[last])[1:] if is_value(string_of(g))]
    narrow = all(line.x1 < min(starts) for line in between)
    if lines[index].base - lines[last].base > reach or len(between) > (_WRAPPED if narrow else _BETWEEN):
        return False
    right = max(line.x1 for line in (lines[last], lines[index]))
    edge = right - 0.25 * (right - lines[last].x0)
    if any(line.x0 < edge < line.x1 for line in between):  # else wrapped text of a last column
        return False
    return _aligned(lines[last], lines[index])


def _aligned(line: Line, other: Line) -> bool:
    """Return whether values of two lines stand under each other."""
    ends = [span_of(group) for group in groups_of(line)[1:] if is_value(string_of(group))]
    others = [span_of(group) for group in groups_of(other)[1:] if is_value(string_of(group))]
    return any(
        abs(a[0] - b[0]) < 4 or abs(a[1] - b[1]) < 4 or abs(sum(a) - sum(b)) < 8 for a in ends for b in others
    )


def _enough(lines: Sequence[Line], start: int, last: int) -> bool:
    """Return whether lines of values make a table: two rows of two values, or three rows.

    Most rows must have a label: the scale of a chart has none.
    """
    rows = [line for line in lines[start : last + 1] if value_count(line)]
    labelled = sum(map(_is_labelled, rows))
    if labelled * 2 < len(rows):
        return False
    return len(rows) >= 3 or (len(rows) == 2 and max(map(value_count, rows)) >= 2)


def _begun(lines: Sequence[Line], start: int, last: int) -> bool:
    """Return whether the last line of a page is the first row of a table, filling the heads above it."""
    if start < last or last + 1 < len(lines) or not _is_labelled(lines[last]):
        return False
    for line in lines[max(start - _BETWEEN, 0) : start]:
        heads = [string_of(group) for group in groups_of(line)]
        if sum(map(is_period, heads)) == value_count(lines[last]) > 1 and _under(line, lines[last]):
            return True
    heads_of_rows = lines[start - 1 : start]
    return any(_are_heads_of_year(line, lines[last]) for line in heads_of_rows)


def _are_heads_of_year(heads: Line, row: Line) -> bool:
    """Return whether each entry of a row that begins with its year stands under a word: Year, Output (kt)."""
    own, entries = groups_of(heads), groups_of(row)
    if not is_period(string_of(entries[0])) or not len(own) == len(entries) > 2:
        return False
    values = [string_of(group) for group in entries[1:]]
    named = not any(is_value(string_of(group)) or is_period(string_of(group)) for group in own)
    return named and all(map(is_value, values)) and _one_under_each(own, entries)


def _under(heads: Line, row: Line) -> bool:
    """Return whether the values of a row stand right under the periods of a line of heads, one under each."""
    over = [group for group in groups_of(heads) if is_period(string_of(group))]
    return _one_under_each(over, [group for group in groups_of(row)[1:] if is_value(string_of(group))])


def _one_under_each(over: Sequence[list[Word]], under: Sequence[list[Word]]) -> bool:
    """Return whether groups of words stand one right under the other."""
    spans = zip(map(span_of, over), map(span_of, under), strict=False)
    return all(a[0] < b[1] and b[0] < a[1] for a, b in spans)


def _is_labelled(line: Line) -> bool:
    """Return whether a line begins with a label, or with the number of its row and one."""
    first, *others = [string_of(group) for group in groups_of(line)]
    numbered = first.isdigit() and len(others) > 1 and _is_label(others[0])
    return numbered or _is_label(first)


def _is_label(string: str) -> bool:
    return not is_value(string) or is_period(string)


def _draft(lines: Sequence[Line], start: int, last: int, flush: Sequence[float]) -> Draft | None:
    body = list(lines[start : last + 1])
    rows = [groups_of(line) for line in below_heads(body) if value_count(line)]
    x0, _, x1, _ = lines_box(body)
    found = rivers(rows, x0, x1, flush)
    if not found:
        return None
    split_white(lines[max(start - _NEAR, 0) : last + 1], found)
    near = [line for line in lines[max(start - _HEADS, 0) : start] if len(groups_of(line)) > 1]
    edges = [x0, *cut_rivers(found, [word for line in near for word in line.words]), x1]
    heads = lines_above(lines[:start], body[0].top, edges, body)
    body += lines_below(
        lines[last + 1 :], body[-1].bottom, row_cuts(body, edges, near=lines[last + 1 :]), body
    )
    x0, top, x1, bottom = lines_box([*heads, *body])
    over = [word for line in heads for word in line.words]
    cuts = [x0 - 1, *cut_rivers(found, over, reach_into(body, found)), x1 + 1]
    cuts = anchor_heads(cuts, [*heads, *body])
    whole = [*heads, *body]
    parted = split_band(whole, cuts, row_cuts(whole, cuts), leading=True)
    return build(parted, cuts, top - 1, bottom + 1)
