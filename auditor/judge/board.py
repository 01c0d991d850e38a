"""The graph of relations as the diagnosis sees it: what failed, what held, and what is told twice."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal

from auditor.judge.nearby import in_twin_row
from auditor.judge.nearby import neighbours
from auditor.judge.nearby import repeating_row
from auditor.judge.nearby import same_figure
from auditor.judge.reach import Sizes
from auditor.judge.reach import largest
from auditor.judge.verdict import reading
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.quantity import significant_digits
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import Verdict

_HELD = frozenset({Verdict.PASSED, Verdict.ROUNDING})
#: A figure told more often than this in agreement is not suspected of being wrong in all places.
_MOST_COPIES = 4

#: So many digits of one metric and period do not agree by chance.
_NO_CHANCE = 4

#: Units taken for each other: thousands, 万, millions either way.
UNIT_RATIOS = tuple(Decimal(1).scaleb(power) for power in (3, -3, 4, -4, 6, -6))

#: A fact under suspicion: a claim, or claims that tell one fact and agree.
Fact = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Relations by ref, and intervals in base units.

    Attributes:
        failed: flagged relations, by position in ``relations``.
        held: relations that hold, by ref, but for those in ``soft``.
        soft: weak witnesses by ref: ties that chance may have made, parts that are no more than their whole,
            and restated comparatives (an earlier report is no proof).
        broken: the failed relations, by ref.
        copies: facts that are told two to four times in agreement, by ref.
        units: how often a report uses each unit of a dimension.
        measured: what a report tells in each unit.
        rows: the levels of one row of a table, where they are two or more, by ref.
        sizes: the largest numbers that each report tells in each dimension.
        elsewhere: what other reports tell of the same fact, by ref.
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
    units: Mapping[tuple[str, str], Counter[str]]
    measured: Mapping[tuple[str, str], tuple[Claim, ...]]
    rows: Mapping[str, Fact]
    sizes: Sizes
    elsewhere: Mapping[str, Fact]

    def relation(self, at: int) -> Relation:
        """Return the relation of a judgement."""
        return self.judgements[at].relation

    def settled(self, failures: Iterable[int]) -> Board:
        """Return the board on which some failures hold, for what was wrong in them is known.

        Then they speak for the other figures in them as all that holds does.
        """
        mended = _by_ref(map(self.relation, failures))
        return replace(
            self,
            held={**self.held, **{ref: (*self.held.get(ref, ()), *found) for ref, found in mended.items()}},
        )

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

    def rarity(self, claim: Claim, repair: Interval, most: Decimal) -> Decimal:
        """Return how much rarer than the usual unit a claim's is, where its repair is a matter of units."""
        unit = claim.quantity.unit
        used = self.units[claim.report, unit.dimension]
        usual = {other for other in used if used[other] > used[unit.id]}
        moved = {ratio for ratio in UNIT_RATIOS if claim.quantity.interval.scale(ratio).meets(repair)}
        if unit.dimension == "count" or not usual or not moved or not claim.quantity.value:
            return Decimal(1)
        return min(Decimal(max(used.values())) / used[unit.id], most)

    def neighbours(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that a figure may be mixed up with."""
        return neighbours(claim, self.neighbours_of(claim))

    def told_beside(self, claim: Claim, repair: Interval) -> int:
        """Return 1 where the row of a claim tells the repair once more, -1 where it tells the number so.

        Only in a table of which other rows tell their numbers twice. A row beside it that tells all else as
        its own does speaks for a number too.
        """
        table = self.neighbours_of(claim)
        row = (*repeating_row(claim, table), *in_twin_row(claim, table))
        told = [other.quantity for other in row if other.quantity.unit == claim.quantity.unit]
        again = any(same_figure(claim.quantity, quantity) for quantity in told)
        right = any(quantity.value in repair and quantity.value for quantity in told)
        return right - again

    def told_by_others(self, claim: Claim, repair: Interval) -> int:
        """Return 1 where another report tells the repair (base units) for the fact, -1 for the number."""
        told = [self.claims[ref].quantity.base for ref in self.elsewhere.get(claim.ref, ())]
        again = any(base.overlaps(claim.quantity.base) for base in told)
        return any(base.overlaps(repair) for base in told) - again

    def neighbours_of(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims of its table and of its metric."""
        pool = {other.ref: other for key in _keys(claim) for other in self.nearby.get(key, ())}
        return tuple(pool.values())


def set_up(
    judgements: Sequence[Judgement],
    claims: Mapping[str, Claim],
    truncating: Collection[str],
    elsewhere: Mapping[str, Fact] | None = None,
) -> Board:
    """Return the board for a run of judgements."""
    # what count a share of a small whole is was worked out from the whole as printed: it says nothing of it
    told = (item for item in judgements if item.relation.kind is not Kind.WHOLE_NUMBER)
    held = [item.relation for item in told if item.verdict in _HELD]
    weak = {relation.id for relation in held if _weak(relation, claims)}
    moved = [item.relation for item in judgements if _restated(item)]
    nearby: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    units: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    measured: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims.values():
        for key in _keys(claim):
            nearby[key].append(claim)
        units[claim.report, claim.quantity.unit.dimension][claim.quantity.unit.id] += 1
        measured[claim.report, claim.quantity.unit.id].append(claim)
    return Board(
        claims=claims,
        judgements=tuple(judgements),
        bases={ref: _base(claim, truncating) for ref, claim in claims.items()},
        failed=tuple(at for at, item in enumerate(judgements) if _failed(item)),
        held=_by_ref(relation for relation in held if relation.id not in weak),
        soft=_by_ref([*(relation for relation in held if relation.id in weak), *moved]),
        broken=_by_ref(item.relation for item in judgements if _failed(item)),
        copies=_copies(held),
        nearby={key: tuple(found) for key, found in nearby.items()},
        units=units,
        measured={key: tuple(found) for key, found in measured.items()},
        rows=_rows(claims.values()),
        sizes=largest(claims.values()),
        elsewhere=elsewhere or {},
    )


def _rows(claims: Iterable[Claim]) -> dict[str, Fact]:
    """Return for each level in a table those of its row, where they are two or more."""
    rows: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.seat is not None:
            rows[claim.report, claim.seat.table, claim.seat.row].append(claim)
    found: dict[str, Fact] = {}
    for row in rows.values():
        levels = [claim for claim in row if claim.level]
        if len(levels) > 1:
            found.update(dict.fromkeys((claim.ref for claim in levels), tuple(c.ref for c in levels)))
    return found


def _weak(relation: Relation, claims: Mapping[str, Claim]) -> bool:
    tied = relation.strength is Strength.TIE and not _retold(relation, claims)
    return tied or relation.computed.partial


def _retold(relation: Relation, claims: Mapping[str, Claim]) -> bool:
    """Return whether one fact of the lexicon is told twice alike, in more digits than chance makes agree."""
    if relation.kind is not Kind.SAME_FACT or relation.computed.operator is not Operator.CLAIM:
        return False
    one, other = claims[relation.stated], claims[relation.computed.ref]
    named = one.metric.known and one.metric == other.metric and one.scope == other.scope
    digits = min(significant_digits(claim.quantity.value) for claim in (one, other))
    return named and one.period == other.period and digits >= _NO_CHANCE


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
