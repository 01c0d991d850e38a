"""Tables with horizontal rules or shaded rows only; the ends of the pieces of a rule give columns."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from statistics import median

from auditor.read.pdf.anchors import anchor_heads
from auditor.read.pdf.anchors import below_heads
from auditor.read.pdf.bands import lower_corners
from auditor.read.pdf.bands import split_band
from auditor.read.pdf.beside import second_table
from auditor.read.pdf.beside import value_count
from auditor.read.pdf.columns import Span
from auditor.read.pdf.columns import cut_rivers
from auditor.read.pdf.columns import groups_of
from auditor.read.pdf.columns import heads_both
from auditor.read.pdf.columns import is_value_line
from auditor.read.pdf.columns import rivers
from auditor.read.pdf.columns import segments
from auditor.read.pdf.columns import string_of
from auditor.read.pdf.drafts import Draft
from auditor.read.pdf.drafts import cluster
from auditor.read.pdf.drafts import slot
from auditor.read.pdf.merged import Level
from auditor.read.pdf.merged import open_cells
from auditor.read.pdf.merged import set_open
from auditor.read.pdf.merged import with_ends
from auditor.read.pdf.merged import with_partial
from auditor.read.pdf.rows import build
from auditor.read.pdf.shapes import Line
from auditor.read.pdf.shapes import Rule
from auditor.read.pdf.shapes import Shade
from auditor.read.pdf.shapes import Word
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.surrounds import is_note_line
from auditor.read.pdf.surrounds import lines_above
from auditor.read.pdf.surrounds import lines_below
from auditor.read.pdf.words import make_lines

_SAME_LEVEL = 1.6
_SAME_END = 5.0
#: Pieces of one rule lie nearer than this.
_PIECES = 8.0
#: A shaded area taller than this (points) is a background, no row.
_TALL = 90.0
#: A line of text narrower than this share of the table may be part of a wrapped label.
_COLUMN = 0.4
#: Among so many lines below heads stand two rows with values or more.
_ROWS = 8
#: A line of running text is at least so wide, as a share of the table.
_RUNNING = 0.6
#: Text larger than the rows by this ratio is a title.
_TITLE = 1.3


def find_halfruled(across: Sequence[Rule], shades: Sequence[Shade], words: Sequence[Word]) -> list[Draft]:
    """Return the tables that horizontal rules or row shades tell, from raw (unjoined) rules."""
    levels = make_levels([*across, *_edges(shades)])
    words = sorted(words, key=_centre)
    drafts: list[Draft] = []
    for stack in _stacks(levels):
        for run in _runs(with_partial(stack, levels), words):
            for draft in _sides(run, words):
                if not any(_overlap(draft, other) for other in drafts):
                    drafts.append(draft)
    return drafts


def _sides(run: list[Level], words: Sequence[Word]) -> list[Draft]:
    """Return the table of a run of levels, or both where two tables stand beside each other under them."""
    x0, x1 = min(level.x0 for level in run), max(level.x1 for level in run)
    lines = make_lines(words_between(words, run[0].at, run[-1].at, x0, x1))
    beside = second_table(lines) if any(map(value_count, lines)) else None
    if beside is None:
        draft = _draft(run, words)
        return [draft] if draft is not None else []
    return [*_side(run, words, (x0, beside)), *_side(run, words, (beside, x1))]


def _side(run: Sequence[Level], words: Sequence[Word], side: Span) -> list[Draft]:
    """Return the tables in a part of a run's width."""
    part = [level for whole in run if (level := whole.clipped(*side)) is not None]
    inside = [word for word in words if side[0] - 2 <= word.middle < side[1]]
    return _sides(part, inside) if len(part) > 1 else []


def _edges(shades: Sequence[Shade]) -> list[Rule]:
    return [
        Rule(at, shade.x0, shade.x1)
        for shade in shades
        if 5.0 < shade.bottom - shade.top < _TALL
        for at in (shade.top, shade.bottom)
    ]


def make_levels(rules: Sequence[Rule]) -> list[Level]:
    """Return the rules as levels: pieces at one height, next to each other, are one level."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
        if groups and rule.at - groups[-1][0].at <= _SAME_LEVEL:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [level for group in groups for level in _level_runs(group)]


def _level_runs(group: list[Rule]) -> list[Level]:
    found: list[Level] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if found and rule.start - found[-1].x1 <= _PIECES:
            found[-1].x1 = max(found[-1].x1, rule.end)
        else:
            found.append(Level(rule.at, rule.start, rule.end))
        found[-1].ends += [rule.start, rule.end]
    return found


def _stacks(levels: Sequence[Level]) -> list[list[Level]]:
    """Return levels of equal ends as stacks, top to bottom."""
    stacks: list[list[Level]] = []
    for level in levels:
        if level.x1 - level.x0 < 60.0:
            continue
        for stack in stacks:
            if abs(stack[-1].x0 - level.x0) < _SAME_END and abs(stack[-1].x1 - level.x1) < _SAME_END:
                if level.at - stack[-1].at > 2.5:
                    stack.append(level)
                else:
                    stack[-1].ends += level.ends
                break
        else:
            stacks.append([level])
    return sorted((s for s in stacks if len(s) > 1), key=lambda s: (-(s[0].x1 - s[0].x0), s[0].at))


def words_between(words: Sequence[Word], top: float, bottom: float, x0: float, x1: float) -> list[Word]:
    """Return the words, sorted by their centres, whose middles lie in a stretch of the page."""
    first = bisect_left(words, top, key=_centre)
    last = bisect_left(words, bottom, lo=first, key=_centre)
    return [word for word in words[first:last] if x0 - 2 <= word.middle <= x1 + 2]


def _centre(word: Word) -> float:
    return word.centre


def _runs(stack: list[Level], words: Sequence[Word]) -> list[list[Level]]:
    """Return the parts of a stack between whose levels only rows of a table lie."""
    bands = [
        make_lines(words_between(words, upper.at, lower.at, upper.x0, upper.x1))
        for upper, lower in itertools.pairwise(stack)
    ]
    size = _usual_size(bands)
    runs: list[tuple[int, int]] = []  # first and last level
    first = 0
    for index, band in enumerate(bands):
        height = stack[index + 1].at - stack[index].at
        parted = _ends_differ(stack[index], stack[index + 1]) or (
            index > first and _between_tables(band, bands[index + 1 :])
        )
        inner = stack[index].partial or stack[index + 1].partial  # rules of one table on either side
        if (
            parted
            or sum(_is_running(line, stack[index]) for line in band) > 1
            or not (inner or _tabular(band, height, stack[index].x1 - stack[index].x0))
            or _is_title(band, size)
        ):
            runs.append((first, index))
            first = index + 1
    runs.append((first, len(bands)))
    trimmed = [_without_notes(run, bands) for run in runs]
    return [stack[start : end + 1] for start, end in trimmed if end > start]


def _usual_size(bands: Sequence[Sequence[Line]]) -> float:
    sizes = [line.size for band in bands for line in band]
    return median(sizes) if sizes else 0.0


def _is_title(band: Sequence[Line], size: float) -> bool:
    """Return whether text between two rules is clearly larger than the rows: a heading between tables."""
    return bool(band) and all(_is_plain(line) and line.size > _TITLE * size for line in band)


def _without_notes(run: tuple[int, int], bands: Sequence[Sequence[Line]]) -> tuple[int, int]:
    """Return the run without the stretches at its ends in which footnotes stand."""
    start, end = run
    while end > start and _are_notes(bands[end - 1]):
        end -= 1
    while end > start and _are_notes(bands[start]):
        start += 1
    return start, end


def _are_notes(band: Sequence[Line]) -> bool:
    return bool(band) and is_note_line(band[0]) and all(map(_is_plain, band))


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
    if not all(_is_plain(line) for line in band):
        return False
    following = next((lines for lines in after if lines), None)
    return following is not None and _heads_only(following)


def _is_plain(line: Line) -> bool:
    """Return whether a line is running text: one stretch, or a mark of a note and a stretch."""
    groups = segments(line.words, 1.0)
    return len(groups) == 1 or (len(groups) == 2 and len(string_of(groups[0])) <= 3)


def _heads_only(band: Sequence[Line]) -> bool:
    groups = [string_of(group) for line in band for group in groups_of(line)]
    periods = sum(map(is_period, groups))
    return (periods >= 2 or (periods == 1 and len(groups) > 2)) and not any(map(is_data, groups))


def _tabular(lines: list[Line], height: float, width: float) -> bool:
    if not lines:
        return height < 30.0
    plain = [line for line in lines if _is_plain(line)]
    narrow = all(line.x1 - line.x0 <= _COLUMN * width for line in plain)  # lines of a wrapped label
    if len(plain) == len(lines):
        return (len(plain) <= 2 or narrow) and height < 30.0 + 3.0 * sum(line.size for line in lines)
    values = sum(is_value_line(line) for line in lines)
    return len(plain) <= 3 or values * 2 >= len(plain) or narrow


def _is_running(line: Line, level: Level) -> bool:
    """Return whether a line is one of running text: long, without a gap, from the left end of a rule on."""
    wide = line.x1 - line.x0 > _RUNNING * (level.x1 - level.x0)
    return wide and _is_plain(line) and line.x0 < level.x0 + 3 * line.size


def _draft(run: list[Level], words: Sequence[Word]) -> Draft | None:
    top, bottom = run[0].at, run[-1].at
    x0, x1 = min(level.x0 for level in run), max(level.x1 for level in run)
    inside = words_between(words, top, bottom, x0, x1)
    bands = [make_lines(words_between(inside, a.at, b.at, x0, x1)) for a, b in itertools.pairwise(run)]
    lines = [line for band in bands for line in band]
    if sum(len(segments(line.words, 1.0)) > 1 for line in lines) < 2:
        return None
    around = make_lines(word for word in words if x0 - 2 <= word.x0 and word.middle <= x1 + 2)
    if _only_heads(lines, [line for line in around if line.top >= bottom - 2]):
        return None
    cuts = _piece_cuts(run, inside)
    if not cuts or _share_columns(lines, cuts):
        cuts = with_ends(_river_cuts(lines, x0, x1), _body_rules(run, lines), inside)
    if len(cuts) < 3:
        return None
    above = lines_above([line for line in around if line.bottom <= top + 2], top, cuts, lines)
    below = lines_below([line for line in around if line.top >= bottom - 2], bottom, cuts, lines)
    cuts = anchor_heads(cuts, [*above, *lines])
    merged = open_cells(run, cuts, inside)
    if merged:
        gone = {id(word) for cell in merged for word in cell.words}
        bands = [_without(band, gone) for band in bands]
    filled = [band for band in (above, *bands, below) if band]
    filled = lower_corners(filled, cuts)
    single = _one_row_each(bands)
    rows = [
        row for band in filled for row in split_band(band, cuts, leading=band is filled[0], single=single)
    ]
    if len(rows) < 2:
        return None
    draft = build(rows, cuts, above[0].top - 1 if above else top, below[-1].bottom + 1 if below else bottom)
    set_open(draft, merged)
    return draft


def _only_heads(lines: Sequence[Line], below: Sequence[Line]) -> bool:
    """Return whether rules enclose nothing but heads, and the rows below them stand without rules."""
    if not below or any(is_data(string_of(group)) for line in lines for group in groups_of(line)):
        return False
    near = below[0].top - lines[-1].bottom < 2.0 * below[0].size
    return near and sum(map(is_value_line, below[:_ROWS])) > 1


def _body_rules(run: Sequence[Level], lines: Sequence[Line]) -> list[Level]:
    """Return the rules below the first line with data: those above it underline heads of groups."""
    top = min(line.top for line in below_heads(lines))
    return [level for level in run if level.at > top]


def _without(band: Sequence[Line], gone: AbstractSet[int]) -> list[Line]:
    """Return lines without some of their words, by the ids of these."""
    left = [[word for word in line.words if id(word) not in gone] for line in band]
    return [Line(words) for words in left if words]


def _one_row_each(bands: Sequence[Sequence[Line]]) -> bool:
    """Return whether most stretches between rules hold one line of values: each row has a rule."""
    counts = [count for band in bands if (count := sum(map(is_value_line, band)))]
    return len(counts) > 1 and counts.count(1) * 10 >= 6 * len(counts)


def _piece_cuts(run: Sequence[Level], words: Sequence[Word]) -> list[float]:
    """Return the column borders that the ends of the pieces tell, or nothing."""
    cut_up = [level for level in run if len(level.ends) > 2]
    if len(cut_up) * 10 < len(run) * 7:
        return []
    ends = cluster((end for level in cut_up for end in level.ends), 2.5)
    edges = [at for at in ends if _is_border(at, cut_up)]
    edges = _without_slivers(edges, words)
    over = [w for w in words if any(w.x0 < at - 2 and w.x1 > at + 2 for at in edges[1:-1])]
    crossing = sum(not heads_both(word, (word.x0, word.x1), words) for word in over)
    return edges if len(edges) > 2 and crossing * 20 <= len(words) else []


def _share_columns(lines: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether two numbers stand in one column on most lines: the rules do not part them all."""
    rows = [columns for line in lines if len(columns := list(_data_slots(line, cuts))) > 1]
    return bool(rows) and sum(len(set(row)) < len(row) for row in rows) * 2 > len(rows)


def _data_slots(line: Line, cuts: Sequence[float]) -> Iterator[int]:
    for group in groups_of(line):
        if is_data(string_of(group)):
            yield slot(list(cuts), (group[0].x0 + group[-1].x1) / 2)


def _is_border(at: float, levels: Sequence[Level]) -> bool:
    """Return whether most rules that run as far as an x are cut there."""
    near = [level for level in levels if level.reaches(at)]
    return sum(any(abs(end - at) < 2.5 for end in level.ends) for level in near) * 10 >= len(near) * 7


def _without_slivers(edges: list[float], words: Sequence[Word]) -> list[float]:
    """Return the borders without the narrow gaps between column groups, in which nothing is printed."""
    kept = edges[:1]
    for left, right in itertools.pairwise(edges):
        empty = right - left < 12.0 and not any(left < word.middle < right for word in words)
        if empty and len(kept) > 1:
            kept[-1] = (kept[-1] + right) / 2
        else:
            kept.append(right)
    return kept


def _river_cuts(lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    body = [line.words for line in below_heads(lines) if is_value_line(line)]
    if len(body) < 2:
        body = [line.words for line in lines if len(segments(line.words, 1.0)) > 1]
    heads = [word for line in lines if line.words not in body for word in line.words]
    found: list[Span] = rivers([segments(row) for row in body], x0, x1)
    return [x0, *cut_rivers(found, heads), x1]


def _overlap(draft: Draft, other: Draft) -> bool:
    return (
        draft.x0 < other.x1
        and other.x0 < draft.x1
        and draft.top < other.bottom - 1
        and other.top < draft.bottom - 1
    )
