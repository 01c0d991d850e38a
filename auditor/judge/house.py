"""Does a report round its numbers, or cut the digits off.

Every number is read both ways. A relation that is broken when its numbers are read as rounded, and holds
when they are read as cut off, speaks for cutting; the other way round it speaks against. Ties are no
evidence, since they were proposed because they hold when read as rounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.judge.verdict import judge
from auditor.model.claim import Claim
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import Verdict

_KINDS = frozenset({Kind.GROWTH, Kind.SHARE, Kind.RATIO, Kind.SUM, Kind.DIFFERENCE, Kind.PERCENT_SUM})
#: Five stated numbers that only cutting explains: five slips of less than one digit, all downwards, would
#: happen by chance once in 32 times even in a report that has five such slips.
_LEAST_SUPPORT = 5
#: One witness against for twenty for, since a report that cuts may still hold an error.
_PER_WITNESS_AGAINST = 20


@dataclass(frozen=True, slots=True)
class Houses:
    """``truncating``: names of the reports that cut digits off, sorted; ``judgements`` read so."""

    truncating: tuple[str, ...]
    judgements: tuple[Judgement, ...]


def rounding_house(judgements: Sequence[Judgement], claims: Mapping[str, Claim]) -> Houses:
    """Decide for each report whether it truncates, and judge its relations again if it does.

    A report truncates when at least five stated numbers agree with their growth, share, ratio, sum or
    difference only if digits were cut off, and against each twenty of them at most one agrees only if
    they were rounded. In doubt it rounds.

    Args:
        judgements: of all relations, numbers read as rounded.
        claims: by ref.
    """
    relations = [item.relation for item in judgements]
    evidence = [relation for relation in relations if _is_evidence(relation, claims)]
    names = sorted({relation.report for relation in evidence})
    rounded = _broken(judge(evidence, claims))
    cut = _broken(judge(evidence, claims, names))
    truncating = tuple(name for name in names if _truncates(name, evidence, rounded, cut))
    if not truncating:
        return Houses((), tuple(judgements))
    return Houses(truncating, judge(relations, claims, truncating))


def _is_evidence(relation: Relation, claims: Mapping[str, Claim]) -> bool:
    firm = relation.kind in _KINDS and relation.strength is Strength.MUST and not relation.blocked
    return firm and all(ref in claims and claims[ref].report == relation.report for ref in relation.refs)


def _broken(judgements: Iterable[Judgement]) -> list[bool]:
    return [item.verdict is Verdict.FLAGGED for item in judgements]


def _truncates(name: str, evidence: Sequence[Relation], rounded: Sequence[bool], cut: Sequence[bool]) -> bool:
    own = [at for at, relation in enumerate(evidence) if relation.report == name]
    speak_for = {evidence[at].stated for at in own if rounded[at] and not cut[at]}
    against = {evidence[at].stated for at in own if cut[at] and not rounded[at]}
    return len(speak_for) >= _LEAST_SUPPORT and len(against) * _PER_WITNESS_AGAINST <= len(speak_for)
