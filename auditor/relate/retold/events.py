"""Events that are told in two places: a date, and with it the same numbers in the same units, but for one.

So many were granted so many shares on such a day, at such a price: the chapter on governance says so, and the
notes to the accounts say so again, in words of their own. That both tell one event is taken from the day and
from the other numbers that agree; that the numbers which do not are one fact, from their names. Without a day
more must agree: two long numbers besides, and all of the odd one but for a slip of the hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.period import PeriodKind
from auditor.model.quantity import significant_digits
from auditor.model.relation import Relation
from auditor.relate.evidence import overlap
from auditor.relate.evidence import shared
from auditor.relate.evidence import vetoed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import same_fact
from auditor.relate.slips import agreeing_digits

#: Numbers that must agree beside the day, and their digits in all.
_LEAST_AGREEING, _LEAST_DIGITS = 2, 3
#: Parts of their names that the two numbers share, and how large a share of the shorter name.
_LEAST_SHARED, _ALIKE = 2, 0.5

#: Digits of a number that is told alike by no chance, and in how many sentences it stands at most.
_LONG, _MOST = 3, 6

#: A number by its dimension and size.
_Number = tuple[str, Decimal]
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
    yield from _retold(facts)


def _retold(facts: Facts) -> Iterator[Relation]:
    """Propose the one number that is a slip apart in two sentences that tell two long numbers alike."""
    told: dict[int, list[Claim]] = defaultdict(list)
    where: dict[_Number, list[int]] = defaultdict(list)
    for claim in facts.levels:
        if claim.source is Source.PROSE and claim.sentence >= 0 and exact(claim):
            told[claim.sentence].append(claim)
            where[_number(claim)].append(claim.sentence)
    pairs = {pair for at in where.values() if len(at) <= _MOST for pair in combinations(sorted(set(at)), 2)}
    for one, other in sorted(pairs):
        mine, theirs = ({_number(claim) for claim in told[at]} for at in (one, other))
        both = [number for number in mine & theirs if significant_digits(number[1]) >= _LONG]
        if len(both) >= _LEAST_AGREEING:
            odd = [claim for claim in told[one] if _number(claim) not in theirs]
            others = [claim for claim in told[other] if _number(claim) not in mine]
            slips = [
                (a, b) for a in odd for b in others if agreeing_digits(a, b) >= _LONG and _one_name(a, b)
            ]
            if len(slips) == 1:
                yield same_fact(slips[0][1], slips[0][0], "same:event")


def _slipped(one: Claim, other: Claim) -> bool:
    return dimension(one) == dimension(other) and agreeing_digits(one, other) >= _LONG


def _number(claim: Claim) -> _Number:
    return (dimension(claim), claim.size)


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
    proved = len(agree) >= _LEAST_AGREEING and sum(first.quantity.digits for first in agree) >= _LEAST_DIGITS
    if proved and len(miss) == 1 and _one_name(*miss[0]):
        first, stated = sorted(miss[0], key=lambda claim: claim.no)
        yield same_fact(stated, first, "same:event")


def _one_name(one: Claim, other: Claim) -> bool:
    alike = shared(one, other) >= _LEAST_SHARED and overlap(one, other) >= _ALIKE
    return alike and not vetoed(one, other)
