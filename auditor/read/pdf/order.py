"""The reading order of what stands on a page: columns left to right where a gutter parts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from typing import TypeVar

#: A gutter between columns is at least this wide (points).
_GUTTER = 7.0


class Boxed(Protocol):
    """Anything with a box on the page."""

    @property
    def x0(self) -> float:
        """Return the left end."""

    @property
    def x1(self) -> float:
        """Return the right end."""

    @property
    def top(self) -> float:
        """Return the upper edge."""

    @property
    def bottom(self) -> float:
        """Return the lower edge."""


T = TypeVar("T", bound=Boxed)


def reading_order(items: Sequence[T]) -> list[list[T]]:
    """Return items as columns in reading order, each from top to bottom.

    A recursive cut: along a gutter that runs the full height when there is one, else along the
    white band that lets the parts be cut, else not at all.
    """
    if len(items) < 2 or not _side_by_side(items):
        return [sorted(items, key=lambda item: (item.top, item.x0))] if items else []
    if cut := _gutter(items):
        left = [item for item in items if (item.x0 + item.x1) / 2 < cut]
        right = [item for item in items if (item.x0 + item.x1) / 2 >= cut]
        return [*reading_order(left), *reading_order(right)]
    if level := _band(items):
        above = [item for item in items if item.top < level]
        below = [item for item in items if item.top >= level]
        return _joined(reading_order(above), reading_order(below))
    return [sorted(items, key=lambda item: (item.top, item.x0))]


def _joined(above: list[list[T]], below: list[list[T]]) -> list[list[T]]:
    """Return both lists; one column above one column stays one."""
    if len(above) == 1 and len(below) == 1:
        return [[*above[0], *below[0]]]
    return [*above, *below]


def _side_by_side(items: Sequence[Boxed]) -> bool:
    """Return whether any two items stand beside each other."""
    reach = float("-inf")
    for item in sorted(items, key=lambda item: item.top):
        if item.top < reach - 1.0:
            return True
        reach = max(reach, item.bottom)
    return False


def _gaps(spans: Sequence[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    found = []
    ordered = sorted(spans)
    reach = ordered[0][1]
    for start, end in ordered:
        if start - reach >= least:
            found.append((reach, start))
        reach = max(reach, end)
    return found


def _gutter(items: Sequence[Boxed]) -> float | None:
    """Return the middle of the widest gutter that runs through all items."""
    gaps = _gaps([(item.x0, item.x1) for item in items], _GUTTER)
    if not gaps:
        return None
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (start + end) / 2


def _band(items: Sequence[Boxed]) -> float | None:
    """Return the top of the lower part of the best horizontal cut.

    Best is the widest white band of which one side can then be cut along a gutter (with two items
    or more on both sides), else the widest.
    """
    gaps = sorted(_gaps([(item.top, item.bottom) for item in items], 0.1), key=lambda gap: gap[0] - gap[1])
    for _, end in gaps[:12]:
        for part in ([i for i in items if i.top < end], [i for i in items if i.top >= end]):
            cut = _gutter(part) if len(part) > 3 else None
            if cut and 1 < sum((i.x0 + i.x1) / 2 < cut for i in part) < len(part) - 1:
                return end
    return gaps[0][1] if gaps else None
