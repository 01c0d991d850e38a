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
from dataclasses import dataclass
from enum import Enum

from auditor.read.pdf.columns import groups_of
from auditor.read.pdf.columns import span_of
from auditor.read.pdf.columns import string_of
from auditor.read.pdf.drafts import slot
from auditor.read.pdf.shapes import Line
from auditor.read.pdf.shapes import Word
from auditor.read.pdf.signs import is_value
from auditor.read.pdf.words import is_wide
from auditor.read.pdf.wraps import leading_within

#: No cell of a table has more lines.
_MOST = 9
#: A column of labels is at least so many type sizes wide: Western writing, Chinese.
_NARROWEST = (7.0, 4.5)
#: Bases nearer than this part of the type size are on one level.
_LEVEL = 0.36
#: Lines of one label never stand further apart than so many type sizes.
_FAR = 2.4
#: What a reading supposes, as the negative logarithm of how likely that is.
_BROKE_EARLY, _OTHER_TYPE, _OTHER_INDENT, _TOO_FAR, _ITEM = 3.2, 5.0, 1.6, 3.5, 5.0
_OTHER_STEP, _ELSEWHERE, _NO_LABEL, _ALONE = 2.6, 2.6, 1.6, 0.8
_LEADS_NONE, _OPEN, _GOES_ON, _CLOSED, _NOTHING = 0.6, 2.6, 1.6, 1.0, 6.0
#: Signs in front of the parts of what stands above them.
_DASHES = "-–—•·"


class Level(Enum):
    """Where the cells of a row stand in it."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class _Item:
    """A line as the reading sees it: its label, and the columns in which it has values or other text."""

    line: Line
    label: tuple[Word, ...]
    values: frozenset[int]
    texts: frozenset[int]


def wrapped_rows(lines: Sequence[Line], cuts: Sequence[float]) -> list[list[Line]]:
    """Return the lines of a table's body as rows, top to bottom; each has values at most once a column."""
    items = [_item(line, cuts) for line in lines]
    reading = _Reading(items, _edge(items, cuts), leading_within([i.line for i in items if i.label]))
    _, parts = min((reading.cheapest(level) for level in Level), key=lambda found: found[0])
    return [list(lines[start:end]) for start, end in parts]


def had_no_room(before: Line, line: Line, body: Sequence[Line], cuts: Sequence[float]) -> bool:
    """Return whether a line of nothing but label text goes on with the label on the line before it.

    It is set as that one, at a step that lines of one label have, and its first word had no room there.
    ``body`` are the lines of the table.
    """
    items = [_item(other, cuts) for other in body]
    upper, lower = _item(before, cuts), _item(line, cuts)
    if not upper.label or not lower.label or lower.values or lower.texts:
        return False
    return _Reading(items, _edge(items, cuts), None).wrap(upper, lower) == 0


def _item(line: Line, cuts: Sequence[float]) -> _Item:
    label: tuple[Word, ...] = ()
    values, texts = set(), set()
    for index, group in enumerate(groups_of(line)):
        string, column = string_of(group), slot(list(cuts), sum(span_of(group)) / 2)
        if column == 0 or (index == 0 and group[0].x0 < cuts[1] - 2 * group[0].size):
            label = (*label, *group)
        elif is_value(string):
            values.add(column)
        else:
            texts.add(column)
    return _Item(line, label, frozenset(values), frozenset(texts))


def _edge(items: Sequence[_Item], cuts: Sequence[float]) -> float:
    """Return the right end of the labels' column as its text tells it."""
    labels = [item.label for item in items if item.label]
    wide = sum(is_wide(label[0].string[0]) for label in labels) * 2 > len(labels)
    least = min((label[0].x0 for label in labels), default=0.0)
    least += _NARROWEST[wide] * max((item.line.size for item in items), default=0.0)
    ends = [label[-1].x1 for label in labels if label[-1].x1 <= cuts[1] + 2.0]
    return max([*ends, min(least, cuts[1])])


class _Reading:
    """The prices of all ways to part a stretch of lines into rows."""

    def __init__(self, items: Sequence[_Item], edge: float, reach: float | None) -> None:
        self._items = items
        self._edge = edge
        self._reach = reach
        self._left = min((item.label[0].x0 for item in items if item.label), default=0.0)
        self._breaks = [self._break(at) for at in range(len(items))]

    def cheapest(self, level: Level) -> tuple[float, list[tuple[int, int]]]:
        """Return the price of the cheapest reading, and its rows as (first, end)."""
        count = len(self._items)
        price = [0.0] + [math.inf] * count
        begins = [0] * (count + 1)
        for end in range(1, count + 1):
            for start in range(max(0, end - _MOST), end):
                cost = price[start] + self._breaks[start] + self._row(start, end, level)
                if cost < price[end]:
                    price[end], begins[end] = cost, start
        parts = []
        while count:
            parts.append((begins[count], count))
            count = begins[count]
        return price[-1], parts[::-1]

    def _break(self, at: int) -> float:
        """Return the price of a row that begins at a line."""
        upper = next((i for i in reversed(self._items[:at]) if i.label), None)
        lower = next((i for i in self._items[at:] if i.label), None)
        if not at or upper is None or lower is None:
            return 0.0
        first = _first_width(lower.label)
        cost = 0.0
        if not self._room(upper, first) and not self._widest(upper, first):
            cost += math.log(max(self._edge - self._left, first) / first)
        if upper.label[-1].string[-1] in ")）:：":
            cost -= min(cost, _CLOSED)
        if lower.label[0].string[0].islower():
            cost += _GOES_ON
        if self._reach is not None and lower.line.base - upper.line.base <= self._reach:
            cost += _OTHER_STEP
        return cost

    def _room(self, upper: _Item, width: float) -> bool:
        """Return whether a word of some width had room at the end of a line."""
        last = upper.label[-1]
        space = 0.0 if is_wide(last.string[-1]) else 0.25 * last.size
        return last.x1 + space + width < self._edge + 0.2 * last.size

    def _widest(self, upper: _Item, width: float) -> bool:
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

    def wrap(self, upper: _Item, lower: _Item) -> float:
        """Return the price of two lines of text as lines of one label."""
        last, first = upper.label[-1], lower.label[0]
        size, step = last.size, lower.line.base - upper.line.base
        cost = 0.0
        if step > _FAR * size:
            cost += _TOO_FAR
        if self._reach is not None and step > self._reach:
            cost += _OTHER_STEP
        if _bold(upper.label) != _bold(lower.label):
            cost += _OTHER_TYPE
        if first.string[0] in _DASHES:
            cost += _ITEM
        indent = first.x0 - upper.label[0].x0
        if abs(indent) > 0.3 * size:
            cost += _OTHER_INDENT
        if self._room(upper, _first_width(lower.label)):
            cost += _BROKE_EARLY if first.string[0] not in "(（" else _OTHER_INDENT
        elif self._widest(upper, _first_width(lower.label)):
            cost += _CLOSED
        return cost

    def _leads(self, labels: Sequence[_Item], end: int) -> bool:
        """Return whether the row after a label without values is set as below it: further right, lighter."""
        after = next((item for item in self._items[end:] if item.label), None)
        if after is None:
            return True
        label = labels[0].label
        deeper = after.label[0].x0 > label[0].x0 + 0.3 * label[0].size or after.label[0].string[0] in _DASHES
        return deeper or (_bold(label) and not _bold(after.label))


def _elsewhere(items: Sequence[_Item], level: Level) -> float:
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


def _first_width(label: Sequence[Word]) -> float:
    """Return the width of what must stay together at the start of a line: a word, a Chinese character."""
    word = label[0]
    string = word.string
    if not is_wide(string[0]):
        length = next((k for k, char in enumerate(string) if is_wide(char)), len(string))
    else:
        length = 2 if string[0] in "（「《【" or string[1:2] in tuple("），。、；：」》】)") else 1
    return (word.x1 - word.x0) * min(length, len(string)) / len(string)


def _opened(labels: Sequence[_Item]) -> bool:
    text = "".join(word.string for item in labels for word in item.label)
    return text.count("(") + text.count("（") != text.count(")") + text.count("）")


def _bold(words: Sequence[Word]) -> bool:
    return sum(len(w.string) for w in words if w.bold) * 2 > sum(len(w.string) for w in words)
