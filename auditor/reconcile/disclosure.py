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

    First the notes marked on the row; then those on its block or on other rows of its table, and the
    notes of the report, as far as they say that history was adjusted and speak of the metric's topic.
    """
    own = _best(_marked(claim.notes, claim, report))
    if own is not None:
        return (Disclosure.ROW, own)
    block = _best(_marked(claim.block_notes, claim, report))
    if block is not None:
        return (Disclosure.GENERAL, block)
    near = (note for note in _of_table(claim, report) if _covers(note, claim))
    whole = (note for note in report.notes if note.effect == "adjusted" and _covers(note, claim))
    found = _best(near, adjusted=True) or _best(whole, adjusted=True)
    return (Disclosure.GENERAL, found) if found is not None else (Disclosure.NONE, None)


def note_of(mark: str, claim: Claim, report: Report) -> Note | None:
    """Return the note with a mark that stands next behind a claim, the nearest when none does."""
    found = [note for note in report.notes if note.mark == mark]
    at = claim.place.order
    behind = [note for note in found if note.place.order >= at]
    if behind:
        return min(behind, key=lambda note: note.place.order)
    return max(found, key=lambda note: note.place.order, default=None)


def _marked(marks: Iterable[str], claim: Claim, report: Report) -> Iterator[Note]:
    for mark in marks:
        note = note_of(mark, claim, report)
        if note is not None:
            yield note


def _best(notes: Iterable[Note], *, adjusted: bool = False) -> Note | None:
    """Return the note that explains a change best: adjusted history first, then a named cause."""
    telling = [
        note
        for note in notes
        if note.effect == "adjusted" or (note.causes and not adjusted and not note.effect)
    ]
    return min(telling, key=lambda note: (note.effect != "adjusted", not note.causes), default=None)


def _of_table(claim: Claim, report: Report) -> Iterator[Note]:
    """Yield the notes marked on other rows of the claim's table."""
    if claim.seat is None:
        return
    seen: set[str] = set()
    for other in report.claims:
        if other.seat is None or other.seat.table != claim.seat.table:
            continue
        for mark in (*other.notes, *other.block_notes):
            note = note_of(mark, other, report) if mark not in seen else None
            seen.add(mark)
            if note is not None:
                yield note


def _covers(note: Note, claim: Claim) -> bool:
    """Return whether a note can be about a claim: it names no topic, or one of the claim's."""
    named = topics_named(fold(note.text))
    return not named or bool(named & topic_of(claim.metric, claim.folded))
