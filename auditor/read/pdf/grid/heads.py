"""Heads of several levels: what stands over groups of columns, and the wrapped heads of single columns."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.read.pdf.grid.between import stands_between
from auditor.read.pdf.grid.columns import column_span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import line_of
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.signs import is_period

#: Lines of one wrapped head lie closer than so many type sizes.
_LEADING = 1.75


@dataclass(slots=True)
class _Piece:
    """A stretch of text in a line of heads, the columns that it stands over, its level from the top."""

    line: Line
    words: list[Word]
    first: int
    last: int
    level: int = -1  # -1: the head of one column

    @property
    def string(self) -> str:
        return string_of(self.words)


def head_rows(lines: Sequence[Line], cuts: Sequence[float]) -> list[list[Line]]:
    """Return the rows of head text: heads over groups of columns by level, then the heads of columns.

    Wrapped lines of one head are in one row. A head of one column that stands beside the groups keeps its
    words together, so that they are read in one cell.
    """
    pieces = [
        _Piece(line, list(group), *column_span(cuts, span_of(group)))
        for line in lines
        for group in groups_of(line)
    ]
    _widen_between(lines, pieces)
    for index, line in enumerate(lines):
        _set_levels(index, line, lines, pieces)
    _raise_first_lines(lines, pieces)
    levels = sorted({piece.level for piece in pieces if piece.level >= 0})
    return [row for level in [*levels, -1] if (row := _row(pieces, level))]


def _row(pieces: Sequence[_Piece], level: int) -> list[Line]:
    found: dict[int, list[list[Word]]] = {}
    for piece in pieces:
        if piece.level == level:
            found.setdefault(id(piece.line), []).append(piece.words)
    return [line_of(parts) for parts in found.values()]


def _widen_between(lines: Sequence[Line], pieces: Sequence[_Piece]) -> None:
    """Let a head of one column that stands between the heads of two below it stand over both."""
    at = {id(line): index for index, line in enumerate(lines)}
    for piece in pieces:
        heads = [p for p in pieces if p.first == p.last > 0]
        below: dict[int, _Piece] = {}
        for other in reversed(heads):
            if at[id(other.line)] > at[id(piece.line)]:
                below[other.first] = other
        taken = {p.first for p in heads if p is not piece and at[id(p.line)] <= at[id(piece.line)]}
        for first in (piece.first - 1, piece.first) if piece.first == piece.last else ():
            two = {first, first + 1}
            if two <= below.keys() and not two & taken and _between(piece, below[first], below[first + 1]):
                piece.first, piece.last = first, first + 1


def _between(piece: _Piece, left: _Piece, right: _Piece) -> bool:
    return stands_between(span_of(piece.words), span_of(left.words), span_of(right.words))


def _set_levels(index: int, line: Line, lines: Sequence[Line], pieces: Sequence[_Piece]) -> None:
    """Give the heads over groups in a line their level: below those that stand over the same columns."""
    own = [piece for piece in pieces if piece.line is line]
    after = [piece for piece in pieces if any(piece.line is other for other in lines[index + 1 :])]
    if not after:
        return
    strided = _is_strided(own, after)
    for piece in own:
        crossing = piece.last > piece.first and _covered(piece, after)
        over = [p for p in pieces if p.level >= 0 and p.line is not line and _overlap(p, piece)]
        ends = any(_ends_period(p, piece) for p in over)
        if not crossing and not ends and not (strided and piece.first > 0):
            continue
        same = [p for p in over if _wrapped(p, piece) or _ends_period(p, piece)]
        piece.level = same[0].level if same else 1 + max((p.level for p in over), default=-1)


def _raise_first_lines(lines: Sequence[Line], pieces: Sequence[_Piece]) -> None:
    """Give a narrow line right above a head over a group, within its columns, the level of that head.

    The head may be as narrow itself, where it is the next line of the same head: 2023, restated.
    """
    at = {id(line): index for index, line in enumerate(lines)}
    for piece in pieces:
        below = [p for p in pieces if p.level >= 0 and at[id(p.line)] > at[id(piece.line)]]
        under = [p for p in below if p.first < p.last or _is_next_line(piece, p)]
        over = [p for p in under if p.first <= piece.first and piece.last <= p.last]
        if piece.level < 0 and over:
            piece.level = over[0].level


def _is_next_line(upper: _Piece, piece: _Piece) -> bool:
    """Return whether a word goes on with the period right above it: ``restated`` below ``2023``."""
    close = piece.line.base - upper.line.base <= _LEADING * max(upper.line.size, piece.line.size)
    return close and is_period(upper.string) and not is_period(piece.string)


def _covered(piece: _Piece, after: Sequence[_Piece]) -> bool:
    """Return whether heads of their own stand below each of the columns that a head stands over."""
    below = {p.first for p in after if p.first == p.last}
    return len(below & set(range(piece.first, piece.last + 1))) > 1


def _overlap(piece: _Piece, other: _Piece) -> bool:
    return piece.first <= other.last and other.first <= piece.last


def _wrapped(upper: _Piece, piece: _Piece) -> bool:
    """Return whether a piece is the next line of the head above it."""
    size = max(upper.line.size, piece.line.size)
    return (
        piece.line.base - upper.line.base <= _LEADING * size
        and piece.last > piece.first
        and upper.last > upper.first
        and not is_period(piece.string)
    )


def _ends_period(upper: _Piece, piece: _Piece) -> bool:
    """Return whether a few signs right below a head are the end of its period: ``年`` below ``2024``."""
    close = piece.line.base - upper.line.base <= _LEADING * max(upper.line.size, piece.line.size)
    whole = is_period(upper.string) and is_period(upper.string + piece.string)
    (left, right), (x0, x1) = span_of(piece.words), span_of(upper.words)
    centred = abs(left + right - x0 - x1) < piece.line.size
    within = x0 - 1 <= left and right <= x1 + 1
    return close and whole and (within or centred) and not is_period(piece.string)


def _is_strided(own: Sequence[_Piece], after: Sequence[_Piece]) -> bool:
    """Return whether a line names groups of columns at even steps, narrow as its heads may be.

    They are periods over heads that are none, or stand over heads that say the same over again. A head with
    nothing below it (a unit) is of its column alone.
    """
    below = {piece.first for piece in after if piece.first > 0}
    heads = [piece for piece in own if below & set(range(piece.first, piece.last + 1)) - {0}]
    columns = {piece.first for piece in heads}
    if len(heads) < 2 or len(below) <= len(columns) or not columns <= below:
        return False
    if len({piece.string for piece in heads}) < len(heads) or _side_by_side(sorted(columns)):
        return False
    if all(is_period(piece.string) for piece in heads):
        return not all(is_period(piece.string) for piece in after if piece.first > 0)
    return _repeats(after)


def _side_by_side(columns: Sequence[int]) -> bool:
    """Return whether each of some columns is next to the one before: none of their heads is over a group."""
    return all(after - column == 1 for column, after in itertools.pairwise(columns))


def _repeats(pieces: Sequence[_Piece]) -> bool:
    """Return whether a line of heads says the same over again, group by group (``2023 2024 2023 2024``)."""
    lines: dict[int, list[str]] = {}
    for piece in pieces:
        lines.setdefault(id(piece.line), []).append(piece.string)
    for heads in lines.values():
        for step in range(2, len(heads) // 2 + 1):
            if heads[-step:] == heads[-2 * step : -step] and len(set(heads[-step:])) == step:
                return True
    return False
