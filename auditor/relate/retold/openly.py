"""What a report says that it restated: there the base of a change may be another than was told."""

from __future__ import annotations

from auditor.lexicon.fold import fold
from auditor.lexicon.phrases import key
from auditor.lexicon.topics import topic_of
from auditor.lexicon.topics import topics_named
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Report
from auditor.model.period import Period


def says_restated(report: Report, claim: Claim, period: Period) -> bool:
    """Return whether a note of a report says that what a claim is about was adjusted for a period."""
    marked = (report.note(mark, claim) for mark in (*claim.notes, *claim.block_notes))
    general = (note for note in report.notes if not note.mark and _is_about(note, claim))
    return any(note is not None and note.effect_on(period) == "adjusted" for note in (*marked, *general))


def _is_about(note: Note, claim: Claim) -> bool:
    """Return whether a note without a mark names no topic, or one of the sentence or row of a claim.

    What it says in passing is about its own sentence alone.
    """
    if note.passing:
        return any(sentence in key(claim.context) for sentence in note.passing)
    named = topics_named(fold(note.text))
    return not named or bool(
        named & (topic_of(claim.metric, claim.folded) | topics_named(fold(claim.context)))
    )
