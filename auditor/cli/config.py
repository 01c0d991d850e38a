"""``auditor config``: is an auditor.toml right, and what may stand in one."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import click

from auditor.cli.verb import Verb
from auditor.cli.verb import VerbGroup

_EXAMPLE = """auditor config check reports/acme
auditor config schema > auditor.schema.json"""


@click.group(cls=VerbGroup, example=_EXAMPLE)
def config() -> None:
    """Check an auditor.toml, or print the JSON Schema of all that may stand in it."""


@config.command(cls=Verb, example="auditor config check reports/acme/auditor.toml")
@click.argument("file", type=click.Path(path_type=Path), default=Path("auditor.toml"), required=False)
def check(file: Path, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Tell every fault of a configuration at once; FILE may be a case folder [auditor.toml here]."""
    from auditor.config import FILE_NAME
    from auditor.config import load
    from auditor.errors import ConfigError
    from auditor.lexicon.intake import take_in
    from auditor.rules import refuse_unknown

    path = file / FILE_NAME if file.is_dir() else file
    found = load(path)
    faults = [f"reports: {name}: no such file" for name in found.files if not (path.parent / name).is_file()]
    for right in (partial(refuse_unknown, found.rules), partial(take_in, found.lexicon)):
        try:
            right()
        except ConfigError as error:
            faults += error.faults
    if faults:
        raise ConfigError(path, faults)
    if not flags["quiet"]:
        click.echo(f"{path}: right; {len(found.files)} reports")


@config.command(cls=Verb, example="auditor config schema > auditor.schema.json")
def schema(**_: Any) -> None:  # noqa: ANN401  # click's own
    """Print the JSON Schema of auditor.toml: an editor can complete and check with it."""
    from auditor.config import Config

    click.echo(json.dumps(Config.model_json_schema(), ensure_ascii=False, indent=2))
