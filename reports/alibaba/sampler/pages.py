"""Pages of the sample: running heads, headings, columns, tiles, figures, tables, small print."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from sampler.source import Part
from sampler.tables import PALE
from sampler.tables import RULE
from sampler.tables import TEAL
from sampler.tables import WHITE
from sampler.tables import Grid
from sampler.typeset import INK
from sampler.typeset import Face
from sampler.typeset import draw
from sampler.typeset import line_width
from sampler.typeset import register_font
from sampler.typeset import wrap

WIDE, HIGH = A4
LEFT, RIGHT, TOP, BOTTOM = 54.0, 54.0, 78.0, 58.0
ROOM = WIDE - LEFT - RIGHT
GUTTER = 22.0
#: height of a box and the gap under it in a figure
STORY = 26.0
GREY = (0.42, 0.46, 0.47)
#: kind -> font size, line feed, space before (points)
FACES = {
    "h1": (21.0, 28.0, 0.0),
    "h2": (13.0, 18.0, 9.0),
    "h3": (10.5, 15.0, 10.0),
    "text": (9.6, 15.4, 3.0),
    "item": (9.6, 15.4, 1.0),
    "notes": (7.0, 10.2, 2.0),
}


class Book:
    """A PDF under way: the canvas and how far down the page it has come."""

    def __init__(self, target: Path, title: str, language: str) -> None:
        register_font()
        self.canvas = Canvas(str(target), pagesize=A4, invariant=1, lang=language)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("auditor test sample")
        self.title = title
        self.chapter = ""
        self.y = 0.0
        self.columns: list[Part] | None = None

    def build(self, parts: list[Part]) -> None:
        """Draw all parts and close the file."""
        for part in parts:
            if part.kind == "end":
                self._set_columns()
            elif part.kind == "columns":
                self.columns = []
            elif self.columns is not None:
                self.columns.append(part)
            else:
                getattr(self, f"_{part.kind}", self._flow)(part)
        self.canvas.showPage()
        self.canvas.save()

    # pages

    def _page(self, part: Part) -> None:
        self.chapter = part.options
        self._turn()

    def _turn(self) -> None:
        self.canvas.showPage()
        self.y = HIGH - TOP
        number = f"{self.canvas.getPageNumber():03d}"
        self._small(LEFT, HIGH - 44, self.title)
        self._small(WIDE - RIGHT, HIGH - 44, self.chapter, flush=True)
        self.canvas.setStrokeColorRGB(*RULE)
        self.canvas.setLineWidth(0.4)
        self.canvas.line(LEFT, HIGH - 51, WIDE - RIGHT, HIGH - 51)
        odd = self.canvas.getPageNumber() % 2
        self._small(WIDE - RIGHT if odd else LEFT, 32, number, flush=bool(odd))

    def _small(self, x: float, y: float, text: str, *, flush: bool = False) -> None:
        line = wrap(text, ROOM, 7.6)[0]
        draw(self.canvas, x - (line_width(line, 7.6) if flush else 0), y, line, Face(7.6, GREY))

    def _need(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self._turn()

    # running text

    def _flow(self, part: Part) -> None:
        if part.kind == "h1" and self.y < HIGH - TOP:
            self.y -= 26
        self.y = self._set(part, LEFT, ROOM, self.y)

    def _set(self, part: Part, x: float, room: float, y: float) -> float:
        size, feed, before = FACES[part.kind]
        heading = part.kind.startswith("h")
        y -= before
        lines = wrap(part.lines[0], room, size)
        for index, line in enumerate(lines):
            y -= feed
            slack = room - line_width(line, size)
            count = sum(len(run.text) for unit in line for run in unit)
            justified = index < len(lines) - 1 and not heading and slack < 1.6 * size
            stretch = slack / max(count - 1, 1) if justified else 0.0
            face = Face(size, TEAL if heading else INK, heading and size > 12, stretch)
            draw(self.canvas, x, y + feed * 0.25, line, face)
        return y - (8 if part.kind == "h1" else 3)

    def _height(self, part: Part, room: float) -> float:
        size, feed, before = FACES[part.kind]
        return before + feed * len(wrap(part.lines[0], room, size)) + 3

    def _set_columns(self) -> None:
        parts, self.columns = self.columns or [], None
        room = (ROOM - GUTTER) / 2
        heights = [self._height(part, room) for part in parts]
        cut = min(
            range(1, len(parts)),
            key=lambda at: (parts[at - 1].kind == "h2", max(sum(heights[:at]), sum(heights[at:]))),
        )
        self._need(max(sum(heights[:cut]), sum(heights[cut:])))
        self.y -= 5
        ends = []
        for column, batch in enumerate((parts[:cut], parts[cut:])):
            y = self.y + FACES[batch[0].kind][2]
            for part in batch:
                y = self._set(part, LEFT + column * (room + GUTTER), room, y)
            ends.append(y)
        self.y = min(ends) - 4

    def _notes(self, part: Part) -> None:
        size, feed, before = FACES["notes"]
        self.y -= 4
        for note in part.lines:
            lines = wrap(note, ROOM, size)
            self._need(len(lines) * feed + before)
            self.y -= before
            for line in lines:
                self.y -= feed
                draw(self.canvas, LEFT, self.y + 2, line, Face(size, GREY))
        self.y -= 12

    # shapes

    def _cover(self, part: Part) -> None:
        self.canvas.setFillColorRGB(*TEAL)
        self.canvas.rect(0, HIGH * 0.42, WIDE, HIGH * 0.58, stroke=0, fill=1)
        faces = ((27, WHITE, 0.66), (40, WHITE, 0.56), (14, INK, 0.34), (8, GREY, 0.08))
        for text, (size, colour, at) in zip(part.lines, faces, strict=True):
            draw(self.canvas, LEFT, HIGH * at, wrap(text, ROOM, size)[0], Face(size, colour, size > 20))

    def _contents(self, part: Part) -> None:
        for entry in part.lines:
            title, page = entry.split("\t")
            self.y -= 17
            line = wrap(title, ROOM, 10)[0]
            draw(self.canvas, LEFT, self.y, line, Face(10))
            self.canvas.setDash(0.6, 2.4)
            self.canvas.setStrokeColorRGB(*RULE)
            self.canvas.line(LEFT + line_width(line, 10) + 6, self.y + 2, WIDE - RIGHT - 18, self.y + 2)
            self.canvas.setDash()
            self._small(WIDE - RIGHT, self.y, page, flush=True)
        self.y -= 24

    def _tiles(self, part: Part) -> None:
        across, high, gap = 3, 74.0, 10.0
        wide = (ROOM - gap * (across - 1)) / across
        for index, tile in enumerate(part.lines):
            x = LEFT + index % across * (wide + gap)
            if index % across == 0:
                self._need(high + gap)
                self.y -= high + gap
            self.canvas.setFillColorRGB(*PALE)
            self.canvas.roundRect(x, self.y, wide, high, 5, stroke=0, fill=1)
            value, caption = tile.split("\t")
            draw(self.canvas, x + 10, self.y + high - 29, wrap(value, wide, 20)[0], Face(20, TEAL, bold=True))
            for row, line in enumerate(wrap(caption, wide - 20, 8)):
                draw(self.canvas, x + 10, self.y + high - 45 - row * 11.5, line, Face(8))
        self.y -= 8

    def _figure(self, part: Part) -> None:
        """Draw a tree of three levels: the total left, its parts in the middle, their parts right."""
        entries = [line.split("\t") for line in part.lines]
        high = STORY * sum(level == "2" for level, _, _ in entries)
        self._caption(part.options, high)
        heart = self.y - high / 2
        leaf = self.y
        for index, (level, label, number) in enumerate(entries):
            if level == "0":
                self._box((LEFT, heart - 20, ROOM * 0.22, 40), label, number)
            elif level == "1":
                self._branch(entries[index:], heart, leaf)
            else:
                leaf -= STORY
                self._box((LEFT + ROOM * 0.60, leaf, ROOM * 0.40, STORY - 5), label, number)
        self.y -= high + 4

    def _branch(self, entries: list[list[str]], heart: float, leaf: float) -> None:
        """Draw a part of the total, linked to the total and to its own parts, which follow it."""
        levels = [level for level, _, _ in entries[1:]] + ["1"]
        twigs = levels.index("1")
        middle = leaf - STORY * twigs / 2 + 2
        self._link(LEFT + ROOM * 0.22, heart, LEFT + ROOM * 0.30, middle)
        for twig in range(twigs):
            self._link(LEFT + ROOM * 0.52, middle, LEFT + ROOM * 0.60, leaf - STORY * (twig + 0.5) - 2)
        self._box((LEFT + ROOM * 0.30, middle - 17, ROOM * 0.22, 34), *entries[0][1:])

    def _link(self, x: float, y: float, x2: float, y2: float) -> None:
        self.canvas.setStrokeColorRGB(*RULE)
        self.canvas.setLineWidth(0.7)
        half = (x + x2) / 2
        self.canvas.bezier(x, y, half, y, half, y2, x2, y2)

    def _box(self, box: tuple[float, float, float, float], label: str, number: str) -> None:
        """Draw a box (x, y, width, height): a high one with its number under the label, a low one beside."""
        x, y, wide, high = box
        total = high > 35
        self.canvas.setFillColorRGB(*(TEAL if total else PALE))
        self.canvas.rect(x, y, wide, high, stroke=0, fill=1)
        ink = WHITE if total else INK
        draw(self.canvas, x + 7, y + high - 13.5, wrap(label, wide, 8.5)[0], Face(8.5, ink))
        line = wrap(number, wide, 10.5)[0]
        beside = high < 30
        at = x + wide - 7 - line_width(line, 10.5) if beside else x + 7
        draw(self.canvas, at, y + (6.5 if beside else 7), line, Face(10.5, ink))

    def _bars(self, part: Part) -> None:
        entries = [line.split("\t") for line in part.lines]
        self._caption(part.options, 24.0 * len(entries))
        most = max(float(number) for _, number in entries)
        for label, number in entries:
            self.y -= 24
            draw(self.canvas, LEFT, self.y + 5, wrap(label, 60, 9)[0], Face(9))
            wide = (ROOM - 110) * float(number) / most
            self.canvas.setFillColorRGB(*TEAL)
            self.canvas.rect(LEFT + 56, self.y, wide, 17, stroke=0, fill=1)
            draw(self.canvas, LEFT + 62 + wide, self.y + 5, wrap(number, 60, 9)[0], Face(9))
        self.y -= 10

    def _caption(self, text: str, room: float) -> None:
        self._need(room + 26)
        self.y -= 20
        draw(self.canvas, LEFT, self.y, wrap(text, ROOM, 9)[0], Face(9, TEAL))
        self.y -= 4

    def _table(self, part: Part) -> None:
        grid = Grid(part, LEFT, ROOM)
        self.y -= 4 if self.y < HIGH - TOP else 0
        for index, row in enumerate(grid.rows):
            self._need(row.height)
            grid.draw_row(self.canvas, index, self.y)
            self.y -= row.height
        self.y -= 5
