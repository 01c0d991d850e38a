"""A number before and after an adjustment, with the adjustment between them: 调整前, 调整数, 调整后.

The heads say what the three columns are, so that each row must hold by itself: what a change of policy made
of a balance at the turn of a year, or of last year's numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.period import PeriodKind
from auditor.model.relation import Relation
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.facts import sum_of
from auditor.relate.lines import lines
from auditor.relate.lines import tables


def adjusted_columns(facts: Facts) -> Iterator[Relation]:
    """Propose in each row that the number before an adjustment and the adjustment make that after it."""
    for claims in tables(facts):
        for row in lines(claims, down=True):
            told = [row.claims[column] for column in sorted(row.claims)]
            for (before, change), after in zip(pairwise(told), told[2:], strict=False):
                if adjusts(change) and _one_thing(before, after) and _in_one_unit(before, change, after):
                    yield led_to(before, change, after, "table:adjusted")


def adjusts(claim: Claim) -> bool:
    """Return whether the head of a column calls it an adjustment."""
    head = column_head(claim).rsplit("/", 1)[-1]
    return bool(re.search(alternation(label_words().adjustments), head))


def _one_thing(before: Claim, after: Claim) -> bool:
    """Return whether two numbers are one thing before and after: in so many words, or at two dates."""
    if before.metric.base != after.metric.base:
        return False
    if before.metric.facet("vintage") == "before":
        return after.metric.facet("vintage") != "before" and before.period == after.period
    days = {before.period.kind, after.period.kind} == {PeriodKind.INSTANT}
    return days and before.folded == after.folded and before.period.code < after.period.code


def _in_one_unit(*claims: Claim) -> bool:
    return len({(dimension(claim), claim.seat.row if claim.seat else -1) for claim in claims}) == 1


def led_to(before: Claim, change: Claim, after: Claim, rule: str) -> Relation:
    """Return that a number and what it was changed by give another one."""
    return sum_of(after, (before, change), rule)
