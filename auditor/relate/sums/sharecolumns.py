"""Columns of percentages beside the amounts of a run: what adds up to a line adds up as shares, too.

A reconciliation of tax tells amounts and points of the rate, a split by region sales and their shares. Rates
do not add up in general; these do, and where they do, they speak for the run that the amounts show.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import makes
from auditor.relate.facts import sum_of
from auditor.relate.lines import Line
from auditor.relate.lines import measure
from auditor.relate.sums.support import Run
from auditor.relate.sums.support import digits_of

_PERCENT = "percent"
_HUNDRED = Interval.exactly(100)


def shared(whole: Line, parts: tuple[Line, ...]) -> dict[Decimal, Decimal]:
    """Return what the columns of percentages that add up are worth, by the number of the whole."""
    return {
        claim.quantity.value: digits_of(claim, told)
        for claim, told in _columns(whole, parts)
        if makes(told, claim)
    }


def share_sums(run: Run) -> Iterator[Relation]:
    """Propose a run of plain additions in each column of percentages of a measure that mostly holds."""
    if -1 in run.signs:
        return
    kinds: dict[str, list[tuple[Claim, list[Claim]]]] = {}
    for claim, told in _columns(run.whole, run.parts):
        kinds.setdefault(measure(claim), []).append((claim, told))
    for found in kinds.values():
        held = sum(makes(item[1], item[0]) for item in found)
        if held * 2 >= len(found):
            yield from (_sum(*item, sure=held > 1) for item in found if not _rates(*item))


def _rates(claim: Claim, told: list[Claim]) -> bool:
    """Return whether a column tells rates, each row its own: the whole lies among parts that make no 100."""
    sizes = [part.quantity.value for part in told]
    among = 0 < min(sizes) <= claim.quantity.value <= max(sizes)
    parts = total(part.quantity.base for part in told)
    return among and not parts.meets(_HUNDRED) and not makes(told, claim)


def _sum(claim: Claim, told: list[Claim], *, sure: bool) -> Relation:
    strength = Strength.MUST if sure or makes(told, claim) else Strength.QUESTION
    return sum_of(claim, told, "table:percents", strength)


def _columns(whole: Line, parts: tuple[Line, ...]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Yield whole and parts of each position in which all of them tell a percentage."""
    for at, (dimension, _) in whole.tells.items():
        told = [part.claims[at] for part in parts if at in part.claims]
        alike = all(part.tells[at][0] == dimension for part in parts if at in part.claims)
        if dimension == _PERCENT and alike and len(told) == len(parts) > 1:
            yield whole.claims[at], told
