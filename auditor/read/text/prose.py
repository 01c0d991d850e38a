"""Headings, paragraphs, items, figures and footnotes: all that stands in no table."""

from __future__ import annotations

import regex

from auditor.model.document import BlockKind
from auditor.read.text.figures import is_number_line
from auditor.read.text.figures import is_pair
from auditor.read.text.flow import Flow
from auditor.read.text.groups import BULLET
from auditor.read.text.groups import LABELLED
from auditor.read.text.groups import Groups
from auditor.read.text.headings import BARE_LEVEL
from auditor.read.text.headings import is_bare_heading
from auditor.read.text.headings import markdown_heading
from auditor.read.text.headings import numbered_level
from auditor.read.text.markup import clean
from auditor.read.text.markup import drop
from auditor.read.text.notes import NoteStart
from auditor.read.text.notes import bare_note_start
from auditor.read.text.notes import citations
from auditor.read.text.notes import note_start
from auditor.read.text.shape import caption_kind
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import folded
from auditor.read.text.shape import has_inner_stop
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.ruled import unit_line
from auditor.read.text.wrap import measure

_STRONG_BULLET = regex.compile(r"^\s*[●■◆▶►➤]\s*\S")
_BULLET_ALONE = regex.compile(r"^\s*[-–—*•●]\s*$")
_DEEPEST = 6
#: A tile and its caption hold at most so many characters.
_TILE = 120


class ProseReader:
    """Goes once through the lines that no table took, and makes blocks of them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._wrap = measure(sheet)
        self._citations = citations(sheet)
        self._groups = Groups(sheet, self._wrap, self._citations)
        self._flow = Flow(sheet, self._wrap)
        self._depth = 0
        self._after_note = False

    def read(self) -> None:
        """Make blocks of all lines that are still free."""
        index = 0
        while index < len(self._sheet.lines):
            if self._sheet.free(index):
                index = self._read_at(index)
                continue
            if index in self._sheet.taken and index not in self._sheet.furniture:
                self._after_note = True  # a table stands here: what follows may be its notes
            index += 1
        self._flow.close()

    def _read_at(self, index: int) -> int:
        """Read what begins at ``index`` and return the index after it."""
        printed = self._sheet.string(index)
        if _BULLET_ALONE.match(printed):
            self._sheet.taken.add(index)
            return index + 1
        one_line = (self._labelled, self._heading, self._figure, self._caption, self._note, self._item)
        for reader in one_line:
            if after := reader(index, printed):
                return after
        return self._group(index)

    # a line that says what it is ------------------------------------------------------------------

    def _labelled(self, index: int, printed: str) -> int:
        match = LABELLED.match(printed)
        if not match:
            return 0
        self._flow.close()
        label = clean(match["label"], self._sheet.lines[index].number)
        self._sheet.block(BlockKind.PARAGRAPH, [label])
        return self._add_item(index, match.end())

    def _heading(self, index: int, printed: str) -> int:
        level, start = markdown_heading(printed)
        if level:
            return self._add_heading([index], level, start)
        level = numbered_level(self._groups.string(index))
        alone = not self._groups.goes_on(index) or not self._wrap.fills(printed)
        return (
            self._add_heading([index], level) if level and alone and not self._flow.unfinished(printed) else 0
        )

    def _figure(self, index: int, printed: str) -> int:
        if not (unit_line(printed) or is_pair(self._groups.string(index))) or self._flow.unfinished(printed):
            return 0
        self._flow.close()
        return self._take(BlockKind.FIGURE, [index])

    def _caption(self, index: int, printed: str) -> int:
        """Read a caption; it may stand in the middle of a sentence, which then goes on below it."""
        return self._take(BlockKind.PARAGRAPH, [index]) if caption_kind(printed) else 0

    def _note(self, index: int, _: str) -> int:
        string = self._groups.string(index)
        start = note_start(string) or self._groups.lettered(index)
        start = start or (bare_note_start(string) if self._after_note else None)
        if not start or not self._is_note(index, string, start):
            return 0
        indexes = self._groups.run(index)
        lines = [self._sheet.fragments(entry) for entry in indexes]
        lines[0] = drop(lines[0], start.length)
        self._sheet.taken.update(indexes)
        self._sheet.block(BlockKind.NOTE, lines, mark=start.mark)
        self._after_note = True
        return indexes[-1] + 1

    def _is_note(self, index: int, string: str, start: NoteStart) -> bool:
        """Return whether a numbered line is a note: its mark is cited above, or it stands below a table."""
        if start.certain or self._citations.above(start.mark, self._sheet.lines[index].number):
            return True
        return self._after_note and not self._heads_prose(index, string[start.length :])

    def _heads_prose(self, index: int, title: str) -> bool:
        """Return whether a numbered line is the title of the prose below it."""
        ahead = self._sheet.next_filled(index + 1)
        return is_bare_heading(title) and self._sheet.free(ahead) and ends_sentence(self._sheet.string(ahead))

    def _item(self, index: int, printed: str) -> int:
        match = BULLET.match(printed)
        if match:
            title = printed[match.end() :]
            if _STRONG_BULLET.match(printed) and self._leads_prose(index, title):
                level = min(self._bare_level + 1, _DEEPEST)
                return self._add_heading([index], level, match.end(), bare=True)
            return self._add_item(index, match.end())
        numbered = note_start(self._groups.string(index))
        return self._add_item(index, 0) if numbered and not self._flow.unfinished(printed) else 0

    def _add_item(self, index: int, start: int) -> int:
        self._flow.close()
        indexes = self._groups.run(index)
        lines = [self._sheet.fragments(entry, start if entry == index else 0) for entry in indexes]
        self._sheet.taken.update(indexes)
        self._sheet.block(BlockKind.ITEM, lines)
        self._after_note = False
        return indexes[-1] + 1

    def _leads_prose(self, index: int, title: str) -> bool:
        """Return whether a bulleted title stands over prose or items of another kind."""
        ahead = self._sheet.next_filled(index + 1)
        if not is_bare_heading(title) or not self._sheet.free(ahead):
            return False
        below = self._sheet.string(ahead)
        return not _STRONG_BULLET.match(below) and (ends_sentence(below) or bool(BULLET.match(below)))

    # lines that stand together --------------------------------------------------------------------

    def _group(self, index: int) -> int:
        """Read a tile, a heading, or part of a paragraph."""
        indexes = self._groups.group(index) if self._wrap.parted else [index]
        strings = [self._groups.string(entry) for entry in indexes]
        if after := self._tile(indexes, strings) or self._title(indexes, strings):
            return after
        self._flow.add(indexes, strings)
        self._after_note = False
        return indexes[-1] + 1

    def _tile(self, indexes: list[int], strings: list[str]) -> int:
        numbers = [is_number_line(string) for string in strings]
        if not any(numbers) or self._flow.unfinished(strings[0]) or sum(map(len, strings)) > _TILE:
            return 0
        if len(indexes) > 1 and any(has_inner_stop(string) and ends_sentence(string) for string in strings):
            return 0
        if len(indexes) == 1:
            indexes = [*indexes, *self._groups.caption_below(indexes[-1])]
        self._flow.close()
        return self._take(BlockKind.FIGURE, indexes, parted=1 if numbers[0] else len(indexes))

    def _title(self, indexes: list[int], strings: list[str]) -> int:
        text = "".join(strings)
        listed = self._sheet.titles.get(folded(text), 0)
        if self._flow.unfinished(strings[0]) or len(indexes) > 3 or not (listed or is_bare_heading(text)):
            return 0
        if self._wrap.hard and any(self._in_column(string) for string in strings):
            return 0
        if number := self._groups.number_below(indexes[-1]):
            self._flow.close()
            return self._take(BlockKind.FIGURE, [*indexes, number], parted=len(indexes))
        return self._add_heading(indexes, listed or self._bare_level, bare=not listed)

    def _in_column(self, string: str) -> bool:
        """Return whether a line fills the column, as only a line of a paragraph does."""
        return self._wrap.fills(string, 0.75) and not self._wrap.overlong(string)

    @property
    def _bare_level(self) -> int:
        return min(self._depth + 1, _DEEPEST) if self._depth else BARE_LEVEL

    # making blocks --------------------------------------------------------------------------------

    def _add_heading(self, indexes: list[int], level: int, start: int = 0, *, bare: bool = False) -> int:
        self._flow.close()
        if not bare:
            self._depth = level
        lines = [self._sheet.fragments(entry, start if entry == indexes[0] else 0) for entry in indexes]
        self._sheet.taken.update(indexes)
        self._sheet.block(BlockKind.HEADING, lines, level=level)
        self._after_note = False
        return indexes[-1] + 1

    def _take(self, kind: BlockKind, indexes: list[int], *, parted: int = 0) -> int:
        lines = [self._sheet.fragments(entry) for entry in indexes]
        self._sheet.taken.update(indexes)
        self._sheet.block(kind, lines, parted=parted)
        return indexes[-1] + 1
