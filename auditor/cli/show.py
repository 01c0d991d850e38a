"""``auditor show``: what was read at one place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.options import overridden
from auditor.cli.options import report_flags
from auditor.cli.verb import Verb

_EXAMPLE = """auditor show 2024.pdf --page 12
auditor show 2024.txt --line 3612"""


@click.command(cls=Verb, example=_EXAMPLE)
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--page", type=click.IntRange(min=1), help="Page of a PDF, from 1.")
@click.option("--line", type=click.IntRange(min=1), help="Line of a text, from 1.")
@report_flags
def show(report: Path, page: int | None, line: int | None, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Show a page or line as it was understood: blocks, tables, footnotes, claims, doubts."""
    from auditor import pipeline
    from auditor.config import Config
    from auditor.render.document import view

    if (page is None) == (line is None):
        message = "give one of --page (PDF) and --line (text)"
        raise click.UsageError(message)
    config = overridden(Config(), [report], flags)
    found, document = pipeline.open_report(report, config.options(report))
    _refuse_beyond(page, document.pages, "page", report)
    _refuse_beyond(line, document.lines, "line", report)
    for told in view(document, found, page=page, line=line):
        click.echo(told)


def _refuse_beyond(number: int | None, last: int, word: str, report: Path) -> None:
    if number is not None and number > last:
        message = (
            f"{report.name} has no {word} {number}: it has {last} {word}s"
            if last
            else f"{report.name} has no {word}s"
        )
        raise click.UsageError(message)
