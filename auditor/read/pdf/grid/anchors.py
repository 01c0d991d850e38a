"""Heads as anchors of columns: each year or period over a table has a column, even an empty one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import column_span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import has_data
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value

#: No head of so many words is looked through for periods.
_MANY = 24
#: A head of so many characters may name its period among other things.
_FEW_WORDS = 20
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(slots=True)
class _Anchor:
    """A head in a column that it shares, and the stretches of the body that stand under it."""

    span: Span
    period: bool
    values: list[Span] = field(default_factory=list)
    texts: list[Span] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return min(left for left, _ in (self.span, *self.values, *self.texts))

    @property
    def x1(self) -> float:
        return max(right for _, right in (self.span, *self.values, *self.texts))


def period_heads(group: Sequence[Word]) -> list[list[Word]]:
    """Return the words of a head parted where it holds several periods (``2022 財年 2023 財年``)."""
    return _periods(list(group)) or [list(group)]


def _periods(words: list[Word]) -> list[list[Word]]:
    if len(words) > _MANY:
        return []
    for end in range(1, len(words) + 1):
        if not is_period(string_of(words[:end])):
            continue
        if end == len(words):
            return [words]
        if rest := _periods(words[end:]):
            return [words[:end], *rest]
    return []


def beside_period(group: Sequence[Word]) -> list[list[Word]]:
    """Return the words of a head in two parts where other text stands beside a period (``Unit 2023``).

    What stands in brackets belongs to the period: ``2023 (restated)``.
    """
    for at in () if is_period(string_of(group)) else range(1, len(group)):
        parts = [list(group[:at]), list(group[at:])]
        before, after = map(string_of, parts)
        if is_period(before) != is_period(after) and not _is_aside(before) and not _is_aside(after):
            return parts
    return [list(group)]


def _is_aside(string: str) -> bool:
    """Return whether a text adds to a period: it is in brackets, a mark or a single sign."""
    return string[0] in "(（[*" or len(string) < 2


def head_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the leading lines of a table that hold no data beside their first text."""
    return list(itertools.takewhile(lambda line: not has_data(line), lines))


def below_heads(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a table from the first with data on; all where none has any.

    A year over two columns stands over the gap between them.
    """
    first = len(head_lines(lines))
    return lines[first:] if first < len(lines) else lines


def anchor_heads(cuts: list[float], lines: Sequence[Line]) -> list[float]:
    """Return the column borders with one more between any two heads of periods that share a column.

    ``lines`` are all of the table, heads first. A head without a period (a unit, an item) that stands
    before a period in one column is parted from it where text of the body stands under it.
    """
    heads = head_lines(lines)
    body = lines[len(heads) :]
    added: list[float] = []
    for line in heads:
        for column, anchors in _shared(cuts, line).items():
            if _is_new(anchors, added):
                _hang(anchors, [g for row in body for g in groups_of(row) if _column(cuts, g) == column])
                added += [_between(a, b) for a, b in itertools.pairwise(anchors) if _parted(a, b)]
    return sorted([*cuts, *added])


def _shared(cuts: list[float], line: Line) -> dict[int, list[_Anchor]]:
    """Return the columns in which two heads or more stand, one of them a period."""
    found: dict[int, list[_Anchor]] = {}
    for group in groups_of(line):
        for part in period_heads(group):
            first, last = column_span(cuts, span_of(part))
            if first == last:
                found.setdefault(first, []).append(_Anchor(span_of(part), _names_year(string_of(part))))
    return {k: a for k, a in found.items() if len(a) > 1 and any(anchor.period for anchor in a)}


def _names_year(string: str) -> bool:
    """Return whether a head is a period, or a few words with a year in them (``Target 2030``)."""
    return is_period(string) or (len(string) <= _FEW_WORDS and bool(_YEAR.search(string)))


def _is_new(anchors: Sequence[_Anchor], added: Sequence[float]) -> bool:
    return not any(anchors[0].span[0] < cut < anchors[-1].span[1] for cut in added)


def _column(cuts: list[float], group: Sequence[Word]) -> int:
    return slot(cuts, sum(span_of(group)) / 2)


def _hang(anchors: Sequence[_Anchor], groups: Sequence[Sequence[Word]]) -> None:
    """Give each stretch of the body to the head that it stands under.

    Values stand under their heads by right ends, middles or left ends: as fits all of them best.
    Text stands under the last head that begins before it.
    """
    values = [span_of(group) for group in groups if is_value(string_of(group))]
    ways = [_nearest(anchors, values, way) for way in (_right, _middle, _left)]
    for owner, span in min(ways, key=lambda way: way[0])[1]:
        owner.values.append(span)
    for group in groups:
        if not is_value(string_of(group)):
            span = span_of(group)
            before = [anchor for anchor in anchors if anchor.span[0] <= span[0] + 2.0]
            (before[-1] if before else anchors[0]).texts.append(span)


def _right(span: Span) -> float:
    return span[1]


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2


def _left(span: Span) -> float:
    return span[0]


def _nearest(
    anchors: Sequence[_Anchor], values: Sequence[Span], edge: Callable[[Span], float]
) -> tuple[float, list[tuple[_Anchor, Span]]]:
    """Return how far values stand from their nearest heads in all, and the pairs."""
    pairs = [(min(anchors, key=lambda a: abs(edge(a.span) - edge(span))), span) for span in values]
    return sum(abs(edge(anchor.span) - edge(span)) for anchor, span in pairs), pairs


def _parted(left: _Anchor, right: _Anchor) -> bool:
    """Return whether two heads have a column each: ``2022`` beside ``(restated)`` has one."""
    if left.period and right.period:
        return True
    return right.period and len(left.texts) > len(left.values)


def _between(left: _Anchor, right: _Anchor) -> float:
    """Return the border of two heads: free of what stands under them, if it can be."""
    if left.x1 < right.x0:
        return (left.x1 + right.x0) / 2
    return (left.span[1] + right.span[0]) / 2
