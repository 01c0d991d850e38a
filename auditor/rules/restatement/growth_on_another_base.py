"""A growth rate whose base is not the number that the earlier report told.

What it flags:
    A year-on-year change in a report that does not print last year's number, when the number that last
    year's report told does not give it.

Why it matters:
    The rate was computed on a base that nobody can see: history was restated without being shown, or
    one of the numbers is wrong.

How it decides:
    The level of the year stands in a table of the report, the level of the year before in a table of the
    earlier report, for the same metric and scope; the rate computed from both does not meet the
    printed one. Rates for which the report prints its own base are judged by Q101.

Example:
    1,000 was told for FY2023; the report on FY2024 tells 1,080 and "up 20 %", and no FY2023.

When it is wrong:
    When the rate speaks of a narrower scope than the row.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.vintage import told_otherwise

CODE = "S107"
SEVERITY = Severity.WARNING
TITLE = "变动率所用基数与以前报告不符"
MESSAGE = (
    "{metric}（{period}）在{place}称变动 {stated}；按{places}的数字 {arithmetic} 应得 {computed}。"
    "本报告未列示上期数，其基数可能已被改动。"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each growth rate that the earlier report's number does not give."""
    return told_otherwise(dossier, "vintage:base", Heading(CODE, SEVERITY, TITLE, MESSAGE))
