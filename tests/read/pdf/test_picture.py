"""A page as a picture with boxes over what was understood of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from auditor.errors import UnreadableFileError
from auditor.model.place import Box
from auditor.read.pdf.picture import Mark
from auditor.read.pdf.picture import Shown
from auditor.read.pdf.picture import draw_page

#: Pixels a point.
SCALE = 2
COLOURS = {
    Shown.LABEL: (0, 114, 178),
    Shown.CELL: (230, 159, 0),
    Shown.CLAIM: (0, 158, 115),
    Shown.DOUBT: (213, 0, 50),
}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a PDF with an empty page of 300 by 200 points."""
    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), pagesize=(300, 200), invariant=True)
    canvas.showPage()
    canvas.save()
    return path


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def coloured(picture: Image.Image, colour: tuple[int, int, int]) -> tuple[float, float, float, float]:
    """Return the box in points around all pixels of a colour above the legend."""
    spots = [
        (x, y) for x in range(picture.width) for y in range(200 * SCALE) if picture.getpixel((x, y)) == colour
    ]
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return min(across) / SCALE, min(down) / SCALE, (max(across) + 1) / SCALE, (max(down) + 1) / SCALE


@pytest.mark.parametrize("shown", list(COLOURS))
def test_a_box_is_drawn_around_its_text_in_its_colour(page, shown):
    picture = opened(draw_page(page, 1, [Mark(Box(50, 40, 120, 60), shown)]))
    found = coloured(picture, COLOURS[shown])
    assert all(abs(edge - due) <= 4 for edge, due in zip(found, (50, 40, 120, 60), strict=True))
    assert found[0] < 50
    assert found[3] > 60


def test_the_legend_stands_below_the_page_and_grows_with_the_remarks(page):
    plain, told = opened(draw_page(page, 1, [])), opened(draw_page(page, 1, [], ["doubt: page_not_readable"]))
    assert plain.width == 300 * SCALE
    assert 200 * SCALE < plain.height < told.height
    legend = {told.getpixel((x, y)) for x in range(told.width) for y in range(200 * SCALE, told.height)}
    assert set(COLOURS.values()) <= legend


def test_a_turned_page_is_drawn_as_it_is_seen(page):
    file = pdfium.PdfDocument(page)
    file[0].set_rotation(90)
    turned = page.with_name("turned.pdf")
    file.save(turned)
    file.close()
    picture = opened(draw_page(turned, 1, [Mark(Box(20, 150, 80, 170), Shown.CLAIM)]))
    assert picture.width == 200 * SCALE
    found = coloured(picture, COLOURS[Shown.CLAIM])
    assert all(abs(edge - due) <= 4 for edge, due in zip(found, (20, 150, 80, 170), strict=True))


def test_the_same_page_gives_the_same_bytes(page):
    marks = [Mark(Box(10, 10, 30, 20), Shown.CELL), Mark(Box(10, 10, 30, 20), Shown.CLAIM)]
    assert draw_page(page, 1, marks) == draw_page(page, 1, marks)


def test_a_box_off_the_page_or_turned_inside_out_does_no_harm(page):
    marks = [Mark(Box(-500, -20, 9000, 10), Shown.TEXT), Mark(Box(90, 90, 10, 10), Shown.TEXT)]
    assert opened(draw_page(page, 1, marks)).width == 300 * SCALE


def test_a_file_that_is_no_pdf_is_an_error(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.7 cut off")
    with pytest.raises(UnreadableFileError, match="page 1 cannot be drawn"):
        draw_page(path, 1, [])
