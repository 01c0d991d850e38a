"""A total, difference or balance that the printed parts cannot give.

What it flags:
    A stated total, difference, closing balance or split of 100 % that no rounding of its printed
    parts can reach; a part told with "of which" that is more than its whole.

Why it matters:
    A column that does not add up is the plainest error of all: a reader finds it with a pocket
    calculator, and one of the numbers is wrong.

How it decides:
    Every printed number is the interval of all numbers that round to it. The intervals of the parts
    are added (or subtracted); the finding stands when the result and the interval of the stated
    number have no number in common. Several failures with one cause are one finding, placed at the
    number that is most likely wrong.

Example:
    Male 60, female 45, total 107: the parts give 105.

When it is wrong:
    When the rows are not all the parts (a row "other" that is not printed), or when a part was read
    under the wrong parent. Such a split is then no total of this table; mark the finding false_alarm.
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
from auditor.rules.causes import of_change

CODE = "T101"
SEVERITY = Severity.ERROR
TITLE = "分项与总计不符"
MESSAGE = (
    "{metric}（{period}）在{place}列示为 {stated}；"
    "按“{statement}”，{arithmetic} 应得 {computed}，相差 {gap}。"
    "所用数字见{places}。"
)

_KINDS = (Kind.SUM, Kind.DIFFERENCE, Kind.PERCENT_SUM, Kind.ROLLFORWARD)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each cause behind flagged arithmetic of this kind."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    found = (cause for cause in causes(dossier, _KINDS) if not of_change(dossier, cause))
    return (finding(dossier, cause, heading) for cause in found)
