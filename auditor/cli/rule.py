"""``auditor rule``: what a finding code means."""

from __future__ import annotations

from typing import Any

import click

from auditor.cli.verb import Verb

_EXAMPLE = """auditor rule
auditor rule T101"""


@click.command(cls=Verb, example=_EXAMPLE)
@click.argument("code", required=False)
def rule(code: str | None, **_: Any) -> None:  # noqa: ANN401  # click's own
    """Print what a rule flags, why, and when it is wrong; without a code, all rules."""
    from auditor.rules import RULES
    from auditor.rules.catalogue import listing
    from auditor.rules.catalogue import page

    if code is None:
        click.echo("\n".join(listing()))
        return
    found = next((item for item in RULES if code.upper() == item.CODE), None)
    if found is None:
        message = f"no rule {code}; known: {', '.join(item.CODE for item in RULES)}"
        raise click.UsageError(message)
    click.echo(page(found))
