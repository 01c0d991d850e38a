"""``auditor lexicon``: are the word lists sound, and which labels of a report do they not know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.options import overridden
from auditor.cli.options import report_flags
from auditor.cli.verb import Verb
from auditor.cli.verb import VerbGroup


@click.group(cls=VerbGroup, example="auditor lexicon suggest 2024.pdf")
def lexicon() -> None:
    """Check the lexicon, or list the labels of a report that it does not know."""


@lexicon.command(cls=Verb, example="auditor lexicon check")
def check(**_: Any) -> None:  # noqa: ANN401  # click's own
    """Load every word list and say what each holds; every fault of a file is told at once."""
    from auditor.lexicon.facets import facets
    from auditor.lexicon.identities import identities
    from auditor.lexicon.measures.factors import factors
    from auditor.lexicon.measures.units import units
    from auditor.lexicon.metrics import metrics
    from auditor.lexicon.words.causes import causes

    table = metrics()
    ids = {entry.id for entry in table.entries.values()}
    causes()
    click.echo(f"metrics     {len(ids)} with {len(table.aliases)} names")
    click.echo(f"facets      {len(facets().families)} families")
    click.echo(f"units       {len(units().names)} names")
    click.echo(f"identities  {len(identities())}")
    click.echo(f"factors     {len(factors())}")


@lexicon.command(cls=Verb, example="auditor lexicon suggest 2024.pdf")
@click.argument("report", type=click.Path(path_type=Path))
@report_flags
def suggest(report: Path, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Print the row labels that the lexicon does not know, with the nearest names that it has."""
    from auditor.config import Config
    from auditor.extract.suggest import suggestions
    from auditor.pipeline import open_report

    config = overridden(Config(), (report,), flags)
    opened, _ = open_report(report, config.options(report))
    for item in suggestions(opened.claims):
        nearest = "; ".join(f"{name} ({metric})" for name, metric in item.nearest)
        click.echo(f"{item.claims:4d}  {item.label}" + (f"  ~ {nearest}" if nearest else ""))
