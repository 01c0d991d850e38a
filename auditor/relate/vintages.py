"""Numbers that a report prints as told before an adjustment must be those of the earlier report."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short


def vintages(facts: Facts, others: Sequence[Facts]) -> Iterator[Relation]:
    """Propose each number under 调整前 against what an earlier report told for its period."""
    earlier = [other for other in others if _before(other, facts)]
    for claim in facts.levels:
        if claim.metric.facet("vintage") != "before" or not exact(claim):
            continue
        plain = claim.metric.having("vintage", "")
        for other in reversed(earlier):
            told = other.tell(plain, claim.scope, claim.period)
            if told is not None and exact(told):
                statement = f"{short(claim)} ({claim.period}) = {told.report}"
                computed = Expression.claim(told.ref)
                yield relation(Kind.RESTATEMENT, claim, computed, statement, "vintage:before", keys=(told,))
                break


def _before(other: Facts, facts: Facts) -> bool:
    mine, theirs = facts.report.period.year, other.report.period.year
    return mine is not None and theirs is not None and theirs < mine
