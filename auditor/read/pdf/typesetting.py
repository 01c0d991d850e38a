"""Words become reading text: lines joined as they were before they were set, each word with its place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from auditor.lexicon.words.periods import period_words
from auditor.model.document import Piece
from auditor.model.document import Text
from auditor.model.place import Place
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import is_wide
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.sheet.words import needs_space

EMPTY = Text("")
_NUMERAL = re.compile(r"[-−–+(（]?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?[)）]?[%％]?")
_NUMERAL_PART = re.compile(r"[-−–+(（]?[0-9,.]*[)）]?[%％]?")
#: A number behind a Chinese word at the end of a line, and what goes on with it: 占7 / 8.9%.
_CUT_NUMERAL = re.compile(r"[\u4e00-\u9fff]\s?[0-9]{1,3}(?:,[0-9]{3})*[.,]?$")
_REST_OF_NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?[%％\u4e00-\u9fff]")


class Composer:
    """Sets words of one report's page into text."""

    def __init__(self, report: str, page: int, vocabulary: AbstractSet[str] = frozenset()) -> None:
        """``vocabulary`` is the report's Latin words in lower case; it tells which line-end hyphens stay."""
        self.page = page
        self._report = report
        self._vocabulary = vocabulary

    def lines(self, lines: Sequence[Line]) -> Text:
        """Return the text of lines that belong to one paragraph."""
        string = ""
        pieces: list[Piece] = []
        for index, line in enumerate(lines):
            if index and not _cuts_numeral(string, lines[index - 1], line):
                string = close_line(string, line.words[0].string, self._vocabulary)
            before: Word | None = None
            for word in line.words:
                if before is not None and needs_space(before, word):
                    string += " "
                pieces.append(Piece(len(string), Place(self._report, self.page, box=word.box)))
                string += word.string
                before = word
        return Text(string, tuple(pieces))

    def cell(self, words: Sequence[Word], room: float) -> Text:
        """Return the text of a cell ``room`` points wide; a numeral broken over lines is joined."""
        if not words:
            return EMPTY
        level = [word for word in words if not word.turn]
        turned = [Line([word]) for word in sorted(words, key=_turned_order) if word.turn]
        lines = make_lines(level) + turned
        if len(lines) > 1 and (numeral := self._broken_numeral(lines, room)):
            return numeral
        return self.lines(lines)

    def _broken_numeral(self, lines: list[Line], room: float) -> Text | None:
        strings = ["".join(word.string for word in line.words) for line in lines]
        if not all(_NUMERAL_PART.fullmatch(string) for string in strings):
            return None
        wrapped = _is_filled(lines)
        signs = set("".join(strings) if wrapped else strings[0]) & set(",.-−–")
        if not _NUMERAL.fullmatch("".join(strings)) or not signs:
            return None
        for line, after in itertools.pairwise(lines):
            open_end = line.words[-1].string[-1] in ",.-−–"
            if not wrapped and not open_end and (line.x1 - line.x0) + (after.x1 - after.x0) <= 0.72 * room:
                return None  # there was room for both: two values, one above the other
        flat = [word for line in lines for word in line.words]
        string, pieces = "", []
        for word in flat:
            pieces.append(Piece(len(string), Place(self._report, self.page, box=word.box)))
            string += word.string
        return Text(string, tuple(pieces))


def _is_filled(lines: Sequence[Line]) -> bool:
    """Return whether all of several lines but the last are about as wide: each had no more room."""
    widths = [line.x1 - line.x0 for line in lines[:-1]]
    return len(widths) > 1 and max(widths) - min(widths) < 0.6 * lines[0].size


def _turned_order(word: Word) -> tuple[float, float]:
    return (-word.x0, word.top) if word.turn == 270 else (word.x0, -word.bottom)


def _cuts_numeral(string: str, line: Line, after: Line) -> bool:
    """Return whether a full line of running text ends inside a number: 占7 / 8.9%."""
    full = line.x1 - line.x0 > 20 * line.size
    rest = _REST_OF_NUMERAL.match(after.words[0].string)
    return full and rest is not None and _CUT_NUMERAL.search(string) is not None


def close_line(string: str, after: str, vocabulary: AbstractSet[str] = frozenset()) -> str:
    """Return the text so far, ready for the next line: a space, nothing, or a hyphen taken away."""
    last, first = string[-1:], after[:1]
    if not last or is_wide(last) or is_wide(first):
        return string
    if last != "-" or len(string) < 2 or not string[-2].isalpha():
        return string + " "
    if not (first.islower() and string[-2].islower()):
        return string
    left = string[:-1].rsplit(" ", 1)[-1].lower().lstrip("(\"'")
    right = after.lower().rstrip(".,;:)\"'")
    if left + right in vocabulary:
        return string[:-1]
    dated = f"{left} {right}" in period_words().previous
    whole = dated or f"{left}-{right}" in vocabulary or "-" in left or {left, right} <= vocabulary
    return string if whole else string[:-1]


def join(first: Text, second: Text) -> Text:
    """Return two parts of one paragraph as one text."""
    return _after(close_line(first.string, second.string), first, second)


def beside(first: Text, second: Text) -> Text:
    """Return a label and its number as one text, with a space between them."""
    return _after(first.string + " ", first, second)


def _after(string: str, first: Text, second: Text) -> Text:
    moved = tuple(Piece(piece.start + len(string), piece.place) for piece in second.pieces)
    return Text(string + second.string, first.pieces + moved)


def cut(text: Text, start: int) -> Text:
    """Return the text from ``start`` on, its pieces moved."""
    kept = [piece for piece in text.pieces if piece.start > start]
    at = [piece for piece in text.pieces if piece.start <= start]
    first = [Piece(0, at[-1].place)] if at else []
    return Text(text.string[start:], (*first, *(Piece(p.start - start, p.place) for p in kept)))


def parts_of(text: Text, spans: Sequence[tuple[int, int]]) -> Text:
    """Return the characters of some spans as one text, each where it stood."""
    string = ""
    pieces: list[Piece] = []
    for start, end in spans:
        starts = [start, *(piece.start for piece in text.pieces if start < piece.start < end), end]
        for at, to in itertools.pairwise(starts):
            if at < to and text.pieces:
                pieces.append(Piece(len(string) + at - start, text.place(at, to)))
        string += text.string[start:end]
    return Text(string, tuple(pieces))
