"""Rows of tables that tell one thing year by year, for rules that hold rows or years against each other."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.period import PeriodKind
from auditor.model.quantity import Bound


@dataclass(frozen=True, slots=True)
class YearRow:
    """A row of a table: its levels by year, oldest first, every year once."""

    table: int
    row: int
    years: Mapping[int, Claim]

    @property
    def latest(self) -> Claim:
        """Return what the row tells of its last year."""
        return self.years[max(self.years)]


def year_rows(report: Report) -> Iterator[YearRow]:
    """Yield the rows of a report that tell levels of whole years, exactly and none of them twice."""
    found: dict[tuple[int, int], dict[int, Claim]] = {}
    twice: set[tuple[int, int]] = set()
    for claim in report.claims:
        if claim.seat is None or not claim.level or claim.quantity.bound is not Bound.EXACT:
            continue
        if claim.period.kind is not PeriodKind.YEAR or claim.period.year is None:
            continue
        at = (claim.seat.table, claim.seat.row)
        if claim.period.year in found.setdefault(at, {}):
            twice.add(at)
        found[at][claim.period.year] = claim
    for at in sorted(found):
        if at not in twice:
            yield YearRow(*at, dict(sorted(found[at].items())))
