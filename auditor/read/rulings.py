"""The rulings on a scanned page: long straight dark runs of its pixels."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import regex

from auditor.read.pdf.sheet.shapes import Rule

#: A pixel darker than this (0 black, 255 white) belongs to a ruling.
_DARK = 150
#: Pixels that are looked at together, and how many such blocks in a row make a ruling: across, down.
_ACROSS, _DOWN = (24, 4), (4, 6)
#: A block belongs to a ruling when nine tenths of it are dark.
_RUN = r"[\xe6-\xff]"
#: Rows of pixels so near to each other hold one ruling, also one that is slightly turned.
_NEAR = 2
#: Points by which the end of a vertical ruling may miss the horizontal one that it meets.
_MISS = 3.0
#: A ruling is no thicker, in pixels; what is thicker is a filled area with two edges.
_THICKEST = 10


@dataclass(slots=True)
class _Ruling:
    """A ruling while its rows of pixels are gathered; all in pixels."""

    first: int
    last: int
    start: int
    end: int


def find_rulings(image: Any, scale: float) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:  # noqa: ANN401
    """Return the horizontal and the vertical rulings of a picture of a page, in points.

    Args:
        image: the page as a Pillow image.
        scale: pixels a point.
    """
    from PIL import Image

    dark = image.convert("L").point([255 if value < _DARK else 0 for value in range(256)])
    turned = dark.transpose(Image.Transpose.TRANSPOSE)
    across = tuple(_rules(dark, *_ACROSS, scale))
    down = tuple(rule for rule in _rules(turned, *_DOWN, scale) if _is_held(rule, across))
    return across, down


def _is_held(rule: Rule, across: Sequence[Rule]) -> bool:
    """Return whether a vertical ruling ends at horizontal ones; the stroke of a large character does not."""
    ends = (rule.start, rule.end)
    return all(
        any(
            abs(other.at - end) <= _MISS and other.start - _MISS <= rule.at <= other.end + _MISS
            for other in across
        )
        for end in ends
    )


def _rules(dark: Any, block: int, least: int, scale: float) -> Iterator[Rule]:  # noqa: ANN401
    for ruling in _rulings(dark, block, least):
        thin = ruling.last - ruling.first < _THICKEST
        edges = [(ruling.first + ruling.last + 1) / 2] if thin else [ruling.first, ruling.last + 1]
        for edge in edges:
            yield Rule(edge / scale, ruling.start / scale, ruling.end / scale)


def _rulings(dark: Any, block: int, least: int) -> list[_Ruling]:  # noqa: ANN401
    """Return the rulings that run along the rows of pixels, top to bottom."""
    from PIL import Image

    width, height = dark.width // block, dark.height
    if not width:
        return []
    crop = dark.crop((0, 0, width * block, height))
    blocks = crop.resize((width, height), Image.Resampling.BOX).tobytes()
    pixels = dark.tobytes()
    run = regex.compile(_RUN.encode("ascii") + b"{%d,}" % least)
    found: list[_Ruling] = []
    for y in range(height):
        row = pixels[y * dark.width : (y + 1) * dark.width]
        for match in run.finditer(blocks[y * width : (y + 1) * width]):
            _gather(found, y, *_ends(row, match.start() * block, match.end() * block, block))
    return found


def _ends(row: bytes, start: int, end: int, block: int) -> tuple[int, int]:
    """Return where a dark run really begins and ends: in the block before it and in the one after."""
    light = row.rfind(b"\0", max(start - block, 0), start)
    after = row.find(b"\0", end, end + block)
    return (light + 1 if light >= 0 else max(start - block, 0)), (after if after >= 0 else end)


def _gather(found: list[_Ruling], y: int, start: int, end: int) -> None:
    """Add a run to the ruling that it continues, or begin one with it."""
    for ruling in reversed(found):
        if ruling.last < y - 4 * _NEAR:
            break
        if y - ruling.last <= _NEAR and start <= ruling.end + 1 and end >= ruling.start - 1:
            ruling.last = y
            ruling.start, ruling.end = min(ruling.start, start), max(ruling.end, end)
            return
    found.append(_Ruling(y, y, start, end))
