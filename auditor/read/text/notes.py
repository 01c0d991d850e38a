"""Footnotes: their marks, and which numbered lines are notes."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words
from auditor.read.text.markup import clean
from auditor.read.text.markup import plain
from auditor.read.text.sheet import Sheet

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWER = str.maketrans(_RAISED, "0123456789")
_SURE = regex.compile(
    rf"(?P<raised>[{_RAISED}]{{1,2}})\s*:?\s*(?=\S)"
    r"|(?P<circled>[①-⑳❶-❿])\s*(?=\S)"
    r"|(?P<sign>[*†‡＊])(?=[^\s*])"
    r"|(?P<tabbed>[0-9]{1,2})\t\s*(?=\S)"
)
_NUMBERED = regex.compile(
    r"(?P<number>[0-9]{1,2})\s?[.．、]\s*(?=[^\s0-9])|[(（\[](?P<bracketed>[0-9]{1,2})[)）\]]\s*(?=\S)"
)
_BARE = regex.compile(
    rf"(?P<number>[0-9]{{1,2}})\s+(?=(?:\p{{L}}|(?:19|20)[0-9]{{2}}\s*[{sign_words().year_begins}])[^\t]{{11,}}$)"
)
_YEARLIKE = regex.compile(r"(?P<number>[0-9]{1,2})[.．、]\s+(?=(?:19|20)[0-9]{2})")
_LETTERED = regex.compile(r"\((?P<letter>[a-z])\)\s+(?=\S)")
#: A letter in brackets behind a label: ``Depot services (a)``, alone on its line or before a number.
_BEHIND = regex.compile(r"(?<=[\p{L})])\s?\((?P<letter>[a-z])\)(?=\s{2,}|\t|$)")
_CITED = regex.compile(rf"(?<![0-9]10|[mM])[{_RAISED}]{{1,2}}(?:[,，、][{_RAISED}]{{1,2}})*")
#: A mark is looked for this many lines above its note.
_REACH = 160


@dataclass(frozen=True, slots=True)
class NoteStart:
    """How a line begins as a footnote: its mark, the length of mark and gap, and whether that is certain."""

    mark: str
    length: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Citations:
    """The footnote marks that stand raised in the text, each with its lines (1-based, rising)."""

    lines: dict[str, list[int]]

    def above(self, mark: str, line: int) -> bool:
        """Return whether the mark stands in the lines before ``line``, not too far away."""
        return any(line - _REACH <= cited <= line for cited in self.lines.get(mark, []))


def citations(sheet: Sheet) -> Citations:
    """Collect the raised marks of a report, and letters in brackets behind a label.

    A mark that opens a line is a note, not a citation.
    """
    found: dict[str, list[int]] = {}
    for line in sheet.lines:
        for letter in _BEHIND.finditer(line.string):
            found.setdefault(f"({letter['letter']})", []).append(line.number)
        if not regex.search(rf"[{_RAISED}]|\^\{{|<sup>|\[\^", line.string):
            continue
        string = plain(clean(line.string, line.number))
        for match in _CITED.finditer(string):
            if match.start():
                for mark in regex.split(r"[,，、]", match[0]):
                    found.setdefault(mark.translate(_LOWER), []).append(line.number)
    return Citations(found)


def note_start(string: str) -> NoteStart | None:
    """Return how a cleaned line begins as a footnote, or nothing."""
    if match := _SURE.match(string):
        return NoteStart(match[match.lastgroup or 0].translate(_LOWER), match.end(), certain=True)
    if match := _NUMBERED.match(string) or _YEARLIKE.match(string):
        return NoteStart(match[match.lastgroup or 0], match.end(), certain=False)
    return _headed(string)


def lettered_note_start(string: str, cited: Citations, line: int) -> NoteStart | None:
    """Return how a line begins as a note whose letter a label above bears: ``(a) Since …``."""
    match = _LETTERED.match(string)
    if match and cited.above(f"({match['letter']})", line):
        return NoteStart(match["letter"], match.end(), certain=True)
    return None


def bare_note_start(string: str) -> NoteStart | None:
    """Return how a line below a table begins as its note with no more than a number (``1 All sites …``)."""
    match = _BARE.match(string)
    return NoteStart(match["number"], match.end(), certain=False) if match else None


def _headed(string: str) -> NoteStart | None:
    """Return a note that says it is one: ``注：``, ``註 1：``, ``Note 2:``."""
    bare = fold(string)
    for head in reading_words().note_heads:
        match = regex.match(rf"{head}\s*(?P<mark>[0-9]{{1,2}}|[①-⑳])?\s*[:.](?P<gap>\s*)(?=\S)", bare)
        if match:
            return NoteStart(match["mark"] or "", match.end(), certain=True)
    return None
