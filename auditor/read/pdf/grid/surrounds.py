"""What stands right above and below the rules or values of a table: heads, sections, ends of labels."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from statistics import median

from auditor.read.pdf.grid.bands import columns_of
from auditor.read.pdf.grid.bands import data_columns
from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import column_span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import is_caption
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import segments
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.inline import stands_in_columns
from auditor.read.pdf.grid.stanzas import had_no_room
from auditor.read.pdf.grid.wraps import leading_within
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.signs import is_currency_line
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import note_mark
from auditor.read.pdf.signs import unit_of_line
from auditor.read.pdf.titles import is_lone_unit

#: So many lines above a table are looked at, and so many of them may be labels below its heads.
_REACH, _LABELS = 10, 4
#: A marked line of so many characters is a note; shorter ones may be numbered labels.
_NOTE_LENGTH = 12
#: Words in one column only are no longer than so many characters, and heads of groups no longer than these.
_FEW, _HEAD = 12, 30
#: Rows stand apart by no more than the usual step between them, times this.
_STEP = 1.3
#: Type smaller than that of the rows, by this ratio, is that of a remark.
_SMALLER = 0.9
#: A stretch that reaches over a border by this share of its width stands in the column beside it.
_SLIGHT = 0.1
#: Lines of one head lie closer than so many type sizes.
_LEADING = 1.75
#: Lines that share more than this part of the type size in height are of one row of heads.
_OVERLAP = 0.2


def lines_above(
    lines: Sequence[Line], top: float, cuts: Sequence[float], body: Sequence[Line] = ()
) -> list[Line]:
    """Return the lines right above a table that are heads or rows of its columns, top to bottom.

    Labels without values (a section, the first line of a wrapped label) count where heads stand above
    them, or nothing does: there the table goes on from the page before. ``body`` are the lines in it.
    """
    found: list[Line] = []
    labels: list[Line] = []
    valued = data_columns(body, cuts)
    near = lines[-_REACH:]
    for at in reversed(range(len(near))):
        line = near[at]
        if is_caption(line):
            return found
        if is_note_line(line) and not _is_larger(line, body):
            return []  # what stands over a note is not of this table
        unit = _gives_unit(line, cuts[-1]) and not _ends_head(near, at, cuts, valued)
        if unit or top - line.bottom > max(1.6 * line.size, _white(body)):
            return found  # the unit of the whole table stands above its heads
        below = next((o for o in [*found, *body] if o not in labels and len(groups_of(o)) > 1), None)
        stack = _stack(near, at)
        if (
            any(_names_columns(part, cuts, valued) for part in stack)
            or _name_together(stack, cuts, valued)
            or _names_groups(line, below, cuts, valued)
            or (not labels and (_is_head(line, cuts) or _fits(line, cuts)))
        ):
            found = [line, *labels, *found]
            labels = []
        elif len(labels) < _LABELS and (_is_bare_label(line, cuts) or _is_corner(line, cuts, valued)):
            labels.insert(0, line)
        else:
            return found
        top = line.top
    goes_on = not found and len(labels) == len(lines) and _like_rows(labels, body)
    return [*labels, *found] if goes_on else found


def _is_larger(line: Line, body: Sequence[Line]) -> bool:
    """Return whether a line is set larger than the rows of a table: ``Note 9. Taxes`` is a heading then."""
    return bool(body) and _SMALLER * line.size > median(row.size for row in body)


def _stack(lines: Sequence[Line], at: int) -> list[Line]:
    """Return a line and those above that overlap it in height: the lines of heads set to the middle."""
    found = [lines[at]]
    for line in reversed(lines[:at]):
        if line.bottom <= found[-1].top + _OVERLAP * line.size:
            break
        found.append(line)
    return found


def _name_together(stack: Sequence[Line], cuts: Sequence[float], valued: AbstractSet[int]) -> bool:
    """Return whether lines that overlap in height hold text over each column of numbers."""
    groups = [group for line in stack for group in groups_of(line)]
    if len(stack) < 2 or len(valued) < 2 or any(is_data(string_of(group)) for group in groups):
        return False
    apart = not any(_crosses(span_of(group), cuts) for group in groups)
    return apart and columns_of(groups, cuts) >= valued


def lines_below(
    lines: Sequence[Line], bottom: float, cuts: Sequence[float], body: Sequence[Line]
) -> list[Line]:
    """Return the lines right below a table's last rule or value that are rows of its columns.

    Lines without values count where they belong to a row: the first lines of its wrapped cells, and those
    that end them. A label that is the last line of all names rows on the next page.
    """
    found: list[Line] = []
    waiting: list[Line] = []
    for line in lines[:40]:
        if line.top - bottom > max(1.2 * line.size, _white(body)) or is_note_line(line):
            break
        if is_value_line(line) and _fits(line, cuts):
            if not stands_in_columns(line, [*body, *found], cuts):
                break
            found = [*found, *waiting, line]
            waiting = []
        elif len(waiting) < _LABELS and not any(_crosses(span_of(g), cuts) for g in groups_of(line)):
            waiting.append(line)
        else:
            break
        bottom = line.bottom
    ends = _label_ends(waiting, [*body, *found], cuts)
    found += ends
    if len(found) + 1 == len(lines) and len(waiting) == len(ends) + 1 and _is_bare_label(lines[-1], cuts):
        found += waiting[-1:] if _like_rows(waiting[-1:], [*body, *found]) else []
    return found


def _label_ends(lines: Sequence[Line], body: Sequence[Line], cuts: Sequence[float]) -> list[Line]:
    """Return the leading lines that end the wrapped cells of a table's last row."""
    labels = [line for line in body if slot(list(cuts), line.words[0].middle) == 0]
    if not labels or not lines:
        return []
    reach = leading_within(labels) or min(1.4 * lines[0].size, 0.85 * pitch(body))
    found: list[Line] = []
    last = labels[-1]
    for line in lines:
        if line.size < _SMALLER * last.size:
            break  # a remark under the table
        if line.base - last.base > reach and not had_no_room(last, line, body, cuts):
            break
        found.append(line)
        last = line
    return found


def _like_rows(labels: Sequence[Line], body: Sequence[Line]) -> bool:
    """Return whether labels are set as the rows of a table are: as large, as far apart, as far left."""
    if not body or not labels:
        return False
    lines = sorted([*labels, *body], key=_base)
    steps = [b.base - a.base for a, b in itertools.pairwise(lines) if a in labels or b in labels]
    usual = median(line.size for line in body)
    left = min(line.x0 for line in body)
    alike = all(abs(line.size - usual) < 0.04 * usual and line.x0 < left + 3 * usual for line in labels)
    return alike and max(steps) <= _STEP * pitch(body)


def pitch(body: Sequence[Line]) -> float:
    """Return the usual step between two rows of a table."""
    bases = [line.base for line in body if is_value_line(line)]
    steps = [after - before for before, after in itertools.pairwise(bases)]
    return median(steps) if steps else 2.0 * body[0].size


def _white(body: Sequence[Line]) -> float:
    """Return the white that may stand between two lines of a table set as wide as its rows."""
    rows = [line for line in body if is_value_line(line)]
    return 1.15 * (pitch(body) - median(line.bottom - line.top for line in rows)) if len(rows) > 2 else 0.0


def _base(line: Line) -> float:
    return line.base


def _is_bare_label(line: Line, cuts: Sequence[float]) -> bool:
    """Return whether a line is one stretch that begins in the first column, or a few words in another."""
    string = string_of(line.words)
    if len(groups_of(line)) > 1 or string[-1] in "。；;，,":
        return False
    return line.x0 < cuts[1] or (len(string) <= _FEW and not _crosses((line.x0, line.x1), cuts))


def _is_corner(line: Line, cuts: Sequence[float], valued: AbstractSet[int]) -> bool:
    """Return whether a line holds a few words over columns without numbers: labels, units."""
    groups = groups_of(line)
    few = all(len(string_of(group)) <= _HEAD for group in groups)
    crossing = any(_crosses(span_of(group), cuts) for group in groups)
    return few and not crossing and not columns_of(groups, cuts) & valued


def _names_groups(line: Line, below: Line | None, cuts: Sequence[float], valued: AbstractSet[int]) -> bool:
    """Return whether a line holds heads over groups of the columns whose heads are in the line below it."""
    groups = [string_of(group) for group in groups_of(line)]
    if below is None or len(groups) < 2 or line.x0 < cuts[1] - 2 or any(len(g) > _HEAD for g in groups):
        return False
    heads = [string_of(group) for group in groups_of(below)]
    named = _names_columns(below, cuts, valued) and sum(map(is_period, heads)) >= 2 * len(groups)
    return named and not any(map(is_data, groups))


def _names_columns(line: Line, cuts: Sequence[float], valued: AbstractSet[int]) -> bool:
    """Return whether a line holds heads over the columns after the first.

    It does with periods, or with text over each of the columns in which numbers stand (``valued``).
    """
    groups = [group for group in groups_of(line) if span_of(group)[0] > cuts[1] - 30]
    if any(is_data(string_of(group)) for group in groups):
        return False
    periods = sum(is_period(string_of(group)) for group in groups)
    apart = len(groups) > 1 and not any(_crosses(span_of(group), cuts) for group in groups)
    if len(valued) > 1 and apart and columns_of(groups, cuts) >= valued:
        return True
    return periods > 0 and (periods > 1 or len(cuts) < 4 or 2 * len(groups) >= len(cuts) - 2)


def _gives_unit(line: Line, right: float) -> bool:
    """Return whether a line gives the unit of a table that ends at ``right``, alone or after the caption.

    The currency may stand apart behind it (``单位：元　　币种：人民币``), or alone below it.
    """
    if is_lone_unit(line, right):
        return True
    groups = [string_of(group) for group in groups_of(line)]
    if is_currency_line(groups[-1]):
        groups.pop()
    told = [bool(unit_of_line(group)) for group in groups]
    return told in ([], [True], [False, True]) and not any(map(is_period, groups))


def _ends_head(lines: Sequence[Line], at: int, cuts: Sequence[float], valued: AbstractSet[int]) -> bool:
    """Return whether units stand below the heads of columns and end them: ``（%）`` under ``同比增减``.

    They are no wider than their columns, and the heads of other columns stand on the lines with their heads.
    """
    line, upper = lines[at], lines[at - 1] if at else lines[at]
    if upper is line or line.base - upper.base > _LEADING * line.size:
        return False
    heads = [group for part in [*_stack(lines, at), *_stack(lines, at - 1)] for group in groups_of(part)]
    others = [span_of(group) for group in heads if group[0] not in line.words]
    named = columns_of(heads, cuts) & valued
    own = map(span_of, groups_of(line))
    ends = all(any(left < x1 and x0 < right for left, right in others) for x0, x1 in own)
    return ends and len(named) > 1 and not any(is_data(string_of(group)) for group in heads)


def is_note_line(line: Line) -> bool:
    """Return whether a line is a footnote: a mark, then running text of some length without a gap."""
    string = string_of(line.words)
    mark, start = note_mark(string, strict=False)
    numbered = string[:start].strip().isdecimal() and string[0].isascii()  # a bare number may count rows
    if not mark or numbered or len(string) - start < _NOTE_LENGTH or is_period(string):
        return False
    groups = segments(line.words, 1.0)
    return len(groups) == 1 or (len(groups) == 2 and len(string_of(groups[0])) <= 4)


def _crosses(span: Span, cuts: Sequence[float]) -> bool:
    """Return whether a stretch of text reaches over a border of two columns."""
    reach = max(2.0, _SLIGHT * (span[1] - span[0]))
    return any(span[0] < cut - reach and span[1] > cut + reach for cut in list(cuts)[1:-1])


def _fits(line: Line, cuts: Sequence[float]) -> bool:
    """Return whether a line has cells in two columns or more, and none over a border."""
    spans = [span_of(group) for group in groups_of(line)]
    edges = list(cuts)
    if any(first < last for first, last in (column_span(edges, span) for span in spans)):
        return False
    return len({slot(edges, (left + right) / 2) for left, right in spans}) > 1


def _is_head(line: Line, cuts: Sequence[float]) -> bool:
    groups = groups_of(line)
    if any(is_period(string_of(group)) for group in groups) and line.words[-1].middle > cuts[1]:
        return True
    over = [group for group in groups if span_of(group)[0] > cuts[1] - 30]
    narrow = all(span_of(group)[1] - span_of(group)[0] < 150 for group in over)
    return bool(over) and narrow and (len(groups) > 1 or line.x0 > cuts[1] - 30)
