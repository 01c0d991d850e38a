"""`auditor show`: what was read at one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas


@pytest.mark.usefixtures("folder")
def test_a_line_of_a_table_shows_its_grid_and_its_claims(auditor):
    result = auditor("show", "2024.txt", "--line", 11)
    assert result.exit_code == 0, result.output
    assert "员工总数 | 人 | 105 | 116" in result.stdout
    assert "CY2024  116 person" in result.stdout
    assert "claims: 2" in result.stdout


@pytest.mark.parametrize(
    "arguments", [(), ("--page", 1, "--line", 1), ("--page", 1), ("--line", 999), ("--line", 0)]
)
@pytest.mark.usefixtures("folder")
def test_a_place_that_is_not_there_is_a_fault_of_usage(auditor, arguments):
    result = auditor("show", "2024.txt", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.fixture
def pdf(tmp_path) -> Path:
    """Return a report of one page with a small ruled table."""
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=(400, 300), invariant=True)
    canvas.setFont("Helvetica", 10)
    for y, row in enumerate(
        [("Indicator", "2023", "2024"), ("Water use (t)", "980", "1,100"), ("Waste (t)", "5", "6")]
    ):
        for x, string in enumerate(row):
            canvas.drawString(50 + 100 * x, 240 - 20 * y, string)
    for y in range(4):
        canvas.line(45, 253 - 20 * y, 345, 253 - 20 * y)
    for x in range(4):
        canvas.line(45 + 100 * x, 253, 45 + 100 * x, 193)
    canvas.save()
    return path


def test_a_page_is_drawn_with_boxes_around_labels_cells_and_claims(pdf, auditor, tmp_path):
    result = auditor("show", pdf, "--page", 1, "--image", tmp_path / "page.png")
    assert result.exit_code == 0, result.output
    assert "drawn to" in result.stdout
    picture = Image.open(tmp_path / "page.png").convert("RGB")
    above = picture.crop((0, 0, picture.width, 600))
    found = {colour for _, colour in above.getcolors(1 << 20)}
    assert {(0, 114, 178), (230, 159, 0), (0, 158, 115)} <= found
    assert (213, 0, 50) not in found


@pytest.mark.usefixtures("folder")
def test_a_picture_of_a_line_of_text_is_a_fault_of_usage(auditor):
    result = auditor("show", "2024.txt", "--line", 11, "--image", "x.png")
    assert result.exit_code == 2
    assert "--image draws a page of a PDF" in result.stderr


def test_a_picture_that_cannot_be_written_is_a_fault_of_usage(pdf, auditor, tmp_path):
    result = auditor("show", pdf, "--page", 1, "--image", tmp_path / "nowhere" / "page.png")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_no_cache_reads_a_report_anew_for_this_command_only(pdf, auditor, monkeypatch):
    from auditor.read import pdf as reader

    read, done = reader.read_pdf, []
    monkeypatch.setattr(reader, "read_pdf", lambda *given: (done.append(1), read(*given))[1])
    for flags in ((), (), ("--no-cache",), ()):
        assert auditor("show", pdf, "--page", 1, *flags).exit_code == 0
    assert len(done) == 2
