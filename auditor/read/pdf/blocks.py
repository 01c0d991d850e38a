"""Lines of text become headings, paragraphs, list items and figure tiles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from auditor.lexicon.words.signs import sign_words
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import rejoin
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.leading import leading_of
from auditor.read.pdf.leading import widest_step
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.words import is_wide
from auditor.read.pdf.signs import is_item
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value
from auditor.read.pdf.signs import note_mark
from auditor.read.pdf.signs import section_level
from auditor.read.pdf.typesetting import Composer
from auditor.read.text.figures import is_pair
from auditor.read.text.tables.ruled import unit_line

_LEADING = re.compile(r"([0-9]{1,2})([.．、)）]?)\s*(?![0-9.%.．、)）])")
#: A numeral of more than a list number's digits, or a share.
_NUMERAL = re.compile(
    r"[0-9][0-9,]*\.[0-9]+[%％]?|[0-9]{1,3}(?:[,\u2009\u202f][0-9]{3})+|[0-9]+(?:[%％]|\d\d)"
)
_NUMBERING = re.compile(r"[（(]?[0-9]{1,2}[)）、.．]\s*")
_TILE = re.compile(
    rf"(?:[<>≥≤~≈+]|{sign_words().over})?"
    r"\s*(?:[A-Z]{0,3}[$€£¥￥])?\s*(?!(?:19|20)[0-9]{2}\b)[0-9][0-9,.]*(?!\s*[.、])\s?\S.{0,13}"
)
_ENDS = "。！？；：.!?;:…”」』）)"
#: Boxes to tick stand on lines of their own.
_BOXES = "□☑☐√"
SENTENCE_ENDS = "。！？；!?;…"
#: So many paragraphs may be open beside each other (tiles, columns that no gutter parts).
_OPEN = 6
#: A heading is larger than the body by this ratio, or bold.
_LARGER = 1.13
#: The figure of a tile is larger than the body by this ratio.
_FIGURE = 1.35


@dataclass(frozen=True, slots=True)
class Faces:
    """Type sizes in points: of the report's running text, of most of the page at hand, of all headings.

    ``page`` is never larger than ``body``; a page of tables may be set smaller. ``heads`` falls.
    """

    body: float
    page: float
    heads: tuple[float, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and the column that they stand in."""

    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0

    @property
    def string(self) -> str:
        """Return the lines one after another, for looking at only."""
        return "".join(_string(line) for line in self.lines)

    @property
    def size(self) -> float:
        """Return the type size of the first line."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Return whether all lines are bold."""
        return all(line.bold for line in self.lines)


def make_paragraphs(
    lines: Sequence[Line], body: float, edges: Span, pitches: dict[float, float] | None = None
) -> list[Paragraph]:
    """Return the paragraphs of one column, top to bottom.

    ``body`` is the report's type size, ``edges`` the left and right end of the column, ``pitches`` the
    leading by type size where it is known.
    """
    if not lines:
        return []
    lines = rejoin(sorted(lines, key=lambda line: (round(line.base / 2), line.x0)))
    edges = edges[0], _margin(lines, edges[1])
    found: list[Paragraph] = []
    for line in lines:
        for paragraph in reversed(found[-_OPEN:]):
            if _goes_on(paragraph, line, body, leading_of(pitches or {}, line)):
                paragraph.lines.append(line)
                break
        else:
            found.append(Paragraph([line], *edges))
    return found


def _margin(lines: Sequence[Line], right: float) -> float:
    """Return the right margin of a column of text that ends at ``right``.

    Where long lines end at one margin (set justified) it is that: a table or a hanging sign reaches out.
    """
    ends = sorted(line.x1 for line in lines if line.x1 - line.x0 > 12 * line.size)
    best, share = right, 0
    for end in ends:
        count = sum(end - 4.0 <= other <= end for other in ends)
        if count >= share:
            best, share = end, count
    if share >= 3 and share * 3 >= len(ends):
        return best
    longest = max((line.x1 for line in lines if line.x1 - line.x0 > 24 * line.size), default=right)
    return min(longest, right)


def _goes_on(paragraph: Paragraph, line: Line, body: float, pitch: float) -> bool:
    last = paragraph.lines[-1]
    size = last.size
    step = line.base - last.base
    if step <= 0.3 * size or not _near_enough(paragraph, line, step, pitch):
        return False
    outdent = abs(line.x0 - paragraph.left) < 0.5 * size and last.x0 - line.x0 < 4.0 * size
    if min(line.x1, last.x1) - max(line.x0, last.x0) <= 0 and not outdent:
        return False
    if _is_tile(paragraph, body):
        return len(paragraph.lines) < 4 and _under(paragraph.lines[0], line) and line.size < size * 1.05
    if not 0.9 < line.size / size < 1.12 or (line.bold != last.bold and size > 0):
        return False
    ended = _string(last)[-1] in SENTENCE_ENDS
    if len(paragraph.lines) > 1 and step > widest_step(paragraph.lines, ended=ended):
        return False
    return not _begins(paragraph, line, pitch)


def _near_enough(paragraph: Paragraph, line: Line, step: float, pitch: float) -> bool:
    """Return whether a line is near enough below a paragraph: where the leading is wide, a long full line."""
    last = paragraph.lines[-1]
    if step <= 2.4 * max(last.size, line.size):
        return True
    full = last.x1 - last.x0 > 12 * last.size and not _short(last, paragraph, 4.0)
    return full and step <= 1.1 * pitch


def _begins(paragraph: Paragraph, line: Line, pitch: float) -> bool:
    """Return whether a line of the same type begins a new paragraph."""
    last, first = paragraph.lines[-1], paragraph.lines[0]
    size, string, before = line.size, _string(line), _string(last)
    if _had_no_room(last, paragraph, string) and before[-1] not in _ENDS:
        return False
    if (
        string[0] in _BOXES
        or (is_item(string) and not _runs_on(last, paragraph, string))
        or (section_level(string) and _short(last, paragraph, 1.0))
    ):
        return True
    if _next_number(_string(first), string, short=_short(last, paragraph, 2.0)):
        return True
    if note_mark(string, strict=True)[0] and not string[0].isdecimal():
        return True
    inset = line.x0 - min(last.x0, first.x0 if len(paragraph.lines) > 1 else last.x0)
    if is_wide(string[0]) or is_wide(before[-1]):
        hanging = is_item(_string(first)) and _is_open(last, paragraph)
        if not hanging and 1.2 * size < inset < 4.0 * size and line.x0 - paragraph.left > 1.2 * size:
            return True
        if first is last and before[-1] in _ENDS and _indented_alike(paragraph, line):
            return True
        return _short(last, paragraph, 2.2 if before[-1] in _ENDS else 6.0)
    gap = line.base - last.base
    if len(paragraph.lines) == 1 and gap > 1.75 * size:  # wide leading shows where a line had no room
        return gap > 1.1 * pitch or _short(last, paragraph, 4.0)
    return before[-1] in ".!?:" and _short(last, paragraph, 6.0)


def _string(line: Line) -> str:
    """Return what a line says; the answer is kept with the line."""
    if "string" not in line.__dict__:
        line.__dict__["string"] = string_of(line.words)
    return str(line.__dict__["string"])


def _runs_on(last: Line, paragraph: Paragraph, string: str) -> bool:
    """Return whether what looks like a list mark goes on with a full line: ``（範圍`` over ``3）``."""
    numbered = string[0] in "(（" or string[0].isdigit()
    wide = last.x1 - last.x0 > 12 * last.size
    return numbered and wide and _is_open(last, paragraph) and _string(last)[-1] not in "，,、"


def _is_open(last: Line, paragraph: Paragraph) -> bool:
    """Return whether a line fills its column and ends no sentence."""
    return _string(last)[-1] not in _ENDS and not _short(last, paragraph, 2.2)


def _had_no_room(last: Line, paragraph: Paragraph, string: str) -> bool:
    """Return whether the numeral that a line begins with was too wide for the end of the line before it."""
    numeral = _NUMERAL.match(string)
    if not numeral:
        return False
    width = 0.5 * last.size * (numeral.end() + 1)
    return paragraph.right - last.x1 < width and last.x1 - last.x0 > 8 * last.size


def _indented_alike(paragraph: Paragraph, line: Line) -> bool:
    """Return whether a line is indented as the paragraph's first line is: both begin a paragraph."""
    indent = line.x0 - paragraph.left
    return 1.2 * line.size < indent < 4.0 * line.size and abs(line.x0 - paragraph.lines[0].x0) < 2.0


def _next_number(first: str, string: str, *, short: bool) -> bool:
    """Return whether a line begins with the number after that of the paragraph's first line.

    Bare numbers (``2 Climate``) count only after a line that ends ``short`` of the column's edge.
    """
    before, now = _LEADING.match(first), _LEADING.match(string)
    if not before or not now or int(now.group(1)) != int(before.group(1)) + 1:
        return False
    return before.group(2) == now.group(2) and bool(short or now.group(2))


def _short(line: Line, paragraph: Paragraph, by: float) -> bool:
    """Return whether a line ends ``by`` type sizes before the right edge of its column."""
    return paragraph.right - line.x1 > by * line.size


def _is_tile(paragraph: Paragraph, body: float) -> bool:
    """Return whether a paragraph begins with a large figure, with no more than a unit beside it."""
    first = paragraph.lines[0]
    string = _string(first).strip() if first.size > _FIGURE * body else ""
    if len(string) > 24 or not _has_digit(string):
        return False
    return (is_value(string) and not is_period(string)) or bool(
        _TILE.fullmatch(string) and not is_period(string)
    )


def _has_digit(string: str) -> bool:
    return any(char.isdecimal() for char in string)


def _under(upper: Line, lower: Line) -> bool:
    """Return whether a caption stands under (or centred on) the figure above it."""
    centred = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) < 40
    return centred or abs(upper.x0 - lower.x0) < 12


def make_block(paragraph: Paragraph, composer: Composer, faces: Faces) -> Block:
    """Return a paragraph as a block."""
    text = composer.lines(paragraph.lines)
    string = text.string
    if _is_tile(paragraph, faces.body) or (is_value(string) and _has_digit(string) and len(string) <= 16):
        return Block(BlockKind.FIGURE, text)
    if _is_heading(paragraph, string, faces):
        if unit_line(string) or is_pair(string):
            return Block(BlockKind.FIGURE, text)
        return Block(BlockKind.HEADING, text, level=_level(paragraph, string, faces.heads))
    if is_item(string):
        return Block(BlockKind.ITEM, text)
    return Block(BlockKind.PARAGRAPH, text)


def _is_heading(paragraph: Paragraph, string: str, faces: Faces) -> bool:
    if len(string) > 120 or len(paragraph.lines) > 3 or not any(char.isalpha() for char in string):
        return False
    if string.rstrip()[-1] in SENTENCE_ENDS or is_value(string):
        return False
    if paragraph.size > _LARGER * faces.body:
        return True
    if paragraph.bold and paragraph.size > 0.9 * faces.page:
        return True
    return len(paragraph.lines) == 1 and _is_numbered_title(string)


def _is_numbered_title(string: str) -> bool:
    """Return whether a line set like the text is a title by its number: ``二、…``, ``（1）采购模式``."""
    level = section_level(string)
    if not level or len(string) > 40 or string[-1] in "，,、":
        return False
    if level <= 2 or (level == 3 and string[0] in "(（"):
        return True
    title = _NUMBERING.sub("", string)
    plain = not any(char.isdigit() or char in "，,：:；;" for char in title)
    return level in {4, 5} and 0 < len(title) <= 20 and plain and is_wide(title[-1])


def _level(paragraph: Paragraph, string: str, heads: Sequence[float]) -> int:
    if level := section_level(string):
        return level
    return min(sum(size > paragraph.size * 1.05 for size in heads) + 1, 6)
