"""What a whole file gives: pages, doubts, errors; no broken page stops a run."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from auditor.errors import UnreadableFileError
from auditor.read.pdf import read_pdf


def words(document):
    return " ".join(block.text.string for block in document.blocks)


def test_an_encrypted_report_asks_for_its_password_and_opens_with_it(tmp_path):
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(60, 700, "Water use 1,234 m3")
    canvas.save()
    with pytest.raises(UnreadableFileError, match="--password"):
        read_pdf(path, "locked", "0")
    with pytest.raises(UnreadableFileError, match="wrong"):
        read_pdf(path, "locked", "0", password="guess")
    assert words(read_pdf(path, "locked", "0", password="secret")) == "Water use 1,234 m3"


def test_a_file_that_is_no_pdf_is_named_unreadable(tmp_path):
    path = tmp_path / "notes.pdf"
    path.write_bytes(b"not a pdf at all")
    with pytest.raises(UnreadableFileError, match=re.escape("notes.pdf")):
        read_pdf(path, "notes", "0")


def test_a_page_that_is_only_a_picture_is_listed_as_unread(read, tmp_path):
    from PIL import Image

    picture = tmp_path / "scan.png"
    Image.new("RGB", (40, 40), "grey").save(picture)

    def draw(pen):
        pen.text(60, 100, "First page")
        pen.page()
        pen.canvas.drawImage(ImageReader(str(picture)), 50, 300, 400, 400)
        pen.page()
        pen.text(60, 100, "Third page")

    document = read(draw)
    assert document.pages == 3
    assert document.pages_unread == (2,)
    assert [(doubt.code, doubt.place.page) for doubt in document.doubts] == [("page_not_readable", 2)]
    assert words(document) == "First page Third page"


def test_text_outside_the_visible_page_is_not_read(read):
    def draw(pen):
        pen.text(60, 100, "Visible 100")
        pen.text(700, 100, "Hidden 200")

    assert words(read(draw)) == "Visible 100"


def test_invisible_text_beside_visible_text_is_not_read(read):
    def draw(pen):
        pen.text(60, 100, "A printed line of the report")
        text = pen.canvas.beginText(60, 600)
        text.setTextRenderMode(3)
        text.textOut("not printed 77")
        pen.canvas.drawText(text)

    assert words(read(draw)) == "A printed line of the report"


def test_a_page_of_invisible_text_is_read_with_a_doubt(read):
    def draw(pen):
        text = pen.canvas.beginText(60, 600)
        text.setFont("Helvetica", 10)
        text.setTextRenderMode(3)
        text.textOut("Layer 77")
        pen.canvas.drawText(text)

    document = read(draw)
    assert words(document) == "Layer 77"
    assert [doubt.code for doubt in document.doubts] == ["text_invisible"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_turned_for_viewing_is_read_as_it_is_seen(tmp_path, turn):
    path = tmp_path / "turned.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    canvas.translate(*{90: (600, 0), 180: (600, 800), 270: (0, 800)}[turn])
    canvas.rotate(turn)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 500, "Total 76,543")
    canvas.save()
    file = pdfium.PdfDocument(path.read_bytes())
    file[0].set_rotation(turn)
    file.save(path)
    file.close()
    document = read_pdf(path, "turned", "0")
    assert words(document) == "Total 76,543"
    box = document.blocks[0].place.box
    assert box.x0 == pytest.approx(50, abs=1)
    seen = 800 if turn == 180 else 600  # the height as seen
    assert box.bottom == pytest.approx(seen - 500, abs=4)


def test_a_cropped_page_gives_places_from_its_visible_corner(tmp_path):
    path = tmp_path / "cropped.pdf"
    canvas = Canvas(str(path), pagesize=(1200, 800), cropBox=(600, 0, 1200, 800))
    canvas.drawString(50, 500, "left half 1")
    canvas.drawString(650, 500, "right half 2")
    canvas.save()
    document = read_pdf(path, "cropped", "0")
    assert words(document) == "right half 2"
    assert document.blocks[0].place.box.x0 == pytest.approx(50, abs=1)


def test_a_word_drawn_twice_to_look_bold_is_read_once(read):
    def draw(pen):
        for shift in (0, 0.4):
            pen.text(60 + shift, 100, "1,100.11", size=12)

    assert words(read(draw)) == "1,100.11"


def test_the_same_file_gives_the_same_document(read):
    def draw(pen):
        pen.row(120, "Item", ["2023", "2024"])
        pen.row(140, "Gas", ["1", "2"])
        pen.row(160, "Oil", ["3", "4"])

    assert read(draw) == read(draw)


def test_text_without_meaning_in_the_file_is_doubted(tmp_path):
    path = tmp_path / "garbled.pdf"
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    canvas = Canvas(str(path), pageCompression=0)
    canvas.setFont("Vera", 12)
    canvas.drawString(60, 700, "Emissions fell to 1,234 tonnes")
    canvas.save()
    data = path.read_bytes()
    start, end = data.index(b"beginbfchar"), data.index(b"endbfchar")
    meaningless = re.sub(rb"<[0-9A-F]{4}>", b"<FFFD>", data[start:end])
    path.write_bytes(data[:start] + meaningless + data[end:])
    document = read_pdf(path, "garbled", "0")
    assert [(doubt.code, doubt.place.page) for doubt in document.doubts] == [("text_garbled", 1)]
    assert "1,234" not in words(document)
