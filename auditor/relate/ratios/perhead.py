"""Means per head that sentences tell: 912 人参加培训，总学时 20,064 小时，人均 22.0 小时.

Behind an amount and the people who took part, a mean of the amount's kind is drawn from both; named after
what it is the mean of (人均研发投入), from what the report tells of that, over those whom the name speaks of.
Where any other number of people that the report tells gives the mean, it is that one's. A gap asks a
question: where people took part, or are those of the name and told nearby; elsewhere only where one slip of
the hand keeps the mean from being right, for there it may be drawn over other people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.likeness import parts
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.roles import roles
from auditor.lexicon.words.clauses import clause_words
from auditor.model.claim import Claim
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.slips import agreeing_digits_of

#: Digits that agree but for one slip.
_SLIP_DIGITS = 3
#: So many sentences may stand between people and the mean over them.
_NEARBY = 3
#: The unit of those who came, each time counted.
_TIMES = "person_time"
#: So many characters of a name tell of whom it speaks: 研发投入, 研发人员.
_STEM = 2


def told_per_head(facts: Facts) -> Iterator[Relation]:
    """Propose each mean per head of a sentence as the quotient of an amount and a number of people."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for at, mean in enumerate(levels):
            named = _named(mean, spans)
            if named is None:
                continue
            found = list(_of_sentence(mean, named, levels[:at], facts, spans))
            yield from found or _of_name(mean, named[1], facts)


def _named(mean: Claim, spans: Spans) -> tuple[str, str] | None:
    """Return 人均 and what stands between it and its number, None where a number is no mean per head."""
    if mean.ref not in spans or _kind(mean) in ("", "percent", "points", "count"):
        return None
    clause = re.split(r"[,，。;；:：、()（）]", fold(mean.context)[: spans[mean.ref][0]])[-1]
    found = _per_head().search(clause)
    return (found["word"], found["name"]) if found else None


@cache
def _per_head() -> re.Pattern[str]:
    links = alternation((*quantity_words().linking, *clause_words().to_mean))
    return re.compile(
        rf"(?P<word>{alternation(label_words().per_head)})(?P<name>[^0-9%]{{0,12}}?)(?:{links}|\s)*$"
    )


def _kind(claim: Claim) -> str:
    """Return the dimension of a number, of one per person that of the amount."""
    above, _, below = dimension(claim).partition("/")
    return above if below in ("", "count:person") else ""


def _of_sentence(
    mean: Claim, told: tuple[str, str], before: Sequence[Claim], facts: Facts, spans: Spans
) -> Iterator[Relation]:
    """Yield the mean of the one amount of its kind over the people in front of it in the sentence."""
    amounts = [claim for claim in before if dimension(claim) == _kind(mean) and claim.size > mean.size]
    word, named = told
    times = [claim for claim in before if _is_times(claim, word)]
    heads = _heads(times or [claim for claim in before if _is_people(claim)], spans)
    if len(amounts) != 1 or heads is None or amounts[0].period != mean.period:
        return
    amount = amounts[0]
    if named and parts(named).isdisjoint(parts(amount.folded)):
        return
    others = [other for other in _people(mean, facts) if _gives(amount, other, mean)]
    if _gives(amount, heads, mean) or (
        not others and (_took_part(heads, spans) or _slipped(mean, amount, heads))
    ):
        yield _relation(mean, amount, heads, Strength.QUESTION)
    elif others:
        yield _relation(mean, amount, others[0], Strength.TIE)


def _heads(people: Sequence[Claim], spans: Spans) -> Claim | None:
    """Return the one number of people of a sentence, or of several the one of those who took part."""
    active = [claim for claim in people if _took_part(claim, spans)] or people
    return active[0] if len(active) == 1 else None


def _of_name(mean: Claim, named: str, facts: Facts) -> Iterator[Relation]:
    """Yield the mean of what it is named after over those whom the name speaks of, or any that give it."""
    found = name(named.strip(), NO_UNIT, any_unit=True) if named.strip() else None
    amount = facts.tell(found.metric, found.residue, mean.period) if found else None
    if amount is None or not exact(amount) or dimension(amount) != _kind(mean) or amount.size <= mean.size:
        return
    people = _people(mean, facts)
    giving = [heads for heads in people if _gives(amount, heads, mean)]
    if giving:
        yield _relation(mean, amount, giving[0], Strength.TIE)
        return
    own = [heads for heads in people if named[:_STEM] in heads.folded and heads.period.year == _year(mean)]
    near = any(0 <= mean.sentence - heads.sentence <= _NEARBY for heads in own if heads.sentence >= 0)
    if own and len({heads.size for heads in own if _whole(heads)}) == 1:
        heads = next(item for item in own if _whole(item))
        if (near and not _over_mean(mean, amount, heads, people)) or _slipped(mean, amount, heads):
            yield _relation(mean, amount, heads, Strength.QUESTION)


def _whole(heads: Claim) -> bool:
    """Return whether people are told as one group, not as part of it: by what they do, not by age."""
    return heads.metric.base == roles().staff and len(heads.metric.facets) <= 1 and not heads.scope


def _over_mean(mean: Claim, amount: Claim, heads: Claim, people: Sequence[Claim]) -> bool:
    """Return whether the mean of the people at both ends of the year may stand below the line."""
    for other in people:
        if other.metric == heads.metric and other.scope == heads.scope and other.size != heads.size:
            both = heads.quantity.base + other.quantity.base
            if (amount.quantity.base + amount.quantity.base).meets(mean.quantity.base * both):
                return True
    return False


def _people(mean: Claim, facts: Facts) -> list[Claim]:
    """Return all numbers of people that the report tells for the year of a mean or the one before."""
    year = _year(mean)
    return [
        claim
        for claim in facts.levels
        if _is_people(claim) and exact(claim) and year is not None and _year(claim) in (year, year - 1)
    ]


def _year(claim: Claim) -> int | None:
    return claim.period.year


def _is_people(claim: Claim) -> bool:
    counted = claim.quantity.unit.id == "person" or (
        claim.metric.base == roles().staff and not claim.quantity.unit.id
    )
    return counted and claim.quantity.value > 0 and dimension(claim) in ("count", "")


def _is_times(claim: Claim, word: str) -> bool:
    """Return whether a number counts those times that a mean is told for: 人次 of 人次平均."""
    unit = fold(claim.quantity.unit_text)
    return claim.quantity.unit.id == _TIMES and bool(unit) and unit in word


def _took_part(heads: Claim, spans: Spans) -> bool:
    """Return whether the clause of a number of people says that they took part in something."""
    if heads.ref not in spans:
        return False
    text, (start, end) = fold(heads.context), spans[heads.ref]
    clause = re.split(r"[,，。;；]", text[:start])[-1] + re.split(r"[,，。;；]", text[end:])[0]
    return bool(re.search(alternation(arithmetic_words().taking_part), clause))


def _gives(amount: Claim, heads: Claim, mean: Claim) -> bool:
    return (amount.quantity.base / heads.quantity.base).meets(mean.quantity.base)


def _slipped(mean: Claim, amount: Claim, heads: Claim) -> bool:
    """Return whether one slip in the mean keeps it from being the quotient."""
    right, step = amount.size / heads.size, mean.quantity.step * mean.quantity.unit.factor
    return agreeing_digits_of(mean.size, right, step) >= _SLIP_DIGITS


def _relation(mean: Claim, amount: Claim, heads: Claim, strength: Strength) -> Relation:
    computed = Expression.claim(amount.ref) / Expression.claim(heads.ref)
    statement = f"{short(amount)} / {short(heads)} = {short(mean)}"
    keys = (amount, heads)
    return relation(Kind.RATIO, mean, computed, statement, "prose:perhead", keys=keys, strength=strength)
