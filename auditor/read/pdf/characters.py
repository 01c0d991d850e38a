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
from typing import Any

import pypdfium2.raw as pdfium

from auditor.read.pdf.shapes import Glyph

#: Text render mode 3 draws nothing: an OCR layer under a picture.
_INVISIBLE = 3
#: Fill and stroke: the usual way to make a face look bold that has no bold cut.
_STROKED = 2
_HYPHENS = frozenset((0x02, 0xFFFE))
#: Signs of symbol fonts without a Unicode value, as Word writes them.
_SYMBOLS = {
    0xF052: "☑",
    0xF0FE: "☑",
    0xF0A3: "□",
    0xF0A8: "□",
    0xF06F: "□",
    0xF06C: "●",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF06E: "■",
    0xF075: "◆",
    0xF0FC: "✓",
}
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


def read_characters(textpage: Any, frame: Frame) -> Characters:  # noqa: ANN401, PLR0915  # pypdfium2 is untyped
    """Return the characters of a page in the order of the file; white space as ``" "``.

    One loop with local names and reused buffers: this is where the reading time goes.
    """
    handle = textpage.raw
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    box_ref, matrix_ref, x_ref, y_ref = map(ctypes.byref, (box, matrix, x, y))
    code_at, box_at = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    origin_at, matrix_at, size_at = (
        pdfium.FPDFText_GetCharOrigin,
        pdfium.FPDFText_GetMatrix,
        pdfium.FPDFText_GetFontSize,
    )
    found = Characters([], [])
    take, show, hide = found.glyphs.append, found.glyphs.append, found.hidden.append
    make, rotated, west, north = Glyph._make, frame.rotation, frame.left, frame.top
    size, height, floor, base, turn, starts, bold, shown = 0.0, -1.0, 0.0, 0.0, 0, True, False, True
    for index in range(pdfium.FPDFText_CountChars(handle)):
        code = code_at(handle, index)
        if code <= 32 or code in (0xA0, 0x3000, 0xFFFE):
            if code in _HYPHENS:
                code = 0x2D
            else:
                take(_SPACE)
                starts = True
                if code == 0:
                    found.lost += 1
                continue
        box_at(handle, index, box_ref)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        tall = top - bottom
        changed = starts or abs(tall - height) > 0.05
        if changed:
            matrix_at(handle, index, matrix_ref)
            size = size_at(handle, index) * (hypot(matrix.b, matrix.d) or 1.0)
            turn = (round(degrees(atan2(matrix.b, matrix.a)) / 90) * 90 - frame.rotation) % 360
            bold, shown = _style(handle, index)
            height, starts = tall, False
        if changed or turn or bottom != floor:  # else the base line is that of the character before
            origin_at(handle, index, x_ref, y_ref)
            floor = bottom
            spot = frame.point(x.value, y.value)
            base = spot[1] if turn % 180 == 0 else spot[0]
        char = chr(code)
        if code >= 0xE000:
            found.lost += code == 0xFFFD
            char = _SYMBOLS.get(code, char)
        if rotated:
            x0, upper, x1, lower = frame.box(left, bottom, right, top)
        else:
            x0, upper, x1, lower = left - west, north - top, right - west, north - bottom
        take = show if shown else hide
        take(make((char, x0, upper, x1, lower, base, size, turn, bold)))
    found.glyphs = _on_page(found.glyphs, frame)
    return found


_SPACE = Glyph(" ", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, False)


def _style(handle: Any, index: int) -> tuple[bool, bool]:  # noqa: ANN401
    """Return whether the character is bold, and whether it is drawn at all."""
    mode = 0
    if thing := pdfium.FPDFText_GetTextObject(handle, index):
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
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


def _on_page(glyphs: list[Glyph], frame: Frame) -> list[Glyph]:
    """Return the glyphs whose middle is on the visible page; spaces stay."""
    width, height = frame.width, frame.height
    return [
        glyph
        for glyph in glyphs
        if glyph is _SPACE
        or (0 <= glyph.x0 + glyph.x1 <= 2 * width and 0 <= glyph.top + glyph.bottom <= 2 * height)
    ]
