"""An audit in counts: what was read, checked, restated and flagged."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from auditor.model.audit import Audit
from auditor.model.relation import Verdict
from auditor.render.continuity import KINDS
from auditor.render.continuity import continuity
from auditor.render.tables import times_checked

Counts = dict[str, Any]


def summary(audit: Audit) -> Counts:
    """Return counts only: nothing in it changes while the reports and the tool do not."""
    return {
        "reports": len(audit.reports),
        "pages": _pages(audit),
        "claims": _claims(audit),
        "checks": _checks(audit),
        "restatements": _counted(item.standing for item in audit.restatements),
        "continuity": _counted(KINDS[gap.kind] for gap in continuity(audit)),
        "findings": {
            "total": len(audit.findings),
            "by_severity": _counted(finding.severity for finding in audit.findings),
            "by_code": _counted(finding.code for finding in audit.findings),
        },
        "doubts": _counted(doubt.code for doubt in audit.doubts),
    }


def _pages(audit: Audit) -> Counts:
    unread = sum(len(report.pages_unread) for report in audit.reports)
    return {
        "read": sum(report.pages for report in audit.reports) - unread,
        "not_readable": unread,
        "lines": sum(report.lines for report in audit.reports),
    }


def _claims(audit: Audit) -> Counts:
    checked = times_checked(audit.judgements)
    claims = list(audit.claims)
    return {
        "total": len(claims),
        "by_source": _counted(claim.source for claim in claims),
        "untied": sum(claim.ref not in checked for claim in claims),
    }


def _checks(audit: Audit) -> Counts:
    kinds: defaultdict[str, list[Verdict]] = defaultdict(list)
    for judgement in audit.judgements:
        kinds[judgement.relation.kind.value].append(judgement.verdict)
    return {
        "total": len(audit.judgements),
        "by_verdict": _counted(judgement.verdict for judgement in audit.judgements),
        "by_kind": {kind: _counted(verdicts) for kind, verdicts in sorted(kinds.items())},
    }


def _counted(values: Iterable[str]) -> Counts:
    return dict(sorted(Counter(map(str, values)).items()))
