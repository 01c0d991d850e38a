"""The leading: how far the lines of one paragraph stand apart, which differs from report to report."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from auditor.read.pdf.sheet.shapes import Line

#: Lines further apart than so many type sizes are never of one paragraph.
_WIDEST = 3.2
#: So many full lines that follow each other tell the leading of a page.
_FEW = 2


class Pitches:
    """The usual distances of lines, by type size in half points, of each page and of the report."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        """``pages`` are the lines of each sheet, top to bottom, first sheet first."""
        self._pages = [_steps(lines) for lines in pages]
        self._report: dict[float, Counter[float]] = {}
        for page in self._pages:
            for size, steps in page.items():
                self._report.setdefault(size, Counter()).update(steps)

    def of(self, page: int, lines: Sequence[Line]) -> dict[float, float]:
        """Return the leading in points by type size on a page (1-based), for the sizes of ``lines``.

        It is the page's where two lines or more tell it, else the report's; a size of which no line
        follows a full one is left out.
        """
        found: dict[float, float] = {}
        for size in sorted({_rounded(line.size) for line in lines}):
            steps = self._pages[page - 1].get(size, Counter())
            if steps.total() < _FEW:
                steps = self._report.get(size, steps)
            if steps.total() >= _FEW:
                found[size] = max(steps, key=lambda step: (steps[step], step))
        return found


def leading_of(pitches: dict[float, float], line: Line) -> float:
    """Return the leading for a line's type size, 0 when it is not known."""
    return pitches.get(_rounded(line.size), 0.0)


def widest_step(lines: Sequence[Line], *, ended: bool) -> float:
    """Return how far below the lines of a paragraph, two or more, the next one may stand.

    Behind the end of a sentence hardly further than any of them stands below another: a title set like the
    text follows with a little more room, and lines are set to whole dots.
    """
    steps = [lower.base - upper.base for upper, lower in itertools.pairwise(lines)]
    usual = 1.25 * steps[-1] + 1
    return min(usual, 1.15 * max(steps)) if ended else usual


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _steps(lines: Sequence[Line]) -> dict[float, Counter[float]]:
    """Return how often lines follow a line that is full, by type size and distance.

    A full line is as wide as the widest that it stands with: it broke for want of room, so the line
    below it goes on with its paragraph, or begins the next one, which is rarer.
    """
    found: dict[float, Counter[float]] = {}
    for group in _even(lines):
        for upper, lower in itertools.pairwise(group):
            size, step = upper.size, lower.base - upper.base
            if 0.9 < lower.size / size < 1.1 and 0.8 * size < step < _WIDEST * size:
                found.setdefault(_rounded(size), Counter())[round(step * 2) / 2] += 1
    return found


def _even(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the long lines that end at one right edge, each group from top to bottom."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.x1):
        if line.x1 - line.x0 <= 15 * line.size:
            continue
        if groups and line.x1 - groups[-1][0].x1 < line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [sorted(group, key=lambda line: line.base) for group in groups]
