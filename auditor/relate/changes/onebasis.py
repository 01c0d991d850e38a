"""Of several tellings of a metric the one that a sentence means: on the one basis told, of its own name."""

from __future__ import annotations

from decimal import Decimal

from auditor.lexicon.facets import facets
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.period import Period
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import one_time

_BASIS = "basis"
#: By so many powers of ten numbers in units of one dimension may differ.
_POWERS = tuple(range(-9, 10))


def on_one_basis(claim: Claim, period: Period, facts: Facts) -> Claim | None:
    """Return what tables tell of the metric of a claim on the one basis on which they tell it."""
    if claim.metric.facet(_BASIS):
        return None
    ways = (claim.metric.having(_BASIS, value) for value in sorted(facets().values[_BASIS]))
    told = [facts.tell(metric, claim.scope, period) for metric in ways]
    found = [item for item in told if item is not None and item.source is Source.TABLE]
    return found[0] if len(found) == 1 else None


def of_other_name(claim: Claim, found: Claim, facts: Facts) -> bool:
    """Return whether a level of the metric is another thing than the one that a change speaks of.

    It goes by another name, and what the report tells under the name of the change for that time is another
    number: 捐赠支出 of one table is not the 公益投入 of a sentence.
    """
    if _one_name(claim, found):
        return False
    own = [
        item
        for item in facts.by_metric.get(claim.metric.base, ())
        if _one_name(item, claim) and one_time(item, found, facts)
    ]
    return bool(own) and not any(_agree(item, found) for item in own)


def _one_name(one: Claim, other: Claim) -> bool:
    """Return whether one of two names ends with the other, which a company may stand in front of."""
    names = one.leaf.strip(), other.leaf.strip()
    return all(names) and (names[0].endswith(names[1]) or names[1].endswith(names[0]))


def _agree(own: Claim, found: Claim) -> bool:
    """Return whether two numbers may be one; where a unit is not told, save for their powers of ten."""
    told = dimension(own) == dimension(found)
    powers = (0,) if told else _POWERS if "" in (dimension(own), dimension(found)) else ()
    return any(own.quantity.base.scale(Decimal(1).scaleb(at)).meets(found.quantity.base) for at in powers)
