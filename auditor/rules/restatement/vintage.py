"""Numbers of a report that disagree with what an earlier report told, as findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.lexicon.spoken import decimal_words
from auditor.lexicon.tongue import say
from auditor.model.claim import Note
from auditor.model.finding import Finding
from auditor.model.relation import Judgement
from auditor.model.relation import Verdict
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading


def told_otherwise(dossier: Dossier, rule: str, heading: Heading) -> Iterator[Finding]:
    """Return a finding for each flagged relation of one proposer that ties a report to an earlier one."""
    for judgement in dossier.judgements:
        if judgement.relation.rule == rule and judgement.verdict is Verdict.FLAGGED:
            yield disagreement(dossier, judgement, heading)


def disagreement(
    dossier: Dossier, judgement: Judgement, heading: Heading, note: Note | None = None
) -> Finding:
    """Return the finding for a number that disagrees with another report, and the note that explains it."""
    relation = judgement.relation
    claim = dossier.claims[relation.stated]
    inputs = [dossier.claims[ref] for ref in relation.computed.refs]
    computed = judgement.computed
    words = wording.interval_words(computed, claim.quantity.step) if computed else ""
    message = say(
        heading.message,
        metric=claim.label,
        period=claim.period.code,
        place=wording.place_words(claim.place),
        stated=wording.printed(claim),
        places=wording.places_of(inputs, claim.report),
        arithmetic=wording.arithmetic(relation.computed, dossier.claims),
        computed=wording.with_unit(words, claim),
        note_place=wording.place_words(note.place, name=True) if note else "",
        note=note.text if note else "",
    )
    return replace(
        about(claim, heading, message),
        expected=wording.interval_cell(computed, claim.quantity.step),
        gap=decimal_words(judgement.gap, ""),
        claims=relation.refs,
        checks=(relation.id,),
    )
