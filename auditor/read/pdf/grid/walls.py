"""Text of two ruled cells that was read as one word: a rule, and no white, runs between two letters."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import is_wide

#: A rule stands no further from the gap between two letters than this share of the type size.
_NEAR = 0.3
#: The text of a cell has so many letters or more.
_LETTERS = 2


def part_at_walls(
    words: Sequence[Word], cell_at: Callable[[float, float], DraftCell], cuts: Sequence[float]
) -> Iterator[Word]:
    """Yield the words, those in two that reach from one cell into the next, which holds nothing else.

    ``cell_at`` gives the cell at an x and y. Only text of Chinese letters, all as wide, is parted so.
    """
    taken = {id(cell_at(word.middle, word.centre)) for word in words}
    for word in words:
        left, right = (cell_at(x, word.centre) for x in (word.x0 + 1, word.x1 - 1))
        beside = left is not right and (id(left) not in taken or id(right) not in taken)
        yield from _parted(word, cuts[right.column]) if beside and _is_text(word) else (word,)


def _is_text(word: Word) -> bool:
    return is_wide(word.string[0]) and not any(char.isdigit() for char in word.string)


def _parted(word: Word, wall: float) -> tuple[Word, ...]:
    """Return a word in two where a rule runs between two of its letters."""
    rooms = [2 if is_wide(char) else 1 for char in word.string]
    step = (word.x1 - word.x0) / sum(rooms)
    ends = [word.x0 + step * sum(rooms[:at]) for at in range(len(rooms))]
    at = min(range(len(ends)), key=lambda index: abs(ends[index] - wall))
    if not _LETTERS <= at <= len(ends) - _LETTERS or abs(ends[at] - wall) > _NEAR * word.size:
        return (word,)
    first = word._replace(string=word.string[:at], x1=ends[at])
    return (first, word._replace(string=word.string[at:], x0=ends[at], spaced=False))
