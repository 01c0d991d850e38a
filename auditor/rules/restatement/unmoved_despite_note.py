"""A note says that history was adjusted, and the row that carries it did not move.

What it flags:
    A row whose own note says that earlier years were adjusted, while every number for a past period
    that an earlier report also told is the same as then.

Why it matters:
    Either the row was forgotten when history was adjusted, or the note does not belong to it. Someone
    who relies on the note takes an old number for a new one.

How it decides:
    The mark of the note stands on the row itself; the note says that history was adjusted; none of the
    comparatives of the row that two reports both tell has moved, whatever column tells it: of loans and their
    emissions a note on the emissions leaves the loans. None is nought, nor all of a whole (100 %). Where the
    note names the years that were adjusted, one of these is told.

Example:
    FY2022 was 400 and is 400; mark 1 on the row says "earlier years were restated for the sale".

When it is wrong:
    When the change named in the note did not touch this row.
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
_ALL = 100
_Row = tuple[str, str, str]


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each row that stands still under a note of its own."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    rows: dict[_Row, list[Restatement]] = {}
    for item in dossier.restatements:
        rows.setdefault((item.new.report, item.new.metric.id, item.new.scope), []).append(item)
    moved = {_line(item) for item in dossier.restatements if item.new.seat and item.standing not in _STILL}
    reports = {report.name: report for report in dossier.reports}
    for items in rows.values():
        told = [item for item in items if item.new.quantity.value and not _is_all(item)]
        if (
            not told
            or any(item.standing not in _STILL for item in items)
            or not moved.isdisjoint(map(_line, told))
        ):
            continue
        notes = [reports[item.new.report].note(mark, item.new) for item in told for mark in item.new.notes]
        spoken = ((item, note) for item in reversed(told) for note in notes if note and _adjusts(note, item))
        found = next(spoken, None)
        if found is not None:
            yield noted(found[0], heading, found[1])


def _line(item: Restatement) -> tuple[str, int, int]:
    """Return the printed row of a fact."""
    seat = item.new.seat
    return (item.new.report, seat.table, seat.row) if seat else (item.new.report, -1, -1)


def _is_all(item: Restatement) -> bool:
    quantity = item.new.quantity
    return quantity.unit.dimension == "percent" and quantity.value == _ALL


def _adjusts(note: Note, item: Restatement) -> bool:
    return note.effect_on(item.new.period) == "adjusted"
