"""The places of a report as a reviewer is shown them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from auditor.errors import InputError
from auditor.model.evidence import Excerpt
from auditor.model.evidence import Site

#: Files whose lines are the lines that a place counts.
_TEXTS = frozenset((".txt", ".md", ".markdown", ".text"))
#: Lines shown before and after those that matter.
_AROUND = 1


def excerpts(path: Path, sites: Iterable[Site], password: str | None = None) -> dict[Site, Excerpt]:
    """Return pictures of sites in a PDF, lines of sites in a text; what cannot be shown is left out."""
    wanted = list(dict.fromkeys(sites))
    paged = [site for site in wanted if site.page is not None]
    found = _pictures(path, paged, password) if paged else {}
    # the lines of a Word file, a workbook or a web page are counted by us: they are not lines of the file
    verbatim = path.suffix.lower() in _TEXTS
    lined = [site for site in wanted if verbatim and site.page is None and site.first]
    return found | (_passages(path, lined) if lined else {})


def _pictures(path: Path, sites: list[Site], password: str | None) -> dict[Site, Excerpt]:
    import pypdfium2 as pdfium

    from auditor.read.pdf.crop import crop_sites

    try:
        return crop_sites(path, sites, password)
    except pdfium.PdfiumError:
        return {}


def _passages(path: Path, sites: list[Site]) -> dict[Site, Excerpt]:
    from auditor.read.text.source import read_lines

    try:
        lines = [line.string for line in read_lines(path)]
    except InputError:
        return {}
    return {site: _passage(lines, site) for site in sites if site.last <= len(lines)}


def _passage(lines: list[str], site: Site) -> Excerpt:
    first = max(site.first - _AROUND, 1)
    return Excerpt(first=first, lines=tuple(lines[first - 1 : site.last + _AROUND]))
