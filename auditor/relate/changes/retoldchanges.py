"""Changes that a sentence tells of what a row of a table is called, where the row tells its change too.

Sentence and row name the same thing of the same metric and year. Where the numbers are one, the sentence must
not turn the direction round: a fall of 4.45 % in the table is no growth of 4.45 % in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import printed_digits
from auditor.relate.facts import relation
from auditor.relate.facts import short

_RATES = (Change.YOY_GROWTH, Change.YOY_DECLINE)
#: A rate of fewer digits may be another one's.
_LEAST_DIGITS = 2


def retold_changes(facts: Facts) -> Iterator[Relation]:
    """Propose each rate of change of a sentence against the same rate in the row that it names."""
    cells = [claim for claim in facts.report.claims if claim.source is Source.TABLE and _is_rate(claim)]
    for claim in facts.report.claims:
        if claim.source is Source.TABLE or not _is_rate(claim) or claim.confidence != "strong":
            continue
        if not claim.scope or not _on_year_before(claim) or printed_digits(claim) < _LEAST_DIGITS:
            continue
        named = [cell for cell in cells if _is_of(claim, cell)]
        if len(named) == 1 and _one_number(claim, named[0]):
            yield same_rate(claim, named[0], Strength.QUESTION)


def _one_number(claim: Claim, cell: Claim) -> bool:
    mine, theirs = signed(claim), signed(cell)
    return mine.meets(theirs) or mine.meets(-theirs)


def _is_rate(claim: Claim) -> bool:
    percent = claim.quantity.unit.dimension == "percent"
    return claim.change in _RATES and percent and claim.metric.known and exact(claim) and bool(claim.period)


def _on_year_before(claim: Claim) -> bool:
    return bool(claim.base) and claim.base == claim.period.shifted(-1)


def _is_of(claim: Claim, cell: Claim) -> bool:
    """Return whether a cell tells the change of the metric in the row whose name narrows the sentence."""
    one = claim.metric == cell.metric and claim.period.year == cell.period.year
    return one and claim.scope in cell.scope.split()


def signed(claim: Claim) -> Interval:
    """Return a change as growth: a fall is negative, whether a word or a minus tells it."""
    told = claim.quantity.base
    fell = claim.change is Change.YOY_DECLINE and claim.quantity.value > 0
    return -told if fell else told


def same_rate(claim: Claim, cell: Claim, strength: Strength) -> Relation:
    """Return a rate against another one of the same thing, turned where only one is told as a fall."""
    told = Expression.claim(cell.ref)
    turned = (claim.change is Change.YOY_DECLINE) is not _told_as_fall(cell)
    computed = Expression.constant(0) - told if turned else told
    return relation(
        Kind.SAME_FACT,
        claim,
        computed,
        f"{short(claim)} = {short(cell)}",
        "retold:change",
        keys=(cell,),
        strength=strength,
    )


def _told_as_fall(cell: Claim) -> bool:
    """Return whether a cell tells a fall by a number without a minus."""
    return cell.change is Change.YOY_DECLINE and cell.quantity.value > 0
