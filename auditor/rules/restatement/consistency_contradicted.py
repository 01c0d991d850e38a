"""A statement of consistency that the report itself contradicts.

What it flags:
    A sentence that says that scope and methods are those of last year, in a report whose notes say that
    a method, factor, boundary or the group changed.

Why it matters:
    The statement invites the reader to compare the years without looking further. Consistency is a
    reporting principle of its own (HKEX ESG Code, "consistency"): a change must be told, not denied.

How it decides:
    The statement and the note stand in one report, speak of the same topic or the statement of none,
    and the note names a cause and says whether history was adjusted for it.

Example:
    "Reporting scope and methods are consistent with last year", and footnote 2: "a new emission factor
    is used; earlier years were not adjusted".

When it is wrong:
    When the statement speaks of one indicator and the note of another that the words do not name.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.lexicon.fold import fold
from auditor.lexicon.tongue import say
from auditor.lexicon.topics import topics_named
from auditor.model.claim import Note
from auditor.model.claim import Report
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import finding_id

CODE = "S105"
SEVERITY = Severity.WARNING
TITLE = "声称口径一致，与说明矛盾"
MESSAGE = "{place}称“{statement}”，而{note_place}的说明称：“{note}”。"

_TOLD = ("adjusted", "not_adjusted")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each statement of consistency that some note contradicts."""
    for report in dossier.reports:
        for statement in report.notes:
            against = _against(statement, report) if statement.effect == "consistent" else None
            if against is not None:
                yield _finding(statement, against)


def _against(statement: Note, report: Report) -> Note | None:
    """Return the first note that contradicts a statement."""
    found = (note for note in report.notes if note.effect in _TOLD and note.causes)
    return next((note for note in found if _one_topic(statement, note)), None)


def _one_topic(statement: Note, note: Note) -> bool:
    mine, theirs = topics_named(fold(statement.text)), topics_named(fold(note.text))
    return bool(mine & theirs) or not mine


def _finding(statement: Note, note: Note) -> Finding:
    return Finding(
        id=finding_id(CODE, "", "", "", statement.report, fold(statement.text)),
        code=CODE,
        severity=SEVERITY,
        title=TITLE,
        report=statement.report,
        place=statement.place,
        period="",
        metric="",
        stated="",
        expected="",
        gap="",
        message=say(
            MESSAGE,
            place=wording.place_words(statement.place),
            statement=statement.text,
            note_place=wording.place_words(note.place),
            note=note.text,
        ),
        claims=(),
    )
