"""A percentage of people or things that no whole number of them gives.

What it flags:
    A share or average of things that are counted, from which no whole number of them follows.

Why it matters:
    There are no half employees. Such a percentage was taken from another population, or is a slip.

How it decides:
    The whole number nearest to share times population is divided by the population; the finding
    stands when the result does not meet the interval of the stated share. The population may be
    narrowed by words that were not tied to it, so the finding is never more than a warning.

Example:
    33 % of a board of 7: 2 of 7 are 28.6 %, 3 of 7 are 42.9 %.

When it is wrong:
    When the share is weighted, or the population is another one than the row that is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.relation import Kind
from auditor.rules.arithmetic import finding
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.causes import causes

CODE = "Q103"
SEVERITY = Severity.WARNING
TITLE = "反推不出整数"
MESSAGE = (
    "{metric}（{period}）在{place}列示为 {stated}；"
    "没有整数能得出该比例，最接近的 {arithmetic} 应得 {computed}，相差 {gap}。"
    "所用数字见{places}。"
)

_KINDS = (Kind.WHOLE_NUMBER,)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each cause behind flagged arithmetic of this kind."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    return (finding(dossier, cause, heading) for cause in causes(dossier, _KINDS))
