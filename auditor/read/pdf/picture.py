"""A page as a picture with boxes over what was understood of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from auditor.errors import UnreadableFileError
from auditor.model.place import Box

#: Pixels a point: 144 dpi, at which boxes around small type are told apart.
_SCALE = 2.0
#: Pixels: the margin of the legend, the size of its type.
_MARGIN, _TYPE = 12, 16


class Shown(StrEnum):
    """What a box is drawn around, in the order of drawing."""

    TEXT = "text"
    LABEL = "label"
    CELL = "cell"
    CLAIM = "claim"
    DOUBT = "doubt"


#: Colours that people who see no red or no green tell apart too (Okabe and Ito), and widths in pixels.
_PENS = {
    Shown.TEXT: ((153, 153, 153), 1),
    Shown.LABEL: ((0, 114, 178), 2),
    Shown.CELL: ((230, 159, 0), 2),
    Shown.CLAIM: ((0, 158, 115), 2),
    Shown.DOUBT: ((213, 0, 50), 3),
}
#: How far outside of its text a box is drawn, in points, so that boxes around one text are all seen.
_AROUND = {Shown.TEXT: 3.5, Shown.LABEL: 1.0, Shown.CELL: 1.0, Shown.CLAIM: 2.2, Shown.DOUBT: 3.0}


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to draw on the visible page, in points from its top left corner."""

    box: Box
    shown: Shown


def draw_page(
    path: Path, number: int, marks: Sequence[Mark], remarks: Sequence[str] = (), password: str | None = None
) -> bytes:
    """Return page ``number`` (1-based) as a PNG with the marks over it, a legend and remarks below it.

    Raises:
        UnreadableFileError: the file cannot be opened, or the page cannot be drawn.
    """
    try:
        page = _rendered(path, number, password)
    except (pdfium.PdfiumError, OSError, ValueError, IndexError) as error:
        raise UnreadableFileError(path, f"page {number} cannot be drawn: {error}") from error
    from PIL import ImageDraw

    pen = ImageDraw.Draw(page)
    for shown in Shown:
        for mark in marks:
            if mark.shown is shown:
                _draw(pen, mark)
    picture = _with_legend(page, marks, remarks)
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def _rendered(path: Path, number: int, password: str | None) -> Any:  # noqa: ANN401  # untyped
    file = pdfium.PdfDocument(path, password=password)
    try:
        page = file[number - 1]
        try:
            return page.render(scale=_SCALE).to_pil().convert("RGB")
        finally:
            page.close()
    finally:
        file.close()


def _draw(pen: Any, mark: Mark) -> None:  # noqa: ANN401
    colour, width = _PENS[mark.shown]
    out = _AROUND[mark.shown]
    left, top = (mark.box.x0 - out) * _SCALE, (mark.box.top - out) * _SCALE
    right, bottom = (mark.box.x1 + out) * _SCALE, (mark.box.bottom + out) * _SCALE
    if right > left and bottom > top:
        pen.rectangle((left, top, right, bottom), outline=colour, width=width)


def _with_legend(page: Any, marks: Sequence[Mark], remarks: Sequence[str]) -> Any:  # noqa: ANN401
    """Return the page with a strip below it: what each colour means and how often it stands there."""
    from PIL import Image
    from PIL import ImageDraw
    from PIL import ImageFont

    line = _TYPE + 8
    picture = Image.new("RGB", (page.width, page.height + line * (1 + len(remarks)) + 2 * _MARGIN), "white")
    picture.paste(page)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(_TYPE)
    pen.line((0, page.height, page.width, page.height), fill=(0, 0, 0))
    counts = Counter(mark.shown for mark in marks)
    x, y = _MARGIN, page.height + _MARGIN
    for shown, (colour, _) in _PENS.items():
        pen.rectangle((x, y + 2, x + _TYPE, y + 2 + _TYPE), outline=colour, width=3)
        told = f"{shown.value} {counts[shown]}"
        pen.text((x + _TYPE + 6, y), told, fill=(0, 0, 0), font=font)
        x += _TYPE + 30 + round(pen.textlength(told, font=font))
    for index, remark in enumerate(remarks, 1):
        pen.text((_MARGIN, y + index * line), remark, fill=_PENS[Shown.DOUBT][0], font=font)
    return picture
