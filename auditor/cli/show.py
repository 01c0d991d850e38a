"""``auditor show``: what was read at one place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import click

from auditor.cli.options import overridden
from auditor.cli.options import report_flags
from auditor.cli.verb import Verb
from auditor.model.place import Box

if TYPE_CHECKING:
    from auditor.model.claim import Report
    from auditor.model.document import Document
    from auditor.model.document import Text
    from auditor.read.pdf.picture import Mark

_EXAMPLE = """auditor show 2024.pdf --page 12
auditor show 2024.pdf --page 12 --image page12.png
auditor show 2024.txt --line 3612"""


@click.command(cls=Verb, example=_EXAMPLE)
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--page", type=click.IntRange(min=1), help="Page of a PDF, from 1.")
@click.option("--line", type=click.IntRange(min=1), help="Line of a text, row of a workbook, from 1.")
@click.option(
    "--image", type=click.Path(path_type=Path, dir_okay=False), help="Draw the page with boxes, as PNG."
)
@report_flags
def show(report: Path, page: int | None, line: int | None, image: Path | None, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Show a page or line as it was understood: blocks, tables, footnotes, claims, doubts.

    With --image the page of a PDF is drawn too: text grey, labels blue, cells orange, claims green,
    doubts red.
    """
    from auditor import pipeline
    from auditor.config import Config
    from auditor.render.document import view

    if (page is None) == (line is None):
        message = "give one of --page (PDF) and --line (text)"
        raise click.UsageError(message)
    if image is not None and page is None:
        message = "--image draws a page of a PDF: give --page"
        raise click.UsageError(message)
    config = overridden(Config(), [report], flags)
    found, document = pipeline.open_report(report, config.options(report))
    _refuse_beyond(page, document.pages, "page", report)
    _refuse_beyond(line, document.lines, "line", report)
    for told in view(document, found, page=page, line=line):
        click.echo(told)
    if image is not None and page is not None:
        _draw(image, report, page, (document, found), config.options(report).password)
        click.echo(f"drawn to {image}")


def _draw(image: Path, report: Path, page: int, read: tuple[Document, Report], password: str) -> None:
    """Write the picture of a page with a box around all that was understood of it."""
    from auditor.read.pdf.picture import draw_page

    document, found = read
    remarks = [
        f"doubt: {doubt.code}"
        for doubt in document.doubts
        if doubt.place.page == page and not doubt.place.box
    ]
    drawn = draw_page(report, page, list(_marks(document, found, page)), remarks, password or None)
    try:
        image.write_bytes(drawn)
    except OSError as error:
        message = f"{image}: cannot be written: {error.strerror}"
        raise click.UsageError(message) from error


def _marks(document: Document, found: Report, page: int) -> Iterator[Mark]:
    """Yield a mark for each block, label, cell, claim and doubt of a page."""
    from auditor.model.document import Block
    from auditor.read.pdf.picture import Mark
    from auditor.read.pdf.picture import Shown

    for item in document.elements:
        if isinstance(item, Block):
            yield from (Mark(box, Shown.TEXT) for box in _boxes(item.text, page))
            continue
        for cell in item.cells:
            shown = Shown.LABEL if cell.column == 0 or cell.row < item.header_rows else Shown.CELL
            yield from (Mark(box, shown) for box in _boxes(cell.text, page))
    for shown, places in (
        (Shown.CLAIM, [claim.place for claim in found.claims]),
        (Shown.DOUBT, [doubt.place for doubt in document.doubts]),
    ):
        yield from (Mark(place.box, shown) for place in places if place.page == page and place.box)


def _boxes(text: Text, page: int) -> list[Box]:
    """Return the box around the part of a text that stands on a page, nothing if none does."""
    boxes = [piece.place.box for piece in text.pieces if piece.place.page == page and piece.place.box]
    return [reduce(Box.union, boxes)] if boxes else []


def _refuse_beyond(number: int | None, last: int, word: str, report: Path) -> None:
    if number is not None and number > last:
        message = (
            f"{report.name} has no {word} {number}: it has {last} {word}s"
            if last
            else f"{report.name} has no {word}s"
        )
        raise click.UsageError(message)
