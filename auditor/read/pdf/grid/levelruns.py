"""Runs of levels: which rules under each other belong to one table, by the text between them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from statistics import median

from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import has_data
from auditor.read.pdf.grid.columns import is_caption
from auditor.read.pdf.grid.columns import is_plain
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import segments
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import cluster
from auditor.read.pdf.grid.merged import Level
from auditor.read.pdf.grid.surrounds import is_note_line
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Shade
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import unit_of_line

#: A line of text narrower than this share of the table may be part of a wrapped label.
_COLUMN = 0.4
#: A line of running text is at least so wide, as a share of the table.
_RUNNING = 0.6
#: Each of two columns of text is at least so wide, as a share of both.
_HALF = 0.25
#: The head of a column is no longer than so many characters.
_HEAD = 30
#: Another table stands below rows by more than the usual step between these, times this.
_STEP = 1.3
#: The edge of a shaded area lies so near to the level that it makes; so few heads it has at least.
_SHADED, _FEWEST_HEADS = 3.0, 3
#: Borders nearer than this are one (points).
_EDGE = 5.0
#: A row above a rule stands within so many points of it.
_ROOM = 20.0
#: Text larger than the rows by this ratio is a title.
_TITLE = 1.3


def words_between(words: Sequence[Word], top: float, bottom: float, x0: float, x1: float) -> list[Word]:
    """Return the words, sorted by their centres, whose middles lie in a stretch of the page."""
    first = bisect_left(words, top, key=_centre)
    last = bisect_left(words, bottom, lo=first, key=_centre)
    return [word for word in words[first:last] if x0 - 2 <= word.middle <= x1 + 2]


def _centre(word: Word) -> float:
    return word.centre


def level_runs(
    stack: list[Level], words: Sequence[Word], known: Sequence[Draft], shades: Sequence[Shade] = ()
) -> list[list[Level]]:
    """Return the parts of a stack between whose levels only rows of a table lie."""
    bands = [
        make_lines(words_between(words, upper.at, lower.at, upper.x0, upper.x1))
        for upper, lower in itertools.pairwise(stack)
    ]
    size = _usual_size(bands)
    reach = (stack[0].x0, stack[0].x1)
    runs: list[tuple[int, int]] = []  # first and last level
    first = 0
    for index, band in enumerate(bands):
        height = stack[index + 1].at - stack[index].at
        parted = (
            _ends_differ(stack[index], stack[index + 1])
            or (index > first and _between_tables(band, bands[index + 1 :]))
            or _gives_title(band, bands[index + 1 :])
            or any(map(is_caption, band))
            or (index == first and _begins_below(band) and _rows_above(words, stack[index]))
            or _shaded_again(stack[first:], bands[first:], index - first, shades)
            or _ends_in_heads(band, rows=bands[first:index])
            or any(draft.lies_between(stack[index].at, stack[index + 1].at, reach) for draft in known)
        )
        inner = stack[index].partial or stack[index + 1].partial  # rules of one table on either side
        if (
            parted
            or sum(_is_running(line, stack[index]) for line in band) > 1
            or sum(_runs_in_two(line, bands[first:index]) for line in band) > 1
            or not (inner or _tabular(band, height, stack[index].x1 - stack[index].x0))
            or _is_title(band, size)
        ):
            runs.append((first, index))
            first = index + 1
    runs.append((first, len(bands)))
    trimmed = [_without_partial(stack, *_without_notes(run, bands)) for run in runs]
    return [part for part in trimmed if len(part) > 1]


def _without_partial(stack: list[Level], start: int, end: int) -> list[Level]:
    """Return the levels from ``start`` to ``end`` between the first and the last that leave nothing out.

    A narrower rule that opens a run is of another table: one beside a table or above it. Those that end it
    are of the table where they leave out a column of its heads.
    """
    whole = [index for index in range(start, end + 1) if not stack[index].partial]
    if not whole:
        return []
    after = stack[whole[-1] + 1 : end + 1]
    kept = len(after) if _leave_out_first(after, stack[whole[0] : whole[-1] + 1]) else 0
    return stack[whole[0] : whole[-1] + 1 + kept]


def _leave_out_first(rules: Sequence[Level], above: Sequence[Level]) -> bool:
    """Return whether rules cover all columns but the first, whose border rules above them tell."""
    starts = {round(min(level.ends)) for level in rules}
    borders = [end for level in above for end in level.ends if level.x0 + _EDGE < end < level.x1 - _EDGE]
    first = min(borders, default=0.0)
    whole = all(abs(max(level.ends) - level.x1) < _EDGE for level in rules)
    return len(rules) > 1 and whole and len(starts) == 1 and abs(starts.pop() - first) < _EDGE


def _usual_size(bands: Sequence[Sequence[Line]]) -> float:
    sizes = [line.size for band in bands for line in band]
    return median(sizes) if sizes else 0.0


def _is_title(band: Sequence[Line], size: float) -> bool:
    """Return whether text between two rules is clearly larger than the rows: a heading between tables."""
    return bool(band) and all(is_plain(line) and line.size > _TITLE * size for line in band)


def _without_notes(run: tuple[int, int], bands: Sequence[Sequence[Line]]) -> tuple[int, int]:
    """Return the run without the stretches at its ends in which footnotes stand."""
    start, end = run
    while end > start and _are_notes(bands[end - 1]):
        end -= 1
    while end > start and _are_notes(bands[start]):
        start += 1
    return start, end


def _are_notes(band: Sequence[Line]) -> bool:
    return bool(band) and is_note_line(band[0]) and all(map(is_plain, band))


def _ends_differ(upper: Level, lower: Level) -> bool:
    """Return whether two rules are cut at different columns: they belong to different tables."""
    if upper.partial or lower.partial:
        return False
    first, second = cluster(upper.ends, 2.5), cluster(lower.ends, 2.5)

    def within(ends: list[float], others: list[float]) -> bool:
        return all(any(abs(end - other) < 4.0 for other in others) for end in ends)

    return min(len(first), len(second)) > 2 and not (within(first, second) or within(second, first))


def _between_tables(band: Sequence[Line], after: Sequence[Sequence[Line]]) -> bool:
    """Return whether a stretch of plain text is followed by the heads of another table."""
    if not all(is_plain(line) for line in band):
        return False
    following = next((lines for lines in after if lines), None)
    return following is not None and _heads_only(following)


def _shaded_again(
    levels: Sequence[Level], bands: Sequence[Sequence[Line]], at: int, shades: Sequence[Shade]
) -> bool:
    """Return whether text under rows stands over heads that are shaded as the first ones: another table."""
    rows = any(map(has_data, itertools.chain.from_iterable(bands[:at])))
    if not rows or not bands[at] or any(map(is_value_line, bands[at])):
        return False
    opening = {shade.colour for shade in shades if abs(shade.top - levels[0].at) < _SHADED}
    again = [
        shade for shade in shades if abs(shade.top - levels[at + 1].at) < _SHADED and shade.colour in opening
    ]
    bottom = max((shade.bottom for shade in again), default=0.0) + _SHADED
    inside = [
        line
        for lower, band in zip(levels[at + 2 :], bands[at + 1 :], strict=False)
        if lower.at <= bottom
        for line in band
    ]
    groups = [string_of(group) for line in inside for group in groups_of(line)]
    return len(groups) >= _FEWEST_HEADS and not any(map(is_data, groups))


def _ends_in_heads(band: Sequence[Line], rows: Sequence[Sequence[Line]]) -> bool:
    """Return whether the title and the heads of another table end a stretch below ``rows`` of this one.

    The rows may be those of stretches above it, and the title bold then; or they stand in it, apart from the
    title.
    """
    own = max((index + 1 for index, line in enumerate(band) if has_data(line)), default=0)
    after = band[own:]
    if len(after) < 2 or not is_plain(after[0]):
        return False
    heads = [string_of(group) for group in groups_of(after[-1])]
    if len(heads) < 2 or any(is_data(head) or len(head) > _HEAD for head in heads):
        return False
    if not own:
        return after[0].bold and any(map(has_data, itertools.chain.from_iterable(rows)))
    steps = [lower.base - upper.base for upper, lower in itertools.pairwise(band[:own])]
    last = band[own - 1]
    return after[0].base - last.base > _STEP * median(steps or [last.size])


def _gives_title(band: Sequence[Line], after: Sequence[Sequence[Line]]) -> bool:
    """Return whether the unit line of a table ends captions, and its heads stand below the next rule."""
    following = next((lines for lines in after if lines), None)
    if not band or following is None or not all(map(is_plain, band[:-1])):
        return False
    unit = string_of(groups_of(band[-1])[-1])
    if len(unit_of_line(unit)) in (
        0,
        len(unit.strip("()（）")),
    ):  # a bare unit may stand in a column of units
        return False
    groups = [string_of(group) for line in following for group in groups_of(line)]
    return len(groups) > len(following) and not any(map(is_data, groups))


def _begins_below(band: Sequence[Line]) -> bool:
    """Return whether a stretch holds a title, heads below it and rows: a whole table without its rules."""
    rows = next((at for at, line in enumerate(band) if has_data(line)), 0)
    heads = [line for line in band[:rows] if not is_plain(line)]
    return bool(heads) and is_plain(band[0])


def _rows_above(words: Sequence[Word], rule: Level) -> bool:
    """Return whether a row of numbers stands right above a rule: it ends the table of that row."""
    above = make_lines(words_between(words, rule.at - _ROOM, rule.at, rule.x0, rule.x1))
    return bool(above) and has_data(above[-1]) and rule.at - above[-1].bottom < above[-1].size


def _heads_only(band: Sequence[Line]) -> bool:
    groups = [string_of(group) for line in band for group in groups_of(line)]
    periods = sum(map(is_period, groups))
    return (periods >= 2 or (periods == 1 and len(groups) > 2)) and not any(map(is_data, groups))


def _tabular(lines: list[Line], height: float, width: float) -> bool:
    if not lines:
        return height < 30.0
    plain = [line for line in lines if is_plain(line)]
    narrow = all(line.x1 - line.x0 <= _COLUMN * width for line in plain)  # lines of a wrapped label
    if len(plain) == len(lines):
        return (len(plain) <= 2 or narrow) and height < 30.0 + 3.0 * sum(line.size for line in lines)
    values = sum(is_value_line(line) for line in lines)
    return len(plain) <= 3 or values * 2 >= len(plain) or narrow


def _is_running(line: Line, level: Level) -> bool:
    """Return whether a line is one of running text: long, without a gap, from the left end of a rule on."""
    wide = line.x1 - line.x0 > _RUNNING * (level.x1 - level.x0)
    return wide and is_plain(line) and line.x0 < level.x0 + 3 * line.size


def _runs_in_two(line: Line, rows: Sequence[Sequence[Line]]) -> bool:
    """Return whether a line is running text in two columns, the second over several of the rows above."""
    groups = segments(line.words, 1.0)
    if len(groups) != 2 or any(is_data(string_of(group)) for group in groups):
        return False
    left, right = map(span_of, groups)
    wide = min(left[1] - left[0], right[1] - right[0]) > _HALF * (line.x1 - line.x0)
    values = [span_of(g) for row in rows for one in row for g in groups_of(one) if is_data(string_of(g))]
    over = [value for value in values if right[0] - 1 < value[0] and value[1] < right[1] + 1]
    return wide and bool(over) and max(start for start, _ in over) > min(end for _, end in over)
