"""``auditor``: the group of all verbs."""

from __future__ import annotations

import gc
import sys

import click

from auditor import __version__
from auditor.cli.baseline import baseline
from auditor.cli.config import config
from auditor.cli.diff import diff
from auditor.cli.explain import explain
from auditor.cli.extract import extract
from auditor.cli.init import init
from auditor.cli.lexicon import lexicon
from auditor.cli.rule import rule
from auditor.cli.show import show
from auditor.cli.verb import SETTINGS

#: What a run makes holds no circles to speak of: looking for them seldom saves a tenth of the time.
_GARBAGE = (100_000, 50, 100)


@click.group(context_settings=SETTINGS, epilog="Example:  auditor diff 2023.pdf 2024.pdf --out out/acme")
@click.version_option(__version__, prog_name="auditor")
def main() -> None:
    """Hold report years against each other: what changed, what does not add up, what was not said.

    Reads ESG and annual reports (PDF, text; Chinese first), checks every number it can, and writes
    CSV files to work through.
    """


for _verb in (init, diff, explain, baseline, extract, show, rule, lexicon, config):
    main.add_command(_verb)


def run() -> None:
    """Run the program; text that the terminal cannot show is escaped, not fatal."""
    gc.set_threshold(*_GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    main(prog_name="auditor")
