"""Two readings of the same numbers cannot both be true: the one that fails gives way to the one that holds.

Cost printed in brackets may be meant to be added or to be taken off; a roll-forward may be read down or up,
with its movements or without; a rate may be over this amount or over that. What was proposed in several ways
and holds in one of them is no error in the others.
"""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

from auditor.model.claim import Claim
from auditor.model.quantity import significant_digits
from auditor.model.relation import Expression
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.model.saying import saying

_SUMS = frozenset({Kind.SUM, Kind.DIFFERENCE, Kind.ROLLFORWARD})
_RATES = frozenset({Kind.RATIO, Kind.SHARED_DENOMINATOR})
_HELD = frozenset({Verdict.PASSED, Verdict.ROUNDING})
#: A sum of so many figures that agrees to so many digits does not hold by chance.
_FIGURES, _DIGITS = 3, 3


def one_reading(judgements: Sequence[Judgement], claims: Mapping[str, Claim]) -> tuple[Judgement, ...]:
    """Return the judgements with those undecided that fail while another reading of their numbers holds.

    Args:
        judgements: of all relations.
        claims: by ref.
    """
    holding = [item for item in judgements if item.verdict in _HELD and _tells(item, claims)]
    by_ref: dict[str, list[Judgement]] = defaultdict(list)
    for item in holding:
        for ref in item.relation.refs:
            by_ref[ref].append(item)
    passes = Counter(_wording(item) for item in judgements if item.verdict in _HELD)

    def settled(item: Judgement) -> Judgement:
        if item.verdict is not Verdict.FLAGGED or item.relation.strength is Strength.TIE:
            return item
        for other in by_ref.get(item.relation.stated, ()):
            if _rivals(item, other, claims) and passes[_wording(other)] > passes[_wording(item)]:
                reason = saying("这些数字另有一种读法成立：{statement}", statement=other.relation.statement)
                return replace(item, verdict=Verdict.UNDECIDED, reason=reason)
        return item

    return tuple(map(settled, judgements))


def _tells(judgement: Judgement, claims: Mapping[str, Claim]) -> bool:
    """Return whether a relation that holds could hardly do so by chance."""
    relation = judgement.relation
    told = [claims[ref].quantity.value for ref in relation.refs if ref in claims]
    if relation.kind in _SUMS:
        figures = len(relation.refs) >= _FIGURES and not relation.computed.partial
    else:
        figures = relation.kind in _RATES
    return figures and max(map(significant_digits, told), default=0) >= _DIGITS


def _wording(judgement: Judgement) -> tuple[str, Kind, str]:
    """Return what a relation has in common with those of other columns."""
    relation = judgement.relation
    return relation.report, relation.kind, relation.statement


def _rivals(failing: Judgement, holding: Judgement, claims: Mapping[str, Claim]) -> bool:
    """Return whether two relations are readings of the same numbers of which at most one is true."""
    mine, theirs = failing.relation, holding.relation
    if mine.kind in _SUMS and theirs.kind in _SUMS:
        one, other = frozenset(mine.refs), frozenset(theirs.refs)
        return one <= other or other <= one
    if mine.kind in _RATES and theirs.kind in _RATES and mine.stated == theirs.stated:
        return _unlike(_numerator(mine.computed), _numerator(theirs.computed), claims)
    return False


def _numerator(computed: Expression) -> str:
    """Return the claim that a quotient begins with."""
    while computed.operands:
        if computed.operator not in {Operator.DIVIDE, Operator.MULTIPLY}:
            return ""
        computed = computed.operands[0]
    return computed.ref


def _unlike(mine: str, theirs: str, claims: Mapping[str, Claim]) -> bool:
    """Return whether two rates are of two things: what is told twice under one name is one."""
    if mine not in claims or theirs not in claims:
        return False
    return claims[mine].metric != claims[theirs].metric
