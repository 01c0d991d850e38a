"""Rows told by white space: the lines of one label lie closer to each other than rows do."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from auditor.read.pdf.columns import groups_of
from auditor.read.pdf.columns import span_of
from auditor.read.pdf.columns import string_of
from auditor.read.pdf.drafts import slot
from auditor.read.pdf.shapes import Line
from auditor.read.pdf.shapes import Word
from auditor.read.pdf.signs import is_value

#: Lines of one label lie within so many type sizes of each other.
_LEADING = 1.8
#: Steps between lines that differ by less than this ratio are one step.
_ALIKE = 1.08
#: Rows stand apart when the step between them is larger than the leading by this ratio.
_APART = 1.15
#: A line that is no label belongs to the label that it stands so near to, in type sizes.
_NEAR = 1.3


class _Label:
    """The lines of one label, and all that stands in their row."""

    def __init__(self, line: Line) -> None:
        self.labels = [line]
        self.lines = [line]

    @property
    def top(self) -> float:
        """Return the upper edge of the label."""
        return min(line.top for line in self.labels)

    @property
    def bottom(self) -> float:
        """Return the lower edge of the label."""
        return max(line.bottom for line in self.labels)

    def distance(self, line: Line) -> float:
        """Return how far the middle of a line is from the label; 0 beside it."""
        centre = (line.top + line.bottom) / 2
        return max(self.top - centre, centre - self.bottom, 0.0)


def spaced_rows(lines: Sequence[Line], cuts: Sequence[float]) -> list[list[Line]] | None:
    """Return the rows of a table's body where white space tells them, None where it does not.

    It tells them where two steps from label line to label line can be told apart, a short one within
    labels and longer ones between them, and where no row comes to hold two values of one column.
    """
    labels = [line for line in lines if _label_words(line, cuts)]
    reach = leading_within(labels)
    if reach is None:
        return None
    blocks: list[_Label] = []
    for line in labels:
        if blocks and line.base - blocks[-1].labels[-1].base <= reach:
            blocks[-1].labels.append(line)
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Label(line))
    alone: list[list[Line]] = []
    for line in lines:
        if not _label_words(line, cuts):
            _place(line, blocks, alone)
    if any(_clash(block, cuts) for block in blocks):
        return None
    rows = [*(sorted(block.lines, key=_base) for block in blocks), *alone]
    return sorted(rows, key=lambda row: min(line.base for line in row))


def leading_within(labels: Sequence[Line]) -> float | None:
    """Return the longest step between two lines of one label, None where none can be told from rows."""
    steps = sorted(lower.base - upper.base for upper, lower in itertools.pairwise(labels))
    if len(steps) < 2 or steps[0] > _LEADING * max(line.size for line in labels):
        return None
    reach = _ALIKE * steps[0] + 0.3
    longer = [step for step in steps if step > reach]
    return reach if longer and longer[0] >= _APART * steps[0] else None


def _base(line: Line) -> float:
    return line.base


def _label_words(line: Line, cuts: Sequence[float]) -> list[Word]:
    """Return the words of a line that begin in the first column."""
    first = groups_of(line)[0]
    return first if first[0].x0 < cuts[1] - 1.0 and slot(list(cuts), first[0].middle) == 0 else []


def _place(line: Line, blocks: Sequence[_Label], alone: list[list[Line]]) -> None:
    """Put a line that is no label into the row beside which it stands, or into one of its own."""
    best = min(blocks, key=lambda block: block.distance(line))
    if best.distance(line) <= _NEAR * line.size:
        best.lines.append(line)
    else:
        alone.append([line])


def _clash(block: _Label, cuts: Sequence[float]) -> bool:
    """Return whether two lines of a row hold values in one column."""
    seen: set[int] = set()
    for line in block.lines:
        groups = groups_of(line)
        here = {slot(list(cuts), sum(span_of(g)) / 2) for g in groups if is_value(string_of(g))} - {0}
        if seen & here:
            return True
        seen |= here
    return False
