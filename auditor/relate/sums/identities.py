"""The identities that the lexicon declares, for every period, scope and open discriminator.

An identity of a group is one way to draw a total; a gap means something only when no way holds, so of
a group the ways that hold are proposed. Where none does it is the way of the other years of the table,
or, if these tell none, the one of which most stands beside the total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from auditor.lexicon.identities import ANY
from auditor.lexicon.identities import EVERY
from auditor.lexicon.identities import SAME
from auditor.lexicon.identities import Identity
from auditor.lexicon.identities import Member
from auditor.lexicon.identities import identities
from auditor.lexicon.metrics import metrics
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short

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


@dataclass(slots=True)
class _Instance:
    """An identity with the claims that fill it; ``stated`` is what the arithmetic must give."""

    identity: Identity
    stated: Claim
    parts: list[tuple[int, Claim]]
    divisor: Claim | None = None
    others: list[Claim] = field(default_factory=list)


def declared(facts: Facts) -> Iterator[Relation]:
    """Propose every declared identity that a report tells in full."""
    groups: dict[tuple[str, str], list[_Instance]] = {}
    for identity in identities():
        for instance in _instances(identity, facts):
            groups.setdefault((identity.group or identity.id, instance.stated.ref), []).append(instance)
    held = {
        key: [instance for instance in instances if _holds(instance)] for key, instances in groups.items()
    }
    ways = _ways(held)
    for key, instances in groups.items():
        if held[key]:
            yield from (_relation(instance) for instance in held[key])
            continue
        known = ways.get(_series(key[0], instances[0].stated), Counter())
        unproved = _never_closed(instances[0], groups) or _one_of_many(instances) or _unitless(instances[0])
        if not known and unproved:
            continue
        chosen = [instance for instance in instances if instance.identity.id in known or not known]
        if chosen:
            best = max(chosen, key=_told_beside)
            yield _relation(best, proofs=known[best.identity.id])


def _one_of_many(instances: Sequence[_Instance]) -> bool:
    """Return whether a quotient may be drawn in several ways: where none holds, nobody knows which."""
    return len(instances) > 1 and instances[0].divisor is not None


def _unitless(instance: _Instance) -> bool:
    """Return whether a quotient of unlike amounts is told without its unit: a rate per what, nobody knows."""
    divisor = instance.divisor
    unlike = divisor is not None and dimension(instance.parts[0][1]) != dimension(divisor)
    return unlike and not dimension(instance.stated)


def _never_closed(instance: _Instance, groups: Mapping[tuple[str, str], Sequence[_Instance]]) -> bool:
    """Return whether a total is met in none of several years: then not all of its parts are told.

    Only where the parts are open, or there are other ways to draw the total.
    """
    identity = instance.identity
    open_parts = any(member.every or member.optional for member in identity.parts)
    if identity.whole is None or not (open_parts or identity.group):
        return False
    series = _series(instance.identity.id, instance.stated)
    alike = [
        other.stated.period
        for instances in groups.values()
        for other in instances
        if _series(other.identity.id, other.stated) == series
    ]
    return len(set(alike)) > 1


_Series = tuple[str, str, str, int]


def _series(group: str, stated: Claim) -> _Series:
    """Return what the tellings of one total in one table share, year by year."""
    return (group, stated.metric.id, stated.scope, stated.seat.table if stated.seat else -1)


def _ways(held: Mapping[tuple[str, str], Sequence[_Instance]]) -> dict[_Series, Counter[str]]:
    """Return by which identities each total is drawn, and how often: what holds in one year tells the way."""
    ways: dict[_Series, Counter[str]] = {}
    for (group, _), instances in held.items():
        for instance in instances:
            ways.setdefault(_series(group, instance.stated), Counter())[instance.identity.id] += 1
    return ways


def _told_beside(instance: _Instance) -> tuple[int, int]:
    """Return how many parts stand in one table with the whole, and how many there are."""
    beside = sum(_beside(claim, instance.stated) for _, claim in instance.parts)
    return beside, len(instance.parts)


def _instances(identity: Identity, facts: Facts) -> Iterator[_Instance]:
    if identity.whole is None:
        yield from _splits(identity, facts)
        return
    for whole in facts.tellings.get(identity.whole.metric, ()):
        binding = _bind(identity.whole, whole, identity, facts)
        if binding is None:
            continue
        parts = _parts(identity.parts, binding, whole, facts)
        divisor = _one(identity.divisor, binding, whole, facts, divides=True) if identity.divisor else None
        if parts and (identity.divisor is None or divisor is not None) and _addable(whole, parts, divisor):
            yield _Instance(identity, whole, parts, divisor)


def _addable(whole: Claim, parts: list[tuple[int, Claim]], divisor: Claim | None) -> bool:
    """Return whether all numbers of a sum have one dimension; a quotient may have any."""
    return divisor is not None or all(dimension(part) == dimension(whole) for _, part in parts)


def _bind(member: Member, claim: Claim, identity: Identity, facts: Facts) -> _Binding | None:
    """Return what an instance around a claim must share, None when the claim is no such member."""
    same = ""
    for family, value in member.facets:
        told = claim.metric.facet(family)
        if value == SAME:
            same = told
        if not _admits(value, told, told):
            return None
    free = tuple(pair for pair in claim.metric.facets if pair[0] not in identity.families)
    return _Binding(claim.scope, _closing(claim, facts), free, same)


def _closing(claim: Claim, facts: Facts) -> str:
    return facts.report.calendar.instant(claim.period).code


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
    if _closing(claim, facts) != binding.closing:
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
    near = [claim for claim in found if _beside(claim, whole)]
    if not near and not (_of_one_mind(found) and _of_one_mind(facts.by_fact[facts.fact(whole)])):
        return None
    return min(near or found, key=lambda claim: (len(claim.metric.facets), claim.no), default=None)


def _of_one_mind(tellings: Sequence[Claim]) -> bool:
    return all(claim.quantity.base.overlaps(tellings[0].quantity.base) for claim in tellings)


def _beside(claim: Claim, whole: Claim) -> bool:
    return bool(claim.seat and whole.seat and claim.seat.table == whole.seat.table)


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
    near = [claim for claim in found if _beside(claim, whole)]
    if not near and any(_beside(claim, told) for claim in found for told in facts.by_fact[facts.fact(whole)]):
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


def _splits(identity: Identity, facts: Facts) -> Iterator[_Instance]:
    """Yield the splits of a constant: the shares of one period and scope that make 100 %."""
    groups: dict[tuple[_Binding, int], list[Claim]] = {}
    for member in identity.parts:
        for claim in facts.tellings.get(member.metric, ()):
            binding = _bind(member, claim, identity, facts)
            if binding is not None:
                table = claim.seat.table if claim.seat else -1
                key = (replace(binding, same=""), table)
                groups.setdefault(key, []).append(claim)
    for claims in groups.values():
        apart = len({claim.metric.id for claim in claims}) == len(claims)
        if len(claims) > 1 and apart and _may_be_shares(claims):
            yield _Instance(identity, claims[0], [(-1, claim) for claim in claims[1:]])


def _may_be_shares(claims: Sequence[Claim]) -> bool:
    """Return whether numbers can be percentages: printed so, or without a unit and none above a hundred."""
    printed = any(claim.quantity.unit.dimension == "percent" for claim in claims)
    return printed or all(0 <= claim.quantity.value <= _ALL for claim in claims)


def _expression(instance: _Instance) -> Expression:
    identity = instance.identity
    result = Expression.constant(identity.constant) if identity.constant is not None else None
    for sign, claim in instance.parts:
        leaf = Expression.claim(claim.ref)
        if result is None:
            result = leaf if sign > 0 else Expression.constant(0) - leaf
        else:
            result = result + leaf if sign > 0 else result - leaf
    assert result is not None  # noqa: S101  # an instance has parts
    if instance.divisor is not None:
        result = result / Expression.claim(instance.divisor.ref)
    return result * Expression.constant(identity.factor) if identity.factor != 1 else result


def _holds(instance: _Instance) -> bool:
    """Return whether the instance holds within the intervals."""
    total = Interval.exactly(instance.identity.constant or 0)
    for sign, claim in instance.parts:
        total = total + claim.quantity.base if sign > 0 else total - claim.quantity.base
    if instance.divisor is not None:
        if instance.divisor.quantity.base.may_be_zero:
            return False
        total = total / instance.divisor.quantity.base
    return total.scale(instance.identity.factor).meets(instance.stated.quantity.base)


def _relation(instance: _Instance, proofs: int = 0) -> Relation:
    """Return the relation of an instance; ``proofs`` tells in how many other years the same way holds."""
    identity, claims = instance.identity, [claim for _, claim in instance.parts]
    if instance.divisor is not None:
        claims.append(instance.divisor)
    strength = identity.strength
    open_members = sum(1 for member in identity.parts if member.every)
    if identity.whole and open_members and len(instance.parts) <= len(identity.parts):
        strength = Strength.QUESTION  # of an open split one part is told: there may be more
    if any(claim.seat is None for claim in (instance.stated, *claims)) and strength is Strength.MUST:
        strength = Strength.MUST if _sure(instance) else Strength.QUESTION
    if strength is Strength.QUESTION and _proved(instance, claims, proofs):
        strength = Strength.MUST
    return relation(
        identity.kind,
        instance.stated,
        _expression(instance),
        _statement(instance),
        f"identity:{identity.id}",
        keys=claims,
        strength=strength,
    )


def _proved(instance: _Instance, claims: Sequence[Claim], proofs: int) -> bool:
    """Return whether the other years of its table leave no question how a total or quotient is drawn."""
    enough = 1 if instance.identity.kind is Kind.SUM and instance.divisor is None else 2
    return proofs >= enough and all(_beside(claim, instance.stated) for claim in claims)


def _sure(instance: _Instance) -> bool:
    """Return whether prose may be held against an identity: it names every discriminator itself."""
    return bool(instance.stated.metric.facets)


def _statement(instance: _Instance) -> str:
    terms = "".join(f" {'+' if sign > 0 else '−'} {short(claim)}" for sign, claim in instance.parts)
    terms = terms.removeprefix(" + ").strip()
    if instance.divisor is not None:
        terms = f"({terms}) / {short(instance.divisor)}"
    if instance.identity.kind is Kind.PERCENT_SUM:
        return f"{short(instance.stated)} = 100 {terms}"
    return f"{terms} = {short(instance.stated)}"
