"""Parts of pages as pictures: what is in them, how small they are, and that they do not change."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from auditor.model.evidence import Site
from auditor.model.place import Box
from auditor.read.pdf.crop import crop_sites
from auditor.read.pdf.crop import frame


@pytest.fixture
def paper(tmp_path):
    """Return a PDF of two pages: black squares at 100,100 and 400,700 on the first one."""
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for x, top in ((100, 100), (400, 700)):
        canvas.rect(x, 842 - top - 20, 20, 20, stroke=0, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return path


def site(x, top, page=1):
    return Site("paper.pdf", page=page, box=Box(x, top, x + 20, top + 20))


def dark_at(excerpt, x, top):
    """Return whether the picture is dark at a point of the page."""
    image = Image.open(BytesIO(excerpt.png)).convert("L")
    across = (x - excerpt.box.x0) / (excerpt.box.x1 - excerpt.box.x0) * image.width
    down = (top - excerpt.box.top) / (excerpt.box.bottom - excerpt.box.top) * image.height
    return image.getpixel((int(across), int(down))) < 100


def test_the_picture_shows_what_stands_at_the_site(paper):
    found = crop_sites(paper, [site(100, 100), site(400, 700)])
    assert dark_at(found[site(100, 100)], 110, 110)
    assert not dark_at(found[site(100, 100)], 130, 110)
    assert dark_at(found[site(400, 700)], 410, 710)
    assert not dark_at(found[site(400, 700)], 390, 710)


def test_a_page_of_usual_width_is_shown_from_edge_to_edge_and_a_little_above_and_below(paper):
    shown = crop_sites(paper, [site(400, 700)])[site(400, 700)].box
    assert (shown.x0, shown.top, shown.x1, shown.bottom) == (0, 670, 595, 750)


def test_a_picture_has_sixteen_colours_at_most_and_the_same_bytes_every_time(paper):
    one, two = (crop_sites(paper, [site(100, 100)])[site(100, 100)].png for _ in range(2))
    assert one == two
    assert len(Image.open(BytesIO(one)).getcolors()) <= 16


def test_a_page_that_is_not_there_has_no_picture(paper):
    assert crop_sites(paper, [site(100, 100, page=9)]) == {}


def test_of_a_spread_the_part_around_the_site_is_shown():
    shown = frame(Box(900, 100, 950, 110), 1190, 842)
    assert shown.x1 - shown.x0 == 960
    assert shown.x0 < 900
    assert shown.x1 > 950


def test_what_is_shown_stays_on_the_page():
    assert frame(Box(10, 5, 30, 15), 595, 842) == Box(0, 0, 595, 45)
    assert frame(Box(10, 830, 30, 840), 595, 842) == Box(0, 800, 595, 842)
    assert frame(Box(10, 900, 30, 910), 595, 842) is None


def test_a_landscape_page_is_shown_from_edge_to_edge_with_its_labels():
    shown = frame(Box(700, 100, 750, 110), 842, 595)
    assert (shown.x0, shown.x1) == (0, 842)
