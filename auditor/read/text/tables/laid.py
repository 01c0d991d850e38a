"""Tables of text that keeps the layout of the page: columns by the place of their characters."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from auditor.model.document import Text
from auditor.model.saying import saying
from auditor.read.text.compose import compose
from auditor.read.text.markup import plain
from auditor.read.text.shape import caption_kind
from auditor.read.text.shape import ends_clause
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import has_inner_stop
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_label_head
from auditor.read.text.shape import is_period
from auditor.read.text.shape import is_unit
from auditor.read.text.shape import is_unit_head
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.body import Line
from auditor.read.text.tables.body import is_mark
from auditor.read.text.tables.body import is_named
from auditor.read.text.tables.body import lines_of
from auditor.read.text.tables.body import names_at
from auditor.read.text.tables.body import rows_of
from auditor.read.text.tables.columns import Token
from auditor.read.text.tables.grid import Row
from auditor.read.text.tables.grid import Title
from auditor.read.text.tables.grid import build
from auditor.read.text.tables.overhead import HeadLine
from auditor.read.text.tables.overhead import Heads
from auditor.read.text.tables.overhead import heads_over
from auditor.read.text.tables.pane import Column
from auditor.read.text.tables.pane import Pane
from auditor.read.text.tables.pane import columns_in
from auditor.read.text.tables.pane import is_row
from auditor.read.text.tables.pane import is_year
from auditor.read.text.tables.pane import panes
from auditor.read.text.tables.ruled import continues
from auditor.read.text.tables.ruled import is_title_line
from auditor.read.text.tables.ruled import stated_line
from auditor.read.text.tables.ruled import stated_unit
from auditor.read.text.tables.ruled import states_unit

_CODE = regex.compile(r"\P{L}*|[A-Z]{1,4}[\s\-]?[0-9][0-9.\-]*")
#: More blank lines than this between two lines part tables.
_BLANKS = 2
#: A head has no more lines.
_HEAD_LINES = 7
#: No head of one column is longer.
_HEAD = 40
#: A label that goes on below the last row has no more lines.
_TAIL = 2


def take_laid(sheet: Sheet) -> None:
    """Take every table whose columns of values stand below each other on the page, under heads."""
    index = 0
    while index < len(sheet.lines):
        run = _run(sheet, index) if sheet.free(index) and is_row(Pane(sheet).words(index)) else []
        if len(run) > 1:
            _take(sheet, run)
        index = (run[-1] if run else index) + 1


def _run(sheet: Sheet, start: int) -> list[int]:
    """Return the lines from a row on that can belong to its table, to the last row and a little below."""
    pane = Pane(sheet)
    zone = next(word.start for word in pane.words(start) if is_entry(word.string))
    found, last = [start], 0
    index, blanks = start + 1, 0
    while index < len(sheet.lines) and blanks <= _BLANKS:
        line = sheet.lines[index]
        if line.string.startswith("\f") or (not line.blank and not sheet.free(index)):
            break
        if line.blank:
            blanks += 1
        else:
            words = pane.words(index)
            if _ends(sheet.string(index), words, zone):
                break
            blanks = 0
            found.append(index)
            last = len(found) - 1 if is_row(words) else last
        index += 1
    tail = [
        index for at, index in enumerate(found[last + 1 :], 1) if at <= _TAIL and index == found[last] + at
    ]
    return [*found[: last + 1], *tail]


def _ends(string: str, words: list[Token], zone: int) -> bool:
    """Return whether a line cannot belong to the body of a table: heads, a caption, prose."""
    years = [is_year(word) for word in words if is_entry(word.string)]
    if caption_kind(string) or states_unit(string) or (years and all(years)):
        return True
    if is_row(words):
        return False
    if _heads_again(words, zone):
        return True
    if len(words) == 1:
        crosses = words[0].start < zone and words[0].end > zone + 2
        return crosses or (ends_sentence(string) and has_inner_stop(string))
    return any(len(word.string) > 2 * _HEAD for word in words)


def _heads_again(words: list[Token], zone: int) -> bool:
    """Return whether words stand over the values where a row would hold them: heads of another table."""
    over = [word for word in words if word.end > zone]
    named = len(over) > 1 and not any(is_entry(word.string) for word in words)
    return named and (len(words) > 2 or all(is_period(word.string) for word in over))


def _take(sheet: Sheet, run: list[int]) -> None:
    """Take the tables of a run of lines; where panes stand side by side, all of them or none."""
    tables = [_Table.read(pane, run) for pane in panes(sheet, run)]
    if any(table is None for table in tables):
        return
    for table in tables:
        if table is not None:
            table.add(alone=len(tables) == 1)


@dataclass(frozen=True, slots=True)
class _Table:
    """One table on the page: its heads and rows, by column."""

    pane: Pane
    head_lines: list[HeadLine]
    columns: list[Column]
    heads: Heads
    rows: list[Line]

    @classmethod
    def read(cls, pane: Pane, run: list[int]) -> _Table | None:
        """Read the table of a pane, or nothing where its columns or heads are not clear."""
        body = [(index, words) for index in run if (words := pane.words(index))]
        columns = _columns([words for _, words in body])
        if sum(column.values for column in columns) < 2 or columns[0].values:
            return None
        zone = next(column.start for column in columns if column.values)
        head_lines, titles = _above(pane, body[0][0], zone)
        heads = heads_over(pane, head_lines, columns) if head_lines else None
        if heads is None and (near := _near(pane, head_lines)):
            head_lines, heads = near, heads_over(pane, near, columns)
        lines = lines_of(pane, [*titles, *(index for index, _ in body)], columns)
        if _in_unclear_groups(lines, columns):
            return None
        rows = rows_of(pane, lines)
        if heads is None or sum(row.value for row in rows) < 2 or not all(map(is_named, rows)):
            return None
        return cls(pane, head_lines, columns, heads, rows)

    def add(self, *, alone: bool) -> None:
        """Add the table to the sheet and take its lines."""
        sheet, top = self.pane.sheet, self.head_lines[0][0]
        title = _title(self.pane, top)
        rows = [*self._head_rows(), *(self._row(row) for row in self.rows)]
        title = Title(title.caption, title.unit, alone and continues(sheet, rows, title, top))
        sheet.taken.update(range(top, self.rows[-1].index + 1))
        sheet.add(top, build(sheet.report, rows, title, header_rows=self.heads.count))
        sheet.table_end = max(sheet.table_end, self.rows[-1].index)
        for line in self.rows:
            for index, word in line.loose:
                self._doubt(index, word)

    def _head_rows(self) -> list[Row]:
        groups = [Row.of(self.heads.groups)] if self.heads.count > 1 else []
        return [*groups, Row.of(self.heads.own)]

    def _row(self, line: Line) -> Row:
        return Row.of([line.cells.get(column, []) for column in range(len(self.columns))])

    def _doubt(self, index: int, word: Token) -> None:
        fragments = self.pane.fragments(index, word)
        detail = saying("“{cell}”不在表的任何一列中。请核对原文。", cell=word.string)
        self.pane.sheet.doubt("cell_without_column", fragments[0], detail)


def _in_unclear_groups(lines: list[Line], columns: list[Column]) -> bool:
    """Return whether names stand beside the labels at the middle of rows, so that none tells which rows.

    Codes do no harm there: they name no group.
    """
    names = names_at(columns)
    zone = next(at for at, column in enumerate(columns) if column.values)
    values = [line for line in lines if line.value]
    bare = not all(line.label for line in values)
    if bare and any(2 * column.names > len(values) for column in columns[names + 1 : zone]):
        return True
    first = next(at for at, line in enumerate(lines) if line.value)
    for column in range(names):
        strings = [" ".join(map(plain, line.cells.get(column, []))) for line in lines]
        named = [at for at, string in enumerate(strings) if string and not _CODE.fullmatch(string)]
        if named and named[0] > first:
            return True
    return False


def _columns(lines: list[list[Token]]) -> list[Column]:
    """Return the columns of rows; where labels stand between the rows, the lines that hold them tell too."""
    columns = columns_in([line for line in lines if is_row(line)])
    between = [line[0] for line in lines if not is_row(line) and not is_mark(line)]
    outside = sum(not any(column.under(word) for column in columns) for word in between)
    return columns_in(lines) if 2 * outside > len(between) else columns


def _near(pane: Pane, lines: list[HeadLine]) -> list[HeadLine]:
    """Return the head lines that no blank line parts from the lowest."""
    found = lines[-1:]
    for line in reversed(lines[:-1]):
        if any(pane.sheet.lines[index].blank for index in range(line[0], found[0][0])):
            break
        found.insert(0, line)
    return found


def _above(pane: Pane, first: int, zone: int) -> tuple[list[HeadLine], list[int]]:
    """Return the head lines above the first row, top to bottom, and the labels that stand below them."""
    heads: list[HeadLine] = []
    titles: list[int] = []
    index, blanks = first - 1, 0
    while index >= 0 and blanks < _BLANKS and len(heads) < _HEAD_LINES:
        string = pane.sheet.string(index)
        words = pane.words(index) if not pane.sheet.lines[index].blank else []
        if not words:
            blanks += 0 if string.strip() else 1
        elif not pane.sheet.free(index) or pane.crossed(index) or _stops(string, words, zone):
            break
        elif blanks and (string.startswith("\f") or (len(words) == 1 and is_unit(words[0].string))):
            break  # the running head of the page, or the unit of the table
        elif any(word.end > zone for word in words):
            blanks = 0
            heads.insert(0, (index, words))
        elif _names_columns(words) and not (heads and blanks):
            heads.insert(0, (index, words))
        elif heads and (blanks or not _heads_above(pane, index, zone)):
            break
        elif heads:
            heads.insert(0, (index, words))
        else:
            blanks = 0
            titles.insert(0, index)
        index = -1 if string.startswith("\f") else index - 1
    return heads, titles


def _heads_above(pane: Pane, index: int, zone: int) -> bool:
    """Return whether the line directly above stands over two columns of values or more."""
    string = pane.sheet.string(index - 1) if pane.sheet.free(index - 1) else ""
    words = pane.words(index - 1) if string else []
    return sum(word.end > zone for word in words) > 1 and not _stops(string, words, zone)


def _names_columns(words: list[Token]) -> bool:
    """Return whether words left of the values head the columns of labels and units."""
    return any(is_unit_head(word.string) or is_label_head(word.string) for word in words)


def _stops(string: str, words: list[Token], zone: int) -> bool:
    """Return whether a line above a table is none of its heads."""
    if (
        caption_kind(string)
        or states_unit(string)
        or any(len(word.string) > (_HEAD if word.end > zone else 2 * _HEAD) for word in words)
    ):
        return True
    return any(is_entry(word.string) and not is_year(word) for word in words)


def _title(pane: Pane, top: int) -> Title:
    """Return the caption and unit that stand above the heads of a pane."""
    caption, unit = Text(""), ""
    index = top - 1
    while index >= max(top - 5, 0) and not caption.string:
        words = pane.words(index) if pane.sheet.free(index) and not pane.crossed(index) else []
        stated = stated_line("  ".join(word.string for word in words))
        if len(words) == 1 and is_unit(words[0].string):
            stated = words[0].string
        if not unit and stated:
            unit = stated
        elif len(words) == 1 and _is_caption(words[0].string):
            caption = compose(pane.sheet.report, [pane.fragments(index, words[0])])
        elif words:
            break
        index -= 1
    return Title(caption, unit or stated_unit(caption))


def _is_caption(string: str) -> bool:
    """Return whether a line by itself above heads is the title of the table; a title may hold commas."""
    listed = string[:1].isupper() and len(string) <= 2 * _HEAD and not ends_clause(string)
    return is_title_line(string) or (listed and string[-1:] not in ",-–")
