"""The identities that the lexicon declares, for every period, scope and open discriminator.

An identity of a group is one way to draw a total; a gap means something only when no way holds, so of
a group the ways that hold are proposed. Where none does it is the way of the other years of the table (of a
rate: of its other rows too), or, if these tell none, the one of which most stands beside the total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.lexicon.bilingual import untranslated
from auditor.lexicon.fold import fold
from auditor.lexicon.identities import identities
from auditor.lexicon.labels import label_words
from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.facts import telling
from auditor.relate.sums.copiedparts import repeats_a_part
from auditor.relate.sums.instances import Instance
from auditor.relate.sums.instances import beside
from auditor.relate.sums.instances import instances
from auditor.relate.sums.signed import in_words
from auditor.relate.sums.signed import worked_out

#: The instances of one stated number, by group and number.
_Groups = Mapping[tuple[str, str], Sequence[Instance]]
_Series = tuple[str, str, str, int]


def declared(facts: Facts) -> Iterator[Relation]:
    """Propose every declared identity that a report tells in full."""
    groups: dict[tuple[str, str], list[Instance]] = {}
    for identity in identities():
        for instance in instances(identity, facts):
            groups.setdefault((identity.group or identity.id, instance.stated.ref), []).append(instance)
    told = _Told(groups)
    for key, found in groups.items():
        if told.held[key]:
            yield from (_relation(instance) for instance in told.held[key])
        else:
            full = [instance for instance in found if not _leaves_out(instance, facts)]
            yield from _missed(key[0], full, told) if full else ()


@dataclass(frozen=True)
class _Told:
    """All instances of a report, and what those that hold tell of how each total and rate is drawn."""

    groups: _Groups

    @cached_property
    def held(self) -> _Groups:
        """Return the instances that hold."""
        return {key: [one for one in found if one.holds] for key, found in self.groups.items()}

    @cached_property
    def ways(self) -> dict[_Series, Counter[str]]:
        """Return by which identities each total is drawn, and how often: one year tells the way of others."""
        ways: dict[_Series, Counter[str]] = {}
        for (group, _), found in self.held.items():
            for instance in found:
                if not instance.divisors or telling(instance.stated):
                    told = ways.setdefault(_series(group, instance), Counter())
                    told[instance.identity.id] += 1
        return ways

    @cached_property
    def missed(self) -> dict[_Series, list[Instance]]:
        """Return the instances of each total of which no way holds, one for each stated number."""
        missed: dict[_Series, list[Instance]] = {}
        for (group, stated), found in self.held.items():
            if not found:
                first = self.groups[group, stated][0]
                missed.setdefault(_series(group, first), []).append(first)
        return missed

    @cached_property
    def seated(self) -> dict[tuple[int, int, int], Claim]:
        """Return the totals and rates of tables by where they stand."""
        stated = (found[0].stated for found in self.groups.values())
        return {
            (claim.seat.table, claim.seat.row, claim.seat.column): claim for claim in stated if claim.seat
        }

    @cached_property
    def misses(self) -> Counter[_Series]:
        """Return how often no way holds."""
        return Counter({series: len(found) for series, found in self.missed.items()})

    @cached_property
    def years(self) -> dict[_Series, set[str]]:
        """Return for which periods each identity is told."""
        years: dict[_Series, set[str]] = {}
        for found in self.groups.values():
            for instance in found:
                key = _series(instance.identity.id, instance)
                years.setdefault(key, set()).add(instance.stated.period.code)
        return years


def _missed(group: str, found: Sequence[Instance], told: _Told) -> Iterator[Relation]:
    """Yield the relation of a total or rate that no way gives, where it is known which one should."""
    series = _series(group, found[0])
    known = told.ways.get(series, Counter())
    missed = told.missed[series]
    open_parts = _never_closed(found[0], told) and not (
        repeats_a_part(missed) or _repeats_total(missed, told)
    )
    unproved = open_parts or _one_of_many(found) or _unitless(found[0])
    if not known and (unproved or found[0].identity.strength is Strength.TIE):
        return
    chosen = [instance for instance in found if instance.identity.id in known or not known]
    if chosen:
        best = max(chosen, key=lambda one: (known[one.identity.id] if one.divisors else 0, _told_beside(one)))
        proofs = known[best.identity.id]
        if best.identity.strength is not Strength.TIE or proofs >= _doubts(series, found, told):
            yield _relation(best, proofs)


def _repeats_total(missed: Sequence[Instance], told: _Told) -> bool:
    """Return whether a total is missed in all its years because it was printed as the total beside it."""
    wrong = [one.stated for one in missed]
    again = (_beside_it(claim, told) for claim in wrong)
    return len({claim.size for claim in wrong}) > 1 and all(again)


def _beside_it(claim: Claim, told: _Told) -> bool:
    """Return whether the row above or below tells the number of a total for another one."""
    seat = claim.seat
    rows = [(seat.table, seat.row + step, seat.column) for step in (-1, 1)] if seat else []
    others = [told.seated[place] for place in rows if place in told.seated]
    return any(other.size == claim.size and other.metric != claim.metric for other in others)


def _leaves_out(instance: Instance, facts: Facts) -> bool:
    """Return whether a table tells one part more than those that the lexicon knows: 其他, beside regions."""
    stated, inputs = instance.stated, {claim.ref for claim in instance.inputs}
    if stated.seat is None or not any(member.every for member in instance.identity.parts):
        return False
    return any(
        claim.ref not in inputs and claim.period == stated.period and _is_rest(claim.label)
        for claim in facts.by_metric.get(stated.metric.base, ())
        if beside(claim, stated) and claim.metric == stated.metric and dimension(claim) == dimension(stated)
    )


def _is_rest(label: str) -> bool:
    return fold(untranslated(label.rsplit(" / ", maxsplit=1)[-1])).strip() in label_words().rest


def _doubts(series: _Series, found: Sequence[Instance], told: _Told) -> int:
    """Return how much speaks against a way to draw a rate: misses, and ways for which a number is not told.

    Of the first year of a table nobody tells the mean, which the other years may follow.
    """
    known, able = told.ways[series], {one.identity.id for one in found}
    others = (count + 1 for way, count in known.items() if way not in able)
    return max(told.misses[series], *others, 0)


def _one_of_many(found: Sequence[Instance]) -> bool:
    """Return whether a quotient may be drawn in several ways: where none holds, nobody knows which."""
    return len(found) > 1 and bool(found[0].divisors)


def _unitless(instance: Instance) -> bool:
    """Return whether a quotient of unlike amounts is told without its unit: a rate per what, nobody knows."""
    divisors = instance.divisors
    unlike = bool(divisors) and dimension(instance.parts[0][1]) != dimension(divisors[0])
    return unlike and not dimension(instance.stated)


def _never_closed(instance: Instance, told: _Told) -> bool:
    """Return whether a total is met in none of several years: then not all of its parts are told.

    Only where the parts are open, or there are other ways to draw the total.
    """
    identity = instance.identity
    open_parts = any(member.every or member.optional for member in identity.parts)
    if identity.whole is None or not (open_parts or identity.group):
        return False
    return len(told.years[_series(identity.id, instance)]) > 1


def _series(group: str, instance: Instance) -> _Series:
    """Return what the tellings of one total in one table share, year by year; of some rates, its rows too."""
    stated = instance.stated
    called = stated.metric.base if instance.identity.strength is Strength.TIE else stated.metric.id
    return (group, called, stated.scope, stated.seat.table if stated.seat else -1)


def _told_beside(instance: Instance) -> tuple[int, int]:
    """Return how many parts stand in one table with the whole, and how many there are."""
    near = sum(beside(claim, instance.stated) for _, claim in instance.parts)
    return near, len(instance.parts)


def _expression(instance: Instance) -> Expression:
    identity = instance.identity
    start = Expression.constant(identity.constant) if identity.constant is not None else None
    result = worked_out(instance.parts, start)
    if instance.divisors:
        refs = tuple(claim.ref for claim in instance.divisors)
        result = result / (Expression.claim(refs[0]) if len(refs) == 1 else addition(refs))
    return result * Expression.constant(identity.factor) if identity.factor != 1 else result


def _relation(instance: Instance, proofs: int = 0) -> Relation:
    """Return the relation of an instance; ``proofs`` tells in how many other years the same way holds."""
    identity, claims = instance.identity, instance.inputs
    strength = Strength.QUESTION if proofs and identity.strength is Strength.TIE else identity.strength
    open_members = sum(1 for member in identity.parts if member.every)
    if identity.whole and open_members and len(instance.parts) <= len(identity.parts):
        strength = min(
            strength, Strength.QUESTION, key=_SURENESS.index
        )  # one part is told: there may be more
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


_SURENESS = (Strength.TIE, Strength.QUESTION, Strength.MUST)


def _proved(instance: Instance, claims: Sequence[Claim], proofs: int) -> bool:
    """Return whether the other years of its table leave no question how a total or quotient is drawn."""
    enough = 1 if instance.identity.kind is Kind.SUM and not instance.divisors else 2
    return proofs >= enough and all(beside(claim, instance.stated) for claim in claims)


def _sure(instance: Instance) -> bool:
    """Return whether prose may be held against an identity: it names every discriminator itself."""
    return bool(instance.stated.metric.facets)


def _statement(instance: Instance) -> str:
    terms = in_words(instance.parts)
    if len(instance.divisors) == 1:
        terms = f"({terms}) / {short(instance.divisors[0])}"
    elif instance.divisors:
        below = " + ".join(f"{short(claim)} {claim.period.code}" for claim in instance.divisors)
        terms = f"({terms}) / ({below}) × {instance.identity.factor:f}"
    if instance.identity.kind is Kind.PERCENT_SUM:
        return f"{short(instance.stated)} = 100 {terms}"
    return f"{terms} = {short(instance.stated)}"
