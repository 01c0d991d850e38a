"""Rows and columns that are called the growth of a metric: 营业收入增长率, revenue growth (%).

The levels stand in another row or table, under the name without the word for growth. Where they give the
rate in one year, a year in which they do not is an error; where only one year can be worked out, a gap asks.
The rate of a fall is often one on a base year: it must hold once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import squeeze
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.baseyears import measured_on_base
from auditor.relate.changes.compounds import compounded
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

_SMALL = particles()

_ONE = Expression.constant(1)
_WHOLE = Interval.exactly(1)


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate with the two levels of its name; ``fall`` where it is called the rate of a fall."""

    rate: Claim
    new: Claim
    old: Claim
    fall: bool

    @property
    def holds(self) -> bool:
        """Return whether the levels give the rate."""
        growth = self.new.quantity.base / self.old.quantity.base - _WHOLE
        told = (-growth if self.fall else growth).scale(HUNDRED.number)
        return told.meets(self.rate.quantity.base)


def named_growths(facts: Facts) -> Iterator[Relation]:
    """Propose each rate of a table that is called the growth of a metric against the levels of the metric."""
    found = [item for claim in facts.levels if (item := _rate(claim, facts)) is not None]
    proved = {_called(item.rate) for item in found if item.holds}
    for item in found:
        sure = item.holds or _called(item.rate) in proved
        if sure or not item.fall:
            yield _relation(item, Strength.MUST if sure else Strength.QUESTION)


def _called(claim: Claim) -> str:
    return claim.leaf


def _rate(claim: Claim, facts: Facts) -> _Rate | None:
    """Return a rate with its levels, None where its name is none or the levels are not told."""
    if claim.source is not Source.TABLE or dimension(claim) != "percent" or not exact(claim):
        return None
    found = _growth().search(squeeze(claim.folded)[0])
    if found is None or not claim.period or measured_on_base(claim) or compounded(claim):
        return None
    named = name(found["what"].strip("/ "), NO_UNIT, any_unit=True)
    if named is None or metrics().entry(named.metric.base).nature == "ratio":
        return None
    levels = [
        level
        for level in facts.by_metric.get(named.metric.base, ())
        if level.metric == named.metric and _of_one_scope(level, named.residue)
    ]
    new, old = _only(levels, claim.period.code), _only(levels, claim.period.shifted(-1).code)
    if new is None or old is None or dimension(new) != dimension(old):
        return None
    return _Rate(claim, new, old, fall=bool(found["fall"]))


def _of_one_scope(level: Claim, scope: str) -> bool:
    """Return whether a level is of what the name of a rate tells: of the entity, or of the row called so."""
    own = level.scope.split()
    return level.scope == scope or (bool(scope) and bool(own) and own[-1] == scope)


def _only(levels: list[Claim], period: str) -> Claim | None:
    """Return what tables tell of a period, None where they tell several numbers."""
    found = [
        level
        for level in levels
        if level.period.code == period
        and level.source is Source.TABLE
        and exact(level)
        and level.quantity.value > 0
        and dimension(level) not in ("percent", "points", "")
    ]
    told = {(level.size, dimension(level)) for level in found}
    return found[0] if len(told) == 1 else None


@cache
def _growth() -> re.Pattern[str]:
    words = arithmetic_words()
    years = alternation(quantity_words().year_bases)
    fall = rf"(?P<fall>{alternation(words.fall_rates)})"
    rates = rf"(?:{alternation(words.growth_rates)}|{fall})"
    return re.compile(rf"^(?P<what>.+?)[\s/{_SMALL.of}]*(?:{years})?[\s{_SMALL.of}]*{rates}\s*(?:[(]%?[)])?$")


def _relation(item: _Rate, strength: Strength) -> Relation:
    new, old = Expression.claim(item.new.ref), Expression.claim(item.old.ref)
    names = f"{short(item.new)} {item.new.period} / {item.old.period}"
    text = f"(1 - {names}) × 100" if item.fall else f"({names} - 1) × 100"
    computed = (_ONE - new / old if item.fall else new / old - _ONE) * HUNDRED
    return relation(
        Kind.GROWTH,
        item.rate,
        computed,
        f"{text} = {short(item.rate)}",
        "growth:named",
        keys=(item.new, item.old),
        strength=strength,
    )
