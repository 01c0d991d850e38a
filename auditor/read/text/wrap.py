"""Whether a file breaks its lines at a fixed width, and how wide that is."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import width
from auditor.read.text.sheet import Sheet

#: Wider lines than this (in half-width columns) are paragraphs of their own, not wrapped lines.
_WIDEST = 150
#: No column of text is narrower.
_NARROWEST = 18


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a file sets its lines.

    ``full`` is the width of a full line in half-width columns, ``hard`` whether sentences are broken
    at that width, ``parted`` whether blank lines part the paragraphs, ``loose`` whether blank lines
    stand inside sentences too, ``indented`` whether lines commonly begin with white space, so that a
    space before a line says nothing of where a page or paragraph begins.
    """

    full: int
    hard: bool
    parted: bool
    loose: bool = False
    indented: bool = False

    def begins(self, string: str) -> bool:
        """Return whether white space before a line shows that a page or paragraph begins with it."""
        return not self.indented and string[:1].isspace()

    def fills(self, string: str, share: float = 0.8) -> bool:
        """Return whether a line is about as wide as a full one."""
        return width(string.strip()) >= share * self.full

    def overlong(self, string: str) -> bool:
        """Return whether a line is wider than the column in which the text is set."""
        return width(string.strip()) > 1.2 * self.full


def measure(sheet: Sheet) -> Wrap:
    """Measure the lines that are not yet taken."""
    strings = [sheet.string(index) for index in _free(sheet)]
    blank = sum(line.blank for line in sheet.lines)
    parted = blank > 0.15 * max(len(sheet.lines), 1)
    if not strings:
        return Wrap(80, hard=False, parted=parted)
    widths = sorted(width(string.strip()) for string in strings)
    full = widths[int(0.9 * (len(widths) - 1))]
    broken = [index for index in _free(sheet) if _breaks(sheet.string(index), full)]
    hard = _NARROWEST <= full <= _WIDEST and len(broken) >= max(4, 0.2 * len(strings))
    apart = sum(not sheet.free(index + 1) for index in broken)
    indents = sum(string[:1].isspace() for string in strings)
    return Wrap(
        full,
        hard=hard,
        parted=parted,
        loose=apart >= 0.4 * max(len(broken), 1),
        indented=indents > 0.3 * len(strings),
    )


def _free(sheet: Sheet) -> list[int]:
    return [index for index in range(len(sheet.lines)) if sheet.free(index)]


def _breaks(string: str, full: int) -> bool:
    """Return whether a line is full and its sentence goes on."""
    return 0.8 * full <= width(string.strip()) <= 1.15 * full and not ends_sentence(string)
