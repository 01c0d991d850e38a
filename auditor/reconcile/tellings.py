"""What one report tells of each fact: the claims that may be held against another report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from functools import cached_property

from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.history import history
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.quantity import Bound

#: Metric, scope, moment and dimension: what makes two claims of two reports the same fact.
Key = tuple[str, str, str, str]
#: All tellings of one fact in one report, the best first.
Tellings = tuple[Claim, ...]

_RANK = {Source.TABLE: 0, Source.FIGURE: 1, Source.PROSE: 2, Source.FOOTNOTE: 3}
_LEVELS = (Change.LEVEL, Change.FROM, Change.TO)
#: A label of an unknown metric must have so many characters to be recognised elsewhere.
_LEAST_NAME = 4


@dataclass(frozen=True)
class Told:
    """The levels of a report by fact."""

    report: Report

    @cached_property
    def ranked(self) -> tuple[Claim, ...]:
        """Return the dated levels: exact numbers first, tables before prose, then as printed."""
        levels = [
            claim
            for claim in self.report.claims
            if claim.change in _LEVELS and claim.period and not claim.base
        ]
        return tuple(sorted(levels, key=lambda claim: (not exact(claim), _RANK[claim.source], claim.no)))

    @cached_property
    def sure(self) -> dict[Key, Tellings]:
        """Return the facts whose name, scope and period stand beside the number."""
        return self._grouped(claim for claim in self.ranked if _named(claim) and claim.confidence == "strong")

    @cached_property
    def loose(self) -> dict[Key, Tellings]:
        """Return all facts, those too whose scope or period was carried over from further away."""
        return self._grouped(claim for claim in self.ranked if _named(claim))

    @cached_property
    def unsure(self) -> dict[Key, Tellings]:
        """Return the facts whose name alone proves nothing: unknown metrics of prose, rows called 合计."""
        return self._grouped(claim for claim in self.ranked if not claim.metric.known and not _named(claim))

    @cached_property
    def rows_at(self) -> dict[tuple[str, str], Tellings]:
        """Return the exact rows of tables by scope and moment, the best telling of each fact."""
        found: dict[tuple[str, str], list[Claim]] = {}
        for key, (best, *_) in self.sure.items():
            if best.source is Source.TABLE and exact(best):
                found.setdefault(key[1:3], []).append(best)
        return {key: tuple(claims) for key, claims in found.items()}

    @cached_property
    def targets(self) -> tuple[Claim, ...]:
        """Return what the report promises for a stated year."""
        promised = (claim for claim in self.report.claims if claim.change is Change.TARGET)
        return tuple(claim for claim in promised if claim.period.year)

    def key(self, claim: Claim) -> Key:
        """Return the fact that a claim tells, whatever vintage its column says."""
        metric = claim.metric.having("vintage", "")
        return (metric.id, claim.scope, self.moment(metric, claim), dimension(claim))

    def moment(self, metric: Metric, claim: Claim) -> str:
        """Return the period for comparison: a stock told for a year was counted on its last day."""
        if metric.known and metrics().entry(metric.base).nature == "stock":
            return self.report.calendar.instant(claim.period).code
        return claim.period.code

    def _grouped(self, claims: Iterable[Claim]) -> dict[Key, Tellings]:
        found: dict[Key, list[Claim]] = {}
        for claim in claims:
            found.setdefault(self.key(claim), []).append(claim)
        return {key: tuple(told) for key, told in found.items()}


def exact(claim: Claim) -> bool:
    """Return whether no word bounds the number."""
    return claim.quantity.bound is Bound.EXACT


def value(claim: Claim) -> Decimal:
    """Return the number as printed, in the base unit of its dimension."""
    return claim.size


def dimension(claim: Claim) -> str:
    """Return what may be compared: a tonne of CO2e may be printed as a tonne, a counted noun is its own."""
    unit = claim.quantity.unit
    found = unit.dimension.replace("ghg", "mass")
    return f"count:{unit.id}" if found == "count" and not claim.metric.known else found


@cache
def plain(label: str) -> str:
    """Return a folded label without brackets, signs, and the entity or year that stands before it."""
    words = "|".join(re.escape(word) for word in history().leading)
    bare = re.sub(rf"^(?:(?:{words})\s*)+(?=\S)", "", re.sub(r"\([^()]*\)", "", label).strip())
    return re.sub(r"[^\w<>=%]+", "", bare)


def _named(claim: Claim) -> bool:
    """Return whether a claim is named well enough to be recognised in another report."""
    if claim.metric.facet("vintage") == "before":
        return False
    if claim.metric.known:
        return True
    row = claim.metric.base.lstrip("?").split("/", 1)[0]
    if "/" in claim.metric.base and not plain(re.sub(alternation(label_words().totals), "", row)):
        return False  # a column of a row that is called nothing but a total
    return claim.source is Source.TABLE and len(claim.metric.base) >= _LEAST_NAME
