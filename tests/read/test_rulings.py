"""The rulings on a scanned page."""

from __future__ import annotations

import pytest
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFilter

from auditor.read.pdf.sheet.shapes import Rule
from auditor.read.rulings import find_rulings

#: Pixels a point.
SCALE = 2.0


@pytest.fixture
def page():
    """Return an empty page of 400 by 300 points and a pen whose measures are pixels."""
    image = Image.new("RGB", (800, 600), "white")
    return image, ImageDraw.Draw(image)


def rounded(rules: tuple[Rule, ...]) -> list[tuple[int, int, int]]:
    return [(round(rule.at), round(rule.start), round(rule.end)) for rule in rules]


def near(rules: tuple[Rule, ...], due: list[tuple[int, int, int]]) -> bool:
    """Return whether rules stand where they should, to a point."""
    return len(rules) == len(due) and all(
        max(abs(rule.at - at), abs(rule.start - start), abs(rule.end - end)) <= 1
        for rule, (at, start, end) in zip(rules, due, strict=True)
    )


def test_the_lines_of_a_grid_are_found_where_they_stand(page):
    image, pen = page
    for y in (100, 140, 180):
        pen.line((101, y, 701, y), fill="black", width=2)
    for x in (101, 401, 701):
        pen.line((x, 100, x, 180), fill="black", width=2)
    across, down = find_rulings(image, SCALE)
    assert near(across, [(50, 50, 351), (70, 50, 351), (90, 50, 351)])
    assert near(down, [(50, 50, 90), (200, 50, 90), (350, 50, 90)])


def test_a_ruling_that_is_slightly_turned_or_blurred_is_one(page):
    image, pen = page
    pen.line((100, 100, 700, 103), fill="black", width=3)
    (rule,) = find_rulings(image.filter(ImageFilter.GaussianBlur(0.7)), SCALE)[0]
    assert (round(rule.at), round(rule.start, -1), round(rule.end, -1)) == (51, 50, 350)


def test_strokes_of_large_characters_are_no_rulings(page):
    image, pen = page
    pen.line((100, 100, 100, 160), fill="black", width=3)
    pen.line((80, 130, 120, 130), fill="black", width=3)
    assert find_rulings(image, SCALE) == ((), ())


def test_a_dark_area_has_two_edges(page):
    image, pen = page
    pen.rectangle((100, 100, 700, 139), fill="black")
    assert [at for at, _, _ in rounded(find_rulings(image, SCALE)[0])] == [50, 70]


def test_a_grey_area_and_an_empty_page_have_none(page):
    image, pen = page
    assert find_rulings(image, SCALE) == ((), ())
    pen.rectangle((100, 100, 700, 139), fill=(210, 210, 210))
    assert find_rulings(image, SCALE) == ((), ())
