"""A figure of a press text that the report has restated since.

What it flags:
    A number that a text about the reports tells for a past period, when the report tells another one
    now and says that it adjusted that history.

Why it matters:
    The text is not wrong: it quotes what was told then. But whoever puts its number beside the report's
    compares two vintages.

How it decides:
    The number of the text disagrees with the rows of the report for a period before the report's own,
    and a note covers these rows that says that earlier years were adjusted.

Example:
    An article on the report for FY2023 tells 47.0 % women; two years later FY2023 reads 41.0 %, "without
    the business that was sold".

When it is wrong:
    When the text was wrong already when it was written.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.vintage import disagreement

CODE = "S109"
SEVERITY = Severity.NOTE
TITLE = "引用数字其后已被重述"
MESSAGE = (
    "{metric}（{period}）在{place}为 {stated}；{places}现列示的 {arithmetic} 应得 {computed}，"
    "{note_place}说明以前期间数据已调整：“{note}”。"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each figure of a text that was restated since."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    return (disagreement(dossier, item.judgement, heading, item.note) for item in dossier.replaced)
