"""A total that a report tells on one basis only: a sentence that names none speaks of that."""

from __future__ import annotations

from auditor.lexicon.facets import facets
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.period import Period
from auditor.relate.facts import Facts

_BASIS = "basis"


def on_one_basis(claim: Claim, period: Period, facts: Facts) -> Claim | None:
    """Return what tables tell of the metric of a claim on the one basis on which they tell it."""
    if claim.metric.facet(_BASIS):
        return None
    ways = (claim.metric.having(_BASIS, value) for value in sorted(facets().values[_BASIS]))
    told = [facts.tell(metric, claim.scope, period) for metric in ways]
    found = [item for item in told if item is not None and item.source is Source.TABLE]
    return found[0] if len(found) == 1 else None
