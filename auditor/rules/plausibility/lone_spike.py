"""A year that leaves its row and comes back.

What it flags:
    A number of a year between others that is more than twice, or less than half, what the row tells for all
    other years, while these are near each other.

Why it matters:
    What grows or shrinks stays there. A number that goes and comes back was often taken from another row,
    unit or site, or lost a digit; otherwise the report has something to tell about that year.

How it decides:
    The row tells what is used, emitted or discharged in a unit of weight, volume or energy, to three digits
    or more; what others emit (scope 3) and what is saved or offset come and go. The other years are within a
    half of each other, those before and those behind the number told. No note stands on the row or its table,
    the label names no change or saving, and no other arithmetic of the report confirms or disputes the year.
    The first and the last year are left alone: sites open and close. What is a power of ten away is U203.

Example:
    Electricity 15,428, 61,071 and 17,386 MWh.

When it is wrong:
    When the year was a special one (a repair, a closure) and the report tells so elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from auditor.lexicon.measures.plausible import plausible
from auditor.lexicon.roles import roles
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.plausibility.lone import difference
from auditor.rules.plausibility.lone import doubtful
from auditor.rules.plausibility.lone import finding
from auditor.rules.plausibility.scale_break import power
from auditor.rules.plausibility.yearly import YearRow
from auditor.rules.plausibility.yearly import year_rows

CODE = "U208"
SEVERITY = Severity.WARNING
TITLE = "单一年度偏离后又回到原水平"
MESSAGE = (
    "{metric}（{period}）在{place}列示为 {stated}，而前后各年为 {others}；"
    "仅该年偏离一倍以上且未见说明，请核对或说明原因。"
)

_SPREAD, _AWAY = Decimal("1.5"), Decimal(2)
#: Smaller numbers, in steps of their last digit, move by chance.
_LEAST_STEPS = 100
#: Emissions that are a company's own: those of scope 1 and 2, and those of which no scope is told.
_EMITTED, _OWN = roles().emissions, ("", "1", "2", "12")
_KINDS = frozenset({"energy", "coal_equivalent", "mass", "ghg", "volume", "volume_normal"})


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each year that lies far from the years around it."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    free = {claim.ref for claim in doubtful(dossier)}
    for report in dossier.reports:
        for row in year_rows(report):
            for claim in list(row.years.values())[1:-1]:
                others = [other for other in row.years.values() if other.ref != claim.ref]
                if claim.ref in free and _steady(row) and _away(claim, others):
                    told = say("、").join(wording.printed(other) for other in others)
                    yield finding(claim, heading, others=told)


def _steady(row: YearRow) -> bool:
    """Return whether a row tells one amount in one unit that no note explains, year by year."""
    claims = list(row.years.values())
    first = claims[0]
    own = first.metric.base == _EMITTED and first.metric.facet(roles().added_up) in _OWN
    own = own and not first.metric.facet("ghg_category")
    known = own or first.metric.base in plausible().amounts
    alike = len({(claim.metric, claim.quantity.unit) for claim in claims}) == 1
    noted = any(claim.notes or claim.block_notes for claim in claims)
    return known and alike and not noted and first.quantity.unit.dimension in _KINDS and not difference(first)


def _away(claim: Claim, others: Sequence[Claim]) -> bool:
    """Return whether a number is far from all others, which are near each other and told finely."""
    sizes = [other.quantity.value for other in others]
    low, high, size = min(sizes), max(sizes), claim.quantity.value
    fine = all(other.quantity.value >= _LEAST_STEPS * other.quantity.step for other in others)
    if not fine or high > low * _SPREAD or power(claim, others):
        return False
    return size > high * _AWAY or 0 < size * _AWAY < low
