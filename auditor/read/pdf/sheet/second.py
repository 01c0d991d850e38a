"""The second reader, pdfplumber: asked only for pages whose characters have no meaning to the first."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from auditor.read.pdf.sheet.shapes import Glyph
from auditor.read.pdf.sheet.shapes import Sheet
from auditor.read.pdf.sheet.words import make_words

#: Of the characters, the share without a meaning at which a page is doubted.
_LOST = 0.05


def is_garbled(sheet: Sheet) -> bool:
    """Return whether too many characters of a sheet have no meaning in the file."""
    return sheet.lost > _LOST * max(sheet.characters, 1)


def read_again(sheet: Sheet, path: Path, password: str | None) -> Sheet:
    """Return the sheet with pdfplumber's characters where those are the better ones, else as it is."""
    glyphs = _glyphs(path, sheet.number, password)
    known = [glyph for glyph in glyphs if glyph.char != "\ufffd"]
    lost = len(glyphs) - len(known)
    printed = sum(glyph.char != " " for glyph in known)
    if not printed or lost * max(sheet.characters, 1) >= sheet.lost * printed:
        return sheet
    words = tuple(make_words(known, sheet.height))
    return replace(sheet, words=words, lost=lost, characters=printed)


def _glyphs(path: Path, number: int, password: str | None) -> list[Glyph]:
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        return _read_glyphs(pdfplumber, path, number, password)
    except (PSException, PdfminerException):
        return []


def _read_glyphs(pdfplumber: Any, path: Path, number: int, password: str | None) -> list[Glyph]:  # noqa: ANN401
    with pdfplumber.open(path, pages=[number], password=password or "") as file:
        page = file.pages[0]
        chars = page.crop(page.cropbox, strict=False).chars if page.cropbox else page.chars
        glyphs = [_glyph(char) for char in chars if char["upright"]]
        page.close()
    return glyphs


def _glyph(char: dict[str, object]) -> Glyph:
    text = str(char["text"])
    known = len(text) == 1 and text.isprintable()
    x0, top, x1, bottom, size = (float(str(char[key])) for key in ("x0", "top", "x1", "bottom", "size"))
    letter = " " if text.isspace() else text if known else "\ufffd"
    return Glyph(letter, x0, top, x1, bottom, bottom - 0.2 * size, size, 0, False)
