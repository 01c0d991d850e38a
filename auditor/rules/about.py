"""A finding about one number: what it is called, where it stands, and what it says."""

from __future__ import annotations

from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.rules import wording
from auditor.rules.base import Heading
from auditor.rules.base import finding_id


def about(claim: Claim, heading: Heading, message: str, *apart: str) -> Finding:
    """Return the finding about a number; ``apart`` tells its id from those of others about the same fact."""
    period = claim.period.code
    return Finding(
        id=finding_id(heading.code, claim.metric.id, period, claim.scope, claim.report, *apart),
        code=heading.code,
        severity=heading.severity,
        title=heading.title,
        report=claim.report,
        place=claim.place,
        period=period,
        metric=claim.label,
        stated=wording.printed(claim),
        expected="",
        gap="",
        message=message,
        claims=(claim.ref,),
    )
