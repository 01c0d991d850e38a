"""Changes that a sentence tells of what a row of a table is called, where the row tells its change too.

Sentence and row name the same thing of the same metric and year. Where the numbers are one, the sentence must
not turn the direction round: a fall of 4.45 % in the table is no growth of 4.45 % in the text. Points that
end at the very level of a row (up 30 basis points to 15.3 %) are those of the row, whatever they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.direction import falls
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import printed_digits
from auditor.relate.facts import same_fact

_RATES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)
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


def points_to_level(facts: Facts) -> Iterator[Relation]:
    """Propose the points by which a sentence moves a rate to its level against those of the level's row."""
    cells = [claim for claim in facts.report.claims if claim.source is Source.TABLE and _is_points(claim)]
    if not cells:
        return
    for claim in facts.report.claims:
        if claim.source is not Source.PROSE or not _is_points(claim) or not _on_year_before(claim):
            continue
        named = [cell for cell in cells if _is_moved_so(claim, cell, facts)]
        if len(named) == 1:
            yield same_rate(claim, named[0], Strength.QUESTION)


def _is_points(claim: Claim) -> bool:
    """Return whether a claim is a change in points of a hundred or in basis points."""
    points = claim.change is Change.YOY_POINTS and claim.quantity.unit.dimension == "points"
    return points and exact(claim) and bool(claim.period)


def _is_moved_so(claim: Claim, cell: Claim, facts: Facts) -> bool:
    """Return whether a sentence ends its points at the level of a cell's row, under the row's own name."""
    same = claim.quantity.unit == cell.quantity.unit and claim.period == cell.period
    seat = cell.seat
    if not same or seat is None or _name(claim) != _name(cell):
        return False
    row = [level for level in facts.by_row.get((seat.table, seat.row), ()) if level.period == cell.period]
    return any(_ends_at(claim, level, facts) for level in row if level.quantity.unit.dimension == "percent")


def _ends_at(claim: Claim, level: Claim, facts: Facts) -> bool:
    """Return whether the sentence of a claim tells a level of a row, behind the claim and of its name."""
    return any(
        told.quantity.value == level.quantity.value and told.period == level.period
        for told in facts.levels
        if told.source is Source.PROSE
        and told.sentence == claim.sentence
        and told.no > claim.no
        and _name(told) == _name(claim)
    )


def _name(claim: Claim) -> str:
    """Return the name of what a claim tells, without brackets: Adjusted operating margin (%)."""
    return " ".join(re.sub(r"[(][^()]*[)]", " ", f"{claim.metric.id} {claim.scope}").split())


def _one_number(claim: Claim, cell: Claim) -> bool:
    mine, theirs = signed(claim), signed(cell)
    return mine.meets(theirs) or mine.meets(-theirs)


def _is_rate(claim: Claim) -> bool:
    kind = "points" if claim.change is Change.YOY_POINTS else "percent"
    told = claim.change in _RATES and claim.quantity.unit.dimension == kind
    return told and claim.metric.known and exact(claim) and bool(claim.period)


def _on_year_before(claim: Claim) -> bool:
    return bool(claim.base) and claim.base == claim.period.shifted(-1)


def _is_of(claim: Claim, cell: Claim) -> bool:
    """Return whether a cell tells the change of the metric in the row whose name narrows the sentence."""
    one = claim.metric == cell.metric and claim.period.year == cell.period.year
    return one and claim.scope in cell.scope.split()


def signed(claim: Claim) -> Interval:
    """Return a change as growth: a fall is negative, whether a word or a minus tells it."""
    told = claim.quantity.base
    return -told if _told_as_fall(claim) else told


def same_rate(claim: Claim, cell: Claim, strength: Strength) -> Relation:
    """Return a rate against another one of the same thing, turned where only one is told as a fall."""
    told = Expression.claim(cell.ref)
    fell = claim.change is Change.YOY_DECLINE or falls(claim)
    turned = fell is not _told_as_fall(cell)
    computed = Expression.constant(0) - told if turned else told
    return same_fact(claim, cell, "retold:change", strength, computed)


def _told_as_fall(claim: Claim) -> bool:
    """Return whether a fall is told by a word and a number without a minus."""
    return (claim.change is Change.YOY_DECLINE or falls(claim)) and claim.quantity.value > 0
