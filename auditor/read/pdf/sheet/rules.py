"""Rulings and shaded areas of a page from its path objects: lines, thin filled rectangles, boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from auditor.read.pdf.sheet.characters import Frame
from auditor.read.pdf.sheet.shapes import Rule
from auditor.read.pdf.sheet.shapes import Shade

#: A filled rectangle thinner than this (points) is a ruling.
_THIN = 2.6
#: Thinner than this is no side of a frame.
_HAIR = 0.1
#: Shorter than this is no ruling: a dot, a dash of a dotted line is joined later.
_SHORT = 1.0
#: Paths of more segments are drawings.
_MANY_SEGMENTS = 600
_WHITE = 250
#: Boxes of a figure are wider than this.
_BOX = 30.0
_DEPTH = 6

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Drawing:
    """Rulings, filled areas, boxes (filled or drawn around, round corners too) and pictures of one page."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    boxes: list[Shade] = field(default_factory=list)
    pictures: int = 0


@dataclass(slots=True)
class _Pen:
    """Buffers made once a page, and where the drawing is gathered."""

    frame: Frame
    drawing: Drawing = field(default_factory=Drawing)
    edges: tuple[ctypes.c_float, ...] = field(
        default_factory=lambda: tuple(ctypes.c_float() for _ in range(4))
    )
    fill: ctypes.c_int = field(default_factory=ctypes.c_int)
    stroke: ctypes.c_int = field(default_factory=ctypes.c_int)
    colour: tuple[ctypes.c_uint, ...] = field(
        default_factory=lambda: tuple(ctypes.c_uint() for _ in range(4))
    )


def read_drawing(page: Any, frame: Frame) -> Drawing:  # noqa: ANN401  # pypdfium2 is untyped
    """Return the rulings and shades of a page, pieces of one line joined only where they touch."""
    pen = _Pen(frame)
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        _read_object(pdfium.FPDFPage_GetObject(page.raw, index), pen, None, 0)
    return pen.drawing


def _read_object(thing: Any, pen: _Pen, matrix: Matrix | None, depth: int) -> None:  # noqa: ANN401
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _read_path(thing, pen, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        pen.drawing.pictures += 1
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
        inner = _times(_matrix(thing), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
            _read_object(pdfium.FPDFFormObj_GetObject(thing, index), pen, inner, depth + 1)


def _matrix(thing: Any) -> Matrix:  # noqa: ANN401
    got = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, got)
    return got.a, got.b, got.c, got.d, got.e, got.f


def _times(inner: Matrix, outer: Matrix | None) -> Matrix:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix | None, x: float, y: float) -> tuple[float, float]:
    if matrix is None:
        return x, y
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _read_path(thing: Any, pen: _Pen, matrix: Matrix | None) -> None:  # noqa: ANN401
    left, bottom, right, top = pen.edges
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return
    box = _seen(pen.frame, matrix, (left.value, bottom.value, right.value, top.value))
    width, height = box[2] - box[0], box[3] - box[1]
    segments = pdfium.FPDFPath_CountSegments(thing)
    if segments > _MANY_SEGMENTS or not _on_page(box, pen.frame):
        return
    pdfium.FPDFPath_GetDrawMode(thing, pen.fill, pen.stroke)
    if not (pen.fill.value or pen.stroke.value):
        return
    if width < _THIN or height < _THIN:
        _add_bar(box, pen.drawing)
    elif pen.fill.value and 8 <= segments <= 12 and _add_frame(thing, segments, pen, matrix):
        return
    elif pen.fill.value and (segments <= 5 or _round_box(segments, width, height)):
        _add_filled(box, _colour(thing, pen), pen)
    elif segments <= 5 and pen.stroke.value and _is_box(thing, segments):
        _add_border(box, pen.drawing)
        pen.drawing.boxes.append(Shade(*box))
    elif _is_rounded(thing, segments, width, height):
        pen.drawing.boxes.append(Shade(*box))
    elif segments > 5 or pen.stroke.value:
        _add_segments(thing, segments, pen, matrix)


def _seen(
    frame: Frame, matrix: Matrix | None, bounds: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Return bounds of the file (left, bottom, right, top) as a box of the visible page."""
    left, bottom, right, top = bounds
    if matrix is not None:
        low, high = _apply(matrix, left, bottom), _apply(matrix, right, top)
        left, right = min(low[0], high[0]), max(low[0], high[0])
        bottom, top = min(low[1], high[1]), max(low[1], high[1])
    elif frame.rotation == 0:  # nearly all there are: tens of thousands in a long report
        return left - frame.left, frame.top - top, right - frame.left, frame.top - bottom
    return frame.box(left, bottom, right, top)


def _add_filled(box: tuple[float, float, float, float], colour: tuple[int, int, int], pen: _Pen) -> None:
    shade = Shade(*box, colour)
    if min(colour) < _WHITE:
        pen.drawing.shades.append(shade)
    if pen.stroke.value:
        _add_border(box, pen.drawing)
    pen.drawing.boxes.append(shade)


def _round_box(segments: int, width: float, height: float) -> bool:
    """Return whether a filled path may be a row's shade with round corners."""
    return segments <= 100 and height < 60.0 and width > max(2.5 * height, 60.0)


def _is_rounded(thing: Any, segments: int, width: float, height: float) -> bool:  # noqa: ANN401
    """Return whether a path is one box with four round corners: four curves between straight sides."""
    if not 8 <= segments <= 20 or width < _BOX or height < 12.0:
        return False
    kinds = [
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(thing, k)) for k in range(segments)
    ]
    curves, moves = kinds.count(pdfium.FPDF_SEGMENT_BEZIERTO), kinds.count(pdfium.FPDF_SEGMENT_MOVETO)
    return moves == 1 and curves in {4, 12} and kinds.count(pdfium.FPDF_SEGMENT_LINETO) >= 3


def _on_page(box: tuple[float, float, float, float], frame: Frame) -> bool:
    return box[2] >= 0 and box[3] >= 0 and box[0] <= frame.width and box[1] <= frame.height


def _colour(thing: Any, pen: _Pen) -> tuple[int, int, int]:  # noqa: ANN401
    red, green, blue, alpha = pen.colour
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return (0, 0, 0)
    if alpha.value < 20:
        return (255, 255, 255)
    return (red.value, green.value, blue.value)


def _add_bar(box: tuple[float, float, float, float], drawing: Drawing) -> None:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        if x1 - x0 > _SHORT:
            drawing.across.append(Rule((top + bottom) / 2, x0, x1))
    elif bottom - top > _SHORT:
        drawing.down.append(Rule((x0 + x1) / 2, top, bottom))


def _add_border(box: tuple[float, float, float, float], drawing: Drawing) -> None:
    x0, top, x1, bottom = box
    drawing.across += [Rule(top, x0, x1), Rule(bottom, x0, x1)]
    drawing.down += [Rule(x0, top, bottom), Rule(x1, top, bottom)]


def _is_box(thing: Any, segments: int) -> bool:  # noqa: ANN401
    kinds = [
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(thing, k)) for k in range(segments)
    ]
    return segments >= 4 and kinds[1:].count(pdfium.FPDF_SEGMENT_LINETO) == segments - 1


def _add_segments(thing: Any, segments: int, pen: _Pen, matrix: Matrix | None) -> None:  # noqa: ANN401
    """Add each part of a path of several parts: a whole grid or all shaded rows may be one path."""
    for run in _runs(thing, segments, matrix):
        spots = [pen.frame.point(*point) for point in run.points]
        if pen.stroke.value:
            if not run.curved:
                _add_sides(spots, pen.drawing)
            continue
        box = _around(spots)
        width, height = box[2] - box[0], box[3] - box[1]
        if width < _THIN or height < _THIN:
            _add_bar(box, pen.drawing)
        elif (len(spots) <= 5 or _round_box(len(spots), width, height)) and (
            min(colour := _colour(thing, pen)) < _WHITE
        ):
            pen.drawing.shades.append(Shade(*box, colour))


def _add_frame(thing: Any, segments: int, pen: _Pen, matrix: Matrix | None) -> bool:  # noqa: ANN401
    """Add the sides of a filled frame, one rectangle within another; return whether the path is one.

    So borders of cells are painted by makers that print web pages; a side may be missing.
    """
    runs = _runs(thing, segments, matrix)
    if len(runs) != 2 or any(run.curved for run in runs):
        return False
    boxes = [_around([pen.frame.point(*point) for point in run.points]) for run in runs]
    inner, outer = sorted(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    gaps = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    if not all(-0.05 <= gap < _THIN for gap in gaps):
        return False
    x0, top, x1, bottom = outer
    sides = (
        (x0, top, inner[0], bottom),
        (x0, top, x1, inner[1]),
        (inner[2], top, x1, bottom),
        (x0, inner[3], x1, bottom),
    )
    for gap, side in zip(gaps, sides, strict=True):
        if gap > _HAIR:
            _add_bar(side, pen.drawing)
    return True


def _add_sides(spots: Sequence[tuple[float, float]], drawing: Drawing) -> None:
    for start, end in pairwise(spots):
        if abs(start[0] - end[0]) < 0.5 or abs(start[1] - end[1]) < 0.5:
            _add_bar(_around((start, end)), drawing)


def _around(spots: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    across, down = [spot[0] for spot in spots], [spot[1] for spot in spots]
    return min(across), min(down), max(across), max(down)


@dataclass(slots=True)
class _Run:
    """The points of one part of a path, and whether it has curves."""

    points: list[tuple[float, float]] = field(default_factory=list)
    curved: bool = False


def _runs(thing: Any, segments: int, outer: Matrix | None) -> list[_Run]:  # noqa: ANN401
    """Return the parts of a path as points in the file's coordinates."""
    matrix = _times(_matrix(thing), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    runs: list[_Run] = []
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(thing, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not runs:
            runs.append(_Run())
        run = runs[-1]
        run.curved = run.curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        run.points.append(_apply(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            run.points.append(run.points[0])
    return [run for run in runs if len(run.points) > 1]
