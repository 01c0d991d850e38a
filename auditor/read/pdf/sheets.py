"""One page as a sheet: its words, rulings, shades and pictures."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from auditor.read.pdf.characters import Frame
from auditor.read.pdf.characters import read_characters
from auditor.read.pdf.rules import read_drawing
from auditor.read.pdf.shapes import Sheet
from auditor.read.pdf.words import make_words


def read_sheet(page: Any, number: int) -> Sheet:  # noqa: ANN401  # pypdfium2 is untyped
    """Return page ``number`` (1-based) as a sheet. The page stays open.

    Raises:
        pypdfium2.PdfiumError: the page has no text page.
    """
    frame = _frame(page)
    textpage = page.get_textpage()
    try:
        found = read_characters(textpage, frame)
    finally:
        textpage.close()
    drawing = read_drawing(page, frame)
    printed = sum(glyph.char != " " for glyph in found.glyphs)
    # an invisible layer counts only where it is all the text there is: OCR under a picture
    hidden = len(found.hidden) > 9 * printed
    glyphs = found.hidden if hidden else found.glyphs
    return Sheet(
        number,
        frame.width,
        frame.height,
        tuple(make_words(glyphs, frame.height)),
        tuple(drawing.across),
        tuple(drawing.down),
        tuple(drawing.shades),
        found.lost,
        len(found.hidden) if hidden else printed,
        drawing.pictures,
        hidden,
    )


def _frame(page: Any) -> Frame:  # noqa: ANN401
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box))
    return Frame(box.left, box.bottom, box.right, box.top, page.get_rotation())
