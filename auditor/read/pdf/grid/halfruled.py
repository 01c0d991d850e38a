"""Tables with horizontal rules or shaded rows only; the ends of the pieces of a rule give columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from auditor.read.pdf.grid.anchors import anchor_heads
from auditor.read.pdf.grid.anchors import below_heads
from auditor.read.pdf.grid.bands import lower_corners
from auditor.read.pdf.grid.bands import split_band
from auditor.read.pdf.grid.beside import second_table
from auditor.read.pdf.grid.beside import value_count
from auditor.read.pdf.grid.centred import span_centred
from auditor.read.pdf.grid.codes import row_cuts
from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import flush_starts
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import segments
from auditor.read.pdf.grid.columns import split_flush
from auditor.read.pdf.grid.columns import split_white
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import cluster
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.levelruns import level_runs
from auditor.read.pdf.grid.levelruns import words_between
from auditor.read.pdf.grid.levels import edges
from auditor.read.pdf.grid.levels import make_levels
from auditor.read.pdf.grid.levels import stacks
from auditor.read.pdf.grid.merged import Level
from auditor.read.pdf.grid.merged import open_cells
from auditor.read.pdf.grid.merged import set_open
from auditor.read.pdf.grid.merged import with_ends
from auditor.read.pdf.grid.merged import with_partial
from auditor.read.pdf.grid.overprints import back_to_cells
from auditor.read.pdf.grid.rimless import rows_follow
from auditor.read.pdf.grid.rivers import cut_rivers
from auditor.read.pdf.grid.rivers import heads_both
from auditor.read.pdf.grid.rivers import rivers
from auditor.read.pdf.grid.rivers import without_sign_cuts
from auditor.read.pdf.grid.rows import build
from auditor.read.pdf.grid.spanners import part_turned
from auditor.read.pdf.grid.spanners import widen_to_rules
from auditor.read.pdf.grid.sumlines import leave_labels_out
from auditor.read.pdf.grid.surrounds import is_note_line
from auditor.read.pdf.grid.surrounds import lines_above
from auditor.read.pdf.grid.surrounds import lines_below
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Rule
from auditor.read.pdf.sheet.shapes import Shade
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_data

#: Pieces of one rule lie nearer than this.
_PIECES = 8.0
#: Among so many lines below heads stand two rows with values or more.
_ROWS = 8
#: Fewer rows do not tell the columns; rows below stand no further apart than so many type sizes.
_FEW, _APART = 3, 1.8


def find_halfruled(
    across: Sequence[Rule], shades: Sequence[Shade], words: Sequence[Word], known: Sequence[Draft] = ()
) -> list[Draft]:
    """Return the tables that horizontal rules or row shades tell, from raw (unjoined) rules.

    None of them reaches over a table that is ``known``.
    """
    levels = make_levels([*across, *edges(shades)])
    words = sorted(words, key=lambda word: word.centre)
    drafts: list[Draft] = []
    for stack in stacks(levels):
        for run in level_runs(with_partial(stack, levels), words, known, shades):
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


def _draft(run: list[Level], words: Sequence[Word]) -> Draft | None:
    top, bottom = run[0].at, run[-1].at
    x0, x1 = min(level.x0 for level in run), max(level.x1 for level in run)
    inside = words_between(words, top, bottom, x0, x1)
    bands = [make_lines(words_between(inside, a.at, b.at, x0, x1)) for a, b in itertools.pairwise(run)]
    bands = back_to_cells(bands)
    lines = [line for band in bands for line in band]
    if sum(len(segments(line.words, 1.0)) > 1 for line in lines) < 2:
        return None
    if leave_labels_out(x0, lines, words):
        return None
    around = make_lines(word for word in words if x0 - 2 <= word.x0 and word.middle <= x1 + 2)
    if _only_heads(lines, [line for line in around if line.top >= bottom - 2]):
        return None
    cuts = _cuts(run, inside, lines, around)
    if len(cuts) < 3:
        return None
    above = lines_above([line for line in around if line.bottom <= top + 2], top, cuts, lines)
    after = [line for line in around if line.top >= bottom - 2]
    below = lines_below(after, bottom, row_cuts(lines, cuts, near=after), lines)
    cuts = anchor_heads(cuts, [*above, *lines])
    merged = open_cells(run, cuts, inside)
    if merged:
        gone = {id(word) for cell in merged for word in cell.words}
        bands = [_without(band, gone) for band in bands]
    filled = [band for band in (above, *bands, below) if band]
    filled = lower_corners(filled, cuts)
    part_turned([line for band in filled for line in band], cuts)
    single = _one_row_each(bands)
    by = row_cuts([line for band in filled for line in band], cuts)
    rows = [
        row for band in filled for row in split_band(band, cuts, by, leading=band is filled[0], single=single)
    ]
    if len(rows) < 2:
        return None
    draft = build(rows, cuts, above[0].top - 1 if above else top, below[-1].bottom + 1 if below else bottom)
    set_open(draft, merged)
    widen_to_rules(draft, run)
    span_centred(draft)
    return draft


def _cuts(run: list[Level], inside: Sequence[Word], lines: list[Line], around: Sequence[Line]) -> list[float]:
    """Return the edges of the columns: where rules are cut, else the rivers between the words."""
    x0, x1 = min(level.x0 for level in run), max(level.x1 for level in run)
    cuts = _piece_cuts(run, inside)
    if not cuts or _share_columns(lines, cuts):
        told = [*lines, *_rows_below(lines, around, run[-1].at)]
        cuts = _at_ends(_river_cuts(told, x0, x1), run, lines)
        return with_ends(cuts, _body_rules(run, lines), inside)
    cuts = without_sign_cuts(below_heads(lines), cuts)
    split_white(lines, [(cut - _PIECES / 2, cut + _PIECES / 2) for cut in cuts])
    return cuts


def _only_heads(lines: Sequence[Line], below: Sequence[Line]) -> bool:
    """Return whether rules enclose nothing but heads, and the rows below them stand without rules."""
    numbers = any(is_data(string_of(group)) for line in lines for group in groups_of(line))
    return not numbers and rows_follow(below, lines[-1].bottom)


def _rows_below(lines: Sequence[Line], around: Sequence[Line], bottom: float) -> list[Line]:
    """Return the lines right below the last rule where too few rows stand above it to tell the columns."""
    found: list[Line] = []
    if sum(map(is_value_line, lines)) >= _FEW:
        return found
    for line in around:
        if line.top < bottom - 2:
            continue
        if line.top - bottom > _APART * line.size or is_note_line(line) or len(found) == _ROWS:
            break
        found.append(line)
        bottom = line.bottom
    return found if sum(map(is_value_line, found)) > 1 else []


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


def _at_ends(cuts: Sequence[float], run: Sequence[Level], lines: Sequence[Line]) -> list[float]:
    """Return the column borders, each moved to where most rules are cut in the same white.

    Within the white between the values of two columns a border may lie anywhere; close heads over it
    are parted by the right place alone.
    """
    ends = cluster((end for level in run if len(level.ends) > 2 for end in level.ends), 2.5)
    cut = [at for at in ends if _is_border(at, run)]
    words = [word for line in lines if is_value_line(line) for word in line.words]
    return [cuts[0], *(_moved(at, cut, words) for at in cuts[1:-1]), cuts[-1]]


def _moved(border: float, ends: Sequence[float], words: Sequence[Word]) -> float:
    """Return the middle of the ends of rules that no word parts from a border, the border where none is."""
    near = [at for at in ends if not any(w.x0 < max(border, at) and w.x1 > min(border, at) for w in words)]
    return (near[0] + near[-1]) / 2 if near else border


def _river_cuts(lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    body = [line for line in below_heads(lines) if is_value_line(line)]
    if len(body) < 2:
        body = [line for line in lines if len(segments(line.words, 1.0)) > 1]
    flush = flush_starts(body)
    for line in body if flush else ():
        split_flush(line, flush)
    heads = [word for line in lines if line not in body for word in line.words]
    found: list[Span] = rivers([groups_of(line) for line in body], x0, x1, flush)
    split_white(lines, found)
    return [x0, *cut_rivers(found, heads), x1]


def _overlap(draft: Draft, other: Draft) -> bool:
    return (
        draft.x0 < other.x1
        and other.x0 < draft.x1
        and draft.top < other.bottom - 1
        and other.top < draft.bottom - 1
    )
