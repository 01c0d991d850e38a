"""The gap between the pay of men and of women, against the two amounts that the report prints.

Two rows of a table that are called alike but for the sex tell the two amounts. The gap is what women get
less, in per cent of what men get; a ratio is the one over the other. Which it is, the name says, and a year
that holds; a year that does not is a question, an error where another year of the same rows holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.facets import scan
from auditor.lexicon.quantities import alternation
from auditor.lexicon.roles import roles
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import percentage
from auditor.relate.facts import relation
from auditor.relate.facts import short

_ONE = Expression.constant(1)


@dataclass(frozen=True, slots=True)
class _Pair:
    """What men and women get in one year; ``name`` is what both rows are called."""

    name: str
    men: Claim
    women: Claim

    def gap(self) -> Interval:
        """Return the part of men's pay that women do not get, in per cent."""
        quotient = self.women.quantity.base / self.men.quantity.base
        return (Interval.exactly(1) - quotient).scale(HUNDRED.number)

    def ratio(self, *, of_women: bool) -> Interval:
        """Return the pay of one sex over that of the other, in per cent."""
        above, below = (self.women, self.men) if of_women else (self.men, self.women)
        return percentage(above, below)


@dataclass(frozen=True, slots=True)
class _Way:
    """A pair and how a rate is drawn from it."""

    pair: _Pair
    how: str

    @property
    def value(self) -> Interval:
        """Return the rate, in per cent."""
        return self.pair.gap() if self.how == "gap" else self.pair.ratio(of_women=self.how == "women")

    @property
    def expression(self) -> Expression:
        """Return the arithmetic."""
        men, women = Expression.claim(self.pair.men.ref), Expression.claim(self.pair.women.ref)
        quotient = men / women if self.how == "men" else women / men
        return (_ONE - quotient if self.how == "gap" else quotient) * HUNDRED


def pay_gaps(facts: Facts) -> Iterator[Relation]:
    """Propose each gap or ratio of pay between the sexes against the amounts of its year."""
    pairs = list(_pairs(facts))
    rates = [claim for claim in facts.levels if _is_rate(claim)] if pairs else []
    ways = {claim.ref: _ways(claim, pairs) for claim in rates}
    held = {
        (_row(claim), way.pair.name, way.how)
        for claim in rates
        for way in ways[claim.ref]
        if way.value.meets(claim.quantity.base)
    }
    for claim in rates:
        mine = [way for way in ways[claim.ref] if way.value.meets(claim.quantity.base)]
        proved = [way for way in ways[claim.ref] if (_row(claim), way.pair.name, way.how) in held]
        chosen = mine[:1] or proved[:1]
        if chosen:
            yield _relation(claim, chosen[0], Strength.MUST)
        elif len({way.pair.name for way in ways[claim.ref]}) == 1:
            yield _relation(claim, ways[claim.ref][0], Strength.QUESTION)


def _row(claim: Claim) -> tuple[int, int]:
    return (claim.seat.table, claim.seat.row) if claim.seat else (-1, -claim.no)


def _is_rate(claim: Claim) -> bool:
    """Return whether a percentage is a gap of pay, or a ratio that names the sexes."""
    told, sexes = claim.folded, _sexes().search(claim.folded) is not None
    gap = _gap().search(told) and (sexes or claim.metric.base == roles().pay_ratio)
    named = _of_pay(claim) and (gap or (sexes and _ratio().search(told)))
    return dimension(claim) == "percent" and exact(claim) and bool(claim.period) and bool(named)


def _of_pay(claim: Claim) -> bool:
    """Return whether a label speaks of pay, or the title right above its table does."""
    return bool(_pay().search(claim.folded) or _pay().search(claim.heading.rsplit(">", 1)[-1]))


def _pairs(facts: Facts) -> Iterator[_Pair]:
    """Yield the rows of a table that tell one amount for men and for women, by year."""
    found: dict[tuple[int, str, str, str], dict[str, Claim]] = {}
    for claim in facts.levels:
        if claim.seat is None or not exact(claim) or not dimension(claim).startswith("money"):
            continue
        sexes, name = _without_sex(claim.folded)
        if len(sexes) == 1 and _of_pay(claim) and claim.quantity.value > 0 and claim.period:
            key = (claim.seat.table, name, claim.period.code, dimension(claim))
            found.setdefault(key, {}).setdefault(sexes[0], claim)
    for (_, name, _, _), pair in found.items():
        if {"male", "female"} <= set(pair):
            yield _Pair(name, pair["male"], pair["female"])


def _without_sex(folded: str) -> tuple[list[str], str]:
    """Return the sexes that a label names, and what is left of it."""
    told, spans = scan(folded)
    sexes = [value for family, value in told if family == "gender" and value in ("male", "female")]
    left = folded
    for (family, _), (start, end) in reversed(list(zip(told, spans, strict=True))):
        left = left[:start] + "|" + left[end:] if family == "gender" else left
    return sexes, re.sub(r"[\s,，|/]+", " ", left).strip()


def _ways(claim: Claim, pairs: Sequence[_Pair]) -> list[_Way]:
    """Return the ways in which a rate may be drawn from the pairs of its year: of its row, table, report."""
    told = claim.folded
    mine = [pair for pair in pairs if pair.men.period.year == claim.period.year and _of_kind(told, pair)]
    near = [pair for pair in mine if claim.seat and pair.men.seat and pair.men.seat.table == claim.seat.table]
    beside = [pair for pair in near if _row(pair.men) == _row(pair.women) == _row(claim)]
    hows = ("gap",) if _gap().search(told) else ("women", "men")
    return [_Way(pair, how) for pair in beside or near or mine for how in hows]


def _of_kind(told: str, pair: _Pair) -> bool:
    """Return whether a rate and a pair are of one kind of mean, and of one group of employees."""
    kinds = [{word for word in kind if word in told} for kind in _kinds()]
    theirs = [{word for word in kind if word in pair.name} for kind in _kinds()]
    other = any(
        mine and any(them and at != place for place, them in enumerate(theirs))
        for at, mine in enumerate(kinds)
    )
    ranks = [dict(scan(text)[0]).get("rank", "") for text in (told, pair.men.folded)]
    return (not other or kinds == theirs) and ranks[0] == ranks[1]


def _kinds() -> tuple[tuple[str, ...], ...]:
    words = arithmetic_words()
    return (words.averages, words.medians)


def _pay() -> re.Pattern[str]:
    return re.compile(alternation(arithmetic_words().pay))


def _sexes() -> re.Pattern[str]:
    return re.compile(alternation(arithmetic_words().sexes))


def _gap() -> re.Pattern[str]:
    return re.compile(alternation(arithmetic_words().pay_gap))


def _ratio() -> re.Pattern[str]:
    return re.compile(alternation(arithmetic_words().pay_ratio))


def _relation(claim: Claim, way: _Way, strength: Strength) -> Relation:
    men, women = way.pair.men, way.pair.women
    names = f"{short(men)} / {short(women)}" if way.how == "men" else f"{short(women)} / {short(men)}"
    text = f"(1 − {names}) × 100" if way.how == "gap" else f"{names} × 100"
    keys = (women, men)
    return relation(
        Kind.RATIO, claim, way.expression, f"{text} = {short(claim)}", "paygap", keys=keys, strength=strength
    )
