"""A rate of growth that is the one of its neighbour: product sales grew 6.1 %, and service sales grew 6.1 %.

A change whose year was carried over to it can only tie, for it may be one on another year. Where a sentence
tells the growth of two rows of one metric, prints one rate for both, and the rate is that of the second
alone, the first has the number of its neighbour: then its own levels ask a question.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.printed import holds
from auditor.relate.changes.printed import values_of
from auditor.relate.facts import Facts
from auditor.relate.facts import printed_digits

#: A rate of fewer digits is met by chance.
_LEAST_DIGITS = 2


def copied_rates(facts: Facts, relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the growths of sentences that ask a question: the levels of the neighbour alone give them."""
    claims = {claim.ref: claim for claim in facts.report.claims}
    growths = [item for item in relations if item.kind is Kind.GROWTH and _told(item, claims)]
    by_sentence: dict[int, list[Relation]] = {}
    for item in growths:
        by_sentence.setdefault(claims[item.stated].sentence, []).append(item)
    for beside in by_sentence.values():
        own = {
            item.stated: any(_gives(one, claims) for one in beside if one.stated == item.stated)
            for item in beside
        }
        for item in beside:
            if item.strength is Strength.TIE and not own[item.stated] and _copied(item, beside, own, claims):
                yield replace(item, strength=Strength.QUESTION)


def _told(item: Relation, claims: Mapping[str, Claim]) -> bool:
    """Return whether a sentence tells a rate of a known metric whose levels stand in tables of its report."""
    rate = claims[item.stated]
    if any(ref not in claims for ref in item.computed.refs):
        return False
    levels = [claims[ref] for ref in item.computed.refs]
    known = rate.metric.known and printed_digits(rate) >= _LEAST_DIGITS
    tabled = all(level.source is Source.TABLE and level.metric == rate.metric for level in levels)
    return rate.source is Source.PROSE and rate.sentence >= 0 and known and tabled


def _gives(item: Relation, claims: Mapping[str, Claim]) -> bool:
    return holds(claims[item.stated], item.computed, values_of(claims[ref] for ref in item.computed.refs))


def _copied(
    item: Relation, beside: Iterable[Relation], own: Mapping[str, bool], claims: Mapping[str, Claim]
) -> bool:
    """Return whether another row of the metric has the same rate in the sentence, and by its own levels."""
    rate = claims[item.stated]
    others = (claims[other.stated] for other in beside if own[other.stated])
    return any(
        other.metric.base == rate.metric.base
        and (other.metric, other.scope) != (rate.metric, rate.scope)
        and other.period == rate.period
        and other.change is rate.change
        and other.quantity.value == rate.quantity.value
        for other in others
    )
