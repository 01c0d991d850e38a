"""Long numbers of one metric that differ by a digit more or less, whatever day they tell of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.evidence import vetoed
from auditor.relate.facts import exact
from auditor.relate.retold.slipped import told_beside
from auditor.relate.slips import agreeing_digits
from auditor.relate.slips import moved

#: Digits that agree by no chance at all, and how many times larger a number with one more is at least.
_LONG_DIGITS, _ORDER = 7, 5
#: The same of digits that all agree, and only their place or unit does not.
_MOVED_DIGITS = 5


def of_another_order(
    groups: Mapping[tuple[str, str], Sequence[Claim]], tied: set[str]
) -> Iterator[tuple[Claim, Claim]]:
    """Yield each long number of a sentence with one of its metric that has a digit more or less, of any time.

    What is told of another day is another number; that seven digits stand in both, in one order, and the one
    is ten times the other, is no chance.
    """
    by_metric: dict[tuple[str, str], list[Claim]] = {}
    for (measured, _), claims in groups.items():
        for claim in claims:
            if claim.metric.known and exact(claim):
                by_metric.setdefault((measured, claim.metric.base), []).append(claim)
    for claims in by_metric.values():
        for claim in claims:
            if claim.ref in tied or claim.source is Source.TABLE:
                continue
            others = [item for item in claims if item.ref in tied or item.no < claim.no or item.seat]
            found = (other for other in others if _of_another_order(claim, other, claims))
            other = min(found, key=lambda item: item.no, default=None)
            if other is not None:
                yield claim, other


def _of_another_order(claim: Claim, other: Claim, claims: Sequence[Claim]) -> bool:
    small, large = sorted((abs(claim.size), abs(other.size)))
    if claim.period == other.period or large < _ORDER * small or claim.sentence == other.sentence >= 0:
        return False
    alike = not vetoed(claim, other) and not told_beside(claim, other, claims)
    least = _MOVED_DIGITS if moved(claim, other) else _LONG_DIGITS
    return alike and agreeing_digits(claim, other) >= least
