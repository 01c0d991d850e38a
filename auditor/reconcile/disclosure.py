"""Which note of a report explains that a number for a past period changed."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator

from auditor.lexicon.fold import fold
from auditor.lexicon.topics import topic_of
from auditor.lexicon.topics import topics_named
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Report
from auditor.model.restatement import Disclosure


def disclosure(claim: Claim, report: Report) -> tuple[Disclosure, Note | None]:
    """Return how a changed comparative is disclosed, and the note that does it.

    First the notes marked on the row that say that history was adjusted; then those on its block, on
    other rows of its table, and of the report, as far as they speak of the metric's topic; last a note
    on the row that names a cause only.
    """
    own = tuple(_marked(claim.notes, claim, report))
    found = _best(own, adjusted=True)
    if found is not None:
        return (Disclosure.ROW, found)
    block = _marked(claim.block_notes, claim, report)
    near = (note for note in _of_table(claim, report) if _covers(note, claim))
    whole = (note for note in report.notes if not note.mark and _covers(note, claim))
    for notes in (block, near, whole):
        found = _best(notes, adjusted=True)
        if found is not None:
            return (Disclosure.GENERAL, found)
    named = _best(own)
    return (Disclosure.ROW, named) if named is not None else (Disclosure.NONE, None)


def further_causes(claim: Claim, report: Report, quoted: Note | None) -> tuple[str, ...]:
    """Return the causes of the other notes on the row that say that history was adjusted."""
    others = (note for note in _marked(claim.notes, claim, report) if note.effect == "adjusted")
    return tuple(dict.fromkeys(cause for note in others if note != quoted for cause in note.causes))


def _marked(marks: Iterable[str], claim: Claim, report: Report) -> Iterator[Note]:
    for mark in marks:
        note = report.note(mark, claim)
        if note is not None:
            yield note


def _best(notes: Iterable[Note], *, adjusted: bool = False) -> Note | None:
    """Return the note that explains a change best, of those that say that history was adjusted.

    Without ``adjusted`` a note that only names a cause, and says nothing of history, counts too.
    """
    telling = [note for note in notes if note.effect == "adjusted" or _names_cause(note, adjusted=adjusted)]
    return min(telling, key=lambda note: (note.effect != "adjusted", not note.causes), default=None)


def _names_cause(note: Note, *, adjusted: bool) -> bool:
    return bool(note.causes) and not note.effect and not adjusted


def _of_table(claim: Claim, report: Report) -> Iterator[Note]:
    """Yield the notes marked on other rows of the claim's table."""
    if claim.seat is None:
        return
    seen: set[str] = set()
    for other in report.claims:
        if other.seat is None or other.seat.table != claim.seat.table:
            continue
        for mark in (*other.notes, *other.block_notes):
            note = report.note(mark, other) if mark not in seen else None
            seen.add(mark)
            if note is not None:
                yield note


def _covers(note: Note, claim: Claim) -> bool:
    """Return whether a note can be about a claim: it names no topic, or one of the claim's."""
    named = topics_named(fold(note.text))
    return not named or bool(named & topic_of(claim.metric, claim.folded))
