"""A growth rate or change in points that its two levels do not give.

What it flags:
    A stated growth, decline, multiple of another year, compound annual rate, change in percentage points
    or amount of a change that the levels of the two periods, as printed, cannot give.

Why it matters:
    Growth rates are what readers quote. One that does not follow was computed on other numbers than
    those printed: an earlier draft, a base that was restated since, another scope.

How it decides:
    new / old - 1 (new - old for points and amounts, new / old for "2.3 times", its root for a compound
    rate) is computed with the rounding intervals of both levels; the finding stands when the result does
    not meet the interval of the stated change. "Grew 3 times" that holds for "to 3 times", a rate of a
    forecast, and a change that does not say against which year, are questions: then it is a warning.

Example:
    110 after 100 is told as growth of 12 %: the levels give 10 %.

When it is wrong:
    When the change was computed like for like, on a base that the report does not print, or when the
    sentence speaks of another scope than the row.
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
from auditor.rules.causes import leading
from auditor.rules.causes import of_change

CODE = "Q101"
SEVERITY = Severity.ERROR
TITLE = "变动率与前后两期数字不符"
MESSAGE = (
    "{metric}（{period}）在{place}称变动 {stated}；"
    "按“{statement}”，{arithmetic} 应得 {computed}，相差 {gap}。"
    "所用数字见{places}。"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each cause behind flagged arithmetic of this kind."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    found = causes(dossier, (Kind.GROWTH, Kind.DIFFERENCE))
    told = (
        cause for cause in found if leading(cause).relation.kind is Kind.GROWTH or of_change(dossier, cause)
    )
    return (finding(dossier, cause, heading) for cause in told)
