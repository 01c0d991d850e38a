"""A result folder: every file of a run, and the reviewer's decisions carried into it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from auditor.config import Config
from auditor.model.audit import Audit
from auditor.model.claim import Report
from auditor.model.document import Document
from auditor.render.decisions import with_workbook
from auditor.render.files import encoded
from auditor.render.files import records
from auditor.render.files import write_csv
from auditor.render.files import write_json
from auditor.render.lock import locked
from auditor.render.papers import WORKPAPER
from auditor.render.papers import Papers
from auditor.render.provenance import provenance
from auditor.render.recall import FINDINGS
from auditor.render.recall import keep_backup
from auditor.render.recall import recall
from auditor.render.review import Review
from auditor.render.summary import summary
from auditor.render.tables import FINDING_COLUMNS
from auditor.render.tables import claims_sheet
from auditor.render.tables import doubts_sheet
from auditor.render.tables import findings_sheet
from auditor.render.tables import sheets


class Memory(Protocol):
    """Knows the files that were written before, by the findings.csv that they were written with."""

    def stand(self, folder: Path, findings: bytes) -> bool:
        """Return whether a folder holds, byte for byte, what would be written."""

    def remember(self, folder: Path, findings: bytes, names: Iterable[str]) -> None:
        """Keep what files are like that were just written."""


def _silent(message: str) -> None:
    """Tell nobody."""


def write_audit(  # noqa: PLR0913, PLR0917  # a run, where it goes, and whom it listens to
    folder: Path,
    audit: Audit,
    config: Config,
    durations: Mapping[str, float],
    given: Path | None = None,
    warn: Callable[[str], None] = _silent,
    papers: Papers | None = None,
    memory: Memory | None = None,
) -> Audit:
    """Write all files of a diff; return the audit with the statuses that reviewers gave its findings.

    ``given`` is a findings.csv that people edited elsewhere; ``warn`` is told where decisions contradict
    each other; ``papers`` are what people read besides the tables (both of them, without pictures);
    ``memory`` knows what was written before: files that stand as they would be written are left alone.

    Raises:
        MissingFileError: when ``given`` is not there.
        UnreadableFileError: when an earlier findings.csv cannot be read; nothing is written then.
        UsageError: when the folder cannot be written to, or another run is writing there.
    """
    papers = papers or Papers()
    with locked(folder):
        review = recall(folder, given, audit, FINDING_COLUMNS)
        for conflict in review.conflicts:
            warn(conflict)
        written = encoded(findings_sheet(audit.findings, review))
        if not (memory and papers.cover(folder) and memory.stand(folder, written)):
            review = with_workbook(review, folder / WORKPAPER)
            names = _write(folder, audit, review, papers)
            if memory:
                memory.remember(folder, (folder / FINDINGS).read_bytes(), names)
        write_json(folder, "run", provenance(audit, config, durations))
    return replace(audit, findings=review.carried(audit.findings))


def _write(folder: Path, audit: Audit, review: Review, papers: Papers) -> list[str]:
    """Write what the same audit and decisions always give; return the names of the files."""
    paths = []
    made = sheets(audit, review)
    for sheet in made:
        if sheet.name == "findings":
            keep_backup(folder / FINDINGS, encoded(sheet))
        paths.append(write_csv(folder, sheet))
    paths += papers.write(folder, audit, review, made)
    paths.append(write_json(folder, "summary", summary(audit)))
    return [path.name for path in paths]


def write_claims(folder: Path, report: Report, document: Document, form: str) -> Path:
    """Write the claims of one report as ``csv`` or ``json`` and its doubts; return the claims file.

    Raises:
        UsageError: when the folder cannot be written to.
    """
    write_csv(folder, doubts_sheet(document.doubts))
    sheet = claims_sheet(report.claims)
    return write_json(folder, sheet.name, records(sheet)) if form == "json" else write_csv(folder, sheet)
