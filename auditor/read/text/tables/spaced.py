"""Tables of raw PDF text: columns parted by spaces, labels, units and values broken over lines."""

from __future__ import annotations

import regex

from auditor.model.document import BlockKind
from auditor.model.saying import Saying
from auditor.model.saying import saying
from auditor.read.text.headings import markdown_heading
from auditor.read.text.headings import numbered_level
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import clean
from auditor.read.text.markup import plain
from auditor.read.text.notes import note_start
from auditor.read.text.shape import caption_kind
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import has_inner_stop
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_unit
from auditor.read.text.shape import is_value
from auditor.read.text.shape import is_whole
from auditor.read.text.shape import width
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.columns import Head
from auditor.read.text.tables.columns import Token
from auditor.read.text.tables.columns import head_of
from auditor.read.text.tables.columns import tokens
from auditor.read.text.tables.grid import Contents
from auditor.read.text.tables.grid import Row
from auditor.read.text.tables.grid import Title
from auditor.read.text.tables.grid import build
from auditor.read.text.tables.labels import Pending
from auditor.read.text.tables.labels import split_label_and_unit
from auditor.read.text.tables.labels import split_unit
from auditor.read.text.tables.rawheads import stacked_head
from auditor.read.text.tables.ruled import continues
from auditor.read.text.tables.ruled import states_unit
from auditor.read.text.tables.ruled import title_above
from auditor.read.text.wrap import Wrap
from auditor.read.text.wrap import measure

#: The mark of a note that stands higher than the row below it, and so on a line of its own.
_MARK = regex.compile(r"\s*(?:[①-⑳]|[⁰¹²³⁴-⁹]{1,2})\s*")
#: So many lines without values end a table.
_PATIENCE = 9
#: Lines of prose are at least so wide, in half-width columns; narrower full lines are cells.
_PROSE = 48


def take_spaced(sheet: Sheet) -> None:
    """Take every table that a head line announces and rows of aligned values prove."""
    wrap = measure(sheet)
    index = 0
    while index < len(sheet.lines):
        after = _take_table(sheet, wrap, index) if sheet.free(index) else 0
        index = after or index + 1


def _take_table(sheet: Sheet, wrap: Wrap, index: int) -> int:
    """Read the table whose head stands at ``index``; return the line after it, or 0 if there is none."""
    above = sheet.previous_filled(index - 1)
    captioned = above >= 0 and caption_kind(sheet.string(above)) == "table"
    head = stacked_head(sheet, index) or head_of(sheet.string(index), captioned=captioned)
    if head is None:
        return 0
    body = _Body(sheet, head)
    body.read(wrap, max(index, head.last) + 1)
    if body.complete < (1 if head.sure else 2) or 3 * body.excess > body.complete:
        return 0
    body.add(index)
    return body.last + 1


class _Body:
    """The rows below a head: those read so far, and the lines that wait for their values."""

    def __init__(self, sheet: Sheet, head: Head) -> None:
        self.complete = 0
        self.excess = 0
        self.last = -1
        self._sheet = sheet
        self._head = head
        self._rows: list[Row] = []
        self._pending = Pending()
        self._values: list[tuple[int, Token]] = []
        self._lines: list[int] = []
        self._strays: list[tuple[int, Saying]] = []
        self._mark: list[Fragment] = []

    def read(self, wrap: Wrap, index: int) -> None:
        """Read rows from ``index`` on, to the line that cannot belong to the table."""
        while index < len(self._sheet.lines) and len(self._pending.lines) <= _PATIENCE:
            if self._sheet.lines[index].blank or index in self._sheet.furniture:
                self._pending.part()
            elif self._sheet.free(index) and _MARK.fullmatch(self._sheet.string(index)):
                self._mark = self._sheet.fragments(index)
                self._lines.append(index)
            elif not self._sheet.free(index) or self._ends(wrap, index):
                break
            else:
                self._read_line(index)
                self._lines.append(index)
            index += 1

    def add(self, index: int) -> None:
        """Add the table to the sheet; lines after its last row are left free."""
        title = title_above(self._sheet, index)
        heads = self._stacked_rows() if self._head.own else [self._head_row(index)]
        lines = range(index, max(index, self._head.last) + 1)
        self._sheet.taken.update([*lines, *(line for line in self._lines if line <= self.last)])
        rows = [*heads, *self._rows]
        title = Title(title.caption, title.unit, continues(self._sheet, rows, title, index))
        self._sheet.add(index, build(self._sheet.report, rows, title, header_rows=len(heads)))
        for line, detail in self._strays:
            if line <= self.last:
                fragments = self._sheet.fragments(line)
                self._sheet.block(BlockKind.PARAGRAPH, [fragments])
                self._sheet.doubt("cell_without_column", fragments[0], detail)
        self._sheet.table_end = self.last

    def _ends(self, wrap: Wrap, index: int) -> bool:
        """Return whether the line cannot belong to the table: another head, a caption, a title, prose."""
        printed = self._sheet.string(index)
        string = plain(self._sheet.fragments(index))
        if "\t" in printed or caption_kind(printed) or markdown_heading(printed)[0] or numbered_level(string):
            return True
        note = note_start(string)
        again = head_of(printed)
        if (note and note.certain) or (again and (again.sure or not again.label or self._heads_again(again))):
            return True
        parts = tokens(printed)
        if parts and is_entry(parts[-1].string):
            return False
        if (note and not self._head.sure) or states_unit(printed):
            return True
        wide = wrap.hard and wrap.full >= _PROSE and wrap.fills(printed)
        return wide or len(string) > _longest(string) or (ends_sentence(printed) and has_inner_stop(printed))

    def _heads_again(self, again: Head) -> bool:
        """Return whether heads come back over other labels: the same periods, and more than one of them."""
        mine, theirs = (tuple(token.string for token in head.values) for head in (self._head, again))
        return again.names == self._head.names or (len(mine) > 1 and mine == theirs)

    # one line -------------------------------------------------------------------------------------

    def _read_line(self, index: int) -> None:
        """Read one line: a row, the values of one, or text that waits for its values."""
        parts = tokens(self._sheet.string(index))
        unit: list[Token] = []
        if self._head.unit_last and len(parts) > 1 and is_unit(parts[-1].string):
            unit = [parts.pop()]
        count, wanted = _trailing(parts), len(self._head.values)
        if self._head.paged and count > wanted:
            parts, count = parts[:-1], count - 1
        left = parts[: len(parts) - min(count, wanted)]
        values = parts[len(left) :]
        if count > wanted and (_is_figure(left[-1].string) or count > wanted + 1):
            self.excess += 1
            self._stray(index, count)
            self.last = index
        elif count >= wanted and self._fits(left):
            self._finish(index, left, unit, [self._cell(index, token) for token in values])
        elif count == len(parts) and count < wanted and not unit:
            self._gather(index, parts)
        elif 0 < count < wanted and self._is_short_row(left, values):
            self._place_few(index, left, values)
        else:
            self._pending.add(self._sheet.fragments(index), self._sheet.string(index))

    def _fits(self, left: list[Token]) -> bool:
        """Return whether what stands before the values can be a label and its unit."""
        if not left:
            return bool(self._pending)
        if self._head.unit and not self._head.unit_last and len(self._head.values) == 1:
            # one number at the end of a line may be part of a label (范围 1) unless a unit stands before it
            return is_unit(left[-1].string) or (len(left) > 1 and not is_entry(left[-1].string))
        return True

    def _is_short_row(self, left: list[Token], values: list[Token]) -> bool:
        """Return whether a line with too few values is a row all the same.

        A unit stands before them, or they are printed as only values are (``1,204.5``, ``3 %``).
        """
        labelled = len(left) > 1 or bool(self._pending)
        united = labelled and self._head.unit is not None and bool(left) and is_unit(left[-1].string)
        printed = all(_is_figure(value.string) and not value.string.isdigit() for value in values)
        return united or (bool(left) and printed and self._head.unit is None)

    def _gather(self, index: int, parts: list[Token]) -> None:
        """Collect values that stand on lines of their own until a row has all of its."""
        self._values.extend((index, token) for token in parts)
        if len(self._values) < len(self._head.values):
            return
        gathered, self._values = self._values, []
        if len(gathered) > len(self._head.values) or not self._pending:
            detail = saying("此处的数值与任何行列都不相配，未放入表中。请核对原文。")
            self._strays.extend((line, detail) for line in sorted({line for line, _ in gathered}))
            return
        self._finish(index, [], [], [self._cell(line, token) for line, token in gathered])

    def _place_few(self, index: int, left: list[Token], values: list[Token]) -> None:
        """Place too few values by where they stand on the page; without a kept layout that is a doubt."""
        cells: list[Contents] = [[] for _ in self._head.values]
        columns = self._head.columns_of(values, self._sheet.string(index))
        for token, column in zip(values, columns, strict=False):
            cells[column] = self._cell(index, token)
        if not columns:
            self._stray(index, len(values))
        self._finish(index, left, [], cells)

    def _stray(self, index: int, values: int) -> None:
        words = "此处有 {values} 个数值而表头有 {heads} 个，不知属于哪些列。请核对原文。"
        self._strays.append((index, saying(words, values=values, heads=len(self._head.values))))

    # one row --------------------------------------------------------------------------------------

    def _finish(self, index: int, left: list[Token], unit: list[Token], values: list[Contents]) -> None:
        """Give a row its label and unit, from its own line and from the lines that waited, and add it."""
        own, units = [left] if left else [], unit
        if self._head.unit and not self._head.unit_last:
            label, units = split_unit(left, labelled=bool(self._pending))
            own = [label] if label else []
        label_lines = [self._fragments(index, part) for part in own]
        unit_lines = [self._fragments(index, units)] if units else []
        groups = self._pending.groups()
        if not label_lines and groups:
            label_lines, unit_lines = self._label_above(groups, unit_lines)
        elif groups and self._pending.runs_into(plain(label_lines[0])):
            label_lines = [*groups.pop(), *label_lines]
        if label_lines and self._mark:
            label_lines, self._mark = [*label_lines[:-1], [*label_lines[-1], *self._mark]], []
        self._rows.extend(self._row(group, [], [[] for _ in values]) for group in groups)
        self._rows.append(self._row(label_lines, unit_lines, values))
        self.complete += 1
        self.last = index
        longest = max((width(plain(line)) for line in label_lines), default=0)
        self._pending = Pending(full=max(self._pending.full, longest), spread=self._pending.spread)
        self._values = []

    def _label_above(self, groups: list[Contents], units: Contents) -> tuple[Contents, Contents]:
        """Take the label, and the unit where the row has none, from the last of the lines that waited."""
        label = groups.pop()
        if units or not self._head.unit:
            return label, units
        label, units = split_label_and_unit(label)
        return (groups.pop() if not label and groups else label), units

    def _row(self, label: Contents, unit: Contents, values: list[Contents]) -> Row:
        units = [unit] if self._head.unit else []
        return Row.of([label, *values, *units] if self._head.unit_last else [label, *units, *values])

    def _head_row(self, index: int) -> Row:
        unit = [self._fragments(index, [self._head.unit])] if self._head.unit else []
        values = [self._cell(index, token) for token in self._head.values]
        return self._row([self._fragments(index, list(self._head.label))], unit, values)

    def _stacked_rows(self) -> list[Row]:
        """Return the rows of a head of several lines: heads over groups of columns, heads of columns."""
        head = self._head
        label = [self._fragments(head.label_line, list(head.label))] if head.label else []
        unit = [self._fragments(head.label_line, [head.unit])] if head.unit else []
        rows = [(parts, row is head.own) for row in (head.groups, head.own) if row for parts in [row]]
        return [
            self._row(
                label if own else [],
                unit if own else [],
                [[self._fragments(line, [token]) for line, token in column] for column in parts],
            )
            for parts, own in rows
        ]

    def _cell(self, index: int, token: Token) -> Contents:
        return [self._fragments(index, [token])]

    def _fragments(self, index: int, parts: list[Token]) -> list[Fragment]:
        """Return tokens of a line that stand side by side as they are printed, spaces included."""
        if not parts:
            return []
        start, end = parts[0].start, parts[-1].end
        return clean(self._sheet.string(index)[start:end], self._sheet.lines[index].number, start)


def _longest(string: str) -> int:
    """Return how long a line of labels can be."""
    return 80 if string.isascii() else 60


def _is_figure(string: str) -> bool:
    """Return whether a number can be nothing but a value: a label may end in a small whole number."""
    return is_value(string) and is_whole(string) and not (string.isdigit() and len(string) < 3)


def _trailing(parts: list[Token]) -> int:
    """Return how many tokens at the end can stand in columns of values."""
    count = 0
    while count < len(parts) and is_whole(parts[-1 - count].string):
        count += 1
    return count
