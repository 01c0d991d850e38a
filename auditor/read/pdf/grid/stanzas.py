"""Rows of a table whose cells wrap: the lines are parted where that asks for the fewest coincidences.

Where no rule parts the rows, a line of label text may end the label above it, begin the one below it, or
head the rows that follow. Each reading supposes something: that a line broke although the next word had
room, that a label filled its column by chance, that one row's values stand elsewhere than the others'. What
a reading supposes is priced as the negative logarithm of how likely it is, and the cheapest reading of the
whole stretch counts.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from enum import Enum

from auditor.read.pdf.grid.labels import Item
from auditor.read.pdf.grid.labels import bilingual
from auditor.read.pdf.grid.labels import edges_of
from auditor.read.pdf.grid.labels import first_width
from auditor.read.pdf.grid.labels import ink_end
from auditor.read.pdf.grid.labels import is_bold
from auditor.read.pdf.grid.labels import make_item
from auditor.read.pdf.grid.labels import says_again
from auditor.read.pdf.grid.labels import sentence_case
from auditor.read.pdf.grid.wraps import leading_within
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.words import is_wide

#: No cell of a table has more lines.
_MOST = 9
#: Two readings whose prices differ by less are as likely as each other.
_SURE = 1.5
#: Bases nearer than this part of the type size are on one level.
_LEVEL = 0.36
#: A word had room where it ends no further right of the widest label than so many type sizes.
_FIT = 0.05
#: Lines of one label never stand further apart than so many type sizes.
_FAR = 2.4
#: Lines so many type sizes apart, as far as rows are, are rows rather than lines of one label.
_WIDE, _AS_ROWS = 1.75, 2.6
#: What a reading supposes, as the negative logarithm of how likely that is.
_BROKE_EARLY, _OTHER_TYPE, _OTHER_INDENT, _TOO_FAR, _ITEM = 3.2, 5.0, 1.6, 3.5, 5.0
_OTHER_STEP, _ELSEWHERE, _NO_LABEL, _ALONE = 2.6, 4.0, 1.6, 0.8
_TRANSLATED = 6.0
_OVER, _CAPITAL, _LEADS_NONE, _OPEN, _GOES_ON, _CLOSED, _NOTHING = 1.0, 1.8, 0.6, 2.6, 1.6, 1.0, 6.0
#: Signs in front of the parts of what stands above them.
_DASHES = "-–—•·"


class Level(Enum):
    """Where the cells of a row stand in it."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


def wrapped_rows(lines: Sequence[Line], cuts: Sequence[float]) -> list[list[Line]]:
    """Return the lines of a table's body as rows, top to bottom; each has values at most once a column."""
    items = [make_item(line, cuts) for line in lines]
    readings = [_Reading(items, edge, _leading(items)) for edge in edges_of(items, cuts)]
    ways = [(*reading.cheapest(level), reading, level) for reading in readings for level in Level]
    price, parts, reading, level = min(ways, key=lambda way: way[0])
    others = [way[1] for way in ways if way[0] - price < _SURE]
    for at in {*reading.unsure(level), *_differing(parts, others)}:
        lines[at].unsure = True
    return [list(lines[start:end]) for start, end in parts]


def _differing(parts: Sequence[tuple[int, int]], others: Sequence[list[tuple[int, int]]]) -> set[int]:
    """Return the lines at which a row begins by some readings as cheap as the one taken, and not by all."""
    begins = {start for start, _ in parts}
    return {at for other in others for at in begins ^ {start for start, _ in other}}


def _leading(items: Sequence[Item]) -> float | None:
    """Return the longest step between two lines of one label, where it can be told.

    It cannot where two rows, each with its values, stand as near.
    """
    labels = [item for item in items if item.label and not item.marks]
    reach = leading_within([item.line for item in labels])
    rows = [(a, b) for a, b in itertools.pairwise(labels) if a.values & b.values]
    near = reach is not None and any(b.line.base - a.line.base <= reach for a, b in rows)
    return None if near else reach


def had_no_room(before: Line, line: Line, body: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether a line of nothing but label text goes on with the label on the line before it.

    It is set as that one, at a step that lines of one label have, and its first word had no room there.
    ``body`` are the lines of the table.
    """
    items = [make_item(other, cuts) for other in body]
    upper, lower = make_item(before, cuts), make_item(line, cuts)
    if not upper.label or not lower.label or lower.values or lower.texts:
        return False
    return _Reading(items, edges_of(items, cuts)[0], None).wrap(upper, lower) == 0


class _Reading:
    """The prices of all ways to part a stretch of lines into rows."""

    def __init__(self, items: Sequence[Item], edge: float, reach: float | None) -> None:
        self._items = items
        self._edge = edge
        self._reach = reach
        self._costs: dict[tuple[int, int, Level], float] = {}
        self._plain = sentence_case(items)
        self._twice = bilingual(items)
        self._pitch = _pitch(items)
        self._left = min((item.label[0].x0 for item in items if item.label), default=0.0)
        self._breaks = [self._break(at) for at in range(len(items))]

    def cheapest(self, level: Level) -> tuple[float, list[tuple[int, int]]]:
        """Return the price of the cheapest reading, and its rows as (first, end)."""
        price, begins = self._forward(level)
        count = len(self._items)
        parts = []
        while count:
            parts.append((begins[count], count))
            count = begins[count]
        return price[-1] + _OVER * sum(map(self._over, self._items)), parts[::-1]

    def unsure(self, level: Level) -> set[int]:
        """Return the lines at which a row may as well begin as not: either way costs about the same."""
        count = len(self._items)
        before, after = self._forward(level)[0], self._backward(level)
        found = set()
        for at in range(1, count):
            if self._items[at - 1].values and self._items[at].values:
                continue
            through = min(
                before[start] + self._cost(start, end, level) + after[end]
                for start in range(max(0, at - _MOST + 1), at)
                for end in range(at + 1, min(start + _MOST, count) + 1)
            )
            if abs(before[at] + after[at] - through) < _SURE:
                found.add(at)
        return found

    def _forward(self, level: Level) -> tuple[list[float], list[int]]:
        """Return the lowest prices of the lines up to each, and where the last row begins in them."""
        count = len(self._items)
        price, begins = [0.0] + [math.inf] * count, [0] * (count + 1)
        for end in range(1, count + 1):
            for start in range(max(0, end - _MOST), end):
                cost = price[start] + self._cost(start, end, level)
                if cost < price[end]:
                    price[end], begins[end] = cost, start
        return price, begins

    def _backward(self, level: Level) -> list[float]:
        """Return the lowest prices of the lines from each on."""
        count = len(self._items)
        price = [math.inf] * count + [0.0]
        for start in reversed(range(count)):
            ends = range(start + 1, min(start + _MOST, count) + 1)
            price[start] = min(self._cost(start, end, level) + price[end] for end in ends)
        return price

    def _cost(self, start: int, end: int, level: Level) -> float:
        """Return the price of a row with that of its beginning where it does."""
        key = (start, end, level)
        if key not in self._costs:
            self._costs[key] = self._breaks[start] + self._row(start, end, level)
        return self._costs[key]

    def _over(self, item: Item) -> bool:
        """Return whether a label runs on over the columns beside it."""
        return bool(item.label) and ink_end(item.label[-1]) > self._edge + 0.3 * item.line.size

    def _break(self, at: int) -> float:
        """Return the price of a row that begins at a line."""
        upper = next((i for i in reversed(self._items[:at]) if i.label), None)
        lower = next((i for i in self._items[at:] if i.label), None)
        if not at or upper is None or lower is None:
            return 0.0
        if self._items[at].marks:
            return math.inf
        if self._twice and says_again(upper, lower):
            return _TRANSLATED
        first = first_width(lower.label)
        cost = 0.0
        if not self._over(upper) and not self._room(upper, first) and not self._widest(upper, first):
            cost += math.log(max(self._edge - self._left, first) / first)
        if upper.label[-1].string[-1] in ")）:：":
            cost -= min(cost, _CLOSED)
        if lower.label[0].string[0].islower():
            cost += _GOES_ON
        if self._reach is not None and lower.line.base - upper.line.base <= self._reach:
            cost += _OTHER_STEP
        return cost

    def _room(self, upper: Item, width: float) -> bool:
        """Return whether a word of some width had room at the end of a line."""
        last = upper.label[-1]
        space = 0.0 if is_wide(last.string[-1]) else 0.25 * last.size
        return last.x1 + space + width < self._edge + _FIT * last.size

    def _widest(self, upper: Item, width: float) -> bool:
        """Return whether no other line reaches so far: then it tells the edge, and fills nothing."""
        reach = upper.label[-1].x1 - width
        return not any(item.label and item is not upper and item.label[-1].x1 > reach for item in self._items)

    def _row(self, start: int, end: int, level: Level) -> float:
        """Return the price of lines as one row, without what its neighbours are."""
        items = self._items[start:end]
        seen: set[int] = set()
        for item in items:
            if seen & item.values:
                return math.inf
            seen |= item.values
        labels = [item for item in items if item.label]
        cost = sum(self.wrap(a, b) for a, b in itertools.pairwise(labels))
        opened = _opened(labels)
        cost += _OPEN if opened else 0.0
        if seen:
            return cost + (0.0 if labels else _NO_LABEL) + _elsewhere(items, level)
        if not labels:
            return cost + _NOTHING
        return cost + _ALONE + (0.0 if self._leads(labels, end) else _LEADS_NONE)

    def wrap(self, upper: Item, lower: Item) -> float:
        """Return the price of two lines of text as lines of one label."""
        if lower.marks or upper.marks:
            return 0.0 if lower.marks else _BROKE_EARLY
        if self._twice and says_again(upper, lower):
            return self._step(lower.line.base - upper.line.base, upper.label[-1].size)
        last, first = upper.label[-1], lower.label[0]
        size, step = last.size, lower.line.base - upper.line.base
        cost = self._step(step, size)
        if self._over(upper) or self._over(lower):
            cost += _OTHER_TYPE
        if is_bold(upper.label) != is_bold(lower.label):
            cost += _OTHER_TYPE
        if first.string[0] in _DASHES:
            cost += _ITEM
        if self._plain and first.string[:1].isupper() and first.string[1:].islower():
            cost += _CAPITAL
        indent = first.x0 - upper.label[0].x0
        if abs(indent) > 0.3 * size:
            cost += _OTHER_INDENT
        if self._room(upper, first_width(lower.label)):
            cost += _BROKE_EARLY if first.string[0] not in "(（" else _OTHER_INDENT
        elif self._widest(upper, first_width(lower.label)):
            cost += _CLOSED
        return cost

    def _step(self, step: float, size: float) -> float:
        """Return the price of a step between two lines of one label."""
        cost = _OTHER_STEP if self._reach is not None and step > self._reach else 0.0
        if step > _FAR * size:
            return cost + _TOO_FAR
        return cost + (_AS_ROWS if step > _WIDE * size and step >= self._pitch else 0.0)

    def _leads(self, labels: Sequence[Item], end: int) -> bool:
        """Return whether the row after a label without values is set as below it: further right, lighter."""
        after = next((item for item in self._items[end:] if item.label), None)
        if after is None:
            return True
        label = labels[0].label
        deeper = after.label[0].x0 > label[0].x0 + 0.3 * label[0].size or after.label[0].string[0] in _DASHES
        return deeper or (is_bold(label) and not is_bold(after.label))


def _pitch(items: Sequence[Item]) -> float:
    """Return the shortest step between two rows of one line each, or nearly so."""
    rows = [(a.line.base, b.line.base) for a, b in itertools.pairwise(items) if _is_row(a) and _is_row(b)]
    return 0.97 * min((lower - upper for upper, lower in rows), default=math.inf)


def _is_row(item: Item) -> bool:
    return bool(item.label and item.values)


def _elsewhere(items: Sequence[Item], level: Level) -> float:
    """Return the price of the columns of text that do not stand beside the values as ``level`` says."""
    bases = [item.line.base for item in items if item.values]
    reach = _LEVEL * max(item.line.size for item in items)
    columns: dict[int, list[float]] = {}
    for item in items:
        for column in (*([0] if item.label else ()), *item.texts):
            columns.setdefault(column, []).append(item.line.base)
    low, high = min(bases), max(bases)
    missed = 0
    for found in columns.values():
        at = {Level.TOP: found[0], Level.MIDDLE: (found[0] + found[-1]) / 2, Level.BOTTOM: found[-1]}[level]
        missed += not low - reach <= at <= high + reach
    return _ELSEWHERE * missed


def _opened(labels: Sequence[Item]) -> bool:
    text = "".join(word.string for item in labels for word in item.label)
    return text.count("(") + text.count("（") != text.count(")") + text.count("）")
