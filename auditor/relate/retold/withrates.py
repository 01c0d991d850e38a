"""A level told with its rate of change, where a row of a table tells that rate: both are of one fact.

实现营业收入 52,148.73 万元，同比增长 24.49 %: the sentence names no year, and its metric only loosely. The
rate behind the number is that of the row, in three digits, so that the number is that of the row too.
"""

from __future__ import annotations

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.changes.retoldchanges import signed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import printed_digits

_RATES = (Change.YOY_GROWTH, Change.YOY_DECLINE)
#: A rate of fewer digits may be that of something else.
_LEAST_DIGITS = 3


def told_with_rate(facts: Facts, claim: Claim, cell: Claim) -> bool:
    """Return whether the rate behind a number of a sentence is told for the metric of a cell, in its year."""
    rate = next((item for item in facts.report.claims if item.no == claim.no + 1), None)
    if rate is None or rate.sentence != claim.sentence or not _one(rate, claim) or not _is_rate(rate):
        return False
    return exact(claim) and any(
        item.source is Source.TABLE
        and _one(item, cell)
        and _is_rate(item)
        and signed(item).overlaps(signed(rate))
        for item in facts.report.claims
    )


def _one(rate: Claim, level: Claim) -> bool:
    same = rate.metric == level.metric and rate.scope == level.scope
    return same and rate.period.year == level.period.year


def _is_rate(claim: Claim) -> bool:
    percent = claim.change in _RATES and dimension(claim) == "percent"
    return percent and exact(claim) and printed_digits(claim) >= _LEAST_DIGITS
