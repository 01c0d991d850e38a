"""The graph of relations as the diagnosis sees it: what failed, what held, and what is told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.judge.slip import neighbours
from auditor.judge.verdict import reading
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import Verdict

_HELD = frozenset({Verdict.PASSED, Verdict.ROUNDING})
#: A figure told more often than this in agreement is not suspected of being wrong in all places.
_MOST_COPIES = 4

#: A fact under suspicion: a claim, or claims that tell one fact and agree.
Fact = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Relations by ref, and intervals in base units.

    Attributes:
        failed: flagged relations, by position in ``relations``.
        held: relations that hold, by ref, but for those in ``soft``.
        soft: weak witnesses by ref: ties, parts that are no more than their whole, and restated
            comparatives (an earlier report is no proof).
        broken: the failed relations, by ref.
        copies: facts that are told two to four times in agreement, by ref.
    """

    claims: Mapping[str, Claim]
    judgements: tuple[Judgement, ...]
    bases: dict[str, Interval]
    failed: tuple[int, ...]
    held: Mapping[str, tuple[Relation, ...]]
    soft: Mapping[str, tuple[Relation, ...]]
    broken: Mapping[str, tuple[Relation, ...]]
    copies: Mapping[str, Fact]
    nearby: Mapping[tuple[str, str], tuple[Claim, ...]]

    def relation(self, at: int) -> Relation:
        """Return the relation of a judgement."""
        return self.judgements[at].relation

    def facts(self, failures: Iterable[int]) -> tuple[Fact, ...]:
        """Return every claim in some failures, and every fact told twice that one of them tells."""
        refs = dict.fromkeys(ref for at in failures for ref in self.relation(at).refs if ref in self.claims)
        told_twice = dict.fromkeys(self.copies[ref] for ref in refs if ref in self.copies)
        return (*((ref,) for ref in refs), *told_twice)

    def related(self, fact: Fact) -> Iterator[str]:
        """Return every claim that shares a relation with a fact, and what tells the same as it."""
        for ref in fact:
            for relation in (*self.held.get(ref, ()), *self.soft.get(ref, ()), *self.broken.get(ref, ())):
                yield from relation.refs
            yield from self.copies.get(ref, (ref,))

    def neighbours(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that a figure may be mixed up with."""
        pool = {other.ref: other for key in _keys(claim) for other in self.nearby.get(key, ())}
        return neighbours(claim, tuple(pool.values()))


def set_up(
    judgements: Sequence[Judgement], claims: Mapping[str, Claim], truncating: Collection[str]
) -> Board:
    """Return the board for a run of judgements."""
    held = [item.relation for item in judgements if item.verdict in _HELD]
    moved = [item.relation for item in judgements if _restated(item)]
    nearby: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims.values():
        for key in _keys(claim):
            nearby[key].append(claim)
    return Board(
        claims=claims,
        judgements=tuple(judgements),
        bases={ref: _base(claim, truncating) for ref, claim in claims.items()},
        failed=tuple(at for at, item in enumerate(judgements) if _failed(item)),
        held=_by_ref(relation for relation in held if not _weak(relation)),
        soft=_by_ref([*(relation for relation in held if _weak(relation)), *moved]),
        broken=_by_ref(item.relation for item in judgements if _failed(item)),
        copies=_copies(held),
        nearby={key: tuple(found) for key, found in nearby.items()},
    )


def _weak(relation: Relation) -> bool:
    return relation.strength is Strength.TIE or relation.computed.partial


def _failed(judgement: Judgement) -> bool:
    """Return whether a relation is broken; a comparative that changed is restated, not broken."""
    return judgement.verdict is Verdict.FLAGGED and judgement.relation.kind is not Kind.RESTATEMENT


def _restated(judgement: Judgement) -> bool:
    return judgement.verdict is Verdict.FLAGGED and judgement.relation.kind is Kind.RESTATEMENT


def _base(claim: Claim, truncating: Collection[str]) -> Interval:
    return reading(claim, truncates=claim.report in truncating).scale(claim.quantity.unit.factor)


def _keys(claim: Claim) -> tuple[tuple[str, str], ...]:
    metric = (claim.report, f"metric {claim.metric.id}")
    return (metric,) if claim.seat is None else (metric, (claim.report, f"table {claim.seat.table}"))


def _by_ref(relations: Iterable[Relation]) -> dict[str, tuple[Relation, ...]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        for ref in relation.refs:
            found[ref].append(relation)
    return {ref: tuple(items) for ref, items in found.items()}


def _copies(held: Iterable[Relation]) -> dict[str, Fact]:
    """Return for each claim the fact that it tells together with others, where they agree."""
    groups: dict[str, list[str]] = {}
    for relation in held:
        if relation.kind is Kind.SAME_FACT and relation.computed.operator is Operator.CLAIM:
            one, other = (groups.setdefault(ref, [ref]) for ref in (relation.stated, relation.computed.ref))
            if one is not other:
                one.extend(other)
                groups.update(dict.fromkeys(other, one))
    return {ref: tuple(group) for ref, group in groups.items() if 1 < len(group) <= _MOST_COPIES}
