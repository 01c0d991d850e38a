"""What fills the identities of the lexicon: the whole, its parts and what stands below the line.

Members of one instance share scope, last day and every discriminator that the formula leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import cached_property

from auditor.lexicon.identities import ANY
from auditor.lexicon.identities import EVERY
from auditor.lexicon.identities import SAME
from auditor.lexicon.identities import Identity
from auditor.lexicon.identities import Member
from auditor.lexicon.metrics import metrics
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.period import Period
from auditor.model.relation import Kind
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import year_of_part
from auditor.relate.sums.deductions import as_printed
from auditor.relate.sums.signed import comes_to

#: A whole in per cent.
_ALL = 100


@dataclass(frozen=True, slots=True)
class _Binding:
    """What the members of one instance share: scope, last day, free families, the value of `SAME`.

    It is on the last day of a year that a flow or a ratio meets a stock.
    """

    scope: str
    closing: str
    free: tuple[tuple[str, str], ...]
    same: str = ""


@dataclass(frozen=True)
class Instance:
    """An identity with the claims that fill it; ``stated`` is what the arithmetic must give."""

    identity: Identity
    stated: Claim
    parts: list[tuple[int, Claim]]
    divisors: list[Claim] = field(default_factory=list)

    @property
    def inputs(self) -> list[Claim]:
        """Return the claims on the right of the equals sign."""
        return [*(claim for _, claim in self.parts), *self.divisors]

    @cached_property
    def holds(self) -> bool:
        """Return whether the instance holds within the intervals."""
        result = Interval.exactly(self.identity.constant or 0) + comes_to(self.parts)
        if self.divisors:
            below = total(claim.quantity.base for claim in self.divisors)
            if below.may_be_zero:
                return False
            result = result / below
        return result.scale(self.identity.factor).meets(self.stated.quantity.base)


def instances(identity: Identity, facts: Facts) -> Iterator[Instance]:
    """Yield every way in which the claims of a report fill an identity."""
    if identity.whole is None:
        yield from _splits(identity, facts)
        return
    for whole in facts.tellings.get(identity.whole.metric, ()):
        binding = _bind(identity.whole, whole, identity, facts)
        if binding is None:
            continue
        read = replace(identity, strength=Strength.TIE) if _crossed(identity, binding) else identity
        parts = _parts(identity.parts, binding, whole, facts)
        below = [_one(member, binding, whole, facts, divides=True) for member in identity.divisors]
        divisors = [claim for claim in below if claim is not None]
        if parts and len(divisors) == len(below) and _addable(whole, parts, divisors):
            signed = as_printed(whole, parts, facts, divided=bool(divisors))
            instance = Instance(read, whole, signed, divisors)
            if _undisputed(instance, facts) or instance.holds:
                yield instance


def _crossed(identity: Identity, binding: _Binding) -> bool:
    """Return whether a share of one group is of another group too: women in Hong Kong.

    It may be that of the women among those in Hong Kong, or of Hong Kong among the women: only the other
    rows tell which.
    """
    split = identity.whole or identity.parts[0]
    below = {pair for divisor in identity.divisors for pair in divisor.facets}
    parted = any(pair[1] in (SAME, EVERY) and pair not in below for pair in split.facets)
    told = metrics().entry(split.metric).families
    composed = identity.kind in (Kind.SHARE, Kind.PERCENT_SUM) and parted
    return composed and any(family in told for family, _ in binding.free)


def _undisputed(instance: Instance, facts: Facts) -> bool:
    """Return whether the report tells one number for the whole, or all parts stand beside it.

    Where it tells several, the parts speak for the one that they make up, and against none. Of a whole in a
    table only tables tell others: a sentence may speak of a part of it and not say so.
    """
    whole = instance.stated
    near = all(beside(claim, whole) for claim in instance.inputs)
    seated = [claim for claim in facts.by_fact[facts.fact(whole)] if claim.seat or not whole.seat]
    return near or _of_one_mind([claim for claim in seated if claim.confidence == "strong"] or [whole])


def _addable(whole: Claim, parts: list[tuple[int, Claim]], divisors: Sequence[Claim]) -> bool:
    """Return whether all numbers of a sum have one dimension; a quotient may have any."""
    summed = divisors or [whole, *(part for _, part in parts)]
    return all(dimension(claim) == dimension(summed[0]) for claim in summed)


def _bind(member: Member, claim: Claim, identity: Identity, facts: Facts) -> _Binding | None:
    """Return what an instance around a claim must share, None when the claim is no such member."""
    same = ""
    for family, value in member.facets:
        told = claim.metric.facet(family)
        if value == SAME:
            same = told
        if not _admits(value, told, told) or (value == ANY and not identity.fits(family, told)):
            return None
    free = tuple(pair for pair in claim.metric.facets if pair[0] not in identity.families)
    return _Binding(claim.scope, _closing(claim, facts), free, same)


def _closing(claim: Claim, facts: Facts) -> str:
    calendar = facts.report.calendar
    return calendar.instant(year_of_part(claim.metric, claim.period, calendar)).code


def _admits(wanted: str, told: str, same: str) -> bool:
    if wanted == ANY:
        return True
    if wanted == EVERY:
        return bool(told)
    return told == same and bool(told) if wanted == SAME else told == wanted


def _matches(member: Member, claim: Claim, binding: _Binding, facts: Facts, *, divides: bool = False) -> bool:
    """Return whether a claim fills a member; a divisor need not be narrowed as the others are."""
    if claim.scope != binding.scope:
        return False
    closing = Period(binding.closing).shifted(-1).code if member.opening else binding.closing
    if _closing(claim, facts) != closing:
        return False
    asked: Mapping[str, str] = dict(member.facets)
    free = {pair for pair in claim.metric.facets if pair[0] not in asked}
    wanted = {pair for pair in binding.free if pair[0] not in asked}
    if divides:
        families = metrics().entry(member.metric).families
        wanted = {pair for pair in wanted if pair[0] in families}
    if free != wanted:
        return False
    return all(_admits(value, claim.metric.facet(family), binding.same) for family, value in asked.items())


def _one(
    member: Member, binding: _Binding, whole: Claim, facts: Facts, *, divides: bool = False
) -> Claim | None:
    """Return the claim that fills a member beside the whole.

    One of the whole's own table comes first. From elsewhere it is taken only when the report tells one
    number for it: a report that tells several tells of several things.
    """
    told = facts.tellings.get(member.metric, ())
    found = [claim for claim in told if _matches(member, claim, binding, facts, divides=divides)]
    near = [claim for claim in found if beside(claim, whole)]
    if not near and not _of_one_mind(found):
        return None
    return min(near or found, key=lambda claim: (len(claim.metric.facets), claim.no), default=None)


def _of_one_mind(tellings: Sequence[Claim]) -> bool:
    """Return whether a report tells one number; a sentence may leave out that it speaks of a part."""
    told = [claim for claim in tellings if claim.source is Source.TABLE] or tellings
    return all(claim.quantity.base.overlaps(told[0].quantity.base) for claim in told)


def beside(claim: Claim, whole: Claim) -> bool:
    """Return whether two claims stand in one table, or in one sentence."""
    if claim.seat is None or whole.seat is None:
        return claim.seat is whole.seat and claim.sentence == whole.sentence >= 0
    return claim.seat.table == whole.seat.table


def _parts(
    members: Sequence[Member], binding: _Binding, whole: Claim, facts: Facts
) -> list[tuple[int, Claim]]:
    """Return the signed claims that fill the parts; nothing when one that must be told is not."""
    parts: list[tuple[int, Claim]] = []
    for member in members:
        if member.every:
            every = _every(member, binding, whole, facts)
            if len(members) == 1 and _stranger(every, whole, facts):
                return []
            parts.extend((member.sign, claim) for claim in every)
            if not every and not member.optional:
                return []
            continue
        found = _one(member, binding, whole, facts)
        if found is None and not member.optional:
            return []
        if found is not None:
            parts.append((member.sign, found))
    return parts if len(parts) > 1 or not members[0].every else []


def _every(member: Member, binding: _Binding, whole: Claim, facts: Facts) -> list[Claim]:
    """Return one claim for each value of the member's open family, all from one place."""
    found = [
        claim for claim in facts.tellings.get(member.metric, ()) if _matches(member, claim, binding, facts)
    ]
    near = [claim for claim in found if beside(claim, whole)]
    if not near and any(beside(claim, told) for claim in found for told in facts.by_fact[facts.fact(whole)]):
        return []  # the row beside the parts tells the whole: it is for that one to add up
    near = near or found
    values = {claim.metric.facet(member.every) for claim in near}
    return near if len(values) == len(near) else []


def _stranger(parts: list[Claim], whole: Claim, facts: Facts) -> bool:
    """Return whether a row that is no part stands among the parts: then the split is not all told."""
    seats = [part.seat for part in parts if part.seat]
    if len(seats) < len(parts) or not seats:
        return False
    rows = {seat.row for seat in seats} | ({whole.seat.row} if whole.seat else set())
    low, high = min(rows), max(*rows, *(seat.row + 1 for seat in seats))
    return any(
        claim.seat is not None
        and (claim.seat.table, claim.seat.column) == (seats[0].table, seats[0].column)
        and low < claim.seat.row <= high
        and claim.seat.row not in rows
        and dimension(claim) == dimension(parts[0])
        and (claim.seat.section == seats[0].section or not claim.metric.known)
        for claim in facts.levels
    )


def _splits(identity: Identity, facts: Facts) -> Iterator[Instance]:
    """Yield the splits of a constant: the shares of one period and scope that make 100 %."""
    groups: dict[tuple[_Binding, int], list[Claim]] = {}
    for member in identity.parts:
        for claim in facts.tellings.get(member.metric, ()):
            binding = _bind(member, claim, identity, facts)
            if binding is not None:
                table = claim.seat.table if claim.seat else -1
                key = (replace(binding, same=""), table)
                groups.setdefault(key, []).append(claim)
    for (binding, _), claims in groups.items():
        apart = len({claim.metric.id for claim in claims}) == len(claims)
        if len(claims) > 1 and apart and _may_be_shares(claims) and not _another(claims, binding, facts):
            read = replace(identity, strength=Strength.TIE) if _crossed(identity, binding) else identity
            yield Instance(read, claims[0], [(-1, claim) for claim in claims[1:]])


def _another(claims: Sequence[Claim], binding: _Binding, facts: Facts) -> bool:
    """Return whether a row among shares is one more that the lexicon does not know: a province, a grade.

    It is called as they are, with a word of its own where they name their group.
    """
    seats = [claim.seat for claim in claims if claim.seat]
    rows = {seat.row for seat in seats}
    return any(
        claim.seat is not None
        and claim.seat.row not in rows
        and min(rows) <= claim.seat.row <= max(rows) + 1
        and (claim.seat.table, claim.seat.column) == (seats[0].table, seats[0].column)
        and claim.seat.section == seats[0].section
        and claim.scope != binding.scope
        and claim.metric.facets == binding.free
        for claim in facts.by_metric.get(claims[0].metric.base, ())
        if seats
    )


def _may_be_shares(claims: Sequence[Claim]) -> bool:
    """Return whether numbers can be percentages: printed so, or without a unit and none above a hundred."""
    printed = any(claim.quantity.unit.dimension == "percent" for claim in claims)
    return printed or all(0 <= claim.quantity.value <= _ALL for claim in claims)
