"""Whether the values of a line stand under those of a table, on their left, their right or their middle."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.signs import is_value

#: Values that stand under each other differ by no more than this share of the type size.
_NEAR = 0.5


def stands_in_columns(line: Line, body: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether a value of a line stands as other values of its column do.

    The numbers behind the bars of a chart do not. Where the body has no value, nothing can be told.
    """
    columns: dict[int, list[Span]] = {}
    for row in body:
        for span in _values(row):
            columns.setdefault(slot(list(cuts), sum(span) / 2), []).append(span)
    return not columns or any(
        _alike(span, other, _NEAR * line.size)
        for span in _values(line)
        for other in columns.get(slot(list(cuts), sum(span) / 2), [])
    )


def _values(line: Line) -> list[Span]:
    return [span_of(group) for group in groups_of(line)[1:] if is_value(string_of(group))]


def _alike(span: Span, other: Span, near: float) -> bool:
    left, right = abs(span[0] - other[0]), abs(span[1] - other[1])
    return min(left, right) < near or abs(sum(span) - sum(other)) < 2 * near
