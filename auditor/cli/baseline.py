"""``auditor baseline``: hold a case against what was accepted, and accept, one kind at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import click

from auditor.cli.verb import CLEAN
from auditor.cli.verb import FOUND
from auditor.cli.verb import Progress
from auditor.cli.verb import Verb
from auditor.cli.verb import VerbGroup
from auditor.errors import MissingFileError
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.baseline.drift import Drift
    from auditor.baseline.drift import Kind
    from auditor.baseline.report import Result
    from auditor.baseline.rows import Rows

_KINDS = ("new", "changed", "gone", "reworded", "moved")
_EXAMPLE = """auditor baseline check reports/acme
auditor baseline accept reports/acme --accept new,gone"""
_CHECK_EXAMPLE = """auditor baseline check reports/acme
auditor baseline check reports/acme --format csv > drift.csv"""
_ACCEPT_EXAMPLE = """auditor baseline accept reports/acme --accept new
auditor baseline accept reports/acme --accept changed --only water_consumption --reason "restated, note 4" """

_case = click.argument("case", type=click.Path(path_type=Path))
_baselines = click.option(
    "--baselines", type=click.Path(path_type=Path), help="Accepted files [baselines/ beside reports/]."
)


@click.group(cls=VerbGroup, example=_EXAMPLE)
def baseline() -> None:
    """Keep accepted results under regression test.

    CASE is a folder with an auditor.toml, or its name below reports/. What was accepted is kept in
    baselines/CASE/ beside reports/ (for a case elsewhere: in its own folder); keep it under version control.
    """


@baseline.command(cls=Verb, example=_CHECK_EXAMPLE)
@_case
@_baselines
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True
)
def check(case: Path, baselines: Path | None, form: str, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Tell what is not as accepted: new, changed, gone or reworded rows. Exit code 1 on drift."""
    from auditor.baseline import report

    folder, kept = places(case, baselines)
    result = _result(folder, kept, _now(folder, quiet=flags["quiet"]))
    if form != "text":
        click.echo((report.as_csv if form == "csv" else report.as_json)([result]).rstrip("\n"))
    elif not flags["quiet"]:
        click.echo("\n".join(report.lines(result)))
    click.get_current_context().exit(CLEAN if result.clean else FOUND)


@baseline.command(cls=Verb, example=_ACCEPT_EXAMPLE)
@_case
@_baselines
@click.option(
    "--accept", "kinds", required=True, metavar="KIND,...", help=f"What to accept: {', '.join(_KINDS)}."
)
@click.option("--only", multiple=True, metavar="NAME", help="Only this table, metric family or key.")
@click.option("--reason", default="", help="Why figures changed; needed for 'changed', kept in reasons.csv.")
def accept(case: Path, baselines: Path | None, **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Take drift over into the accepted files, one kind at a time; nothing else in them is touched."""
    from auditor.baseline.accept import chosen
    from auditor.baseline.accept import refuse_unreasoned

    kinds = _wanted(flags["kinds"])
    refuse_unreasoned(kinds, flags["reason"])
    folder, kept = places(case, baselines)
    now = _now(folder, quiet=flags["quiet"])
    drift = _accept(folder, kept, now, lambda found: chosen(found, kinds, flags["only"]), flags["reason"])
    if not flags["quiet"]:
        _tell_accepted(drift, _result(folder, kept, now), kept / folder.name)


def places(case: Path, baselines: Path | None) -> tuple[Path, Path]:
    """Return the folder of a case and the folder that holds all baselines.

    Raises:
        MissingFileError: when there is no such case.
    """
    named = Path("reports") / case
    folder = (named if not case.exists() and named.exists() else case).resolve()
    if not folder.is_dir():
        raise MissingFileError(case)
    beside = folder.parent.parent if folder.parent.name == "reports" else folder
    return folder, baselines or beside / "baselines"


def _wanted(told: str) -> tuple[Kind, ...]:
    from auditor.baseline.drift import Kind

    names = [name.strip() for name in told.split(",") if name.strip()]
    strange = [name for name in names if name not in _KINDS]
    if strange or not names:
        message = f"--accept {told!r}: give one or more of {', '.join(_KINDS)}, with commas between them"
        raise UsageError(message)
    return tuple(map(Kind, names))


def _now(folder: Path, *, quiet: bool) -> dict[str, Rows]:
    """Return the rows that the reports of a case give now; decisions of reviewers are no part of them."""
    from auditor import pipeline
    from auditor.baseline.rows import keyed
    from auditor.cli.case import open_case
    from auditor.render.files import records
    from auditor.render.review import Review
    from auditor.render.tables import sheets

    case = open_case([folder], None)
    progress = Progress(quiet=quiet)
    audit = pipeline.audit(case.paths, case.config, progress)
    progress.done()
    return keyed({sheet.name: records(sheet) for sheet in sheets(audit, Review())})


def _result(folder: Path, kept: Path, now: dict[str, Rows]) -> Result:
    from auditor.baseline.drift import compare
    from auditor.baseline.report import Result
    from auditor.baseline.store import orphans
    from auditor.baseline.store import read_accepted

    accepted = read_accepted(kept / folder.name)
    return Result(folder.name, compare(accepted, now), orphans(kept, folder.parent), bool(accepted))


def _accept(folder: Path, kept: Path, now: dict[str, Rows], choose: Any, reason: str) -> tuple[Drift, ...]:  # noqa: ANN401
    """Write the chosen drift: the reasons first, so that no changed figure is ever kept without one."""
    from auditor.baseline.drift import compare
    from auditor.baseline.store import read_accepted
    from auditor.render.lock import locked

    home = kept / folder.name
    with locked(home):
        accepted = read_accepted(home)
        drift: tuple[Drift, ...] = choose(compare(accepted, now))
        _write_reasons(home, drift, reason)
        _write_tables(home, accepted, now, drift)
    return drift


def _write_reasons(home: Path, drift: tuple[Drift, ...], reason: str) -> None:
    from auditor.baseline.accept import REASON_COLUMNS
    from auditor.baseline.accept import with_reasons
    from auditor.baseline.store import REASONS
    from auditor.baseline.store import read_rows
    from auditor.render.cells import text
    from auditor.render.files import write_csv
    from auditor.render.sheets import Sheet

    reasons, added = with_reasons(read_rows(home / f"{REASONS}.csv"), drift, text(reason))
    if added:
        rows = tuple(tuple(row[column] for column in REASON_COLUMNS) for row in reasons)
        write_csv(home, Sheet(REASONS, REASON_COLUMNS, rows))


def _write_tables(
    home: Path, accepted: dict[str, Rows], now: dict[str, Rows], drift: tuple[Drift, ...]
) -> None:
    from auditor.baseline.accept import merged
    from auditor.baseline.layout import LAYOUTS
    from auditor.baseline.store import table
    from auditor.render.files import write_csv
    from auditor.render.sheets import Sheet

    for layout in LAYOUTS:
        mine = [item for item in drift if item.table == layout.table]
        before = accepted.get(layout.table)
        if mine or before is None:
            rows = merged(before or {}, now[layout.table], mine)
            write_csv(home, Sheet(layout.table, layout.columns, table(layout, rows)))


def _tell_accepted(drift: tuple[Drift, ...], left: Result, home: Path) -> None:
    from collections import Counter

    for (table, kind), count in Counter((item.table, item.kind.value) for item in drift).items():
        click.echo(f"accepted      {table}: {count} {kind}")
    if not drift:
        click.echo("accepted      nothing: no drift of this kind")
    counts = Counter(item.kind.value for item in left.drift)
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    click.echo(f"left          {told or 'nothing'}")
    click.echo(f"written to {home}/")
