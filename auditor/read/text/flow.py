"""The paragraph that is being read: whether its sentence is finished, and what goes on with it."""

from __future__ import annotations

from auditor.model.document import BlockKind
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import plain
from auditor.read.text.shape import ends_clause
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import has_inner_stop
from auditor.read.text.shape import leaves_open
from auditor.read.text.sheet import Sheet
from auditor.read.text.wrap import Wrap

#: A paragraph on one line is long enough to be cut by a page at so many characters.
_CUT_FROM = 40
_CUT_PART = 12


class Flow:
    """An unfinished paragraph; it waits while notes, furniture and captions interrupt it."""

    def __init__(self, sheet: Sheet, wrap: Wrap) -> None:
        self._sheet = sheet
        self._wrap = wrap
        self._open: list[list[Fragment]] = []

    def add(self, indexes: list[int], strings: list[str]) -> None:
        """Add lines that stand together: to the open paragraph if they go on with it, else to a new one."""
        if not self._goes_on(strings):
            self.close()
        for index in indexes:
            if self._open and not self._joins():
                self.close()
            self._open.append(self._sheet.fragments(index))
            self._sheet.taken.add(index)

    def close(self) -> None:
        """Make a block of the open paragraph, if there is one."""
        if self._open:
            self._sheet.block(BlockKind.PARAGRAPH, self._open)
        self._open = []

    def unfinished(self, string: str) -> bool:
        """Return whether the open paragraph breaks off in a sentence that ``string`` may go on with."""
        if not self._open:
            return False
        last = plain(self._open[-1])
        if ends_clause(last):
            return False
        if leaves_open("".join(plain(line) for line in self._open[-3:])):
            return True
        if self._wrap.hard:
            return self._breaks_off(last)
        text = "".join(plain(line) for line in self._open)
        long = len(text) >= _CUT_FROM and len(string) >= _CUT_PART
        return long and has_inner_stop(text) and ends_sentence(string)

    def _breaks_off(self, last: str) -> bool:
        """Return whether the last line of hard-wrapped text was broken by the column, not by its end."""
        if self._wrap.overlong(last):
            return False
        prose = self._wrap.loose and (has_inner_stop(last) or len(self._open) > 1)
        return prose or last[-1] in "，、," or self._wrap.fills(last, 0.75)

    def _goes_on(self, strings: list[str]) -> bool:
        """Return whether lines go on with the unfinished paragraph across what parts them."""
        if not self.unfinished(strings[0]):
            return False
        if self._wrap.hard:
            return not self._wrap.overlong(strings[0])
        return len(strings[0]) >= _CUT_PART and (ends_sentence(strings[-1]) or has_inner_stop(strings[0]))

    def _joins(self) -> bool:
        """Return whether the next line of a group belongs to the same paragraph as the last."""
        last = plain(self._open[-1])
        if self._wrap.hard:
            return (not ends_sentence(last) or self._wrap.fills(last, 0.93)) and not self._wrap.overlong(last)
        return self._wrap.parted and not ends_sentence(last)
