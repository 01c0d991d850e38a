"""What is worked out from a disputed figure is neither right nor wrong: it waits for the figure."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

from auditor.model.claim import Claim
from auditor.model.relation import Diagnosis
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.model.saying import saying

#: Relations that convict a figure by themselves, whether it is their result or one of their inputs.
_PLAIN = frozenset(
    {Kind.SUM, Kind.DIFFERENCE, Kind.SAME_FACT, Kind.PERCENT_SUM, Kind.ROLLFORWARD, Kind.RESTATEMENT}
)


def settle(
    judgements: Sequence[Judgement], diagnoses: Iterable[Diagnosis], claims: Mapping[str, Claim]
) -> tuple[Judgement, ...]:
    """Return the judgements with those undecided that fail only because an input is disputed.

    Of the failures behind one suspect those stay flagged that state it, or foot or repeat it; a rate
    worked out from it becomes undecided. Where there are only rates, all stay flagged: they are the
    evidence. The diagnoses keep their failures as they were judged.
    """
    waiting = {
        item.relation.id: saying("所用数字存疑：{label}", label=claims[cause.suspect].label)
        for cause in diagnoses
        for item in _dependents(cause)
    }
    return tuple(
        replace(item, verdict=Verdict.UNDECIDED, reason=waiting[item.relation.id])
        if item.verdict is Verdict.FLAGGED and item.relation.id in waiting
        else item
        for item in judgements
    )


def _dependents(cause: Diagnosis) -> tuple[Judgement, ...]:
    """Return the failures that use the suspect and do not convict it."""
    if not cause.suspect:
        return ()
    dependents = tuple(item for item in cause.failures if not _convicts(item, cause.suspect))
    return () if len(dependents) == len(cause.failures) else dependents


def _convicts(judgement: Judgement, suspect: str) -> bool:
    relation = judgement.relation
    return relation.kind in _PLAIN or relation.stated == suspect or suspect not in relation.refs
