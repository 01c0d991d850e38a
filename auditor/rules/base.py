"""What a rule is, what it may look at, and how a finding gets its id."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from hashlib import sha256
from typing import Protocol

from auditor.config import RuleChoice
from auditor.config import Thresholds
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.document import Document
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.relation import Diagnosis
from auditor.model.relation import Judgement
from auditor.model.restatement import Replaced
from auditor.model.restatement import Restatement
from auditor.model.run import Run

_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that rules may look at. ``reports`` are ordered by period, ``claims`` are by ref.

    ``texts`` are documents about the reports, not audited themselves.
    """

    reports: tuple[Report, ...]
    claims: Mapping[str, Claim]
    judgements: tuple[Judgement, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    choice: RuleChoice = field(default_factory=RuleChoice)
    documents: tuple[Document, ...] = ()
    runs: tuple[Run, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    texts: tuple[Document, ...] = ()

    def report_of(self, claim: Claim) -> Report:
        """Return the report that a claim stands in."""
        return next(report for report in self.reports if report.name == claim.report)


class Rule(Protocol):
    """A module that is a rule; its docstring is its page."""

    CODE: str
    SEVERITY: Severity
    TITLE: str
    MESSAGE: str
    __doc__: str | None
    __name__: str

    def check(self, dossier: Dossier) -> Iterator[Finding]:
        """Return what the rule finds; the order means nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Heading:
    """The four constants of a rule, handed to what writes its findings."""

    code: str
    severity: Severity
    title: str
    message: str


def finding_id(code: str, metric: str, period: str, scope: str, report: str, *more: str) -> str:
    """Return 12 hex digits that stay the same while values, order and other findings change."""
    name = "|".join((code, metric, period, scope, report, *more))
    return sha256(name.encode("utf-8", "replace")).hexdigest()[:_ID_LENGTH]
