"""The same fact told twice in one report.

Value first, to tie: the numbers meet and the words do not speak against it. Meaning first, to accuse:
metric, scope, period and dimension are the same and named beside the number, and no better partner
is found for either.
"""

from __future__ import annotations

from bisect import bisect_left
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.relate.evidence import alike
from auditor.relate.evidence import in_reach
from auditor.relate.evidence import of_one_day
from auditor.relate.evidence import one_group
from auditor.relate.evidence import overlap
from auditor.relate.evidence import retold
from auditor.relate.evidence import shared
from auditor.relate.evidence import told_of
from auditor.relate.evidence import vetoed
from auditor.relate.facts import Fact
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import moment
from auditor.relate.facts import relation
from auditor.relate.facts import same_fact
from auditor.relate.facts import short
from auditor.relate.ratios.wholes import of_all
from auditor.relate.retold.orders import of_another_order
from auditor.relate.retold.partners import TIE_PARTS
from auditor.relate.retold.partners import better_partner
from auditor.relate.retold.partners import of_another_year
from auditor.relate.retold.slipped import slipped
from auditor.relate.retold.sumpartners import sum_partner
from auditor.relate.retold.swapped import swapped
from auditor.relate.retold.turnedsigns import turned
from auditor.relate.retold.withrates import told_with_rate
from auditor.relate.slips import agreeing_in_place

#: Two tellings whose numbers lie this close are too near to be unlike facts by chance.
_NEAR = Decimal("0.02")
#: A number of less than so many steps is too coarse to be near by more than chance.
_FINE = 50
_NEAR_PARTS, _ALIKE = 4, 0.8
#: So many values under one name in prose are unlike facts, not slips.
_MOST_VALUES = 2
_LONG_LABEL = 6
#: Digits of a number that says something.
_SPEAKING = 2
#: Digits of a number that confirms another one.
_TELLING = 3
#: So many digits do not agree by chance in two numbers of two tables.
_LONG = 6
#: The same of a number whose first digits another telling confirms already.
_LONGEST = 7

_Group = tuple[str, str]


def same_facts(facts: Facts) -> Iterator[Relation]:
    """Propose that claims of one fact agree: within a fact, by value, by nearness."""
    tied: set[str] = set()
    apart: list[tuple[Claim, Claim]] = []
    for fact, claims in facts.by_fact.items():
        for stated, other in _retellings(fact, claims):
            yield same_fact(stated, other, "same:fact", _strength(facts, stated, other))
            if stated.quantity.base.overlaps(other.quantity.base):
                tied |= {stated.ref, other.ref}
            else:
                apart.append((stated, other))
    for stated, other in swapped(apart):
        yield same_fact(stated, other, "same:swapped", Strength.QUESTION)
    groups, coarse = _groups(facts), set[str]()
    yield from _by_value(facts, groups, tied, coarse)
    yield from _near_misses(groups, tied)
    alone = chain(slipped(groups, tied - coarse, facts.report.calendar), of_another_order(groups, tied))
    for claim, other in alone:
        if claim.ref not in coarse or agreeing_in_place(claim, other) >= _LONGEST:
            yield same_fact(claim, other, "same:slip", Strength.QUESTION)


def _by_value(
    facts: Facts, groups: Mapping[_Group, Sequence[Claim]], tied: set[str], coarse: set[str]
) -> Iterator[Relation]:
    """Propose ties by value of what is not tied yet; ``coarse`` takes what only a rounder number confirms."""
    for claim in facts.levels:
        if claim.source is Source.TABLE or claim.ref in tied:
            continue
        year_end = groups.get(_at_year_end(claim, facts), ())
        found = _partner(claim, groups[_group(claim, facts)]) or _partner(claim, year_end)
        if found is not None:
            yield same_fact(claim, found, "same:value", Strength.TIE)
            tied |= {one.ref for one, two in ((claim, found), (found, claim)) if _settles(two, one)}
            coarse |= {claim.ref} if found.quantity.digits < claim.quantity.digits else set()
            continue
        parts = sum_partner(claim, facts)
        if parts:
            names = " + ".join(short(part) for part in parts)
            computed = addition(tuple(part.ref for part in parts))
            yield relation(
                Kind.SAME_FACT,
                claim,
                computed,
                f"{short(claim)} = {names}",
                "same:sum",
                keys=parts,
                strength=Strength.TIE,
            )
            tied.add(claim.ref)


def _retellings(fact: Fact, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield each later telling of a fact with the first one."""
    if len(claims) < 2 or not fact.period:
        return
    if not fact.metric.known and len(fact.metric.base) <= _LONG_LABEL:
        return
    first = claims[0]
    told = {claim.quantity.value for claim in claims if exact(claim)}
    if first.source is not Source.TABLE and len(told) > _MOST_VALUES:
        return
    for claim in claims[1:]:
        if first.source is Source.TABLE and claim.source is Source.TABLE and _one_table(first, claim):
            continue
        if not fact.metric.known and first.sentence == claim.sentence and first.sentence >= 0:
            continue
        if not fact.metric.known and not _one_unit(first, claim):
            continue
        if first.quantity.base.overlaps(claim.quantity.base) and not in_reach(claim, first):
            continue
        yield (claim, first)


def _one_unit(one: Claim, other: Claim) -> bool:
    """Return whether two units are one, or of one scale: persons and things are only counted."""
    mine, theirs = one.quantity.unit, other.quantity.unit
    return mine.id == theirs.id or mine.factor != theirs.factor


def _one_table(one: Claim, other: Claim) -> bool:
    return bool(one.seat and other.seat and one.seat.table == other.seat.table)


def _strength(facts: Facts, stated: Claim, other: Claim) -> Strength:
    """Return how sure it is that two tellings are one fact; without evidence they only tie.

    Tables of one report repeat a label for unlike things (the group and the parent company, a chapter
    of details), so two tables are held against each other only where a long number is one slip away.
    Prose is held against a table when the lexicon knows its metric, against prose when the wording is the
    same.
    """
    if stated.quantity.base.overlaps(other.quantity.base) or not of_one_day(stated, other):
        return Strength.TIE
    if one_group(stated, other):
        return Strength.QUESTION
    if stated.confidence != "strong" or other.confidence != "strong":
        table = other.source is Source.TABLE and stated.source is Source.PROSE and stated.metric.known
        sure = told_with_rate(facts, stated, other) or of_another_year(facts, stated, other)
        return Strength.QUESTION if table and sure else Strength.TIE
    if stated.source is Source.TABLE:
        slip = agreeing_in_place(stated, other) >= _LONG or turned(facts, stated, other)
        return Strength.QUESTION if slip else Strength.TIE
    if stated.change is Change.FROM or other.change is Change.FROM:
        return Strength.TIE
    if not stated.metric.known:
        drawn = Source.FIGURE in (stated.source, other.source)
        sure = drawn and exact(stated) and exact(other) and _one_wording(stated, other)
        return Strength.QUESTION if sure else Strength.TIE
    strength = Strength.MUST
    if other.source is not Source.TABLE and not _one_wording(stated, other):
        if not _drawn_and_told(stated, other):
            return Strength.TIE
        strength = Strength.QUESTION
    another = better_partner(facts, stated, other) and not told_with_rate(facts, stated, other)
    return Strength.TIE if another else strength


def _one_wording(stated: Claim, other: Claim) -> bool:
    """Return whether two sentences name their metric alike: outside of tables only words can tell."""
    return shared(stated, other) >= _NEAR_PARTS and overlap(stated, other) >= _ALIKE


def _drawn_and_told(stated: Claim, other: Claim) -> bool:
    """Return whether a figure and a sentence name a metric alike, in as few words as figures have."""
    sources = {stated.source, other.source}
    named = shared(stated, other) >= TIE_PARTS and overlap(stated, other) >= _ALIKE
    return sources == {Source.FIGURE, Source.PROSE} and named


def _group(claim: Claim, facts: Facts) -> _Group:
    """Return what two claims must share before their numbers are compared: dimension and moment."""
    return (dimension(claim), moment(claim.metric, claim.period, facts.report.calendar))


def _at_year_end(claim: Claim, facts: Facts) -> _Group:
    """Return the group of what is told of the year at whose end a number of no known kind was counted."""
    calendar, year = facts.report.calendar, claim.period.year
    ends = not claim.metric.known and year and calendar.instant(calendar.year(year)) == claim.period
    return (dimension(claim), calendar.year(year).code) if ends and year else ("", "")


def _groups(facts: Facts) -> dict[_Group, list[Claim]]:
    groups: dict[_Group, list[Claim]] = {}
    for claim in facts.levels:
        groups.setdefault(_group(claim, facts), []).append(claim)
    return groups


def _partner(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """Return the claim that a number ties with: it meets, and words are shared."""
    found: list[tuple[int, bool, int, Claim]] = []
    for other in others:
        if other.ref == claim.ref or (other.source is not Source.TABLE and other.no > claim.no):
            continue
        if not claim.quantity.base.overlaps(other.quantity.base):
            continue
        if not _comparable(claim, other) or not in_reach(claim, other) or vetoed(claim, other):
            continue
        evidence = shared(claim, other) + (3 if claim.metric.base == other.metric.base else 0)
        if evidence >= TIE_PARTS and claim.sentence != other.sentence:
            found.append((-evidence, not of_all(other), other.no, other))
    return min(found)[-1] if found else None


def _settles(other: Claim, claim: Claim) -> bool:
    """Return whether a tie says that a number is right: 70,000 says nothing of the last digits of 70,777."""
    return other.quantity.digits >= min(claim.quantity.digits, _TELLING)


def _comparable(claim: Claim, other: Claim) -> bool:
    """Return whether two numbers can be one: one is exact, or one word bounds both at the same number.

    A number of one digit meets too many by chance (over 10% meets 13.4%): it is told again only as itself.
    """
    if min(claim.quantity.digits, other.quantity.digits) < _SPEAKING and claim.size != other.size:
        return False
    alike = claim.quantity.bound is other.quantity.bound and claim.quantity.base == other.quantity.base
    return exact(other) or exact(claim) or alike


def _near_misses(groups: dict[_Group, list[Claim]], tied: set[str]) -> Iterator[Relation]:
    """Propose pairs that no tie explains, whose words agree and whose numbers nearly do."""
    for (measured, when), claims in groups.items():
        if measured == "percent" or not when:
            continue
        told = sorted((claim for claim in claims if exact(claim)), key=lambda claim: (_size(claim), claim.no))
        sizes = [_size(claim) for claim in told]
        for claim in told:
            if claim.ref in tied or claim.quantity.step * _FINE > abs(claim.quantity.value):
                continue
            low, high = _size(claim) * (1 - _NEAR), _size(claim) * (1 + _NEAR)
            window = told[bisect_left(sizes, low) : bisect_right(sizes, high)]
            near = [other for other in window if _near(claim, other) and _first(claim, other, tied)]
            near = [other for other in near if not _side_by_side(claim, other, told)]
            if near:
                other = min(near, key=lambda other: other.no)
                drawn = Source.FIGURE in (claim.source, other.source)
                yield same_fact(claim, other, "same:near", Strength.MUST if drawn else Strength.QUESTION)


def _side_by_side(claim: Claim, other: Claim, told: Sequence[Claim]) -> bool:
    """Return whether some sentence tells both numbers: then they are two facts and no slip."""
    mine = {item.sentence for item in told if _size(item) == _size(claim) and item.sentence >= 0}
    theirs = {item.sentence for item in told if _size(item) == _size(other) and item.sentence >= 0}
    return bool(mine & theirs)


def _size(claim: Claim) -> Decimal:
    return abs(claim.size)


def _first(claim: Claim, other: Claim, tied: set[str]) -> bool:
    """Return whether the pair is proposed from this side: of two loose claims from the later one."""
    return other.ref in tied or other.no < claim.no


def _near(claim: Claim, other: Claim) -> bool:
    if claim.ref == other.ref or (claim.sentence == other.sentence and claim.sentence >= 0):
        return False
    if Source.TABLE in (claim.source, other.source) and Source.FIGURE not in (claim.source, other.source):
        return False
    if claim.quantity.base.overlaps(other.quantity.base) or not alike(claim, other):
        return False
    if Source.FIGURE in (claim.source, other.source):
        return told_of(claim, other) or told_of(other, claim)
    return claim.metric.known and _one_wording(claim, other) and retold(claim, other)
