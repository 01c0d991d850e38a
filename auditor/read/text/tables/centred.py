"""Labels of several lines with their values at the middle: which lines make a row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from auditor.read.text.shape import width

#: A label has no more lines above its values.
_REACH = 3
#: What it costs to join a line that was not full to the next, to part a full one from it, to leave one alone.
_JOINED, _PARTED, _ALONE = 2, 1, 1
#: A line is full that lacks no more of the widest one, in half-width columns.
_LACK = 1

#: What a line says in the column of labels, and whether it holds values.
Printed = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to part the lines up to ``end`` into rows: what it costs, and whether another costs the same."""

    cost: int
    parts: tuple[tuple[int, int], ...]
    alone: bool = True

    @property
    def end(self) -> int:
        """Return the line after the last row."""
        return self.parts[-1][1] if self.parts else 0


def centred(lines: list[Printed]) -> list[tuple[int, int]]:
    """Return from where to where the rows reach, or nothing where that is not clear.

    As many lines of a label stand below its values as above them. Lines that no row takes are labels of
    groups, each run of them one part.
    """
    full = max((width(label) for label, _ in lines), default=0)
    ways = {0: _Way(0, ())}
    for at in (position for position, (_, value) in enumerate(lines) if value):
        ways = _next(lines, ways, at, full)
    last = [_with_rest(lines, way, full) for way in ways.values()]
    best = min(last, key=lambda way: way.cost, default=None)
    if best is None or not best.alone or sum(way.cost == best.cost for way in last) > 1:
        return []
    return list(best.parts)


def _next(lines: list[Printed], ways: dict[int, _Way], at: int, full: int) -> dict[int, _Way]:
    """Return the ways on from each way, with the row whose values stand at ``at``."""
    found: dict[int, _Way] = {}
    for way in ways.values():
        for reach in range(0 if lines[at][0] else 1, _REACH + 1):
            start, end = at - reach, at + reach + 1
            if start < way.end or end > len(lines) or any(value for _, value in lines[at + 1 : end]):
                break
            after = _row(lines, way, (start, end), full)
            other = found.get(end)
            if other is None or after.cost < other.cost:
                found[end] = after
            elif after.cost == other.cost:
                found[end] = _Way(other.cost, other.parts, alone=False)
    return found


def _row(lines: list[Printed], way: _Way, part: tuple[int, int], full: int) -> _Way:
    start, end = part
    group = ((way.end, start),) if start > way.end else ()
    cost = way.cost + _ALONE * (start - way.end)
    cost += sum(_parted(lines, edge, full) for edge in {way.end, start} if edge > 0)
    labels = [label for label, _ in lines[start:end] if label]
    cost += sum(_JOINED for upper, _ in pairwise(labels) if not _fills(upper, full))
    return _Way(cost, (*way.parts, *group, part), way.alone)


def _with_rest(lines: list[Printed], way: _Way, full: int) -> _Way:
    """Return the way with the lines below its last row, which belong to none."""
    rest = len(lines) - way.end
    return _Way(
        way.cost + (_parted(lines, way.end, full) + _ALONE * rest if rest else 0), way.parts, way.alone
    )


def _parted(lines: list[Printed], edge: int, full: int) -> int:
    """Return what it costs to part the label above ``edge`` from what follows."""
    return _PARTED if _fills(lines[edge - 1][0], full) else 0


def _fills(label: str, full: int) -> bool:
    return width(label) >= full - _LACK
