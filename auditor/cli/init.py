"""``auditor init``: a commented auditor.toml from the reports themselves."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import click

from auditor.cli.verb import Progress
from auditor.cli.verb import Verb
from auditor.errors import MissingFileError
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.model.claim import Report

_EXAMPLE = """auditor init 2023.pdf 2024.pdf
auditor init ~/inbox/2023.pdf ~/inbox/2024.pdf --case reports/acme"""

_TAIL = """
# What findings, page and workbook speak: "zh-Hans", "zh-Hant" or "en". Unset: the newest report's language.
# lang = "zh-Hans"
# Exit code 1 from: "error", "warning", or "never".
fail_on = "error"

[thresholds]
# From this share on a changed comparative is called material. It sets a label and hides nothing.
restatement = "5%"
# For one metric or one unit, and what is clearly trivial:
# [[thresholds.limits]]
# metric = "ghg_emissions"   # or unit = "tCO2e"
# share = "3%"               # or amount = "1,000"
# trivial = "10"

# Your own names for a metric; metrics, units and identities can be added too.
# [[lexicon.aliases]]
# metric = "water_consumption"
# names = ["清水领用"]

# What is known of a restated number: its bridge is drawn, and what stays unexplained is told.
# [[adjustments]]
# metric = "ghg_emissions.ghg_scope_2"
# period = "FY2024"
# cause = "divestment"
# amount = "-5,132.7"
# source = "disposal circular, page 12"

[rules]
# Codes that are off, and severities that replace a rule's own; `auditor rule` lists them.
disabled = []
# severity = { S101 = "error" }
"""


@click.command(cls=Verb, example=_EXAMPLE)
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="OLD NEW...")
@click.option(
    "--case", type=click.Path(path_type=Path), default=Path(), help="Folder to write auditor.toml into [.]."
)
def init(reports: tuple[Path, ...], case: Path, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Read the reports and write an auditor.toml that says what was recognised. Never replaces one."""
    from auditor import pipeline
    from auditor.config import FILE_NAME
    from auditor.config import ReportOptions
    from auditor.render.files import replace_file

    missing = [path for path in reports if not path.is_file()]
    if missing:
        raise MissingFileError(missing[0])
    target = case / FILE_NAME
    if target.exists():
        message = f"{target} is there already; change it by hand, or remove it first"
        raise UsageError(message)
    progress = Progress(quiet=flags["quiet"])
    read: list[Report] = []
    for path in reports:
        progress("read", path.name)
        read.append(pipeline.open_report(path, ReportOptions(file=path.name))[0])
    progress.done()
    replace_file(target, "".join(f"{line}\n" for line in _lines(reports, read, case)).encode())
    if not flags["quiet"]:
        click.echo(f"written to {target}; now: auditor diff {case}")


def _lines(paths: Sequence[Path], reports: Sequence[Report], case: Path) -> Iterator[str]:
    names = [_relative(path, case) for path in paths]
    organisation = next((report.organisation for report in reports if report.organisation), "")
    yield "# What `auditor diff` reads in this folder; `auditor config check` tells every fault of it."
    yield f"title = {_quoted(' '.join(filter(None, (organisation, *_periods(reports)))))}"
    yield "# The reporting entity. Empty: recognised in each report."
    yield f"organisation = {_quoted(organisation)}"
    yield f"reports = [{', '.join(map(_quoted, names))}]"
    yield _TAIL
    yield "# What was recognised. Take the # away, and correct it, where it is wrong:"
    for name, report in zip(names, reports, strict=True):
        yield from _table(name, report)


def _periods(reports: Sequence[Report]) -> list[str]:
    return sorted({report.period.code for report in reports if report.period.code})


def _table(name: str, report: Report) -> Iterator[str]:
    yield "#"
    yield "# [[report]]"
    yield f"# file = {_quoted(name)}"
    yield f"# period = {_quoted(report.period.code)}      # FY2025: fiscal year, CY2024: calendar year"
    yield f"# language = {_quoted(report.language)}   # zh-Hans, zh-Hant, en"
    yield '# password = ""'


def _relative(path: Path, case: Path) -> str:
    return Path(os.path.relpath(path.resolve(), case.resolve())).as_posix()


def _quoted(text: str) -> str:
    """Return a TOML string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)
