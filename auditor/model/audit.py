"""The result of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.document import Doubt
from auditor.model.finding import Finding
from auditor.model.relation import Diagnosis
from auditor.model.relation import Judgement
from auditor.model.restatement import Restatement


@dataclass(frozen=True, slots=True)
class Audit:
    """All that a run found; reports are ordered by the period that they cover."""

    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def claims(self) -> Iterator[Claim]:
        """Return every claim of every report, in reading order."""
        return (claim for report in self.reports for claim in report.claims)
