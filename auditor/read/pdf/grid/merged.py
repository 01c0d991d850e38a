"""Cells over several rows between horizontal rules: where a rule leaves a column out, a cell goes on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.drafts import cluster
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_value

#: Ends and heights of rules that are the same differ by less (points).
_SAME_END, _SAME_LEVEL = 5.0, 2.5
#: A rule that leaves columns out still covers this share of the table.
_SHARE = 0.4
#: Lines of one cell lie closer than so many type sizes.
_LEADING = 2.0


@dataclass(slots=True)
class Level:
    """One horizontal rule with the ends of its pieces; ``partial`` where it leaves columns out."""

    at: float
    x0: float
    x1: float
    ends: list[float] = field(default_factory=list)
    partial: bool = False

    def reaches(self, at: float) -> bool:
        """Return whether a piece runs to an x or over it."""
        pieces = zip(self.ends[::2], self.ends[1::2], strict=True)
        return any(start - _SAME_LEVEL < at < end + _SAME_LEVEL for start, end in pieces)

    def covers(self, span: Span) -> bool:
        """Return whether the pieces cover most of a stretch."""
        pieces = zip(self.ends[::2], self.ends[1::2], strict=True)
        return any(
            min(end, span[1]) - max(start, span[0]) > 0.5 * (span[1] - span[0]) for start, end in pieces
        )

    def clipped(self, x0: float, x1: float) -> Level | None:
        """Return the part of the rule between two x, None where there is none."""
        pieces = zip(self.ends[::2], self.ends[1::2], strict=True)
        within = [(max(start, x0), min(end, x1)) for start, end in pieces if start < x1 and end > x0]
        if not within:
            return None
        ends = [x for piece in within for x in piece]
        return Level(self.at, within[0][0], within[-1][1], ends, self.partial)


@dataclass(slots=True)
class Open:
    """A cell over several rows: its column, where it begins and ends, its words."""

    column: int
    top: float
    bottom: float
    words: list[Word]


def with_partial(stack: Sequence[Level], levels: Sequence[Level]) -> list[Level]:
    """Return the rules of a table with those between them that leave columns out, but not the last one.

    Those below them too that leave out the first column, whose border the ends of their pieces tell.
    """
    x0, x1 = stack[0].x0, stack[0].x1
    first = min((end for level in stack for end in level.ends if end > level.x0 + _SAME_END), default=x1)
    inner = [
        level
        for level in levels
        if stack[0].at + _SAME_LEVEL < level.at
        and (level.at < stack[-1].at - _SAME_LEVEL or abs(level.x0 - first) < _SAME_END)
        and x0 - _SAME_END < level.x0
        and level.x1 < x1 + _SAME_END
        and not any(abs(level.at - other.at) <= _SAME_LEVEL for other in stack)
    ]
    found = list(stack)
    for _, group in itertools.groupby(sorted(inner, key=_at), key=lambda level: round(level.at)):
        parts = sorted(group, key=lambda level: level.x0)
        wide = sum(part.x1 - part.x0 for part in parts)
        if abs(parts[-1].x1 - x1) < _SAME_END and wide >= _SHARE * (x1 - x0):
            ends = [end for part in parts for end in part.ends]
            found.append(Level(parts[0].at, x0, x1, ends, partial=True))
    return sorted(found, key=_at)


def _at(level: Level) -> float:
    return level.at


def with_ends(cuts: Sequence[float], run: Sequence[Level], words: Sequence[Word]) -> list[float]:
    """Return the column borders with those at which a rule that leaves columns out begins or ends.

    A border between which and such an end no word stands is the same one.
    """
    ends = [end for level in run if level.partial for end in level.ends]
    inner = [at for at in cluster(ends, _SAME_END) if cuts[0] + _SAME_END < at < cuts[-1] - _SAME_END]

    def is_other(cut: float, at: float) -> bool:
        return any(min(cut, at) < word.middle < max(cut, at) for word in words)

    kept = [cut for cut in cuts[1:-1] if all(is_other(cut, at) for at in inner)]
    return sorted([cuts[0], *kept, *inner, cuts[-1]])


def open_cells(run: Sequence[Level], cuts: Sequence[float], words: Sequence[Word]) -> list[Open]:
    """Return the cells that go on under rules which leave their column out.

    In accounts a rule under the numbers alone is the line of a sum: so there must be another column of
    labels that all of these rules cover.
    """
    if not any(level.partial for level in run):
        return []
    columns = _by_column(words, cuts)
    found: list[Open] = []
    for column in range(len(cuts) - 1):
        for first, last in _gaps(run, _filled(columns[column], (cuts[column], cuts[column + 1]))):
            top, bottom = run[first].at, run[last].at
            own = [word for word in columns[column] if top < word.centre < bottom]
            labelled = any(
                _labels_each(columns[other], run[first : last + 1], (cuts[other], cuts[other + 1]))
                for other in range(len(cuts) - 1)
                if other != column
            )
            if labelled and _one_text(own):
                found.append(Open(column, top, bottom, own))
    return found


def _by_column(words: Sequence[Word], cuts: Sequence[float]) -> list[list[Word]]:
    found: list[list[Word]] = [[] for _ in cuts[1:]]
    for word in words:
        found[slot(list(cuts), word.middle)].append(word)
    return found


def _filled(words: Sequence[Word], span: Span) -> Span:
    """Return the part of a column in which its words stand, all of it where it has none."""
    x0 = max(min((word.x0 for word in words), default=span[0]), span[0])
    x1 = min(max((word.x1 for word in words), default=span[1]), span[1])
    return x0, x1


def _gaps(run: Sequence[Level], span: Span) -> Iterator[tuple[int, int]]:
    """Yield the first and last rule of each stretch within which no rule covers a column."""
    covering = [index for index, level in enumerate(run) if level.covers(span)]
    for first, last in itertools.pairwise(covering):
        if last - first > 1:
            yield first, last


def _labels_each(words: Sequence[Word], levels: Sequence[Level], span: Span) -> bool:
    """Return whether text that is no number stands in a column between each two rules; all must cover it."""
    if not all(level.covers(span) for level in levels):
        return False
    for upper, lower in itertools.pairwise(levels):
        inside = [word for word in words if upper.at < word.centre < lower.at]
        if not inside or all(is_value(word.string) for word in inside):
            return False
    return True


def _one_text(words: Sequence[Word]) -> bool:
    """Return whether words are the lines of one text without a number."""
    lines = make_lines(words)
    close = all(b.base - a.base <= _LEADING * max(a.size, b.size) for a, b in itertools.pairwise(lines))
    return bool(lines) and close and not any(is_value(string_of(line.words)) for line in lines)


def set_open(draft: Draft, cells: Sequence[Open]) -> None:
    """Put cells over several rows into a draft whose rows were built without them."""
    for cell in cells:
        middles = [(upper + lower) / 2 for upper, lower in itertools.pairwise(draft.levels)]
        rows = [row for row, middle in enumerate(middles) if cell.top < middle < cell.bottom]
        under = [
            other
            for other in draft.cells
            if other.row in rows and other.column <= cell.column < other.column + other.colspan
        ]
        if rows and all(other.colspan == 1 for other in under):
            gone = {id(other) for other in under}
            draft.cells = [other for other in draft.cells if id(other) not in gone]
            draft.cells.append(DraftCell(rows[0], cell.column, len(rows), 1, list(cell.words)))
