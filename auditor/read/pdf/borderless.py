"""Tables without any rule: lines of values under each other, their labels, and the heads above them."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.anchors import anchor_heads
from auditor.read.pdf.anchors import below_heads
from auditor.read.pdf.bands import split_band
from auditor.read.pdf.columns import cut_rivers
from auditor.read.pdf.columns import flush_starts
from auditor.read.pdf.columns import groups_of
from auditor.read.pdf.columns import rivers
from auditor.read.pdf.columns import span_of
from auditor.read.pdf.columns import split_flush
from auditor.read.pdf.columns import string_of
from auditor.read.pdf.drafts import Draft
from auditor.read.pdf.drafts import slot
from auditor.read.pdf.rows import build
from auditor.read.pdf.rows import lines_box
from auditor.read.pdf.shapes import Line
from auditor.read.pdf.shapes import Word
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value
from auditor.read.pdf.surrounds import lines_above
from auditor.read.pdf.surrounds import lines_below
from auditor.read.pdf.words import make_lines

#: Between two lines of values stand no more lines than these: of any text, of wrapped labels.
_BETWEEN, _WRAPPED = 3, 7


def find_borderless(words: Sequence[Word]) -> list[Draft]:
    """Return the tables in words that no rule orders."""
    lines = make_lines(word for word in words if not word.turn)
    valued = [line for line in lines if _value_count(line)]
    flush = flush_starts(valued)
    for line in valued if flush else ():
        split_flush(line, flush)
    drafts = []
    for start, end in _runs(lines):
        if beside := _second_table(lines[start : end + 1]):
            left = [word for word in words if word.middle < beside]
            right = [word for word in words if word.middle >= beside]
            return [*find_borderless(left), *find_borderless(right)]
        draft = _draft(lines, start, end, flush)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _second_table(lines: Sequence[Line]) -> float | None:
    """Return the x that parts two tables beside each other, None when there is one.

    The second begins with labels in a column of its own, after values and before values.
    """
    rows = [groups_of(line) for line in lines if _value_count(line)]
    x0, _, x1, _ = lines_box(lines)
    found = rivers(rows, x0, x1)
    cuts = [x0, *(sum(river) / 2 for river in found), x1 + 1]
    kinds: list[list[bool]] = [[] for _ in cuts[1:]]
    for row in rows:
        for group in row:
            kinds[slot(cuts, group[0].x0)].append(is_value(string_of(group)))
    values = [sum(kind) * 2 > len(kind) for kind in kinds]
    for index in range(2, len(kinds) - 1):
        labels = kinds[index].count(False) * 10 >= 8 * len(rows) and _are_labels(rows, cuts, index)
        if values[index - 1] and values[index + 1] and labels:
            return cuts[index]
    return None


def _are_labels(rows: Sequence[Sequence[Sequence[Word]]], cuts: list[float], column: int) -> bool:
    """Return whether the texts of a column are as various as labels; units repeat."""
    texts = [string_of(group) for row in rows for group in row if slot(cuts, group[0].x0) == column]
    return len(set(texts)) * 3 >= 2 * len(texts) and sum(map(len, texts)) >= 3 * len(texts)


def _value_count(line: Line) -> int:
    """Return how many values stand beside the first text of a line, in like type and on its base line.

    Labels of a chart that happen to lie beside running text do not.
    """
    groups = groups_of(line)
    label = groups[0][0]
    return sum(
        is_value(string_of(group))
        and abs(group[0].base - label.base) < 0.3 * label.size
        and 0.7 < group[0].size / label.size < 1.4
        for group in groups[1:]
    )


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return stretches (first, last line) in which lines of values follow each other closely."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    last, step = 0, 0.0
    for index, line in enumerate(lines):
        if not _value_count(line):
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
    return [run for run in found if _enough(lines, *run)]


def _joins(lines: Sequence[Line], last: int, index: int, step: float) -> bool:
    """Return whether the lines between two lines of values can be labels of one table.

    ``step`` is how far the last two rows stand apart: rows that are set wide go on as wide.
    """
    between = lines[last + 1 : index]
    size = lines[last].size
    reach = max(3.2 * size, 1.2 * step) * (len(between) + 1)
    starts = [span_of(g)[0] for g in groups_of(lines[last])[1:] if is_value(string_of(g))]
    narrow = all(line.x1 < min(starts) for line in between)
    if lines[index].base - lines[last].base > reach or len(between) > (_WRAPPED if narrow else _BETWEEN):
        return False
    right = max(line.x1 for line in (lines[last], lines[index]))
    if any(line.x1 > right - 0.25 * (right - lines[last].x0) for line in between):
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
    rows = [line for line in lines[start : last + 1] if _value_count(line)]
    labelled = sum(_is_label(string_of(groups_of(line)[0])) for line in rows)
    if labelled * 2 < len(rows):
        return False
    return len(rows) >= 3 or (len(rows) == 2 and max(map(_value_count, rows)) >= 2)


def _is_label(string: str) -> bool:
    return not is_value(string) or is_period(string)


def _draft(lines: Sequence[Line], start: int, last: int, flush: Sequence[float]) -> Draft | None:
    body = list(lines[start : last + 1])
    rows = [groups_of(line) for line in below_heads(body) if _value_count(line)]
    x0, _, x1, _ = lines_box(body)
    found = rivers(rows, x0, x1, flush)
    if not found:
        return None
    edges = [x0, *(sum(river) / 2 for river in found), x1]
    heads = lines_above(lines[:start], body[0].top, edges, body)
    body += lines_below(lines[last + 1 :], body[-1].bottom, edges, body)
    x0, top, x1, bottom = lines_box([*heads, *body])
    cuts = [x0 - 1, *cut_rivers(found, [word for line in heads for word in line.words]), x1 + 1]
    cuts = anchor_heads(cuts, [*heads, *body])
    return build(split_band([*heads, *body], cuts, leading=True), cuts, top - 1, bottom + 1)
