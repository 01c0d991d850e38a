"""The tables of the sample in the styles that printed reports use.

``ruled``: every cell boxed; ``merged``: the same with the first column joined over empty cells below;
``lines``: three rules; ``hair``: a thin rule under each row; ``zebra``: shaded rows and no rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field

from reportlab.pdfgen.canvas import Canvas

from sampler.source import INDENT
from sampler.source import SECTION
from sampler.source import Part
from sampler.source import cells
from sampler.typeset import INK
from sampler.typeset import Face
from sampler.typeset import draw
from sampler.typeset import line_width
from sampler.typeset import wrap

SIZE = 7.4
LEAD = 9.6
PAD = 3.1
STEP = 9.0
TEAL = (0.05, 0.42, 0.42)
PALE = (0.92, 0.96, 0.95)
RULE = (0.62, 0.68, 0.68)
WHITE = (1, 1, 1)
BAND = (0.955, 0.965, 0.965)


@dataclass(slots=True)
class Row:
    """A table row laid out: the lines of each cell and its height in points."""

    texts: list[str]
    indent: int
    section: bool
    head: bool = False
    numeric: tuple[bool, ...] = ()
    lines: list = field(default_factory=list)
    height: float = 0.0


class Grid:
    """A table laid out for a width in points, drawn row by row."""

    def __init__(self, part: Part, left: float, room: float) -> None:
        self.style, *shares = part.options.split()
        self.left = left
        self.widths = [room * float(share) / 100 for share in shares]
        self.rows = [_row(line, index, self.widths) for index, line in enumerate(part.lines)]
        years = tuple(text[:1].isdigit() for text in self.rows[0].texts)
        for row in self.rows:
            row.numeric = years

    def draw_row(self, canvas: Canvas, index: int, top: float) -> None:
        """Draw one row with its upper edge at ``top``: shade, rules, then the text of its cells."""
        self._shade(canvas, index, top)
        canvas.setStrokeColorRGB(*(INK if self.style == "lines" else RULE))
        canvas.setLineWidth(0.5)
        {"ruled": self._boxes, "merged": self._boxes, "lines": self._three, "hair": self._hair}.get(
            self.style, _none
        )(canvas, index, top)
        for column in range(len(self.widths)):
            self._cell(canvas, self.rows[index], column, top)

    def _shade(self, canvas: Canvas, index: int, top: float) -> None:
        row = self.rows[index]
        fill = None
        if row.head and self.style in {"zebra", "hair"}:
            fill = TEAL
        elif (row.head and self.style != "lines") or (row.section and self.style != "zebra"):
            fill = PALE
        elif self.style == "zebra" and index % 2 == 0:
            fill = BAND
        if fill:
            canvas.setFillColorRGB(*fill)
            canvas.rect(self.left, top - row.height, sum(self.widths), row.height, stroke=0, fill=1)

    def _boxes(self, canvas: Canvas, index: int, top: float) -> None:
        row = self.rows[index]
        right, bottom = self.left + sum(self.widths), top - row.height
        joined = self.style == "merged" and index > 0 and not row.texts[0]
        canvas.line(self.left + (self.widths[0] if joined else 0), top, right, top)
        if index == len(self.rows) - 1:
            canvas.line(self.left, bottom, right, bottom)
        alone = row.section and not any(row.texts[1:])
        for edge in (0, len(self.widths)) if alone else range(len(self.widths) + 1):
            x = self.left + sum(self.widths[:edge])
            canvas.line(x, top, x, bottom)

    def _three(self, canvas: Canvas, index: int, top: float) -> None:
        row = self.rows[index]
        bottom, last = top - row.height, index == len(self.rows) - 1
        for y, weight, wanted in ((top, 1.2, row.head), (bottom, 0.6, row.head), (bottom, 1.2, last)):
            if wanted:
                canvas.setLineWidth(weight)
                canvas.line(self.left, y, self.left + sum(self.widths), y)

    def _hair(self, canvas: Canvas, index: int, top: float) -> None:
        bottom = top - self.rows[index].height
        canvas.setLineWidth(0.3)
        canvas.line(self.left, bottom, self.left + sum(self.widths), bottom)

    def _cell(self, canvas: Canvas, row: Row, column: int, top: float) -> None:
        face = Face(SIZE, WHITE if row.head and self.style in {"zebra", "hair"} else INK)
        x = self.left + sum(self.widths[:column])
        y = top - (row.height - len(row.lines[column]) * LEAD) / 2 - LEAD + 2.2
        for line in row.lines[column]:
            shift = PAD + (row.indent * STEP if column == 0 else 0)
            if row.numeric[column]:
                slack = self.widths[column] - 2 * PAD - line_width(line, SIZE)
                shift = PAD + slack * (0.5 if self.style in {"ruled", "merged"} else 1.0)
            draw(canvas, x + shift, y, line, face)
            y -= LEAD


def _none(_canvas: Canvas, _index: int, _top: float) -> None:
    """Draw no rule."""


def _row(line: str, index: int, widths: list[float]) -> Row:
    bare = line.removeprefix(SECTION)
    row = Row(cells(line), len(bare) - len(bare.lstrip(INDENT)), line.startswith(SECTION), index == 0)
    row.texts += [""] * (len(widths) - len(row.texts))
    for column, text in enumerate(row.texts):
        room = widths[column] - 2 * PAD - (row.indent * STEP if column == 0 else 0)
        alone = column == 0 and not any(row.texts[1:])
        row.lines.append(wrap(text, sum(widths) - 2 * PAD if alone else room, SIZE) if text else [])
    row.height = max(len(lines) for lines in row.lines) * LEAD + 2 * PAD
    return row
