"""A comparative that changed without a word.

What it flags:
    A number for a past period that a later report tells differently, beyond rounding, while no note
    on the row, its block or the report says so.

Why it matters:
    A reader who compares this year with last year compares it with a number that was replaced. The
    standards of reporting ask for the new figure, the difference and the reason.

How it decides:
    The two tellings are the same metric, scope, basis and period; their rounding intervals, in one
    unit, do not meet; and no note explains it. The size of the change is told against the
    materiality threshold (5 % unless set), which labels it and hides nothing.

Example:
    FY2022 was 400 in the report on FY2022 and is 380 in the report on FY2023, with no footnote.

When it is wrong:
    When the explanation stands in words that were not recognised as a note, or the definition of the
    row changed in a way that its label does not show.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Standing
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.wording import finding

CODE = "S101"
SEVERITY = Severity.WARNING
TITLE = "比较数字变动而未说明"
MESSAGE = (
    "{metric}（{period}）在{place_old}列示为 {old}，在{place_new}改为 {new}，"
    "{change}，{weight}；未见任何说明。"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each restated fact that no note covers."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    for item in dossier.restatements:
        if item.standing is Standing.RESTATED and item.disclosure in {None, Disclosure.NONE}:
            yield finding(dossier, item, heading)
