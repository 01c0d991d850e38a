"""The heads over columns of the page: lines assigned by where they stand, heads over groups of columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from auditor.lexicon.words.signs import sign_words
from auditor.read.text.markup import plain
from auditor.read.text.shape import is_period
from auditor.read.text.tables.columns import Token
from auditor.read.text.tables.grid import Contents
from auditor.read.text.tables.pane import Column
from auditor.read.text.tables.pane import Pane
from auditor.read.text.tables.pane import column_of

#: The middle of a head over a group of columns is no farther from theirs than this share of their width.
_OFF = 0.25
#: A head stands at most so many characters beside its column.
_BESIDE = 3

#: The words of one head line with the line's index.
HeadLine = tuple[int, list[Token]]


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of each column, and those of the groups that the columns stand in (empty without groups)."""

    own: list[Contents]
    groups: list[Contents]

    @property
    def count(self) -> int:
        """Return how many rows of heads there are."""
        return 2 if any(self.groups) else 1


def heads_over(pane: Pane, lines: list[HeadLine], columns: list[Column]) -> Heads | None:
    """Assign the words of head lines to columns, or return nothing where one cannot be placed.

    The lowest lines come first: a head over a group stands above heads of each of its columns.
    """
    heads = Heads([[] for _ in columns], [[] for _ in columns])
    values = [at for at, column in enumerate(columns) if column.values]
    leaves = [""] * len(values)
    for index, line in reversed(lines):
        over = [word for word in line if word.end > columns[values[0]].start - _BESIDE]
        in_turn = len(over) == len(values) and all(_is_period(word.string) for word in over)
        if any(leaves) and not in_turn:
            over = _over_groups(over, columns, dict(zip(values, leaves, strict=True)))
        first, size = _grouped(over, [columns[value] for value in values], leaves)
        if size < 0:
            return None
        for word in line if size or in_turn else _parted(line, columns):
            if size and word in over:
                start = first + over.index(word) * size
                for value in values[start : start + size]:
                    heads.groups[value].insert(0, pane.fragments(index, word))
                continue
            column = values[over.index(word)] if in_turn and word in over else _nearest(word, columns)
            if column < 0 and is_period(word.string) and not any(map(_close(word), columns)):
                continue  # it stands over a column without values
            if column < 0:
                return None
            heads.own[column].insert(0, pane.fragments(index, word))
            if column in values:
                leaves[values.index(column)] = f"{word.string} {leaves[values.index(column)]}"
    names = {(_string(heads.groups[value]), _string(heads.own[value])) for value in values}
    return heads if all(heads.own[value] for value in values) and len(names) == len(values) else None


def _is_period(string: str) -> bool:
    """Return whether a head names a period, though its last character stands on the next line: 2023 財."""
    return is_period(string) or is_period(string + sign_words().year)


def _close(word: Token) -> Callable[[Column], bool]:
    """Return a function that tells whether a word stands over a column or beside it."""
    return lambda column: word.start < column.end + _BESIDE and word.end > column.start - _BESIDE


def _string(lines: Contents) -> str:
    return " ".join(plain(line) for line in lines)


def _parted(line: list[Token], columns: list[Column]) -> list[Token]:
    """Return the words of a head line; one over two columns is parted at the space between them."""
    found: list[Token] = []
    for word in line:
        parts = [
            Token(match[0], word.start + match.start(), word.start + match.end())
            for match in regex.finditer(r"\S+", word.string)
        ]
        over = sum(column.under(word) for column in columns)
        apart = [_nearest(part, columns) for part in parts]
        parted = over > 1 and len(parts) > 1 and -1 not in apart and apart == sorted(set(apart))
        found.extend(parts if parted else [word])
    return found


def _nearest(word: Token, columns: list[Column]) -> int:
    """Return the column that a head stands over, or close to."""
    if (column := column_of(word, columns)) >= 0:
        return column
    if any(entry.under(word) for entry in columns):
        inside = [at for at, entry in enumerate(columns) if word.start < entry.centre < word.end]
        return inside[0] if len(inside) == 1 else -1
    gaps = sorted(
        (max(entry.start - word.end, word.start - entry.end), at) for at, entry in enumerate(columns)
    )
    clear = len(gaps) == 1 or gaps[0][0] < gaps[1][0]
    return gaps[0][1] if gaps[0][0] <= _BESIDE and clear else -1


def _grouped(over: list[Token], values: list[Column], leaves: list[str]) -> tuple[int, int]:
    """Return the first column of groups and their size; other columns may stand before and behind them."""
    size = _group_size(over, values, leaves)
    count = len(over)
    if size or count < 2:
        return 0, size
    for wide in range(len(values) // count, 1, -1):
        for first in range(len(values) - wide * count + 1):
            inner = slice(first, first + wide * count)
            if leaves[inner] != leaves[first : first + wide] * count:
                continue
            if _group_size(over, values[inner], leaves[inner]) == wide:
                return first, wide
    return 0, 0


def _over_groups(over: list[Token], columns: list[Column], leaves: dict[int, str]) -> list[Token]:
    """Return the words of a line that can head groups: not those over a column that has no head yet."""
    return [word for word in over if leaves.get(_nearest(word, columns), "") or _nearest(word, columns) < 0]


def _group_size(over: list[Token], values: list[Column], leaves: list[str]) -> int:
    """Return over how many columns each word stands as the head of a group, 0 for none, -1 if not clear."""
    if not over or len(values) % len(over) or len(values) == len(over) or not all(leaves):
        return 0
    size = len(values) // len(over)
    groups = [values[at : at + size] for at in range(0, len(values), size)]
    if len({word.string for word in over}) < len(over):
        return _unlike(over, groups)
    again = len(over) > 1 and (leaves == leaves[:size] * len(over) or _periods_over(over, leaves))
    if not again and not _can_group(over, leaves, size):
        return 0
    amid = all(_amid(word, group, loose=again) for word, group in zip(over, groups, strict=True))
    return size if amid else 0


def _unlike(over: list[Token], groups: list[list[Column]]) -> int:
    """Return the size of groups below heads some of which say the same, as the lines of broken heads do.

    Over the middle of two columns they stand between them; a line of a broken head stands in its column.
    """
    size = len(groups[0])
    if size % 2:
        return 0
    inside = [
        any(column.start <= (word.start + word.end) / 2 <= column.end for column in group)
        for word, group in zip(over, groups, strict=True)
    ]
    amid = all(_amid(word, group, loose=False) for word, group in zip(over, groups, strict=True))
    if all(inside):
        return 0
    return size if amid and not any(inside) else -1


def _amid(word: Token, group: list[Column], *, loose: bool) -> bool:
    """Return whether a word stands over the middle of columns; ``loose`` lets it stand over any of them."""
    left, right = group[0].start, group[-1].end
    centre = (word.start + word.end) / 2
    near = max(4.0, _OFF * (right - left))
    return left < centre < right if loose else abs(centre - (left + right) / 2) <= near


def _can_group(over: list[Token], leaves: list[str], size: int) -> bool:
    """Return whether words can head groups of unlike heads: periods over none, or no middle column."""
    return _periods_over(over, leaves) or (len(over) > 1 and size % 2 == 0)


def _periods_over(over: list[Token], leaves: list[str]) -> bool:
    return all(is_period(word.string) for word in over) and not any(map(is_period, leaves))
