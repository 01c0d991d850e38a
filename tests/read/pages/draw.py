"""Made tables drawn with reportlab: every ruling, head, alignment and turn of the page."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.read.pages.layout import PAD
from tests.read.pages.layout import Layout
from tests.read.pages.layout import Piece
from tests.read.pages.layout import Placed
from tests.read.pages.layout import widths_of
from tests.read.pages.truth import Made
from tests.read.pages.truth import Style
from tests.read.pages.widths import values_under

#: A Chinese face to embed where the machine has it; else the viewer's own is named.
_FACES = (Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),)
_NAMED = {"zh-Hans": "STSong-Light", "zh-Hant": "MSung-Light", "en": "Helvetica"}


@cache
def _embedded() -> str:
    """Return the name of the embedded face, empty where there is none."""
    for path in _FACES:
        if path.is_file():
            pdfmetrics.registerFont(TTFont("Embedded", str(path)))
            return "Embedded"
    return ""


@cache
def _wide_face(language: str, embed: bool) -> str:
    if embed and language != "en" and _embedded():
        return _embedded()
    name = _NAMED[language]
    if language != "en":
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name


class Hand:
    """Writes mixed text: Chinese in one face, the rest in another."""

    def __init__(self, language: str, embed: bool) -> None:
        self.wide = _wide_face(language, embed)

    def runs(self, text: str, bold: bool) -> list[tuple[str, str]]:
        """Return the text in runs with their faces."""
        found: list[tuple[str, str]] = []
        for char in text:
            face = self.wide if ord(char) > 0x2000 else ("Helvetica-Bold" if bold else "Helvetica")
            if found and found[-1][0] == face:
                found[-1] = (face, found[-1][1] + char)
            else:
                found.append((face, char))
        return found

    def measure(self, text: str, size: float, bold: bool) -> float:
        """Return how wide a text is."""
        return sum(pdfmetrics.stringWidth(part, face, size) for face, part in self.runs(text, bold))

    def write(self, canvas: Canvas, at: tuple[float, float], text: str, size: float, bold: bool) -> float:
        """Write from a point of the file; return the end."""
        x, y = at
        for face, part in self.runs(text, bold):
            canvas.setFont(face, size)
            canvas.drawString(x, y, part)
            x += pdfmetrics.stringWidth(part, face, size)
        return x


def draw(made: Made, style: Style, seed: int) -> bytes:
    """Return a PDF with the table, its caption, unit line and notes."""
    return _Page(made, style, seed).drawn()


class _Page:
    def __init__(self, made: Made, style: Style, seed: int) -> None:
        self.made, self.style = made, style
        self.kinds = made.kinds()
        self.random = Random(f"page {seed}")  # noqa: S311
        turned = style.turn in {"landscape", "rotated"}
        self.width, self.height = (A4[1], A4[0]) if turned else A4
        self.hand = Hand(made.language, self.random.random() < 0.5)
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(self.width, self.height), invariant=True)
        self.widths = widths_of(made, seed, self.width - 100, self.hand.measure, style)
        self._begin()

    def _begin(self) -> None:
        if self.style.turn == "rotated":
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, A4[0], 0)

    def drawn(self) -> bytes:
        made, size = self.made, self.style.size
        top = self.random.choice((110.0, 110.0, 150.0, 0.62 * self.height))
        self._text(
            50, 60, "2024年度可持续发展报告" if made.language != "en" else "Sustainability report 2024", 16
        )
        self._text(50, top - 26, made.caption, size + 3, bold=True)
        x1 = 50 + sum(self.widths)
        if made.unit_line:
            wide = self.hand.measure(made.unit_line, size, False)
            self._text(x1 - wide, top - 8, made.unit_line, size)
        layout = Layout(made, self.style, self.widths, self.hand.measure)
        pieces = layout.pieces(50, top, self.height - 70, 70)
        for piece in pieces:
            if piece.page:
                self.canvas.showPage()
                self._begin()
            self._rules(piece)
            for placed in piece.cells:
                self._cell(placed)
        y = pieces[-1].levels[-1] + 16
        for mark, text in made.notes:
            self._raised(50, y, mark, size - 1)
            self._text(50 + 6, y, text, size - 1)
            y += 1.4 * size
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def _text(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> float:
        self.canvas.setFillGray(0)
        return self.hand.write(self.canvas, (x, self.height - y), text, size, bold)

    def _raised(self, x: float, y: float, mark: str, size: float) -> None:
        self.hand.write(self.canvas, (x, self.height - y + 0.35 * size), mark, 0.6 * size, False)

    def _cell(self, placed: Placed) -> None:
        cell, size = placed.cell, self.style.size
        tall = 1.25 * size * len(placed.lines)
        room = placed.bottom - placed.top
        above = room - tall - PAD if self.style.bottom else PAD
        top = placed.top + ((room - tall) / 2 if self.style.middle or cell.kind == "head" else above)
        for index, line in enumerate(placed.lines):
            base = top + 1.25 * size * index + 0.98 * size
            wide = self.hand.measure(line, size, cell.bold)
            end = self._text(self._left(placed, wide), base, line, size, bold=cell.bold)
            if cell.mark and index == len(placed.lines) - 1:
                self._raised(end + 0.3, base, cell.mark, size)

    def _left(self, placed: Placed, wide: float) -> float:
        cell = placed.cell
        values = values_under(cell, self.kinds)
        over = cell.kind == "head" and values and cell.colspan > 1
        if cell.kind == "value" or (cell.kind == "head" and (values or self.kinds[cell.column] == "unit")):
            align = "centre" if over else self.style.align
        elif cell.kind == "unit":
            align = "centre" if self.style.align == "centre" else "left"
        else:
            align = "left"
        if align == "right":
            return placed.x1 - PAD - wide
        if align == "centre":
            return (placed.x0 + placed.x1 - wide) / 2
        return placed.x0 + PAD + 8.0 * cell.indent

    # --- rulings ---------------------------------------------------------------------------------

    def _rules(self, piece: Piece) -> None:
        getattr(self, f"_{self.style.ruling}")(piece)

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def _fill(self, x0: float, y0: float, x1: float, y1: float, grey: float) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def _boxes(self, piece: Piece) -> list[tuple[float, float, float, float]]:
        """Return the boxes of all cells, empty ones too."""
        taken, boxes = set(), []
        for placed in piece.cells:
            boxes.append((placed.x0, placed.top, placed.x1, placed.bottom))
            for row in range(len(piece.levels) - 1):
                for column in range(len(piece.edges) - 1):
                    middle = (piece.edges[column] + piece.edges[column + 1]) / 2
                    centre = (piece.levels[row] + piece.levels[row + 1]) / 2
                    if placed.x0 < middle < placed.x1 and placed.top < centre < placed.bottom:
                        taken.add((row, column))
        for row in range(len(piece.levels) - 1):
            for column in range(len(piece.edges) - 1):
                if (row, column) not in taken:
                    across = piece.edges[column], piece.edges[column + 1]
                    boxes.append((across[0], piece.levels[row], across[1], piece.levels[row + 1]))
        return boxes

    def _ruled(self, piece: Piece) -> None:
        for x0, top, x1, bottom in self._boxes(piece):
            for line in (
                (x0, top, x1, top),
                (x0, bottom, x1, bottom),
                (x0, top, x0, bottom),
                (x1, top, x1, bottom),
            ):
                self._line(*line)

    def _bars(self, piece: Piece) -> None:
        for x0, top, x1, bottom in self._boxes(piece):
            self._fill(x0, top - 0.25, x1, top + 0.25, 0)
            self._fill(x0, bottom - 0.25, x1, bottom + 0.25, 0)
            self._fill(x0 - 0.25, top, x0 + 0.25, bottom, 0)
            self._fill(x1 - 0.25, top, x1 + 0.25, bottom, 0)

    def _pieces(self, piece: Piece) -> None:
        """Draw a horizontal rule under each cell, no vertical ones."""
        for x0, top, x1, bottom in self._boxes(piece):
            self._fill(x0, top - 0.25, x1, top + 0.25, 0)
            self._fill(x0, bottom - 0.25, x1, bottom + 0.25, 0)

    def _halfruled(self, piece: Piece) -> None:
        x0, x1 = piece.edges[0], piece.edges[-1]
        for level in (0, piece.heads, len(piece.levels) - 1):
            self._line(x0, piece.levels[level], x1, piece.levels[level])
        for placed in piece.cells:
            if (
                placed.cell.kind == "head"
                and placed.cell.colspan > 1
                and placed.cell.rowspan == 1
                and placed.cell.column
            ):
                self._line(placed.x0 + 4, placed.bottom, placed.x1 - 4, placed.bottom)

    def _zebra(self, piece: Piece) -> None:
        x0, x1 = piece.edges[0], piece.edges[-1]
        if piece.heads:
            self._fill(x0, piece.levels[0], x1, piece.levels[piece.heads], 0.75)
        for row in range(piece.heads, len(piece.levels) - 1, 2):
            self._fill(x0, piece.levels[row], x1, piece.levels[row + 1], 0.92)

    def _borderless(self, _: Piece) -> None:
        """Draw nothing."""

    def _bands(self, piece: Piece) -> None:
        """Shade the heads and, over the whole width, the rows that name a section."""
        x0, x1 = piece.edges[0], piece.edges[-1]
        if piece.heads:
            self._fill(x0, piece.levels[0], x1, piece.levels[piece.heads], 0.7)
        for placed in piece.cells:
            if placed.cell.kind == "section":
                self._fill(x0, placed.top, x1, placed.bottom, 0.88)

    def _tiles(self, piece: Piece) -> None:
        """Shade every cell, with white between them."""
        for x0, top, x1, bottom in self._boxes(piece):
            head = piece.heads and bottom <= piece.levels[piece.heads] + 0.1
            self._fill(x0 + 0.5, top + 0.5, x1 - 0.5, bottom - 0.5, 0.75 if head else 0.93)

    def _sums(self, piece: Piece) -> None:
        """Draw rules around the heads, and above and below the values of totals."""
        self._halfruled(piece)
        for placed in piece.cells:
            if placed.cell.bold and placed.cell.kind == "value":
                self._line(placed.x0 + 2, placed.top, placed.x1 - 2, placed.top)
                self._line(placed.x0 + 2, placed.bottom, placed.x1 - 2, placed.bottom)

    def _dotted(self, piece: Piece) -> None:
        """Draw a dotted rule under each row."""
        self.canvas.setDash(1, 2)
        for level in piece.levels:
            self._line(piece.edges[0], level, piece.edges[-1], level)
        self.canvas.setDash()

    def _boxed(self, piece: Piece) -> None:
        """Draw a box around the table and a rule under its heads."""
        (x0, x1), (top, bottom) = (piece.edges[0], piece.edges[-1]), (piece.levels[0], piece.levels[-1])
        for level in (top, piece.levels[piece.heads], bottom):
            self._line(x0, level, x1, level)
        self._line(x0, top, x0, bottom)
        self._line(x1, top, x1, bottom)
