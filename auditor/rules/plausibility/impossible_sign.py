"""An amount below nought of something that is never less than nothing.

What it flags:
    A negative consumption, head count, rate of injuries and the like.

Why it matters:
    Nobody uses less than no electricity. The minus is a slip, or the row is a difference that its label does
    not name.

How it decides:
    The metric is one of those that the lexicon lists as never below nought (`plausible.toml`), neither a word
    of the label (net, change, saved, adjustment) nor the unit (percentage points) makes it a difference, and
    the whole rounding interval is below 0.

Example:
    "外购电力 -14.7 MWh" between 24.9 and 90.1 in the other years.

When it is wrong:
    When a correction of an earlier period is printed in the row itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.lexicon.measures.plausible import plausible
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.relation import Slip
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.plausibility.lone import difference
from auditor.rules.plausibility.lone import doubtful
from auditor.rules.plausibility.lone import finding

CODE = "U202"
SEVERITY = Severity.WARNING
TITLE = "数值不可能为负"
MESSAGE = "{metric}（{period}）在{place}列示为 {stated}；该指标不可能小于零，请核对正负号。"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each amount that cannot be negative and is."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    return (
        finding(claim, heading, suggested=f"{-claim.quantity.value:f}", slip=Slip.SIGN)
        for claim in doubtful(dossier)
        if _impossible(claim)
    )


def _impossible(claim: Claim) -> bool:
    high = claim.quantity.interval.high
    if claim.metric.base not in plausible().amounts or high is None or high >= 0:
        return False
    return claim.seat is not None and not difference(claim)
