"""Changed numbers that follow from other changed numbers: a total from its part, a share from its amount.

A relation of the newer report that holds gives the number; worked out with what the older report told of the
inputs that changed, it gives the older number. Then the change is no second one.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.evaluate import worked_out
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.rules.base import Dossier

_HOLD = (Verdict.PASSED, Verdict.ROUNDING)
_GIVING = (Kind.SUM, Kind.DIFFERENCE, Kind.RATIO, Kind.SHARE, Kind.DEFINITION)

#: What makes two tellings one fact of a report.
_Fact = tuple[str, str, str, str]


def consequences(dossier: Dossier, silent: Sequence[Restatement]) -> dict[str, tuple[Restatement, ...]]:
    """Return the changes from which a silent one follows, by the ref of its newer number.

    Of two that follow from each other the one that is told later follows.
    """
    moved = {_fact(item.new): item for item in dossier.restatements if item.standing is Standing.RESTATED}
    giving: dict[str, list[Judgement]] = {}
    for judgement in dossier.judgements:
        if judgement.verdict in _HOLD and judgement.relation.kind in _GIVING:
            giving.setdefault(judgement.relation.stated, []).append(judgement)
    found: dict[str, tuple[Restatement, ...]] = {}
    for item in sorted(silent, key=lambda one: -one.new.no):
        causes = next(_causes(item, giving.get(item.new.ref, ()), moved, dossier.claims), ())
        if causes and not any(_leads_to(cause, item, found) for cause in causes):
            found[item.new.ref] = causes
    return found


def _fact(claim: Claim) -> _Fact:
    return (claim.report, claim.metric.id, claim.scope, claim.period.code)


def _causes(
    item: Restatement,
    giving: Sequence[Judgement],
    moved: Mapping[_Fact, Restatement],
    claims: Mapping[str, Claim],
) -> Iterator[tuple[Restatement, ...]]:
    """Yield for each relation that gives a number the changed inputs that account for its change."""
    for judgement in giving:
        computed = judgement.relation.computed
        inputs = [claims[ref] for ref in computed.refs if ref in claims]
        changed = {claim.ref: moved[_fact(claim)] for claim in inputs if _fact(claim) in moved}
        if computed.partial or not changed or item in changed.values():
            continue
        before = {claim.ref: _before(claim, changed).quantity.base for claim in inputs}
        result = worked_out(computed, before)
        if result is not None and result.meets(item.old.quantity.base):
            yield tuple(changed.values())


def _before(claim: Claim, changed: Mapping[str, Restatement]) -> Claim:
    return changed[claim.ref].old if claim.ref in changed else claim


def _leads_to(cause: Restatement, item: Restatement, found: Mapping[str, tuple[Restatement, ...]]) -> bool:
    """Return whether a change is the one asked about, or follows from it."""
    if cause.new.ref == item.new.ref:
        return True
    return any(_leads_to(other, item, found) for other in found.get(cause.new.ref, ()))
