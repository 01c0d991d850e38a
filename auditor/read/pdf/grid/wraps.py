"""How far the lines of one label lie apart, where white space tells them from rows."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from auditor.read.pdf.sheet.shapes import Line

#: Lines of one label lie within so many type sizes of each other.
_LEADING = 1.8
#: Steps between lines that differ by less than this ratio are one step.
_ALIKE = 1.08
#: Rows stand apart when the step between them is larger than the leading by this ratio.
_APART = 1.15
#: They stand apart by this share of it at least, where several steps of either length are seen.
_LITTLE, _SEVERAL = 0.06, 2


def leading_within(labels: Sequence[Line]) -> float | None:
    """Return the longest step between two lines of one label, None where none can be told from rows."""
    steps = sorted(lower.base - upper.base for upper, lower in itertools.pairwise(labels))
    if len(steps) < 2 or steps[0] > _LEADING * max(line.size for line in labels):
        return None
    reach = _ALIKE * steps[0] + 0.3
    longer = [step for step in steps if step > reach]
    if longer and longer[0] >= _APART * steps[0]:
        return reach
    return _near_step(steps)


def _near_step(steps: Sequence[float]) -> float | None:
    """Return the end of the shortest steps where rows stand only a little further apart than lines.

    Several are as good as equal, and then all steps are longer by much more than these differ.
    """
    for at in range(_SEVERAL, len(steps)):
        gap, spread = steps[at] - steps[at - 1], steps[at - 1] - steps[0]
        if gap >= _LITTLE * steps[0]:
            clear = gap > 2 * spread and len(steps) - at >= _SEVERAL
            return steps[at - 1] + gap / 2 if clear else None
    return None
