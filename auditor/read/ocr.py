"""Scanned pages are read with the extra ``[ocr]``, where it is installed; all that comes of it is doubted."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

import regex

from auditor.model.document import Block
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.document import Table
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.model.saying import saying
from auditor.read.pdf.pages import assemble
from auditor.read.pdf.sheet.shapes import Sheet
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.rulings import find_rulings

#: Pixels a point: 200 dpi, at which small Chinese type is told apart.
_SCALE = 200 / 72
#: A number recognised with less confidence than this (0 to 1) is doubted by itself.
_SURE = 0.95
#: The line of a text is so much higher than its type; its base line lies so far above the lower edge.
_LEADING, _DESCENT = 1.3, 0.22
#: Lines so near to the usual height are of the usual type.
_USUAL = 0.35
_UNREAD = "page_not_readable"


def installed() -> bool:
    """Return whether the extra is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def with_scanned_pages(document: Document, path: Path, password: str | None = None) -> Document:
    """Return a PDF's document with the pages that are pictures read, as far as anything is seen on them.

    Each such page has a doubt ``read_by_ocr`` with its lowest confidence, and one ``ocr_uncertain`` for
    each number that was hard to make out. Without the extra the document comes back as it is.
    """
    if not document.pages_unread or not installed():
        return document
    scans = list(_scans(document, path, password))
    if not scans:
        return document
    read = {sheet.number: sheet for sheet, _ in scans}
    # the pages between them count, so that each keeps its number; there is nothing more to read on them
    sheets = [read.get(number, Sheet(number, 1.0, 1.0)) for number in range(1, document.pages + 1)]
    elements, layout = assemble(sheets, document.name)
    kept = [doubt for doubt in document.doubts if doubt.code != _UNREAD or doubt.place.page not in read]
    doubts = [*kept, *layout, *(doubt for _, told in scans for doubt in told)]
    return replace(
        document,
        elements=tuple(sorted([*document.elements, *elements], key=_page)),
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.place.order)),
        pages_unread=tuple(page for page in document.pages_unread if page not in read),
    )


def _page(element: Block | Table) -> int:
    return element.place.page or 0


def _scans(document: Document, path: Path, password: str | None) -> Iterator[tuple[Sheet, list[Doubt]]]:
    """Yield a sheet of words for each unread page on which any are seen, and the doubts of it."""
    import pypdfium2 as pdfium

    engine = _engine()
    file = pdfium.PdfDocument(path, password=password)
    try:
        for number in document.pages_unread:
            try:
                sheet, scores = _scan(engine, file, number)
            except (pdfium.PdfiumError, OSError, ValueError):
                continue  # broken: it stays unread
            if sheet.words:
                yield sheet, list(_doubts(sheet, scores, document.name))
    finally:
        file.close()


def _engine() -> Any:  # noqa: ANN401  # rapidocr is untyped
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def _scan(engine: Any, file: Any, number: int) -> tuple[Sheet, list[float]]:  # noqa: ANN401
    """Return the words on a page and how sure each is, from 0 to 1."""
    page = file[number - 1]
    try:
        width, height = page.get_size()
        image = page.render(scale=_SCALE).to_pil().convert("RGB")
    finally:
        page.close()
    stream = BytesIO()
    image.save(stream, "PNG")
    seen = engine(stream.getvalue())
    across, down = find_rulings(image, _SCALE)
    boxes = [_box(corners) for corners in (seen.boxes if seen.boxes is not None else ())]
    usual = median([box.bottom - box.top for box in boxes]) if boxes else 0.0
    words = tuple(_word(string, box, usual) for string, box in zip(seen.txts or (), boxes, strict=True))
    sheet = Sheet(number, width, height, words, across, down, pictures=1)
    return sheet, [float(score) for score in seen.scores or ()]


def _box(corners: Any) -> Box:  # noqa: ANN401
    """Return the upright box around four corners in pixels, in points."""
    across = [float(corner[0]) / _SCALE for corner in corners]
    down = [float(corner[1]) / _SCALE for corner in corners]
    return Box(min(across), min(down), max(across), max(down))


def _word(string: str, box: Box, usual: float) -> Word:
    height = box.bottom - box.top
    line = usual if abs(height - usual) <= _USUAL * usual else height
    middle = (box.top + box.bottom) / 2
    base = middle + line / 2 - _DESCENT * line
    return Word(string, box.x0, box.top, box.x1, box.bottom, base, round(line / _LEADING, 1), spaced=True)


def _doubts(sheet: Sheet, scores: Sequence[float], name: str) -> Iterator[Doubt]:
    count, least = len(sheet.words), f"{min(scores):.2f}"
    detail = saying(
        "该页是图片：识别出 {count} 处文字，把握最小的为 {least}。请目视核对其中的数字。",
        count=count,
        least=least,
    )
    yield Doubt("read_by_ocr", Place(name, sheet.number), detail)
    for word, score in zip(sheet.words, scores, strict=True):
        if score < _SURE and regex.search("[0-9]", word.string):
            told = saying("“{text}”识别的把握为 {score}：请目视核对", text=word.string, score=f"{score:.2f}")
            yield Doubt("ocr_uncertain", Place(name, sheet.number, box=word.box), told)
