"""A number printed as told before the adjustment that the earlier report did not tell.

What it flags:
    A cell under "before adjustment" (调整前) whose number is not the one that the earlier report told
    for that period.

Why it matters:
    The reader takes the difference of the two columns for the effect of the adjustment. When the first
    of them is not what was told, that effect is not the one that was disclosed.

How it decides:
    The column says that it is the number before adjustment; metric, scope and period are the same as
    in the earlier report; the rounding intervals do not meet.

Example:
    FY2023 "before" is 1,001, and the report on FY2023 told 1,000.

When it is wrong:
    When history was adjusted twice and the column shows the first adjustment.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.vintage import told_otherwise

CODE = "S108"
SEVERITY = Severity.WARNING
TITLE = "调整前数字与以前报告不符"
MESSAGE = "{metric}（{period}）在{place}的调整前数字为 {stated}，而{places}列示为 {computed}。"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each number before adjustment that was told otherwise."""
    return told_otherwise(dossier, "vintage:before", Heading(CODE, SEVERITY, TITLE, MESSAGE))
