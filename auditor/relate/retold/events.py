"""Events that are told in two places: a date, and with it the same numbers in the same units, but for one.

So many were granted so many shares on such a day, at such a price: the chapter on governance says so, and the
notes to the accounts say so again, in words of their own. That both tell one event is taken from the day and
from the other numbers that agree; that the numbers which do not are one fact, from their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import combinations

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.period import PeriodKind
from auditor.model.relation import Relation
from auditor.relate.evidence import overlap
from auditor.relate.evidence import shared
from auditor.relate.evidence import vetoed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import same_fact
from auditor.relate.slips import significant

#: Numbers that must agree beside the day, and their digits in all.
_LEAST_AGREEING, _LEAST_DIGITS = 2, 3
#: Parts of their names that the two numbers share, and how large a share of the shorter name.
_LEAST_SHARED, _ALIKE = 2, 0.5

#: What a sentence tells of one day, by unit.
_Event = Mapping[tuple[str, str], Claim]


def events(facts: Facts) -> Iterator[Relation]:
    """Propose that two sentences tell one event alike in every number, where they do in all but one."""
    days: dict[str, list[_Event]] = defaultdict(list)
    for (_, day), claims in _told(facts).items():
        days[day].append(_by_unit(claims))
    for told in days.values():
        for one, other in combinations(told, 2):
            yield from _compared(one, other)


def _told(facts: Facts) -> dict[tuple[int, str], list[Claim]]:
    """Return the numbers of each sentence that tell of one day."""
    found: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in facts.levels:
        dated = claim.period.kind is PeriodKind.INSTANT and claim.sentence >= 0
        if claim.source is Source.PROSE and dated and exact(claim) and claim.quantity.value:
            found[claim.sentence, claim.period.code].append(claim)
    return found


def _by_unit(claims: Sequence[Claim]) -> _Event:
    """Return the numbers by their unit, without those of a unit that tells several."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[dimension(claim), claim.quantity.unit.id].append(claim)
    return {unit: same[0] for unit, same in found.items() if len(same) == 1}


def _compared(one: _Event, other: _Event) -> Iterator[Relation]:
    pairs = [(claim, other[unit]) for unit, claim in one.items() if unit in other]
    agree = [first for first, second in pairs if first.quantity.base.overlaps(second.quantity.base)]
    miss = [pair for pair in pairs if pair[0] not in agree]
    proved = len(agree) >= _LEAST_AGREEING and sum(map(significant, agree)) >= _LEAST_DIGITS
    if proved and len(miss) == 1 and _one_name(*miss[0]):
        first, stated = sorted(miss[0], key=lambda claim: claim.no)
        yield same_fact(stated, first, "same:event")


def _one_name(one: Claim, other: Claim) -> bool:
    alike = shared(one, other) >= _LEAST_SHARED and overlap(one, other) >= _ALIKE
    return alike and not vetoed(one, other)
