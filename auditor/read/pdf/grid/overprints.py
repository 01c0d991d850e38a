"""Lines that run out of their cell: text too long for its row lies over the first line of the row below."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from auditor.read.pdf.sheet.shapes import Line

#: Lines of one cell lie no further apart than so many type sizes.
_LEADING = 1.75
#: Words of one line have base lines that differ by less than this share of the type size.
_SAME_BASE = 0.15


def back_to_cells(bands: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines between each two rules; one printed over the next belongs to the stretch above."""
    found = [list(band) for band in bands]
    for above, band in itertools.pairwise(found):
        band[:1] = [part for line in band[:1] for part in _parted(line)]
        if above and len(band) > 1 and _runs_over(above, band[0], band[1]):
            above.append(band.pop(0))
    return found


def _parted(line: Line) -> list[Line]:
    """Return a line as the two that were printed over each other, their base lines hardly apart."""
    upper = min((word.base for word in line.words if not word.mark), default=line.base)
    first = [word for word in line.words if word.base - upper < _SAME_BASE * word.size]
    second = [word for word in line.words if not any(word is other for other in first)]
    over = any(a.x0 < b.x1 - 1 and b.x0 < a.x1 - 1 for a in first for b in second if not b.mark)
    return [Line(first), Line(second)] if over else [line]


def _runs_over(above: Sequence[Line], line: Line, under: Line) -> bool:
    """Return whether a line lies over the one below it, a step below the last one above with its left end."""
    height = min(line.bottom - line.top, under.bottom - under.top)
    overprints = min(line.bottom, under.bottom) - max(line.top, under.top) > 0.5 * height
    collides = any(a.x0 < b.x1 and b.x0 < a.x1 for a in line.words for b in under.words)
    last = max((other for other in above if abs(other.x0 - line.x0) < 1.0), key=_base, default=None)
    goes_on = last is not None and 0 < line.base - last.base < _LEADING * line.size
    return overprints and collides and goes_on


def _base(line: Line) -> float:
    return line.base
