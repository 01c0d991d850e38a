"""Rows of a table: between two rules may stand one row, or several that only lie below each other."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import has_data
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.heads import head_rows
from auditor.read.pdf.grid.stanzas import wrapped_rows
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import is_wide
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_value

Row = list[Line]
#: Lines of one cell lie closer than so many type sizes.
_LEADING = 1.75
#: Between two rules they may be set wider.
_WIDE_LEADING = 2.0


def split_band(
    lines: Sequence[Line],
    cuts: Sequence[float],
    rows: Sequence[float],
    *,
    leading: bool = False,
    single: bool = False,
) -> list[Row]:
    """Return the rows of a stretch of lines; ``leading`` says that a table begins with it.

    ``rows`` are the column borders by which rows are told, ``single`` says that other stretches of the table
    hold one row each.

    Each line with values is a row. A line without joins the row it lies closer to than rows lie to
    each other, or that it plainly completes (open bracket); else it is a row of its own: a parent.
    """
    heads = _leading_heads(lines, cuts) if leading else 0
    if heads:
        return [*head_rows(lines[:heads], cuts), *split_band(lines[heads:], cuts, rows)]
    values = [index for index, line in enumerate(lines) if is_value_line(line)]
    if not values:
        parts = _text_rows(lines, cuts)
        return [row for part in parts for row in (head_rows(part, cuts) if part is parts[0] else [part])]
    if single and len(values) == 1 and _one_cell(lines, rows):
        return [list(lines)]
    if _one_row(lines, rows) and (len(values) == 1 or _labels(lines, rows) == 1):
        return [list(lines)]
    labelled = sum(not _lacks_label(lines[index], rows) for index in values)
    if (single or labelled == 1) and _wraps_only(lines, rows):
        return [list(lines)]
    return wrapped_rows(lines, rows)


def _text_rows(lines: Sequence[Line], cuts: Sequence[float]) -> list[Row]:
    """Return lines without values parted where one that begins in the first column stands well apart.

    Wrapped lines of one row lie closer than ``_LEADING`` type sizes, and so do those of one head.
    """
    rows: list[Row] = [list(lines[:1])]
    for upper, line in itertools.pairwise(lines):
        apart = line.base - upper.base > _LEADING * max(line.size, upper.size)
        both = not _lacks_label(line, cuts) and not _lacks_label(rows[-1][0], cuts)
        if apart and both and len(groups_of(line)) > 1:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _leading_heads(lines: Sequence[Line], cuts: Sequence[float]) -> int:
    """Return how many leading lines are heads: text or periods over the columns in which values stand."""
    before = list(itertools.takewhile(lambda line: not has_data(line), lines))
    valued = data_columns(lines[len(before) :], cuts)
    if len(before) == len(lines):  # a band of heads only
        valued = {column for line in lines for column in columns_of(groups_of(line), cuts)} - {0}
    heads = 0
    for index, line in enumerate(before):
        if valued and len(columns_of(groups_of(line), cuts) & valued) >= min(2, len(valued)):
            heads = index + 1
    while heads and heads < len(before) and _ends_head(before[heads - 1], before[heads], cuts):
        heads += 1
    return heads


def lower_corners(bands: Sequence[Sequence[Line]], cuts: Sequence[float]) -> list[list[Line]]:
    """Return the stretches with the heads of the labels moved down to the last stretch of heads.

    The head of the labels stands in the middle of all rows of heads; no rule parts it from either.
    """
    found = [list(band) for band in bands]
    data = next((k for k, band in enumerate(found) if any(map(has_data, band))), len(found))
    valued = data_columns([line for band in found[data:] for line in band], cuts)
    over = [
        k
        for k, band in enumerate(found[:data])
        if any(len(columns_of(groups_of(line), cuts) & valued) > 1 for line in band)
    ]
    for k in over[:-1]:
        corners = [line for line in found[k] if not columns_of(groups_of(line), cuts) & valued]
        if len(corners) < len(found[k]):
            found[k] = [line for line in found[k] if line not in corners]
            found[over[-1]] = [*corners, *found[over[-1]]]
    return [band for band in found if band]


def _ends_head(upper: Line, line: Line, cuts: Sequence[float]) -> bool:
    """Return whether a line is the end of a wrapped head: close below the others, not over the labels."""
    return _lacks_label(line, cuts) and line.base - upper.base <= _LEADING * max(line.size, upper.size)


def data_columns(lines: Sequence[Line], cuts: Sequence[float]) -> set[int]:
    """Return the columns after the first in which numbers stand that are no bare years."""
    groups = [group for line in lines for group in groups_of(line) if is_data(string_of(group))]
    return columns_of(groups, cuts) - {0}


def columns_of(groups: Sequence[Sequence[Word]], cuts: Sequence[float]) -> set[int]:
    """Return the columns in which the middles of stretches of text stand."""
    return {slot(list(cuts), sum(span_of(group)) / 2) for group in groups}


def _labels(lines: Sequence[Line], cuts: Sequence[float]) -> int:
    """Return how many lines have text in the first column."""
    return sum(not _lacks_label(line, cuts) for line in lines)


def _one_row(lines: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether lines around a single value line read as one wrapped row: all evenly close."""
    gaps = [after.base - before.base for before, after in itertools.pairwise(lines)]
    size = max(line.size for line in lines)
    if any(_is_parent(upper, lower, cuts) for upper, lower in itertools.pairwise(lines)):
        return False
    return not gaps or max(gaps) < 1.45 * size or len(cuts) == 2


def _one_cell(lines: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether lines between two rules lie as close as those of one cell may, none heading the next."""
    for upper, lower in itertools.pairwise(lines):
        step = lower.base - upper.base
        if step > _WIDE_LEADING * max(upper.size, lower.size) or _is_parent(upper, lower, cuts):
            return False
    return True


def _wraps_only(lines: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether the text in each column is one wrapped cell, and none holds values on two lines."""
    columns: dict[int, list[tuple[float, float, bool]]] = {}
    for line in lines:
        for group in groups_of(line):
            column = slot(list(cuts), sum(span_of(group)) / 2)
            columns.setdefault(column, []).append((line.base, line.size, is_value(string_of(group))))
    for found in columns.values():
        if sum(value for _, _, value in found) > 1:
            return False
        if any(b[0] - a[0] > 1.45 * max(a[1], b[1]) for a, b in itertools.pairwise(found)):
            return False
    labels = [line for line in lines if not _lacks_label(line, cuts)]
    return not any(_is_parent(upper, lower, cuts) for upper, lower in itertools.pairwise(labels))


def _is_parent(upper: Line, lower: Line, cuts: Sequence[float]) -> bool:
    """Return whether a label line heads the line below it rather than being wrapped into it.

    A wrapped line is followed by one of the same weight, whose first word had no room on it.
    """
    if len(groups_of(upper)) > 1 or _lacks_label(upper, cuts) or _lacks_label(lower, cuts):
        return False
    label = groups_of(lower)[0]
    if label[0].string[0] in "(（":
        return False
    bold = sum(len(word.string) for word in label if word.bold) * 2 > sum(len(w.string) for w in label)
    if upper.bold and not bold:
        return not _unclosed(upper)
    first = label[0]
    width = first.size if is_wide(first.string[0]) else first.x1 - first.x0
    room = upper.x1 + 0.5 * first.size + width < cuts[1] - 0.5 * first.size
    return room and first.x0 - upper.x0 > 0.8 * first.size


def _lacks_label(line: Line, cuts: Sequence[float]) -> bool:
    return slot(list(cuts), line.words[0].middle) > 0


def _unclosed(line: Line) -> bool:
    label = string_of(line.words)
    return label.count("(") + label.count("（") > label.count(")") + label.count("）")
