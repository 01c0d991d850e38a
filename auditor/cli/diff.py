"""``auditor diff``: two report years in, a reviewable diff out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import click

from auditor.cli.options import overridden
from auditor.cli.options import report_flags
from auditor.cli.options import with_companions
from auditor.cli.verb import CLEAN
from auditor.cli.verb import FOUND
from auditor.cli.verb import Progress
from auditor.cli.verb import Verb

if TYPE_CHECKING:
    from auditor.model.audit import Audit
    from auditor.model.evidence import Excerpts

_EXAMPLE = """auditor diff reports/acme              a case folder with auditor.toml
auditor diff 2023.pdf 2024.pdf --out out/acme
auditor diff 2024.pdf                  one report alone: its own checks
auditor diff 2024.pdf 2025.pdf --review last-year/findings.csv"""


@click.command(cls=Verb, example=_EXAMPLE)
@click.argument(
    "reports", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CASE | REPORT..."
)
@click.option("--out", type=click.Path(path_type=Path), help="Result folder [out/<case or newest report>].")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="An auditor.toml.")
@click.option(
    "--lang", type=click.Choice(["en", "zh-Hans", "zh-Hant"]), help="Language of the messages [as reported]."
)
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "never"]), help="What makes exit code 1 [error]."
)
@click.option(
    "--review",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An edited findings.csv: its decisions are carried over.",
)
@click.option(
    "--press",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A text about the reports, e.g. an article: its figures are tied to theirs.",
)
@click.option(
    "--edition",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Another language edition of one of the reports: their figures are held against each other.",
)
@click.option("--html/--no-html", default=True, help="Write report.html [yes].")
@click.option("--xlsx/--no-xlsx", default=True, help="Write workpaper.xlsx [yes].")
@report_flags
def diff(reports: tuple[Path, ...], **flags: Any) -> None:  # noqa: ANN401  # click's own
    """Read one or more reports, check what they claim, and hold them against each other.

    Reports are ordered by the period that each says it covers. Exit code: 0 nothing found, 1 findings,
    2 usage or configuration, 3 a report cannot be read or the program failed.
    """
    from auditor import pipeline
    from auditor.cli.case import open_case
    from auditor.kept.sources import results_of
    from auditor.render.papers import Papers
    from auditor.render.results import write_audit
    from auditor.render.terminal import print_summary

    case = open_case(reports, flags["config_file"])
    config = overridden(case.config, case.paths, flags)
    given = {name: flags[name] for name in ("lang", "fail_on") if flags[name]}
    beside = {"press": flags["press"], "edition": flags["edition"]}
    config = with_companions(config.model_copy(update=given), beside)
    paths = (*case.paths, *flags["press"], *flags["edition"])
    progress = Progress(quiet=flags["quiet"])
    audit = pipeline.audit(paths, config, progress)
    progress.done()

    def excerpts() -> Excerpts:
        progress("show", "")
        found = pipeline.excerpts(paths, config, audit)
        progress.done()
        return found

    papers = Papers(flags["html"], flags["xlsx"], config.title, excerpts)
    folder = flags["out"] or case.out or Path("out") / Path(_newest(audit)).stem
    memory = results_of(audit, config, (flags["html"], flags["xlsx"]))
    warn = partial(click.echo, err=True)
    audit = write_audit(folder, audit, config, progress.seconds, flags["review"], warn, papers, memory)
    if not flags["quiet"]:
        print_summary(audit, folder)
    click.get_current_context().exit(exit_code(audit, config.fail_on))


def _newest(audit: Audit) -> str:
    return next(report.name for report in reversed(audit.reports) if report.audited)


def exit_code(audit: Audit, fail_on: str) -> int:
    """Return 1 when an unsettled finding is at least as grave as ``fail_on``, else 0."""
    from auditor.model.finding import Severity
    from auditor.render.review import SETTLED

    if fail_on == "never":
        return CLEAN
    grave = Severity(fail_on).rank
    unsettled = (finding for finding in audit.findings if finding.status not in SETTLED)
    return FOUND if any(finding.severity.rank <= grave for finding in unsettled) else CLEAN
