"""The lines below the heads of a table on the page become rows: broken labels joined, group labels kept."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from itertools import pairwise
from itertools import takewhile

import regex

from auditor.lexicon.words.signs import sign_words
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import raised
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import leaves_open
from auditor.read.text.shape import names_group
from auditor.read.text.shape import width
from auditor.read.text.tables.centred import centred
from auditor.read.text.tables.columns import Token
from auditor.read.text.tables.labels import unfinished
from auditor.read.text.tables.pane import Column
from auditor.read.text.tables.pane import Pane
from auditor.read.text.tables.pane import column_of

_MARK = regex.compile(r"[0-9]{1,2}(?:[,，][0-9]{1,2})*|[a-z*]|[①-⑳]|[⁰¹²³⁴-⁹]{1,2}")
#: A mark stands at most so many characters behind the label that bears it.
_MARK_GAP = 6
#: No label begins so; it goes on from the line above.
_GOES_ON = regex.compile(rf"\p{{Ll}}|[{sign_words().goes_on}、)）」》〉]")
#: A column of labels that breaks them is at least so wide, in half-width columns.
_NARROW = 18
#: The end of a broken label, in half-width columns.
_END = 4


@dataclass(slots=True)
class Line:
    """One line of the body: its words by column, and those that fit none."""

    index: int
    cells: dict[int, list[list[Fragment]]] = field(default_factory=dict)
    loose: list[tuple[int, Token]] = field(default_factory=list)
    value: bool = False
    label: str = ""

    def take(self, other: Line, *, above: bool) -> None:
        """Take in the words of a line that is a part of the same row."""
        for column, lines in other.cells.items():
            mine = self.cells.get(column, [])
            self.cells[column] = [*lines, *mine] if above else [*mine, *lines]
        self.loose.extend(other.loose)
        self.value = self.value or other.value
        self.index = max(self.index, other.index)
        parts = (other.label, self.label) if above else (self.label, other.label)
        self.label = " ".join(part for part in parts if part)


def names_at(columns: list[Column]) -> int:
    """Return the column of labels: of those left of the values the one with most words, units aside."""
    left = list(takewhile(lambda at: not columns[at].values, range(len(columns))))
    return max(left, key=lambda at: (columns[at].names, -at))


def is_mark(words: list[Token]) -> bool:
    """Return whether a line holds nothing but what can be the mark of a note."""
    return len(words) == 1 and _MARK.fullmatch(words[0].string) is not None


def lines_of(pane: Pane, indexes: list[int], columns: list[Column]) -> list[Line]:
    """Place the words of each line in columns; a raised mark on a line of its own joins the line below."""
    found: list[Line] = []
    mark: tuple[int, Token] | None = None
    zone = next(column.start for column in columns if column.values)
    for index in indexes:
        words = pane.words(index)
        if is_mark(words) and columns[0].start + 4 < words[0].start < zone:
            mark = (index, words[0])
        elif words:
            found.append(_line(pane, index, words, columns, mark))
            mark = None
    return found


def _line(
    pane: Pane, index: int, words: list[Token], columns: list[Column], mark: tuple[int, Token] | None
) -> Line:
    line, names = Line(index), names_at(columns)
    for at, word in enumerate(words):
        column = column_of(word, columns)
        if column < 0 and at == 0 and columns[names].under(word) and len(words) == 1:
            column = names  # a title over labels and units
        if column < 0:
            line.loose.append((index, word))
            continue
        fragments = pane.fragments(index, word)
        if mark and not columns[column].values and -1 <= mark[1].start - word.end <= _MARK_GAP:
            number = pane.sheet.lines[mark[0]].number
            fragments = [*fragments, Fragment(raised(mark[1].string), number, mark[1].start)]
        line.cells.setdefault(column, []).append(fragments)
        line.value = line.value or (columns[column].values and is_entry(word.string))
        line.label = word.string if column == names else line.label
    return line


def rows_of(pane: Pane, lines: list[Line]) -> list[Line]:
    """Join the lines of each row; lines below the last row that do not belong to it are dropped."""
    chunks = _chunks(pane, lines)
    values = [line for line in lines if line.value]
    apart = sum(pane.sheet.next_filled(left.index + 1) > left.index + 1 for left, _ in pairwise(values))
    spread = 2 * apart > len(values) - 1
    full = max((width(line.label) for line in lines), default=0)
    found: list[Line] = []
    for chunk in chunks:
        found.extend(_alone(chunk, full) if spread and _single(chunk) else _stacked(chunk))
    while found and not found[-1].value:
        found.pop()
    return found


def _chunks(pane: Pane, lines: list[Line]) -> list[list[Line]]:
    """Return the lines that stand together without a blank line between."""
    found: list[list[Line]] = []
    for line in lines:
        together = found and not any(
            pane.sheet.lines[index].blank for index in range(found[-1][-1].index, line.index)
        )
        if together:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _single(chunk: list[Line]) -> bool:
    return sum(line.value for line in chunk) < 2


def _alone(chunk: list[Line], full: int) -> list[Line]:
    """Join the lines of one row; lines below its values that do not go on in its label begin a group."""
    at = next((position for position, line in enumerate(chunk) if line.value), len(chunk))
    above, below = chunk[: at + 1], chunk[at + 1 :]
    goes_on = all(not line.label or _runs_on(chunk[at], line, full) for line in below)
    if len(below) <= len(chunk[:at]) or goes_on:
        return _joined(chunk)
    return [*_joined(above), *_joined(below)]


def _joined(chunk: list[Line]) -> list[Line]:
    first, *rest = chunk
    for line in rest:
        first.take(line, above=False)
    return [first]


def _stacked(chunk: list[Line]) -> list[Line]:
    """Join lines that no blank lines part: labels broken above or below their values."""
    if any(line.value and not line.label for line in chunk):
        named = [line for line in chunk if line.value or line.label]
        parts = centred([(line.label, line.value) for line in named])
        return [row for start, end in parts for row in _joined(named[start:end])]
    full = max((width(line.label) for line in chunk), default=0)
    found: list[Line] = []
    waiting: Line | None = None
    for line in chunk:
        if waiting and (_GOES_ON.match(line.label) or open_ended(waiting.label)):
            line.take(waiting, above=True)
            waiting = None
        elif waiting:
            found.append(waiting)
            waiting = None
        if line.value:
            found.append(line)
        elif found and (not line.label or _runs_on(found[-1], line, full)):
            found[-1].take(line, above=False)
        else:
            waiting = line
    return [*found, waiting] if waiting else found


def open_ended(label: str) -> bool:
    """Return whether a label says itself that it goes on."""
    return leaves_open(label) or label.count("(") > label.count(")") or unfinished(label)


def _runs_on(row: Line, line: Line, full: int) -> bool:
    """Return whether a line without values goes on in the label of the row above it."""
    if not row.value or names_group(line.label):
        return False
    if _GOES_ON.match(line.label) or open_ended(row.label):
        return True
    wide = (full >= _NARROW or width(line.label) <= _END) and width(row.label) >= full - 1
    return wide and not line.label[:1].isascii() and width(line.label) < full


def is_named(row: Line) -> bool:
    """Return whether a row has a label."""
    return bool(row.label)
