"""Means that sentences tell for each of something: 投诉 8,718 宗，平均每个网点 19.3 宗.

What is divided is the amount of the mean's unit in front of it in its sentence, what it is divided by is what
the report tells of the noun behind 每. Of several numbers of that noun the one that gives the mean is meant;
where none does, nor the mean of both ends of the year, the largest of them asks a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.interval import Interval
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
from auditor.relate.facts import telling

_SMALL = particles()

#: A mean that is further from the quotient than so many times was drawn from something else.
_FURTHEST = 2


def told_for_each(facts: Facts) -> Iterator[Relation]:
    """Propose each mean of a sentence as the quotient of its amount and what it is told for each of."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for at, mean in enumerate(levels):
            each = _each(mean, spans)
            amount = _amount(mean, levels[:at]) if each else None
            if each and amount is not None and telling(mean):
                yield from _means(mean, amount, each, facts)


def _each(mean: Claim, spans: Spans) -> tuple[str, Decimal] | None:
    """Return of what a number is told for each, and for how many: 每百万单; None for other numbers."""
    kind = dimension(mean)
    if mean.ref not in spans or "/" in kind or kind in ("", "percent", "points"):
        return None
    found = _for_each().search(fold(mean.context)[: spans[mean.ref][0]])
    if found is None:
        return None
    return found["noun"], Decimal(quantity_words().scales.get(found["scale"] or "", 1))


@cache
def _for_each() -> re.Pattern[str]:
    """每, perhaps a scale and a classifier, and the noun, right in front of the number or of a verb."""
    scales = alternation(tuple(quantity_words().scales))
    words = clause_words()
    links = alternation((*quantity_words().linking, *words.to_mean, *near()))
    noun = rf"(?P<noun>[^0-9，,。;；:：、()（）{_SMALL.per}\s]{{1,6}}?)"
    mean = rf"(?:{_SMALL.mean}[^0-9，,。;；:：、()（）]{{0,6}}?)?"
    return re.compile(
        rf"{_SMALL.per}\s*(?P<scale>{scales})?\s*(?:{alternation(words.classifiers)}(?=\w{{2}}))?"
        rf"{noun}{mean}(?:{links}|\s)*$"
    )


def _amount(mean: Claim, before: Sequence[Claim]) -> Claim | None:
    """Return the one amount of a sentence in the unit of a mean and of its time."""
    found = [
        claim
        for claim in before
        if claim.quantity.unit.id == mean.quantity.unit.id and claim.change is Change.LEVEL
    ]
    found = [claim for claim in found if claim.period.year == mean.period.year and claim.size > mean.size]
    return found[0] if len(found) == 1 else None


def _means(mean: Claim, amount: Claim, each: tuple[str, Decimal], facts: Facts) -> Iterator[Relation]:
    noun, scale = each
    counted = _counted(noun, facts)
    now = [claim for claim in counted if claim.period.year == mean.period.year and claim.size > 0]
    giving = [
        claim for claim in now if _quotient(amount, claim.quantity.base, scale).meets(mean.quantity.base)
    ]
    if giving:
        yield _relation(mean, amount, giving[0], scale, Strength.TIE)
    elif now:
        whole = max(now, key=lambda claim: claim.size)
        before = [claim for claim in counted if claim.period.year == (mean.period.year or 0) - 1]
        both = [(whole.quantity.base + claim.quantity.base).scale(1 / Decimal(2)) for claim in before]
        averaged = any(_quotient(amount, ends, scale).meets(mean.quantity.base) for ends in both)
        near_it = mean.size / _FURTHEST < amount.size * scale / whole.size < mean.size * _FURTHEST
        if near_it and not averaged:
            yield _relation(mean, amount, whole, scale, Strength.QUESTION)


def _counted(noun: str, facts: Facts) -> list[Claim]:
    """Return what the report tells of a noun; what is counted for each of it may follow it: 工伤损失."""
    names = [noun[:end] for end in range(len(noun), 1, -1)] or [noun]
    told = ([claim for claim in facts.levels if _counts(claim, name)] for name in names)
    return next((found for found in told if found), [])


def _counts(claim: Claim, noun: str) -> bool:
    """Return whether a number counts what a noun names: by its name, or by its unit."""
    named = fold(claim.quantity.unit_text) == noun or (len(noun) > 1 and noun in claim.folded)
    return dimension(claim) == "count" and exact(claim) and named and claim.change is Change.LEVEL


def _quotient(amount: Claim, counted: Interval, scale: Decimal) -> Interval:
    return (amount.quantity.base / counted).scale(scale)


def _relation(mean: Claim, amount: Claim, counted: Claim, scale: Decimal, strength: Strength) -> Relation:
    computed = Expression.claim(amount.ref) / Expression.claim(counted.ref)
    if scale != 1:
        computed = computed * Expression.constant(scale)
    times = f" × {scale:f}" if scale != 1 else ""
    statement = f"{short(amount)} / {short(counted)}{times} = {short(mean)}"
    keys = (amount, counted)
    return relation(Kind.RATIO, mean, computed, statement, "prose:each", keys=keys, strength=strength)
