"""A total or quotient that changed because a disclosed part of it did: the note of the part covers it.

With the old telling in the place of the new one for all that was restated, the arithmetic of the new report
must give the old total; and every part that moved must carry a note. Then nothing was changed in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.evaluate import worked_out
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Verdict
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing

_CARRY = (Kind.SUM, Kind.DIFFERENCE, Kind.RATIO, Kind.SHARE, Kind.DEFINITION)
_HOLDS = (Verdict.PASSED, Verdict.ROUNDING)


def carried(
    items: Sequence[Restatement], judgements: Sequence[Judgement], claims: Mapping[str, Claim]
) -> list[Restatement]:
    """Return the restatements, those that disclosed parts explain in full with the note of such a part."""
    relations = [
        judgement.relation
        for judgement in judgements
        if judgement.verdict in _HOLDS
        and judgement.relation.kind in _CARRY
        and not judgement.relation.computed.partial
    ]
    found = list(items)
    while True:
        told = {item.new.ref: item for item in found if not item.added}
        after = [_covered(item, relations, told, claims) for item in found]
        if after == found:
            return found
        found = after


def _covered(
    item: Restatement,
    relations: Sequence[Relation],
    told: Mapping[str, Restatement],
    claims: Mapping[str, Claim],
) -> Restatement:
    """Return an undisclosed change with the note of the part that it follows, itself where there is none."""
    if item.standing is not Standing.RESTATED or item.disclosure is not Disclosure.NONE:
        return item
    own = [relation for relation in relations if relation.stated == item.new.ref]
    part = next((part for relation in own if (part := _source(item, relation, told, claims))), None)
    if part is None:
        return item
    remark = say("；").join(
        words for words in (item.remark, say("随“{row}”的重述而变", row=part.new.label)) if words
    )
    return replace(item, disclosure=Disclosure.GENERAL, note=part.note, remark=remark)


def _source(
    item: Restatement, relation: Relation, told: Mapping[str, Restatement], claims: Mapping[str, Claim]
) -> Restatement | None:
    """Return the disclosed part that moved, when the parts as first told give the total as first told."""
    moved = [told[ref] for ref in relation.computed.refs if ref in told and _moved(told[ref])]
    disclosed = [part for part in moved if part.note is not None and part.disclosure is not Disclosure.NONE]
    if not disclosed or len(disclosed) < len(moved):
        return None
    if any(part.old.report != item.old.report for part in moved):
        return None
    values = {ref: claims[ref].quantity.base for ref in relation.computed.refs}
    values |= {part.new.ref: part.old.quantity.base for part in moved}
    before = worked_out(relation.computed, values)
    return disclosed[0] if before is not None and before.meets(item.old.quantity.base) else None


def _moved(item: Restatement) -> bool:
    return item.standing is Standing.RESTATED
