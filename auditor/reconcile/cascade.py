"""Whether what depends on a restated number follows it, and on which vintage growth was computed."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.evaluate import worked_out
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.model.restatement import Restatement

#: The judged relations of each claim.
Dependants = Mapping[str, Sequence[Judgement]]

_DECIDED = (Verdict.PASSED, Verdict.ROUNDING)
_CHANGES = (Kind.GROWTH, Kind.DIFFERENCE)


def dependants(judgements: Sequence[Judgement]) -> Dependants:
    """Return the relations that each claim takes part in.

    Equal tellings, and parts that are merely no more than their whole, count only where they disagree.
    """
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        same = judgement.relation.kind in (Kind.SAME_FACT, Kind.RESTATEMENT)
        weak = same or judgement.relation.computed.partial
        if weak and judgement.verdict is not Verdict.FLAGGED:
            continue
        for ref in judgement.relation.refs:
            found.setdefault(ref, []).append(judgement)
    return found


def follows(new: Claim, known: Dependants) -> str:
    """Return whether totals, ratios, growth and prose follow a restated number: yes, no or undecided."""
    mine = known.get(new.ref, ())
    if any(item.verdict is Verdict.FLAGGED for item in mine):
        return "no"
    return "yes" if any(item.verdict in _DECIDED for item in mine) else "undecided"


def base_words(item: Restatement, known: Dependants, claims: Mapping[str, Claim]) -> Iterator[str]:
    """Yield for each growth rate on a restated base whether it was computed on the old or the new one."""
    for judgement in known.get(item.new.ref, ()):
        relation = judgement.relation
        later = [claims[ref] for ref in relation.computed.refs if ref != item.new.ref]
        speaks_of_base = any(claim.period.code > item.new.period.code for claim in later)
        if relation.kind not in _CHANGES or relation.stated == item.new.ref or not speaks_of_base:
            continue
        stated = claims[relation.stated]
        told = f"{stated.quantity.text}{stated.quantity.unit_text}（{stated.place}）"
        yield say("变动率 {change}{base}", change=told, base=_vintage(item, judgement, claims))


def _vintage(item: Restatement, judgement: Judgement, claims: Mapping[str, Claim]) -> str:
    relation = judgement.relation
    stated = claims[relation.stated].quantity.base
    bases = {ref: claims[ref].quantity.base for ref in relation.computed.refs}
    original = worked_out(relation.computed, {**bases, item.new.ref: item.old.quantity.base})
    on_new = judgement.verdict in _DECIDED
    on_old = original is not None and original.meets(stated)
    if on_new:
        return say("按原列示与重述后的基数均成立" if on_old else "按重述后的基数计算")
    return say("仍按原列示的基数计算" if on_old else "与原列示及重述后的基数均不符")
