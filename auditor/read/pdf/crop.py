"""Parts of PDF pages as small pictures: the evidence that a reviewer looks at first."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from auditor.model.evidence import Excerpt
from auditor.model.evidence import Site
from auditor.model.place import Box

#: Pixels a point: 115 dpi, the smallest at which an 8 point Chinese character can be read.
_SCALE = 1.6
_COLOURS = 16
#: Points shown above and below a site, and the least width that is shown.
_ABOVE, _WIDTH = 30.0, 960.0
#: Nobody needs a picture of more than this; what is taller is cut at its bottom.
_TALLEST = 320.0
#: What a broken page makes pypdfium2 or ctypes raise; its evidence is missing, the run goes on.
_PAGE_FAULTS = (pdfium.PdfiumError, OSError, ValueError, OverflowError)


def crop_sites(path: Path, sites: Iterable[Site], password: str | None = None) -> dict[Site, Excerpt]:
    """Return a picture of each site on a page, in no more than 16 colours.

    A page up to a landscape sheet or a slide is shown from edge to edge, so that a row keeps its label;
    of a wider one 960 points around the site are. A page that cannot be drawn is left out.

    Raises:
        pypdfium2.PdfiumError: the file cannot be opened any more.
    """
    ordered = sorted((site for site in sites if site.page and site.box), key=_order)
    if not ordered:
        return {}
    found: dict[Site, Excerpt] = {}
    file = pdfium.PdfDocument(path, password=password)
    try:
        for number, group in groupby(ordered, key=lambda site: site.page or 0):
            if number <= len(file):
                found.update(_cropped(file, number, list(group)))
    finally:
        file.close()
    return found


def _order(site: Site) -> tuple[int, str]:
    return site.page or 0, str(site.box)


def _cropped(file: Any, number: int, sites: list[Site]) -> Iterator[tuple[Site, Excerpt]]:  # noqa: ANN401
    """Yield the pictures on one page; the page is parsed once."""
    try:
        page = file[number - 1]
    except _PAGE_FAULTS:
        return
    try:
        for site in sites:
            shown = frame(site.box, *page.get_size()) if site.box else None
            picture = _picture(page, shown) if shown else b""
            if picture:
                yield site, Excerpt(png=picture, box=shown)
    finally:
        page.close()


def frame(box: Box, width: float, height: float) -> Box | None:
    """Return what is shown around a box on a page of that size in points; None when it is off the page."""
    top, bottom = max(box.top - _ABOVE, 0.0), min(box.bottom + _ABOVE, height)
    left, right = 0.0, width
    if width > _WIDTH * 1.1:
        margin = max((_WIDTH - (box.x1 - box.x0)) / 2, _ABOVE)
        left = min(max(box.x0 - margin, 0.0), max(width - _WIDTH, 0.0))
        right = min(max(box.x1 + margin, left + _WIDTH), width)
    bottom = min(bottom, top + _TALLEST)
    return Box(left, top, right, bottom) if right - left >= 1 and bottom - top >= 1 else None


def _picture(page: Any, shown: Box) -> bytes:  # noqa: ANN401  # pypdfium2 is untyped
    """Return a PNG of a part of a page; the same page gives the same bytes."""
    width, height = page.get_size()
    edges = (shown.x0, height - shown.bottom, width - shown.x1, shown.top)
    try:
        image = page.render(scale=_SCALE, crop=edges, rev_byteorder=True).to_pil()
    except _PAGE_FAULTS:
        return b""
    buffer = BytesIO()
    few = image.convert("RGB").quantize(_COLOURS, method=2, dither=0)
    few.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
