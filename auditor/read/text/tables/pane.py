"""A window on lines that keep the columns of the page: what stands in it, row by row and column by column."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from auditor.read.text.markup import Fragment
from auditor.read.text.markup import clean
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import has_inner_stop
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_missing
from auditor.read.text.shape import is_unit
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.columns import Token
from auditor.read.text.tables.columns import words

_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
#: A title may stand so many characters left of the labels below it.
_MARGIN = 4
#: A column of labels holds words, not units and marks.
_WORDS = regex.compile(r"\p{L}{2}")


@dataclass(frozen=True, slots=True)
class Pane:
    """The columns from ``start`` to ``end`` (code points) of the lines of a sheet."""

    sheet: Sheet
    start: int = 0
    end: int = 100_000

    def words(self, index: int) -> list[Token]:
        """Return the words of a line that stand in the pane, as wide gaps part them."""
        return [word for word in words(self.sheet.string(index)) if self.start <= word.start < self.end]

    def crossed(self, index: int) -> bool:
        """Return whether a word of the line stands across an edge of the pane."""
        return any(
            word.start < edge < word.end
            for word in words(self.sheet.string(index))
            for edge in (self.start, self.end)
        )

    def fragments(self, index: int, word: Token) -> list[Fragment]:
        """Return a word as the readable characters of its line."""
        return clean(
            self.sheet.string(index)[word.start : word.end], self.sheet.lines[index].number, word.start
        )


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table on the page: from where to where its words reach, and whether they are values.

    ``names`` counts the words that are neither values nor units.
    """

    start: int
    end: int
    values: bool
    names: int = 0

    @property
    def centre(self) -> float:
        """Return the middle of the column."""
        return (self.start + self.end) / 2

    def under(self, word: Token) -> bool:
        """Return whether the word stands over or in the column."""
        return word.start < self.end and word.end > self.start


def is_year(word: Token) -> bool:
    """Return whether a number can be a year and nothing else."""
    return _YEAR.fullmatch(word.string) is not None


def is_row(line: list[Token]) -> bool:
    """Return whether a line holds two values or more that are not all years."""
    entries = [word for word in line if is_entry(word.string)]
    figures = [word for word in entries if not is_missing(word.string)]
    return len(entries) > 1 and any(not is_year(word) for word in figures)


def columns_in(lines: list[list[Token]]) -> list[Column]:
    """Return the columns that the words of rows stand in, or nothing where two of one row share one."""
    return _columns(lines, 1) or _columns(lines, 0)


def _columns(lines: list[list[Token]], slack: int) -> list[Column]:
    """Return the columns of words that overlap, or stand less than ``slack`` apart."""
    spans: list[tuple[int, int]] = []
    for word in sorted((word for line in lines for word in line), key=lambda word: word.start):
        if spans and word.start < spans[-1][1] + slack:
            spans[-1] = (spans[-1][0], max(spans[-1][1], word.end))
        else:
            spans.append((word.start, word.end))
    found = [_column(lines, start, end) for start, end in spans]
    shared = any(
        column_of(left, found) == column_of(right, found) for line in lines for left, right in pairwise(line)
    )
    return [] if shared else _together(lines, found)


def _together(lines: list[list[Token]], columns: list[Column]) -> list[Column]:
    """Join a column of words among values to the values close behind it, where no row has both."""
    found: list[Column] = []
    for column in columns:
        before = found[-1] if found else None
        apart = before and any(
            {column_of(word, [before, column]) for word in line} >= {0, 1} for line in lines
        )
        among = before and not before.values and any(entry.values for entry in found)
        if before and among and column.values and not apart and column.start - before.end < _MARGIN:
            found[-1] = Column(before.start, column.end, values=True)
        else:
            found.append(column)
    return found


def _column(lines: list[list[Token]], start: int, end: int) -> Column:
    inside = [word.string for line in lines for word in line if start <= word.start < end]
    values = 2 * sum(is_entry(string) for string in inside) > len(inside)
    return Column(start, end, values, sum(not is_entry(string) and not is_unit(string) for string in inside))


def column_of(word: Token, columns: list[Column]) -> int:
    """Return the only column that a word stands in, or -1."""
    over = [index for index, column in enumerate(columns) if column.under(word)]
    return over[0] if len(over) == 1 else -1


def panes(sheet: Sheet, indexes: list[int]) -> list[Pane]:
    """Return the panes of tables beside each other: one, unless labels begin again behind values."""
    whole = Pane(sheet)
    lines = {index: whole.words(index) for index in indexes}
    columns = columns_in([line for line in lines.values() if is_row(line)])
    edges = [
        column.start - min(_MARGIN, (column.start - columns[at - 1].end) // 2)
        for at, column in enumerate(columns)
        if 1 < at < len(columns) - 1
        and [near.values for near in columns[at - 1 : at + 2]] == [True, False, True]
        and _labels(list(lines.values()), column)
    ]
    cut = [0, *edges, whole.end]
    found = [Pane(sheet, start, end) for start, end in pairwise(cut)]
    whole_lines = not any(pane.crossed(index) for pane in found for index in indexes)
    parted = len(found) > 1 and whole_lines and _alike(columns, edges)
    return found if parted else [_without_prose(whole, columns, lines)]


def _without_prose(pane: Pane, columns: list[Column], lines: dict[int, list[Token]]) -> Pane:
    """Return the pane without a column of running text that stands beside the table."""
    kinds = [column.values for column in columns]
    if True not in kinds:
        return pane
    start, end = 0, pane.end
    if kinds[:2] == [False, False] and _runs(lines, columns[0]):
        start = columns[1].start
    if not kinds[-1] and _runs(lines, columns[-1]):
        end = columns[-1].start
    found = Pane(pane.sheet, start, end)
    return pane if any(found.crossed(index) for index in lines) else found


def _runs(lines: dict[int, list[Token]], column: Column) -> bool:
    """Return whether a column holds running text: stops inside and at the end of its lines."""
    inside = [word.string for line in lines.values() for word in line if column.under(word)]
    running = sum(has_inner_stop(string) or ends_sentence(string) for string in inside)
    return 3 * running >= len(inside)


def _labels(lines: list[list[Token]], column: Column) -> bool:
    """Return whether a column between values is one of labels: words of many kinds."""
    inside = [word for line in lines for word in line if column.under(word)]
    named = {word.string for word in inside if _WORDS.search(word.string) and not is_unit(word.string)}
    return (
        len(named) > 1 and 2 * len(named) > len(inside) and all(word.start >= column.start for word in inside)
    )


def _alike(columns: list[Column], edges: list[int]) -> bool:
    """Return whether as many columns of values stand in each pane."""
    cut = [0, *edges, 100_000]
    counts = {
        sum(column.values for column in columns if start <= column.start < end)
        for start, end in pairwise(cut)
    }
    return len(counts) == 1
