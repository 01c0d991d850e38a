"""A compound annual growth rate between two levels: (new / old) ^ (1 / years) - 1."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import relation
from auditor.relate.facts import short

_ONE = Expression.constant(1)
_WHOLE = Interval.exactly(1)


@dataclass(frozen=True, slots=True)
class Span:
    """The two levels of a rate, each with its year."""

    old: Claim
    new: Claim
    first: int
    last: int
    strength: Strength


def compound_growth(rate: Claim, span: Span) -> Relation:
    """Return a rate against the two levels of its span."""
    years = span.last - span.first
    must = span.strength is Strength.MUST
    growth = (Expression.claim(span.new.ref) / Expression.claim(span.old.ref)).root(years) - _ONE
    named = f"{short(span.new)} {span.last} / {span.first}"
    statement = f"(({named})^(1/{years}) - 1) × 100 = {rate.quantity.text} {rate.quantity.unit_text}".rstrip()
    return relation(
        Kind.GROWTH,
        rate,
        growth * HUNDRED,
        statement,
        "compound",
        keys=(span.new, span.old),
        strength=Strength.QUESTION if must and _counted_otherwise(rate, span) else span.strength,
    )


def _counted_otherwise(rate: Claim, span: Span) -> bool:
    """Return whether a rate holds only where both the first and the last year are counted, or neither is."""
    years, growth = span.last - span.first, span.new.quantity.base / span.old.quantity.base
    held = {
        steps
        for steps in (years - 1, years, years + 1)
        if steps and (growth.root(steps) - _WHOLE).scale(HUNDRED.number).meets(rate.quantity.base)
    }
    return bool(held) and years not in held
