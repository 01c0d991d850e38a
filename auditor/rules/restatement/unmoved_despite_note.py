"""A note says that history was adjusted, and the row that carries it did not move.

What it flags:
    A row whose own note says that earlier years were adjusted, while every number for a past period
    that an earlier report also told is the same as then.

Why it matters:
    Either the row was forgotten when history was adjusted, or the note does not belong to it. Someone
    who relies on the note takes an old number for a new one.

How it decides:
    The mark of the note stands on the row itself; the note says that history was adjusted; none of the
    comparatives of the row that two reports both tell has moved, and none is nought.

Example:
    FY2022 was 400 and is 400; mark 1 on the row says "earlier years were restated for the sale".

When it is wrong:
    When the change named in the note did not touch this row, or only years that the earlier report
    does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.claim import Note
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.wording import noted

CODE = "S104"
SEVERITY = Severity.NOTE
TITLE = "说明称已追溯调整而数字未变"
MESSAGE = (
    "{metric}（{period}）在{place_old}与{place_new}均为 {new}，"
    "而{note_place}的说明称已调整以前期间数据：“{note}”。"
)

_STILL = (Standing.UNCHANGED, Standing.ROUNDING, Standing.RELABELLED)
_Row = tuple[str, str, str]


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each row that stands still under a note of its own."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    rows: dict[_Row, list[Restatement]] = {}
    for item in dossier.restatements:
        rows.setdefault((item.new.report, item.new.metric.id, item.new.scope), []).append(item)
    reports = {report.name: report for report in dossier.reports}
    for items in rows.values():
        told = [item for item in items if item.new.quantity.value]
        if not told or any(item.standing not in _STILL for item in items):
            continue
        notes = (reports[told[0].new.report].note(mark, told[0].new) for mark in told[0].new.notes)
        note = next((note for note in notes if note and _adjusts(note)), None)
        if note is not None:
            yield noted(told[-1], heading, note)


def _adjusts(note: Note) -> bool:
    return note.effect == "adjusted"
