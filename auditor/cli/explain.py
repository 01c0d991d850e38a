"""``auditor explain``: the arithmetic of one finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.verb import Verb
from auditor.errors import UsageError

_EXAMPLE = """auditor explain 0c114b6097ab --out out/acme
auditor explain 0c114                  the beginning of an id; looked for in out/*/"""


@click.command(cls=Verb, example=_EXAMPLE)
@click.argument("finding_id")
@click.option("--out", type=click.Path(path_type=Path), help="Result folder [all of out/*/].")
def explain(finding_id: str, out: Path | None, **_: Any) -> None:  # noqa: ANN401  # click's own
    """Tell one finding line by line: all claims with their places, the arithmetic, what would repair it."""
    from auditor.render.explain import explain as explained

    for line in explained(out or _folder(finding_id), finding_id):
        click.echo(line)


def _folder(finding_id: str) -> Path:
    """Return the one folder below out/ whose findings have the id."""
    from auditor.render.reviewfile import read_findings

    found = [
        path.parent
        for path in sorted(Path("out").glob("*/findings.csv"))
        if any(row["finding_id"].startswith(finding_id) for row in read_findings(path))
    ]
    if len(found) == 1:
        return found[0]
    told = f"in {', '.join(map(str, found))}" if found else "in no folder of out/"
    message = f"{finding_id} is {told}; say which results: --out DIR"
    raise UsageError(message)
