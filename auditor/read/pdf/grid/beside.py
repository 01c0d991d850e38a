"""Two tables beside each other: where the second begins."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.rivers import rivers
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.signs import is_value

#: The second of two tables has so many rows or more.
_ROWS = 3


def second_table(lines: Sequence[Line]) -> float | None:
    """Return the x that parts two tables beside each other, None when there is one.

    The second begins with labels in a column of its own, after values and before values.
    """
    rows = [groups_of(line) for line in lines if value_count(line)]
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    found = rivers(rows, x0, x1)
    cuts = [x0, *(sum(river) / 2 for river in found), x1 + 1]
    kinds: list[list[bool]] = [[] for _ in cuts[1:]]
    for row in rows:
        for group in row:
            kinds[slot(cuts, group[0].x0)].append(is_value(string_of(group)))
    values = [sum(kind) * 2 > len(kind) for kind in kinds]
    for index in range(2, len(kinds) - 1):
        long = sum(row[-1][0].x0 >= cuts[index + 1] for row in rows)  # one table may be longer than the other
        labels = kinds[index].count(False) * 10 >= 8 * max(long, _ROWS) and _are_labels(rows, cuts, index)
        if values[index - 1] and values[index + 1] and labels:
            return cuts[index]
    return None


def _are_labels(rows: Sequence[Sequence[Sequence[Word]]], cuts: list[float], column: int) -> bool:
    """Return whether the texts of a column are as various as labels; units repeat."""
    texts = [string_of(group) for row in rows for group in row if slot(cuts, group[0].x0) == column]
    return len(set(texts)) * 3 >= 2 * len(texts) and sum(map(len, texts)) >= 3 * len(texts)


def value_count(line: Line) -> int:
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
