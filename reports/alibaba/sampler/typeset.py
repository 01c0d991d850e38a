"""Chinese typesetting on a reportlab canvas: lines that never cut a number, raised and lowered digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "Sample"
#: WenQuanYi Micro Hei of the Debian package ``fonts-wqy-microhei``; the PDF embeds a subset.
FONT_FILE = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
INK = (0.13, 0.15, 0.17)

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_RUNS = re.compile(
    r"\^\{(?P<braced>[^}]*)\}|(?P<up>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<down>[₀₁₂₃₄₅₆₇₈₉]+)"
    r"|(?P<word>[0-9A-Za-z<≥=][0-9A-Za-z.,%+/@:=·–-]*)|(?P<space> +)|(?P<char>.)"
)
_CLOSING = "，。、；：？！）」』》”’%)］】…—"
_OPENING = "（「『《“‘([【"
_RISE = {"up": 0.38, "down": -0.14, "": 0.0}
_SMALL = 0.62


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one height: ``level`` is ``""``, ``up`` or ``down``."""

    text: str
    level: str = ""


Unit = tuple[Run, ...]


def register_font() -> None:
    """Register the sample's font with reportlab.

    Raises:
        FileNotFoundError: the Debian package ``fonts-wqy-microhei`` is not installed.
    """
    if not FONT_FILE.exists():
        raise FileNotFoundError(str(FONT_FILE), "install the Debian package fonts-wqy-microhei")
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(FONT_FILE), subfontIndex=0))


def plain(text: str) -> str:
    """Return the characters that a page shows for ``text``: marks become ordinary, smaller digits."""
    return "".join(run.text for unit in units(text) for run in unit)


@cache
def units(text: str) -> tuple[Unit, ...]:
    """Cut a text into pieces that a line break must not divide."""
    done: list[list[Run]] = []
    glue = False
    for match in _RUNS.finditer(text):
        run = _run(match)
        attach = run.level or run.text in _CLOSING
        if done and (glue or attach):
            done[-1].append(run)
        else:
            done.append([run])
        glue = run.text in _OPENING
    return tuple(tuple(unit) for unit in done)


def _run(match: re.Match[str]) -> Run:
    if match["braced"] is not None:
        return Run(match["braced"], "up")
    if match["up"]:
        return Run(match["up"].translate(_SUPERSCRIPTS), "up")
    if match["down"]:
        return Run(match["down"].translate(_SUBSCRIPTS), "down")
    return Run(match.group())


def width(unit: Unit, size: float) -> float:
    """Return the width of a unit in points at a font size."""
    return sum(_run_width(run, size) for run in unit)


def _run_width(run: Run, size: float) -> float:
    return pdfmetrics.stringWidth(run.text, FONT, size * (_SMALL if run.level else 1))


def wrap(text: str, room: float, size: float) -> list[tuple[Unit, ...]]:
    """Break a text into lines no wider than ``room`` points (a single unit may be wider)."""
    lines: list[list[Unit]] = [[]]
    used = 0.0
    for unit in units(text):
        wide = width(unit, size)
        if lines[-1] and used + wide > room and unit[0].text.strip():
            lines.append([])
            used = 0.0
        if lines[-1] or unit[0].text.strip():
            lines[-1].append(unit)
            used += wide
    return [tuple(_trim(line)) for line in lines if line]


def _trim(line: list[Unit]) -> list[Unit]:
    while line and not line[-1][-1].text.strip():
        line = line[:-1]
    return line


def line_width(line: tuple[Unit, ...], size: float) -> float:
    """Return the width of a set line in points."""
    return sum(width(unit, size) for unit in line)


@dataclass(frozen=True, slots=True)
class Face:
    """How a line is drawn: font size, colour, false bold, points added after each character."""

    size: float
    colour: tuple[float, float, float] = INK
    bold: bool = False
    stretch: float = 0.0


def draw(canvas: Canvas, x: float, y: float, line: tuple[Unit, ...], face: Face) -> None:
    """Draw one line with its baseline at ``y``."""
    text = canvas.beginText(x, y)
    text.setFillColorRGB(*face.colour)
    text.setStrokeColorRGB(*face.colour)
    text.setTextRenderMode(2 if face.bold else 0)
    text.setCharSpace(face.stretch)
    if face.bold:
        canvas.setLineWidth(face.size * 0.02)
    for run in _merged(line):
        text.setFont(FONT, face.size * (_SMALL if run.level else 1))
        text.setRise(_RISE[run.level] * face.size)
        text.textOut(run.text)
    text.setRise(0)
    text.setCharSpace(0)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def _merged(line: tuple[Unit, ...]) -> list[Run]:
    merged: list[Run] = []
    for run in (run for unit in line for run in unit):
        if merged and merged[-1].level == run.level:
            merged[-1] = Run(merged[-1].text + run.text, run.level)
        else:
            merged.append(run)
    return merged
