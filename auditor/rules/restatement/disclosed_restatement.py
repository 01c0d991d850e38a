"""A comparative that changed, with its explanation.

What it flags:
    A number for a past period that a later report tells differently, beyond rounding, and that a note
    on the row, its block or the report explains.

Why it matters:
    It is no error. But whoever works with last year's number needs the new one, and an auditor has to
    judge whether the cause that is named accounts for the size of the change.

How it decides:
    The two tellings are the same metric, scope, basis and period; their rounding intervals do not
    meet; a note covers the row. The note is quoted.

Example:
    FY2022 was 400 and is 380; footnote 1 on the row says that a subsidiary was sold.

When it is wrong:
    When the note that covers the block speaks of other rows of it.
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

CODE = "S102"
SEVERITY = Severity.NOTE
TITLE = "比较数字已重述并有说明"
MESSAGE = (
    "{metric}（{period}）在{place_old}列示为 {old}，在{place_new}改为 {new}，"
    "{change}，{weight}；{note_place}说明：“{note}”"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each restated fact that a note covers."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    for item in dossier.restatements:
        if item.standing is Standing.RESTATED and item.disclosure in {Disclosure.ROW, Disclosure.GENERAL}:
            yield finding(dossier, item, heading)
