"""A share of a whole that is less than nothing or more than all of it.

What it flags:
    A share of staff, electricity, suppliers, directors and the like that is below 0 % or above 100 %.

Why it matters:
    A part is no larger than its whole. Such a number lost its decimal point, took one digit twice, or
    is the amount and not the share.

How it decides:
    The metric is one of those that the lexicon lists as shares of a whole (`plausible.toml`), or a sentence
    tells the number of what is among something (用电量中 21.6 % 是清洁电力); rates that may pass 100 %, as
    turnover or growth, are not, nor is a row whose label names a change or reduction. The whole rounding
    interval lies outside of 0 to 100 %, and no other arithmetic of the report disputes or confirms the
    number. A row that tells two numbers under one head tells the amount too: there nobody knows which is
    the share.

Example:
    "女性员工占比 354 %" beside 35.4 % the year before.

When it is wrong:
    When the row tells something else than its label says, such as an index or a growth of the share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from auditor.lexicon.measures.plausible import plausible
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.interval import Interval
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.plausibility.lone import difference
from auditor.rules.plausibility.lone import doubtful
from auditor.rules.plausibility.lone import finding

CODE = "U201"
SEVERITY = Severity.WARNING
TITLE = "占比超出 0 至 100%"
MESSAGE = (
    "{metric}（{period}）在{place}列示为 {stated}；该指标是整体中的占比，只能在 0 至 100% 之间，请核对。"
)

_POSSIBLE = Interval(Decimal(0), Decimal(100))
_TWICE = 2


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each share that no part of a whole can have."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    told = Counter(_cell(claim) for report in dossier.reports for claim in report.claims if claim.seat)
    alone = (claim for claim in doubtful(dossier, named=False) if told[_cell(claim)] < _TWICE)
    return (finding(claim, heading) for claim in alone if _impossible(claim))


def _cell(claim: Claim) -> tuple[object, ...]:
    """Return what the cells of one row share that stand under one head."""
    row = (claim.seat.table, claim.seat.row) if claim.seat else claim.ref
    return (claim.report, row, claim.metric, claim.scope, claim.period, claim.change)


def _among(claim: Claim) -> bool:
    """Return whether a sentence names a whole in front of the share of a part of it."""
    return claim.source is Source.PROSE and claim.level and claim.folded.endswith(plausible().among)


def _impossible(claim: Claim) -> bool:
    share = claim.metric.base in plausible().shares or _among(claim)
    told = share and claim.quantity.unit.id == "%" and not difference(claim)
    return told and not claim.quantity.interval.meets(_POSSIBLE)
