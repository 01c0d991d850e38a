"""One fact that is told with two numbers.

What it flags:
    The same metric for the same period, scope and basis, told in two places of one report with
    numbers that no rounding reconciles.

Why it matters:
    One of the two is wrong, and a reader of only one place cannot know it.

How it decides:
    Only when metric, scope, basis, period and unit are all the same beyond doubt, and no other number
    of the report is a better partner. Two numbers printed to different precision agree when their
    rounding intervals meet.

Example:
    A figure tells 1,289.7 tonnes, the sentence below it 1,287.2 tonnes.

When it is wrong:
    When a word that narrows one of the two (a site, a brand, a category) was not recognised.
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

CODE = "N101"
SEVERITY = Severity.ERROR
TITLE = "同一事实前后不一"
MESSAGE = (
    "{metric}（{period}）在{place}为 {stated}，而{places}为 {arithmetic}（即 {computed}），"
    "相差 {gap}。两处应为同一事实：{statement}。"
)

_KINDS = (Kind.SAME_FACT,)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each cause behind flagged arithmetic of this kind."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    return (finding(dossier, cause, heading) for cause in causes(dossier, _KINDS))
