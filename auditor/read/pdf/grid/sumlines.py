"""Rules of sums, above and below numbers alone: they tell neither the labels nor the ends of a table."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period

#: Fewer rows do not tell; this share of them has its label before the rules.
_ROWS, _SHARE = 3, 0.8
#: Words of one line stand on one base, to this share of the type size.
_BASE = 0.2


def leave_labels_out(x0: float, lines: Sequence[Line], words: Sequence[Word]) -> bool:
    """Return whether the rows under rules that begin at ``x0`` have their labels before these rules.

    ``lines`` are what stands under the rules, ``words`` those of the page. Each row begins with a number
    under the rules, and text that is none stands on the same base before them.
    """
    rows = [line for line in lines if is_value_line(line) and not is_period(_first(line))]
    if len(rows) < _ROWS or not all(is_data(_first(line)) for line in rows):
        return False
    before = make_lines(word for word in words if word.middle < x0 - 2)
    labelled = sum(any(_names(label, row) for label in before) for row in rows)
    return labelled >= _SHARE * len(rows)


def _first(line: Line) -> str:
    return string_of(groups_of(line)[0])


def _names(label: Line, row: Line) -> bool:
    last = string_of(groups_of(label)[-1])
    return abs(label.base - row.base) <= _BASE * row.size and not is_data(last)
