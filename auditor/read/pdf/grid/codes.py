"""Codes and numbers of rows in a column of their own, before the labels (``1``, ``A1.1``, ``GRI 305-1``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

_CODE = re.compile(r"(?:[A-Z]{1,6}[ -]?)?[A-Z]?[0-9]{1,3}(?:[.\-–][0-9]{1,2}){0,3}[a-z]?|[IVX]{1,4}|[A-Z]")
#: A column of codes has so many or more.
_LEAST = 3


def row_cuts(
    lines: Sequence[Line], cuts: list[float], known: Sequence[Line] = (), near: Sequence[Line] = ()
) -> list[float]:
    """Return the column borders by which the rows are told: codes and labels stand in one column.

    The lines that begin with a code are marked as such, those ``near`` the table too. ``known`` are other
    lines of the table.
    """
    if len(cuts) < 4 or not _has_codes([*known, *lines], cuts):  # codes, labels, values
        return cuts
    for line in (*lines, *near):
        line.__dict__["coded"] = _begins_coded(line, cuts)
    return [cuts[0], *cuts[2:]]


def is_coded(line: Line) -> bool:
    """Return whether a line is known to begin with the code of its row."""
    return bool(line.__dict__.get("coded"))


def _has_codes(lines: Sequence[Line], cuts: list[float]) -> bool:
    """Return whether the first column holds a code in each row with values, and the second its label."""
    rows = [line for line in lines if any(is_data(string_of(group)) for group in groups_of(line)[1:])]
    first = [line for line in rows if slot(cuts, sum(span_of(groups_of(line)[0])) / 2) == 0]
    coded = [line for line in first if _begins_coded(line, cuts)]
    labels = [
        string_of(group)
        for line in lines
        for group in groups_of(line)
        if slot(cuts, sum(span_of(group)) / 2) == 1
    ]
    named = sum(not is_value(string) for string in labels)
    return len(coded) >= _LEAST and len(coded) * 10 >= 9 * len(first) and named * 10 >= 8 * len(labels) > 0


def _begins_coded(line: Line, cuts: list[float]) -> bool:
    group = groups_of(line)[0]
    string = string_of(group)
    return (
        slot(cuts, sum(span_of(group)) / 2) == 0 and bool(_CODE.fullmatch(string)) and not is_period(string)
    )
