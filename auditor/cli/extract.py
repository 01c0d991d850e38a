"""``auditor extract``: the claims of one report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.options import overridden
from auditor.cli.options import report_flags
from auditor.cli.verb import Progress
from auditor.cli.verb import Verb

_EXAMPLE = """auditor extract 2024.pdf --out out/2024
auditor extract 2024.txt --format json --period CY2024"""


@click.command(cls=Verb, example=_EXAMPLE)
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Result folder [out/<name of the report>].")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json"]),
    default="csv",
    show_default=True,
    help="Of the claims.",
)
@report_flags
def extract(report: Path, out: Path | None, form: str, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Write every claim that a report makes, each with its place; nothing is judged."""
    from auditor import pipeline
    from auditor.config import Config
    from auditor.render.results import write_claims

    config = overridden(Config(), [report], flags)
    progress = Progress(quiet=flags["quiet"])
    progress("read", report.name)
    found, document = pipeline.open_report(report, config.options(report))
    progress.done()
    path = write_claims(out or Path("out") / report.stem, found, document, form)
    if not flags["quiet"]:
        from auditor.render.terminal import report_line

        click.echo(report_line(found))
        click.echo(f"doubts    {len(document.doubts)}")
        click.echo(f"written to {path}")
