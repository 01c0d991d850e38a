"""Which lines stand together, and which say themselves that something new begins."""

from __future__ import annotations

import regex

from auditor.read.text.figures import is_number_line
from auditor.read.text.figures import is_pair
from auditor.read.text.headings import markdown_heading
from auditor.read.text.headings import numbered_level
from auditor.read.text.markup import plain
from auditor.read.text.notes import Citations
from auditor.read.text.notes import NoteStart
from auditor.read.text.notes import lettered_note_start
from auditor.read.text.notes import note_start
from auditor.read.text.shape import caption_kind
from auditor.read.text.shape import ends_clause
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import leaves_open
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.ruled import unit_line
from auditor.read.text.wrap import Wrap

BULLET = regex.compile(r"^\s*(?:[•●○■□▪◆◇▶►➤➢✓√·]|[-–—*](?=\s))\s*")
#: A label with its first bulleted item beside it, as a layout of two columns prints them.
LABELLED = regex.compile(r"^(?P<label>[^\t•●]*[^\s•●])\s*[•●]\t+\s*(?=\S)")
#: No caption is longer.
_CAPTION = 110
_CAPTION_LINES = 8
#: Lines that stand together are looked at in portions of so many.
_GROUP = 200


class Groups:
    """Looks at the lines around a line."""

    def __init__(self, sheet: Sheet, wrap: Wrap, cited: Citations) -> None:
        self._sheet = sheet
        self._wrap = wrap
        self._cited = cited
        self._strings: dict[int, str] = {}
        self._starts: dict[int, bool] = {}

    def string(self, index: int) -> str:
        """Return the readable characters of a line."""
        if index not in self._strings:
            self._strings[index] = plain(self._sheet.fragments(index))
        return self._strings[index]

    def starts(self, index: int) -> bool:
        """Return whether the line at ``index`` says itself that something new begins."""
        if index not in self._starts:
            self._starts[index] = self._says_so(index)
        return self._starts[index]

    def _says_so(self, index: int) -> bool:
        printed, string = self._sheet.string(index), self.string(index)
        return bool(
            markdown_heading(printed)[0]
            or BULLET.match(printed)
            or LABELLED.match(printed)
            or caption_kind(printed)
            or unit_line(printed)
            or numbered_level(string)
            or is_pair(string)
            or note_start(string)
            or self.lettered(index)
        )

    def lettered(self, index: int) -> NoteStart | None:
        """Return how the line at ``index`` begins as a note with a letter that a label above bears."""
        return lettered_note_start(self.string(index), self._cited, self._sheet.lines[index].number)

    def goes_on(self, index: int) -> bool:
        """Return whether the line directly below ``index`` stands together with it."""
        below = index + 1
        free = self._sheet.free(below)
        return free and not self.starts(below) and not self._wrap.begins(self._sheet.string(below))

    def group(self, index: int, longest: int = _GROUP) -> list[int]:
        """Return the lines that stand together from ``index`` on, ``longest`` at most."""
        indexes = [index]
        while len(indexes) < longest and self.goes_on(indexes[-1]):
            indexes.append(indexes[-1] + 1)
        return indexes

    def run(self, index: int) -> list[int]:
        """Return the lines over which the item or note that begins at ``index`` goes on."""
        indexes = [index]
        while self._runs_on(indexes[-1], ahead := self._sheet.next_filled(indexes[-1] + 1)):
            indexes.append(ahead)
        return indexes

    def _runs_on(self, last: int, ahead: int) -> bool:
        apart = ahead > last + 1
        if not self._sheet.free(ahead) or ahead > last + 2 or self.starts(ahead):
            return False
        string = self._sheet.string(last)
        if self._wrap.begins(self._sheet.string(ahead)) and not self._wrap.begins(string):
            return False
        if not self._wrap.hard:
            return self._wrap.parted and not apart and not ends_clause(string)
        if not apart:
            return not ends_clause(string) and (self._wrap.parted or self._wrap.fills(string, 0.7))
        return not ends_sentence(string) and (self._wrap.fills(string, 0.7) or leaves_open(string))

    def caption_below(self, index: int) -> list[int]:
        """Return the lines of the caption that stands below a number, or nothing."""
        ahead = self._sheet.next_filled(index + 1)
        if ahead > index + 3 or not self._sheet.free(ahead) or self.starts(ahead):
            return []
        if is_number_line(self.string(ahead)):
            return []
        caption = self.group(ahead, _CAPTION_LINES + 1)
        strings = [self.string(entry) for entry in caption]
        if sum(map(len, strings)) > _CAPTION or len(caption) > _CAPTION_LINES:
            return []
        prose = ends_sentence(strings[-1]) and len(strings[-1]) > 40
        return [] if prose else caption

    def number_below(self, index: int) -> int:
        """Return the line of a number that stands below its label and over no caption, or 0."""
        ahead = self._sheet.next_filled(index + 1)
        near = ahead <= index + 2 and self._sheet.free(ahead) and is_number_line(self.string(ahead))
        return ahead if near and not self.goes_on(ahead) and not self.caption_below(ahead) else 0
