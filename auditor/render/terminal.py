"""The summary of a run for people, on stdout: coloured in a terminal, plain text elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO
from typing import TYPE_CHECKING

from auditor.lexicon.tongue import tell
from auditor.model.audit import Audit
from auditor.model.claim import Report
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Standing
from auditor.render.review import OPEN
from auditor.render.summary import summary

if TYPE_CHECKING:
    from rich.text import Text

#: Findings that are told in full; the rest is in findings.csv.
_WORST = 12
#: Doubts after which little that a run tells can be trusted.
_GRAVE = ("nothing_read", "another_organisation")
_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def print_summary(audit: Audit, folder: Path, stream: IO[str] | None = None) -> None:
    """Print what was read, checked, restated and flagged, the worst findings first."""
    from rich.console import Console

    console = Console(file=stream, highlight=False, soft_wrap=True, emoji=False, markup=False)
    for line in _lines(audit, folder):
        console.print(line)


def _lines(audit: Audit, folder: Path) -> Iterator[Text | str]:
    for report in audit.reports:
        yield report_line(report)
    yield from _counts(audit)
    shown = sorted(audit.findings, key=_gravity)[:_WORST]
    for finding in shown:
        yield _finding(finding)
    if len(audit.findings) > len(shown):
        yield f"... and {len(audit.findings) - len(shown)} more in findings.csv"
    yield f"written to {folder}/"


def report_line(report: Report) -> str:
    """Return what was read of one report, in one line."""
    size = f"{report.pages} pages" if report.pages else f"{report.lines} lines"
    unread = f", {len(report.pages_unread)} not readable" if report.pages_unread else ""
    period = report.period.code or "period not recognised"
    names = "  ".join(filter(None, (report.organisation, report.language)))
    return f"read      {report.name}  {period}  {size}{unread}  {len(report.claims)} claims  {names}".rstrip()


def _counts(audit: Audit) -> Iterator[str]:
    counts = summary(audit)
    checks, claims, findings = counts["checks"], counts["claims"], counts["findings"]
    yield f"claims    {claims['total']}: {_listed(claims['by_source'])}; {claims['untied']} in no check"
    yield f"checked   {checks['total']}: {_listed(checks['by_verdict'])}"
    if len(audit.reports) > 1:
        told = f"{len(audit.restatements)} facts told twice: {_listed(counts['restatements'])}"
        yield f"restated  {told}{_silent(audit)}"
        if counts["continuity"]:
            gaps = {name.replace("_", " "): count for name, count in counts["continuity"].items()}
            yield f"metrics   {_listed(gaps)}, from one report to the next"
    if audit.doubts:
        yield f"doubts    {len(audit.doubts)}: {_listed(counts['doubts'])}"
        grave = (doubt for doubt in audit.doubts if doubt.code in _GRAVE)
        yield from (f"          {doubt.place.report}: {tell(doubt.detail)}" for doubt in grave)
    yield f"flagged   {findings['total']}: {_listed(_by_rank(findings['by_severity']))}"


def _silent(audit: Audit) -> str:
    """Return how many changed facts no note explains."""
    changed = [item for item in audit.restatements if item.standing is Standing.RESTATED]
    silent = sum(item.disclosure in {None, Disclosure.NONE} for item in changed)
    return f"; {silent} of {len(changed)} restated without a note" if changed else ""


def _by_rank(counts: dict[str, int]) -> dict[str, int]:
    return {severity.value: counts[severity] for severity in Severity if severity in counts}


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or "none"


def _gravity(finding: Finding) -> tuple[bool, int, str, tuple[int, float, float], str]:
    """Return a key that puts the gravest open finding first, then by report and place."""
    return finding.status != OPEN, finding.severity.rank, finding.report, finding.place.order, finding.id


def _finding(finding: Finding) -> Text:
    from rich.text import Text

    line = Text("  ")
    line.append(f"{finding.severity.value:<8}", style=_STYLE[finding.severity])
    line.append(f"{finding.code}  ", style="bold")
    line.append(f"{finding.report} {finding.place}  ", style="cyan")
    line.append("" if finding.status == OPEN else f"[{finding.status}] ", style="dim")
    line.append(finding.message)
    return line
