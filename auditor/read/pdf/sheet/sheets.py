"""One page as a sheet: its words, rulings, shades and pictures."""

from __future__ import annotations

from typing import Any

from auditor.read.pdf.sheet.characters import SPACE
from auditor.read.pdf.sheet.characters import Frame
from auditor.read.pdf.sheet.characters import read_characters
from auditor.read.pdf.sheet.rules import read_drawing
from auditor.read.pdf.sheet.shapes import Sheet
from auditor.read.pdf.sheet.words import make_words


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
    printed = len(found.glyphs) - found.glyphs.count(SPACE)
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
        tuple(drawing.boxes),
    )


def _frame(page: Any) -> Frame:  # noqa: ANN401
    """Return the visible part: the crop box within the media box, neither of which is turned."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or top <= bottom:  # a crop box beside the page: viewers show the whole page
        left, bottom, right, top = media
    return Frame(left, bottom, right, top, page.get_rotation())
