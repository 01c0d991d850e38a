"""Scanned pages: read with the extra where it is installed, doubted always, unread without it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from auditor.lexicon.tongue import tell
from auditor.model.document import BlockKind
from auditor.read import ocr
from auditor.read.open import read
from tests.read.conftest import codes
from tests.read.conftest import rows

#: Pixels a point in which pages are recognised.
SCALE = 200 / 72
ROWS = [
    ("Indicator", "2023", "2024"),
    ("Water use", "980", "1,100"),
    ("Waste", "52", "61"),
    ("Energy", "7,001", "7,204"),
]


@dataclass
class Seen:
    """What an engine gives for a page."""

    boxes: list[list[tuple[float, float]]] | None
    txts: tuple[str, ...] | None
    scores: tuple[float, ...] | None


def seen(texts: list[tuple[str, float, float]], score: float = 0.99) -> Seen:
    """Return texts of 10 points at x and top in points."""
    boxes = []
    for string, x, top in texts:
        x0, y0, x1, y1 = x * SCALE, top * SCALE, (x + 5 * len(string)) * SCALE, (top + 13) * SCALE
        boxes.append([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    return Seen(boxes, tuple(string for string, _, _ in texts), tuple(score for _ in texts))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Return a PDF: a page with text, then a picture of a table, then a page with text."""
    picture = Image.new("RGB", (1190, 800), "white")
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(26)
    for y, row in enumerate(ROWS):
        for x, string in enumerate(row):
            pen.text((100 + 300 * x, 100 + 60 * y), string, fill="black", font=font)
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path), pagesize=(595, 400), invariant=True)
    canvas.drawString(60, 300, "The first page has text of its own.")
    canvas.showPage()
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 400)
    canvas.showPage()
    canvas.drawString(60, 300, "The last page has text of its own.")
    canvas.save()
    return path


@pytest.fixture
def engine(monkeypatch):
    """Return a function that says what the engine sees on the next page."""
    monkeypatch.setattr(ocr, "installed", lambda: True)
    return lambda answer: monkeypatch.setattr(ocr, "_engine", lambda: lambda _: answer)


def table() -> list[tuple[str, float, float]]:
    return [
        (string, 60.0 + 150 * x, 60.0 + 18 * y) for y, row in enumerate(ROWS) for x, string in enumerate(row)
    ]


def test_without_the_extra_a_picture_is_a_page_that_is_not_readable(scan, monkeypatch):
    monkeypatch.setattr(ocr, "installed", lambda: False)
    document = read(scan)
    assert document.pages_unread == (2,)
    assert codes(document) == [("page_not_readable", 2)]


def test_a_picture_is_read_between_its_neighbours_and_doubted(scan, engine):
    engine(seen(table(), 0.97))
    document = read(scan)
    assert document.pages_unread == ()
    assert codes(document) == [("read_by_ocr", 2)]
    assert "0.97" in tell(document.doubts[0].detail)
    assert [element.place.page for element in document.elements] == [1, 2, 3]
    (found,) = document.tables
    assert rows(found) == [list(row) for row in ROWS]
    (cell,) = (cell for cell in found.cells if cell.text.string == "1,100")
    box = cell.text.place().box
    assert (round(box.x0), round(box.top)) == (360, 78)


def test_each_number_that_was_hard_to_make_out_is_doubted_where_it_stands(scan, engine):
    answer = seen(table(), 0.99)
    engine(
        Seen(
            answer.boxes,
            answer.txts,
            tuple(0.6 if text in {"1,100", "Waste"} else 0.99 for text in answer.txts),
        )
    )
    doubts = read(scan).doubts
    assert [doubt.code for doubt in doubts] == ["read_by_ocr", "ocr_uncertain"]
    assert "1,100" in tell(doubts[1].detail)
    assert doubts[1].place.box


@pytest.mark.parametrize("nothing", [Seen(None, None, None), Seen([], (), ())])
def test_a_picture_on_which_no_text_is_seen_stays_unread(scan, engine, nothing):
    engine(nothing)
    document = read(scan)
    assert document.pages_unread == (2,)
    assert codes(document) == [("page_not_readable", 2)]


def test_a_page_with_text_of_its_own_is_never_sent_to_the_engine(tmp_path, monkeypatch):
    def refuse():
        raise AssertionError

    monkeypatch.setattr(ocr, "installed", lambda: True)
    monkeypatch.setattr(ocr, "_engine", refuse)
    path = tmp_path / "text.pdf"
    canvas = Canvas(str(path), invariant=True)
    canvas.drawString(60, 300, "This page has text of its own.")
    canvas.save()
    assert [block.kind for block in read(path).blocks] == [BlockKind.PARAGRAPH]


@pytest.mark.skipif(not ocr.installed(), reason="the extra [ocr] is not installed")
def test_the_engine_itself_reads_every_number_of_a_clean_scan(scan):
    found = {cell.text.string for table in read(scan).tables for cell in table.cells}
    assert {string for row in ROWS for string in row} <= found
