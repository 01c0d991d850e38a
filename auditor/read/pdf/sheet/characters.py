"""The characters of a page, through pypdfium2's raw interface.

Line-end hyphens come back as U+0002, rotated pages and cropped pages need their own frame, text off
the page or invisible must not be read, and a letter drawn twice to look bold is one letter.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cache
from math import atan2
from math import degrees
from math import hypot
from struct import Struct
from typing import Any

import pypdfium2.raw as pdfium

from auditor.read.pdf.sheet.shapes import Glyph

#: Text render mode 3 draws nothing: an OCR layer under a picture.
_INVISIBLE = 3
#: Fill and stroke: the usual way to make a face look bold that has no bold cut.
_STROKED = 2
_HYPHENS = frozenset("\x02\ufffe")
#: Made up by the engine, on a sparse page between all characters.
_LINE_ENDS = frozenset("\n\r")
#: Characters over U+0020 that are white space, or a hyphen in disguise.
_NOT_PLAIN = frozenset("\xa0\u3000\ufffe")
#: Signs of symbol fonts without a Unicode value, as Word writes them.
_SYMBOLS = {
    "\uf052": "☑",
    "\uf0fe": "☑",
    "\uf0a3": "□",
    "\uf0a8": "□",
    "\uf06f": "□",
    "\uf06c": "●",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0fc": "✓",
}
_LAST_SURROGATE = "\udfff"
#: FS_RECTF: left, top, right, bottom.
_EDGES = Struct("4f")


def _plain(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401  # ctypes is untyped
    """Return a function of the engine that takes addresses as integers: a call costs two thirds as much."""
    return ctypes.cast(function, ctypes.CFUNCTYPE(result, *arguments))


_PAGE_AND_INDEX = (ctypes.c_void_p, ctypes.c_int)
_COUNT = _plain(pdfium.FPDFText_CountChars, ctypes.c_int, ctypes.c_void_p)
_TEXT = _plain(
    pdfium.FPDFText_GetText, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p
)
_CODE_AT = _plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint, *_PAGE_AND_INDEX)
_BOX_AT = _plain(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, *_PAGE_AND_INDEX, ctypes.c_void_p)
_OBJECT_AT = _plain(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, *_PAGE_AND_INDEX)
_UNMAPPED_AT = _plain(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int, *_PAGE_AND_INDEX)
_MODE_OF = _plain(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_BOLD_NAMES = (b"bold", b"black", b"heavy")


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in its file's coordinates, and its rotation in degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        """Return the visible width in points."""
        return self.top - self.bottom if self.rotation % 180 else self.right - self.left

    @property
    def height(self) -> float:
        """Return the visible height in points."""
        return self.right - self.left if self.rotation % 180 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the file as (x, top) of the visible page."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a rectangle of the file as (x0, top, x1, bottom) of the visible page."""
        x0, top0 = self.point(left, top)
        x1, top1 = self.point(right, bottom)
        return min(x0, x1), min(top0, top1), max(x0, x1), max(top0, top1)


@dataclass(slots=True)
class Characters:
    """What was found: visible glyphs, invisible ones, and how many have no known meaning."""

    glyphs: list[Glyph]
    hidden: list[Glyph]
    lost: int = 0


def read_characters(textpage: Any, frame: Frame) -> Characters:  # noqa: ANN401  # pypdfium2 is untyped
    """Return the characters of a page in the order of the file; white space as ``" "``.

    One loop with local names and reused buffers: this is where the reading time goes. How a word is
    set is asked for once, its base line where the box stands elsewhere.
    """
    hand = _Hand(textpage.raw, frame)
    box, box_address, handle = memoryview(hand.box).cast("B"), ctypes.addressof(hand.box), hand.address
    box_at, edges, make = _BOX_AT, _EDGES.unpack_from, tuple.__new__
    found = Characters([], [])
    show, hide = found.glyphs.append, found.hidden.append
    take, west, north = show, frame.left, frame.top
    size, turn, bold, sideways = hand.size, hand.turn, hand.bold, hand.sideways
    height, floor, base, starts = -1.0, 0.0, 0.0, True
    for index, char in enumerate(_text(handle)):
        if char <= " " or char in _NOT_PLAIN:
            found.lost += char == "\0"
            if char not in _HYPHENS:
                take(_LINE_END if char in _LINE_ENDS else SPACE)
                starts = True
                continue
            char = "-"  # noqa: PLW2901  # a hyphen in disguise
        box_at(handle, index, box_address)
        left, top, right, bottom = edges(box)
        changed = starts or abs((right - left if sideways else top - bottom) - height) > 0.05
        if changed:
            hand.take_up(index)
            size, turn, bold, sideways = hand.size, hand.turn, hand.bold, hand.sideways
            height, starts, take = top - bottom, False, show if hand.shown else hide
            if sideways:
                height = right - left
        if changed or bottom != floor or turn:
            floor, base = bottom, hand.base(index)
        if char >= "\ud800":
            char = _SYMBOLS.get(char, char if char > _LAST_SURROGATE else "\ufffd")  # noqa: PLW2901
            found.lost += char == "\ufffd"
        left, top, right, bottom = left - west, north - top, right - west, north - bottom
        take(make(Glyph, (char, left, top, right, bottom, base, size, turn, bold)))
    found.lost += hand.unmapped
    found.glyphs, found.hidden = _as_seen(found.glyphs, frame), _as_seen(found.hidden, frame)
    return found


def _text(handle: int) -> str:
    """Return the characters of a page: its text, or one by one where that leaves some out."""
    count = _COUNT(handle)
    buffer = ctypes.create_string_buffer(4 * count + 2)
    units = _TEXT(handle, 0, count, ctypes.addressof(buffer)) - 1
    text = buffer.raw[: 2 * units].decode("utf-16-le", "surrogatepass")
    return text if len(text) == count else "".join(chr(_CODE_AT(handle, index)) for index in range(count))


class _Hand:
    """The buffers for one page, and how the word at hand is set: size, turn, weight, visibility."""

    def __init__(self, handle: Any, frame: Frame) -> None:  # noqa: ANN401
        self.handle = handle
        self.address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        self.frame = frame
        self.box = pdfium.FS_RECTF()
        self.size, self.turn, self.bold, self.shown = 0.0, 0, False, True
        self.sideways = False  # the text runs up or down the page of the file
        self.unmapped = 0  # words whose font does not say what they mean
        self._known = 0  # the text object that was asked last
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def take_up(self, index: int) -> None:
        """Ask how the character at ``index`` is set; those after it in the word are set alike.

        All characters of one text object are, so nothing more is asked where it is the one at hand.
        """
        self.unmapped += _UNMAPPED_AT(self.address, index) == 1
        known = _OBJECT_AT(self.address, index) or 0
        if known and known == self._known:
            return
        self._known = known
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.handle, index, ctypes.byref(matrix))
        size = pdfium.FPDFText_GetFontSize(self.handle, index)
        self.size = size * (hypot(matrix.b, matrix.d) or 1.0)
        angle = round(degrees(atan2(matrix.b, matrix.a)) / 90) * 90
        self.turn, self.sideways = (angle - self.frame.rotation) % 360, angle % 180 != 0
        self.bold, self.shown = _style(self.handle, index, known)

    def base(self, index: int) -> float:
        """Return the base line: a distance from the top, for turned text from the left."""
        pdfium.FPDFText_GetCharOrigin(self.handle, index, ctypes.byref(self._x), ctypes.byref(self._y))
        spot = self.frame.point(self._x.value, self._y.value)
        return spot[1] if self.turn % 180 == 0 else spot[0]


#: All white space but line ends.
SPACE = Glyph(" ", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, False)
_LINE_END = SPACE._replace(char="\n")


def _style(handle: Any, index: int, thing: int) -> tuple[bool, bool]:  # noqa: ANN401
    """Return whether the character, of a text object, is bold, and whether it is drawn at all."""
    mode = _MODE_OF(thing) if thing else 0
    weight = pdfium.FPDFText_GetFontWeight(handle, index)
    bold = mode == _STROKED or 600 <= weight <= 1000 or _bold_name(handle, index)
    return bold, mode != _INVISIBLE


_NAME = ctypes.create_string_buffer(128)
_FLAGS = ctypes.c_int()
_FLAGS_REF = ctypes.byref(_FLAGS)


def _bold_name(handle: Any, index: int) -> bool:  # noqa: ANN401
    pdfium.FPDFText_GetFontInfo(handle, index, _NAME, 128, _FLAGS_REF)
    return _says_bold(_NAME.value)


@cache
def _says_bold(name: bytes) -> bool:
    lowered = name.lower()
    return any(part in lowered for part in _BOLD_NAMES)


def _as_seen(glyphs: list[Glyph], frame: Frame) -> list[Glyph]:
    """Return the glyphs whose middle is on the visible page, turned as the page is; spaces stay.

    Line ends are spaces, unless there are about as many of them as characters: then they mean nothing.
    """
    ends = sum(glyph is _LINE_END for glyph in glyphs)
    if ends * 2 > len(glyphs):
        glyphs = [glyph for glyph in glyphs if glyph is not _LINE_END]
    elif ends:
        glyphs = [SPACE if glyph is _LINE_END else glyph for glyph in glyphs]
    if frame.rotation:
        glyphs = [glyph if glyph.char.isspace() else _turned(glyph, frame) for glyph in glyphs]
    width, height = frame.width, frame.height
    return [
        glyph
        for glyph in glyphs
        if (0 <= glyph[1] + glyph[3] <= 2 * width and 0 <= glyph[2] + glyph[4] <= 2 * height)
        or glyph.char.isspace()
    ]


def _turned(glyph: Glyph, frame: Frame) -> Glyph:
    left, right = glyph.x0 + frame.left, glyph.x1 + frame.left
    x0, top, x1, bottom = frame.box(left, frame.top - glyph.bottom, right, frame.top - glyph.top)
    return glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom)
