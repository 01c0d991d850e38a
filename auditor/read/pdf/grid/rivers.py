"""White rivers between the words of a table's rows, and where in them the borders of columns lie."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Sequence
from statistics import median

from auditor.read.pdf.grid.columns import FLUSH
from auditor.read.pdf.grid.columns import NARROW
from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import is_value_line
from auditor.read.pdf.grid.columns import segments
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.grid.signcolumns import parted_from_signs
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines

#: White of so many points is enough to part two heads.
_LEAST_WHITE = 1.0
#: Words of one head stand nearer than this share of their size.
_WORD_GAP = 0.42


def rivers(
    rows: Sequence[Sequence[Sequence[Word]]], x0: float, x1: float, flush: Sequence[float] = ()
) -> list[Span]:
    """Return the white stretches that run down through all rows, left to right, ends not included.

    A stretch counts from 0.55 of the type size, in front of a column set ``flush`` left from a seventh.
    Rows are the groups of the lines with values; heads are not asked.
    """
    if not rows:
        return []
    size = median(word.size for row in rows for group in row for word in group)
    spans = sorted(span_of(group) for row in rows for group in row)
    found: list[Span] = []
    reach = x0
    for start, end in spans:
        narrow = any(abs(start - other) < FLUSH for other in flush)
        if start - reach >= (NARROW if narrow else 0.55) * size and reach > x0:
            found.append((reach, start))
        reach = max(reach, end)
    return _without_signs(rows, [river for river in found if river[1] < x1])


def _without_signs(rows: Sequence[Sequence[Sequence[Word]]], found: list[Span]) -> list[Span]:
    """Return the white stretches without those that part numbers from signs in columns of their own."""
    cuts = [-math.inf, *((start + end) / 2 for start, end in found), math.inf]
    columns: list[list[str]] = [[] for _ in cuts[1:]]
    for row in rows:
        for group in row:
            columns[bisect_right(cuts, sum(span_of(group)) / 2) - 1].append(string_of(group))
    gone = parted_from_signs(columns)
    return [river for k, river in enumerate(found) if k not in gone]


def without_sign_cuts(lines: Sequence[Line], cuts: list[float]) -> list[float]:
    """Return the column borders without those that part numbers from signs in columns of their own."""
    columns: list[list[str]] = [[] for _ in cuts[1:]]
    for line in lines:
        if is_value_line(line):
            for word in line.words:
                columns[slot(cuts, word.middle)].append(word.string)
    gone = parted_from_signs(columns)
    return [cut for index, cut in enumerate(cuts) if index - 1 not in gone]


def cut_rivers(found: Sequence[Span], heads: Sequence[Word], labels: Sequence[Word] = ()) -> list[float]:
    """Return one x for each river, on its widest part that no head word covers, nor one of ``labels``.

    A word over the river with heads of both columns below it is the head of both, and does not count. One
    that stands in the river is the head of the column beside it that has no other.
    """
    cuts = []
    for index, (start, end) in enumerate(found):
        left, right = _beside_river(found, index)
        near = [w for w in heads if left < w.middle < right]
        over = [w for w in heads if not heads_both(w, (start, end), near)]
        gaps = _gaps((start, end), [(w.x0, w.x1) for w in (*over, *labels)])
        gaps = _beside_lone(gaps, over, (left, start), (end, right))
        best = max(gaps, key=lambda gap: gap[1] - gap[0])
        cuts.append((best[0] + best[1]) / 2 if best[1] > best[0] else (start + end) / 2)
    return cuts


def _gaps(river: Span, words: Iterable[Span]) -> list[Span]:
    """Return the parts of a river that no word covers."""
    start, end = river
    gaps: list[Span] = []
    reach = start
    for left, right in sorted(word for word in words if word[1] > start and word[0] < end):
        gaps.append((reach, left))
        reach = max(reach, right)
    return [*gaps, (reach, end)]


def _beside_river(found: Sequence[Span], index: int) -> Span:
    """Return where the column before a river begins and where the one after it ends."""
    left = found[index - 1][1] if index else -math.inf
    return left, found[index + 1][0] if index + 1 < len(found) else math.inf


def _beside_lone(gaps: list[Span], heads: Sequence[Word], left: Span, right: Span) -> list[Span]:
    """Return the parts of a river behind a head that stands in it where the column before has no other.

    In front of it where that is so of the column after. Where both have none, it tells nothing.
    """
    start, end = left[1], right[0]
    parts = [span_of(group) for line in make_lines(heads) for group in segments(line.words)]
    inside = [span for span in parts if span[0] >= start and span[1] <= end]
    before, after = (any(a < side[1] and b > side[0] for a, b in parts) for side in (left, right))
    if not inside or before == after:
        return gaps
    free = [gap for gap in gaps if gap[1] - gap[0] > _LEAST_WHITE]
    if after:
        return [gap for gap in free if gap[0] >= inside[0][1]] or gaps
    return [gap for gap in free if gap[1] <= inside[-1][0]] or gaps


def reach_into(lines: Sequence[Line], found: Sequence[Span]) -> list[Word]:
    """Return the words of stretches without values that reach into a river and not over all of it.

    The lines of a wrapped label may end further right than any that has a value beside it.
    """
    return [
        word
        for line in lines
        if not is_value_line(line)
        for group in groups_of(line)
        for (x0, x1) in [span_of(group)]
        if any(x0 < end and x1 > start and not (x0 < start and x1 > end) for start, end in found)
        for word in group
    ]


def heads_both(word: Word, river: Span, heads: Sequence[Word]) -> bool:
    """Return whether a word stands over a river, and below it are heads on both sides but none in it."""
    start, end = river
    if not start < word.middle < end:
        return False
    lower = make_lines(other for other in heads if other.base > word.base + 0.5 * word.size)
    below = [sum(span_of(group)) / 2 for line in lower for group in segments(line.words, _WORD_GAP)]
    return (
        not any(start < x < end for x in below)
        and any(x <= start for x in below)
        and any(x >= end for x in below)
    )
