"""A table that goes on at the top of the next page without heads keeps the columns of its first part.

What stands there may be a row or two, too few to tell a table by themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from auditor.read.pdf.grid.bands import split_band
from auditor.read.pdf.grid.codes import row_cuts
from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import column_span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.drafts import border
from auditor.read.pdf.grid.rows import build
from auditor.read.pdf.grid.stanzas import wrapped_rows
from auditor.read.pdf.grid.surrounds import lines_above
from auditor.read.pdf.grid.surrounds import lines_below
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_blank_sign
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

#: Borders of two pages' parts that are one border lie nearer than this (points).
_SAME = 4.0
#: Values under each other end, begin or have their middles within so many points.
_UNDER = 3.0
#: So many periods or more are the heads of a table.
_PERIODS = 2
#: So many words of first rows without data may stand below heads that are repeated.
_MORE = 12


def carry(
    last: Draft, drafts: list[Draft], lines: list[Line], *, rows: bool
) -> tuple[list[Draft], list[Line]]:
    """Return the tables and other lines of a page, those at its top as parts of the page's before it.

    ``rows`` says that nothing stands under the last table of that page: single rows may go on with it.
    """
    if drafts and not any(line.bottom <= drafts[0].top for line in lines):
        return [carry_columns(last, drafts[0]), *drafts[1:]], lines
    head = [line for line in lines if not drafts or line.bottom <= drafts[0].top]
    carried = carry_rows(last, head) if rows else None
    if carried is None:
        return drafts, lines
    draft, left = carried
    return [draft, *drafts], [line for line in lines if line in left or line not in head]


def carry_rows(before: Draft, lines: Sequence[Line]) -> tuple[Draft, list[Line]] | None:
    """Return the leading lines of a page as rows of the draft that ends the page before, and the other lines.

    None where they hold no values, or these do not stand under the values of that draft.
    """
    if not lines:
        return None
    own = make_lines(word for cell in before.cells for word in cell.words)
    found = lines_below(lines, lines[0].top, before.cuts, own)
    values = [group for line in found for group in groups_of(line)[1:] if is_value(string_of(group))]
    above = [span_of(g) for line in own for g in groups_of(line)[1:] if is_value(string_of(g))]
    data = sum(is_data(string_of(group)) for group in values)
    if not data or len(values) < 2 or not all(_under(span_of(group), above) for group in values):
        return None
    rows = wrapped_rows(found, row_cuts(found, before.cuts, own))
    top, bottom = min(line.top for line in found), max(line.bottom for line in found)
    return build(rows, list(before.cuts), top - 1, bottom + 1), [x for x in lines if x not in found]


def _under(span: Span, above: Sequence[Span]) -> bool:
    """Return whether a value ends, begins or has its middle where one of the page before has."""
    return any(
        abs(span[1] - other[1]) < _UNDER
        or abs(span[0] - other[0]) < _UNDER
        or abs(sum(span) - sum(other)) < 2 * _UNDER
        for other in above
    )


def carry_columns(before: Draft, draft: Draft) -> Draft:
    """Return the first draft of a page on the columns of the draft that ends the page before.

    It is returned as it is when it has heads of its own, other edges, or text that does not fit the
    columns: then it is another table.
    """
    if _repeats_heads(before, draft):
        return _under_heads(before, draft)
    if abs(before.x1 - draft.x1) > _SAME or before.columns == draft.columns or _has_heads(draft):
        return draft
    if before.columns < draft.columns:
        return _without_borders(before, draft) if draft.ruled else draft
    if draft.ruled:
        return _spread(before, draft)
    lines = make_lines(word for cell in draft.cells for word in cell.words)
    own = make_lines(word for cell in before.cells for word in cell.words)
    rows = wrapped_rows(lines, row_cuts(lines, before.cuts, own))
    if draft.x0 < before.x0 - _SAME or not all(rows) or not all(_fits(row, before.cuts) for row in rows):
        return draft
    return build(rows, list(before.cuts), draft.top, draft.bottom)


def heads_before(lines: Sequence[Line], draft: Draft) -> tuple[Draft, list[Line]] | None:
    """Return the last lines of a page as the heads of the draft that begins the next one, and the others.

    None where it has heads of its own, or these name no periods over its values.
    """
    body = make_lines(word for cell in draft.cells for word in cell.words)
    if _has_heads(draft) or not body:
        return None
    whole = make_lines(word for line in lines for word in line.words)
    heads = lines_above(whole, whole[-1].bottom + 1, draft.cuts, body)
    groups = [group for line in heads for group in groups_of(line)]
    periods = [group for group in groups if is_period(string_of(group))]
    over = all(column_span(draft.cuts, span_of(group))[0] > 0 for group in periods)
    if len(periods) < _PERIODS or not over or any(is_data(string_of(group)) for group in groups):
        return None
    cuts = list(draft.cuts)
    rows = split_band(heads, cuts, cuts, leading=True)
    top, bottom = min(line.top for line in heads), max(line.bottom for line in heads)
    return build(rows, cuts, top - 1, bottom + 1), [line for line in lines if not top <= line.base <= bottom]


def _repeats_heads(before: Draft, draft: Draft) -> bool:
    """Return whether a draft between the same edges has all the heads of another again, but other columns."""
    if before.ruled or draft.ruled or before.columns == draft.columns:
        return False
    same = abs(before.x0 - draft.x0) <= _SAME and abs(before.x1 - draft.x1) <= _SAME
    heads, own = _head_words(before), _head_words(draft)
    return same and len(heads) > 2 and heads <= own and (own - heads).total() <= _MORE


def _head_words(draft: Draft) -> Counter[str]:
    """Return the words above the first data in rows of several cells."""
    found: Counter[str] = Counter()
    for row in range(draft.rows):
        cells = [cell for cell in draft.row_cells(row) if cell.words]
        if any(is_data(word.string) for cell in cells if cell.column for word in cell.words):
            break
        if len(cells) > 1:
            found.update(word.string for cell in cells for word in cell.words)
    return found


def _under_heads(before: Draft, draft: Draft) -> Draft:
    """Return a draft on the columns of the one whose heads it repeats, as it is where text crosses these."""
    lines = make_lines(word for cell in draft.cells for word in cell.words)
    body = [line for line in lines if is_value_line(line)]
    if any(cell.rowspan > 1 and cell.row for cell in draft.cells) or not all(
        _fits([line], before.cuts) for line in body
    ):
        return draft
    own = make_lines(word for cell in before.cells for word in cell.words)
    by = row_cuts(lines, before.cuts, own)
    return build(split_band(lines, before.cuts, by, leading=True), list(before.cuts), draft.top, draft.bottom)


def _has_heads(draft: Draft) -> bool:
    """Return whether text or periods stand over the columns before the first data does."""
    for row in range(draft.rows):
        cells = [cell for cell in draft.row_cells(row) if cell.column > 0 and cell.words]
        if any(is_data(cell.string) for cell in cells):
            return False
        if len(cells) > 1 or any(is_period(cell.string) for cell in cells):
            return True
    return True


def _fits(row: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether each value of a row lies within one column, and no two in the same."""
    columns = []
    for line in row:
        for group in groups_of(line)[1:]:
            first, last = column_span(cuts, span_of(group))
            if is_data(string_of(group)):
                columns.append(first)
                if first != last:
                    return False
    return len(columns) == len(set(columns))


def _spread(before: Draft, draft: Draft) -> Draft:
    """Return a ruled draft whose borders are all borders of the part before, cells spanning the others."""
    places = [border(before.cuts, cut) for cut in draft.cuts]
    if None in places or abs(before.x0 - draft.x0) > _SAME:
        return draft
    at = [place for place in places if place is not None]
    if len(set(at)) < len(at):
        return draft
    return draft.placed(before.cuts, at)


def _without_borders(before: Draft, draft: Draft) -> Draft:
    """Return a ruled draft without the borders that only its rows of words have, and the part before has not.

    What begins or ends at one of them does so at the next border.
    """
    places = [border(draft.cuts, cut) for cut in before.cuts]
    kept = [place for place in places if place is not None]
    if len(kept) < len(before.cuts) or len(set(kept)) < len(kept):
        return draft
    extra = set(range(draft.columns)) - set(kept)
    if any(_has_numbers(draft.row_cells(row)) for row in {c.row for c in draft.cells if c.column in extra}):
        return draft
    at = [bisect_left(kept, column) for column in range(len(draft.cuts))]
    placed = draft.placed(before.cuts, at)
    return draft if any(cell.colspan < 1 for cell in placed.cells) else placed


def _has_numbers(cells: Sequence[DraftCell]) -> bool:
    return any(is_data(cell.string) and not is_blank_sign(cell.string) for cell in cells)
