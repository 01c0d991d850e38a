"""A result folder: every file of a run, and the reviewer's decisions carried into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from auditor.config import Config
from auditor.model.audit import Audit
from auditor.model.claim import Report
from auditor.model.document import Document
from auditor.render.files import records
from auditor.render.files import write_csv
from auditor.render.files import write_json
from auditor.render.provenance import provenance
from auditor.render.review import read_review
from auditor.render.summary import summary
from auditor.render.tables import claims_sheet
from auditor.render.tables import doubts_sheet
from auditor.render.tables import sheets

FINDINGS = "findings.csv"


def write_audit(folder: Path, audit: Audit, config: Config, durations: Mapping[str, float]) -> Audit:
    """Write all files of a diff; return the audit with the statuses that reviewers gave its findings.

    Raises:
        UnreadableFileError: when an earlier findings.csv cannot be read; nothing is written then.
        UsageError: when the folder cannot be written to.
    """
    review = read_review(folder / FINDINGS)
    for sheet in sheets(audit, review):
        write_csv(folder, sheet)
    write_json(folder, "summary", summary(audit))
    write_json(folder, "run", provenance(audit, config, durations))
    return replace(audit, findings=review.carried(audit.findings))


def write_claims(folder: Path, report: Report, document: Document, form: str) -> Path:
    """Write the claims of one report as ``csv`` or ``json`` and its doubts; return the claims file.

    Raises:
        UsageError: when the folder cannot be written to.
    """
    write_csv(folder, doubts_sheet(document.doubts))
    sheet = claims_sheet(report.claims)
    return write_json(folder, sheet.name, records(sheet)) if form == "json" else write_csv(folder, sheet)
