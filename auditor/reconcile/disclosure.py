"""Which note of a report explains that a number for a past period changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.phrases import key
from auditor.lexicon.quantities import alternation
from auditor.lexicon.roles import roles
from auditor.lexicon.topics import generic_words
from auditor.lexicon.topics import topic_of
from auditor.lexicon.topics import topics_named
from auditor.lexicon.words.causes import causes
from auditor.lexicon.words.causes import recognise
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.restatement import Disclosure
from auditor.reconcile.tellings import value

#: Natures of metrics that add up over the entities of a group.
_ADDED_UP = ("flow", "stock")
#: What a note can be about without speaking of the accounts as a whole.
_ALONE = frozenset(roles().told_alone)
_ENVIRONMENT = frozenset({"environment"})
#: What amounts of money are about where nothing else says it.
_MONEY = frozenset({"finance"})


def disclosure(claim: Claim, report: Report, old: Claim | None = None) -> tuple[Disclosure, Note | None]:
    """Return how a changed comparative is disclosed, and the note that does it.

    First the notes marked on the row that say that history was adjusted; then those on its block, on
    other rows of its table, and of the report, as far as they speak of the metric's topic and a sale or
    purchase can have moved it that way; then the head of its column; last a note on the row that names
    a cause only. A report that says with what it marks the rows that it restated covers no row without.
    """
    own = tuple(_marked(claim.notes, claim, report))
    found = _best(own, claim, adjusted=True)
    if found is not None:
        return (Disclosure.ROW, found)
    block = (note for note in _marked(claim.block_notes, claim, report) if _may_move(note, old, claim))
    marking = claim.seat is not None and _marking(report) and not _marked_elsewhere(claim, report, old)
    near = (note for note in _of_table(claim, report) if not marking and _explains(note, old, claim))
    whole = (note for note in report.notes if not (note.mark or marking) and _covers(note, claim, report))
    for notes in (block, near, (note for note in whole if _explains(note, old, claim)), _head(claim)):
        found = _best(notes, claim, adjusted=True)
        if found is not None:
            return (Disclosure.GENERAL, found)
    named = _best(own, claim)
    return (Disclosure.ROW, named) if named is not None else (Disclosure.NONE, None)


def _marking(report: Report) -> bool:
    """Return whether a report says that the rows which it restated bear a mark."""
    return any(note.effect == "adjusted" and causes().marked(fold(note.text)) for note in report.notes)


def _marked_elsewhere(claim: Claim, report: Report, old: Claim | None) -> bool:
    """Return whether another telling of the fact bears a mark, of a table with marks also its parts.

    A mark on a column is of a telling only where its note can have moved the number so.
    """
    facts = (claim.scope, claim.period)
    again = [
        other
        for other in report.claims
        if other.metric.base == claim.metric.base and (other.scope, other.period) == facts
    ]
    same = [other for other in again if other.metric == claim.metric]
    if any(other.notes or _column_explains(other, claim, report, old) for other in same):
        return True
    apart = [other for other in again if other.seat and claim.seat and other.seat.table != claim.seat.table]
    return not _has_marks(claim, report) and any(
        _column_explains(other, claim, report, old) for other in apart
    )


def _has_marks(claim: Claim, report: Report) -> bool:
    """Return whether a row or column of the table of a claim bears a mark."""
    return any(
        other.notes or other.block_notes
        for other in report.claims
        if other.seat and claim.seat and other.seat.table == claim.seat.table
    )


def _column_explains(other: Claim, claim: Claim, report: Report, old: Claim | None) -> bool:
    notes = _marked(other.block_notes, other, report)
    return any(_adjusts(note, claim) and _may_move(note, old, claim) for note in notes)


def noted(claim: Claim, report: Report) -> tuple[Disclosure, Note | None]:
    """Return how a changed target is disclosed: by a note on it, by one that says so of targets, or not."""
    found = next(_marked(claim.notes, claim, report), None)
    if found is not None:
        return (Disclosure.ROW, found)
    unmarked = (note for note in report.notes if not note.mark)
    notes = (*_marked(claim.block_notes, claim, report), *unmarked)
    moved = (note for note in notes if _moves_targets(note) and _covers(note, claim, report))
    found = next(moved, None)
    return (Disclosure.NONE, None) if found is None else (Disclosure.GENERAL, found)


def _moves_targets(note: Note) -> bool:
    """Return whether a sentence of a note says of targets too that they were adjusted."""
    targets = re.compile(alternation(arithmetic_words().target_heads))
    pieces = re.split("[。;；]", fold(note.text))
    return any(targets.search(piece) and recognise(squeeze(piece)[0])[1] == "adjusted" for piece in pieces)


def further_causes(claim: Claim, report: Report, quoted: Note | None) -> tuple[str, ...]:
    """Return the causes of the other notes on the row that say that history was adjusted."""
    others = (note for note in _marked(claim.notes, claim, report) if _adjusts(note, claim))
    return tuple(dict.fromkeys(cause for note in others if note != quoted for cause in note.causes))


def _marked(marks: Iterable[str], claim: Claim, report: Report) -> Iterator[Note]:
    for mark in marks:
        note = report.note(mark, claim)
        if note is not None:
            yield note


def _adjusts(note: Note, claim: Claim) -> bool:
    """Return whether a note says that history was adjusted, for the year of a claim too."""
    return note.effect_on(claim.period) == "adjusted"


def _best(notes: Iterable[Note], claim: Claim, *, adjusted: bool = False) -> Note | None:
    """Return the note that explains a change best, of those that say that history was adjusted.

    Without ``adjusted`` a note that only names a cause, and says nothing of history, counts too.
    """
    telling = [note for note in notes if _adjusts(note, claim) or _names_cause(note, adjusted=adjusted)]
    return min(telling, key=lambda note: (note.effect != "adjusted", not note.causes), default=None)


def _names_cause(note: Note, *, adjusted: bool) -> bool:
    return bool(note.causes) and not note.effect and not adjusted


def _of_table(claim: Claim, report: Report) -> Iterator[Note]:
    """Yield the notes on other rows of the claim's table that can be about the claim too.

    A note that names a topic is about metrics of that topic; one that names none is about metrics like
    those that carry its mark.
    """
    if claim.seat is None:
        return
    found: dict[str, Note] = {}
    topics: dict[str, set[str]] = {}
    for other in report.claims:
        if other.seat is None or other.seat.table != claim.seat.table:
            continue
        for mark in (*other.notes, *other.block_notes):
            note = found.get(mark) or report.note(mark, other)
            if note is not None:
                found[mark] = note
                topics.setdefault(mark, set()).update(topic_of(other.metric, other.folded))
    mine = topic_of(claim.metric, claim.folded)
    for mark, note in found.items():
        if (topics_named(fold(note.text)) or topics[mark]) & mine:
            yield note


def _names(note: Note, claim: Claim) -> bool:
    """Return whether a note can be about a metric: it names no indicator of the environment, or this one.

    A note on people or money speaks of more than the indicator that it happens to name; one on earnings per
    share of them alone.
    """
    text = clean(note.text)
    mentions = (
        item for item in metrics().mentions(text) if text[item.start : item.end] not in generic_words()
    )
    found = {item.value.partition("#")[0] for item in mentions}
    named = {base for base in found if base in _ALONE or topic_of(Metric(base), "") == _ENVIRONMENT}
    return not named or not claim.metric.known or any(claim.metric.base.startswith(base) for base in named)


def _head(claim: Claim) -> tuple[Note, ...]:
    """Return the head of the column as a note, where it says that the column was restated."""
    head = claim.context.rpartition(" | ")[2]
    said = claim.seat is not None and dict(facets_of(clean(head))).get("vintage") == "after"
    return (Note(claim.report, "", head, claim.place, (), "adjusted"),) if said else ()


def _explains(note: Note, old: Claim | None, new: Claim) -> bool:
    return _may_move(note, old, new) and (old is None or _names(note, new))


def _may_move(note: Note, old: Claim | None, new: Claim) -> bool:
    """Return whether what a note names can have moved a number so.

    A sale takes, a purchase adds, and an emission factor moves emissions only. Of
    several causes one is enough.
    """
    if old is None or not new.metric.known or not note.causes:
        return True
    entry = metrics().entry(new.metric.base)
    emitted = any(one.startswith("ghg") for one in entry.dimensions)
    causes_left = {cause for cause in note.causes if emitted or cause != "emission_factor"}
    if entry.nature in _ADDED_UP:
        causes_left.discard("divestment" if value(new) > value(old) else "acquisition")
    return bool(causes_left)


def _covers(note: Note, claim: Claim, report: Report) -> bool:
    """Return whether a note can be about a claim: it names no topic, or one of the claim's.

    A sentence that tells a number and says in passing that the number before it was restated is about that.
    """
    said = {sentence: told for sentence in note.passing if (told := _told_in(sentence, report))}
    if said:
        return any(_spoken_of(claim, sentence, told) for sentence, told in said.items())
    named = topics_named(fold(note.text))
    return not named or bool(named & _topics(claim, report))


def _told_in(sentence: str, report: Report) -> list[Claim]:
    told = (claim for claim in report.claims if claim.source is Source.PROSE)
    return [claim for claim in told if sentence in key(claim.context)]


def _spoken_of(claim: Claim, sentence: str, told: Iterable[Claim]) -> bool:
    """Return whether a sentence tells or names what a claim tells, as a whole or narrowed as the claim is."""
    if not claim.metric.known:
        totals = alternation(label_words().totals)
        name = re.sub(rf"^\?{totals}?|{totals}$", "", claim.metric.base)
        return len(name) > 1 and name in clean(sentence)
    facets = facets_of(sentence)
    named = {item.value.partition("#")[0] for item in metrics().mentions(sentence)}
    bases = named | {other.metric.base for other in told}
    return claim.metric.base in bases and all(facet in facets for facet in claim.metric.facets)


def _topics(claim: Claim, report: Report) -> frozenset[str]:
    """Return the topics of a claim; of one whose own words tell none, those of its unit, or of its table."""
    own = topic_of(claim.metric, claim.folded)
    if own or claim.seat is None:
        return own
    if claim.quantity.unit.dimension.startswith("money"):
        return _MONEY
    table = (other for other in report.claims if other.seat and other.seat.table == claim.seat.table)
    beside = [topic_of(other.metric, other.folded) for other in table if other.metric.known]
    return frozenset().union(*beside)
