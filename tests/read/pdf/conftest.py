"""Tiny PDFs drawn for one test each: text at points, rules as lines, thin rectangles or shades."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from auditor.model.document import Document
from auditor.read.pdf import read_pdf

WIDTH, HEIGHT = 595.0, 842.0
Draw = Callable[["Pen"], None]


class Pen:
    """Draws with the origin at the top left, as the reader gives its places."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, x: float, y: float, string: str, size: float = 9, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, string)

    def right(self, x: float, y: float, string: str, size: float = 9) -> None:
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawRightString(x, HEIGHT - y, string)

    def centred(self, x: float, y: float, string: str, size: float = 9) -> None:
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawCentredString(x, HEIGHT - y, string)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def thin(self, x0: float, y: float, x1: float) -> None:
        self.canvas.setFillGray(0)
        self.canvas.rect(x0, HEIGHT - y, x1 - x0, 0.6, stroke=0, fill=1)

    def shade(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.setFillGray(0.85)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def row(self, y: float, label: str, values: Sequence[str], first: float = 300, step: float = 70) -> None:
        """Write a label at 60 and values right-aligned at ``first``, ``first + step`` and so on."""
        self.text(60, y, label)
        for index, value in enumerate(values):
            self.right(first + index * step, y, value)

    def page(self) -> None:
        self.canvas.showPage()


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Draw], Document]:
    """Return a function that draws a PDF and reads it back."""

    def draw_and_read(draw: Draw) -> Document:
        path = tmp_path / "report.pdf"
        canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)
        draw(Pen(canvas))
        canvas.save()
        return read_pdf(path, "report", "0")

    return draw_and_read


@pytest.fixture
def grid() -> Callable[[Document, int], list[list[str]]]:
    """Return a function that gives one table's strings, merged cells at each of their positions."""

    def strings(document: Document, index: int = 0) -> list[list[str]]:
        table = document.tables[index]
        return [[cell.text.string if cell else "?" for cell in row] for row in table.grid()]

    return strings
