"""Numbers of a report that disagree with what an earlier report told, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.lexicon.tongue import say
from auditor.model.claim import Note
from auditor.model.finding import Finding
from auditor.model.relation import Judgement
from auditor.model.relation import Verdict
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.base import finding_id


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
    return Finding(
        id=finding_id(heading.code, claim.metric.id, claim.period.code, claim.scope, claim.report),
        code=heading.code,
        severity=heading.severity,
        title=heading.title,
        report=claim.report,
        place=claim.place,
        period=claim.period.code,
        metric=claim.label,
        stated=wording.printed(claim),
        expected=wording.interval_cell(computed, claim.quantity.step),
        gap=wording.decimal_words(judgement.gap).replace(",", ""),
        message=say(
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
        ),
        claims=relation.refs,
        checks=(relation.id,),
    )
