"""Columns that measure a row against a base year: 较 2020 年变化, decrease against the base year.

The base stands in the same row, under the year that the head names or under 基准年. What is measured against
it is the level of the year that the head names besides, else of the reporting year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.movements import against_base
from auditor.lexicon.words.movements import otherwise
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.period import PeriodKind
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.printed import is_counted
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

_SMALL = particles()

_ONE = Expression.constant(1)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A change with the two levels of its row; ``signed`` where a minus stands in its column."""

    change: Claim
    new: Claim
    old: Claim
    signed: bool


def measured_on_base(claim: Claim) -> bool:
    """Return whether a number of a table stands under a head that measures it against a base year."""
    return claim.source is Source.TABLE and bool(against_base().search(head(claim)))


def head(claim: Claim) -> str:
    """Return the folded head of the column in which a number stands, without spaces that mean nothing."""
    return squeeze(fold(claim.context.rsplit("|", 1)[-1]))[0]


def tells_move(claim: Claim) -> bool:
    """Return whether a column tells how its row moved: a rate, a count, or what its head calls an amount."""
    if claim.quantity.unit.dimension in ("percent", "points", "ratio", ""):
        return True
    amount = is_counted(claim) or re.search(alternation(arithmetic_words().absolute), head(claim))
    return bool(amount) and not otherwise(head(claim))


def under_base(claim: Claim) -> bool:
    """Return whether a level stands under the base year itself."""
    return bool(_named().search(head(claim))) and not measured_on_base(claim)


def base_changes(facts: Facts) -> Iterator[Relation]:
    """Propose each change against a base year that the row of a table tells with both its levels."""
    found = facts.rows.values()
    signed = {
        _column(claim)
        for row in found
        for claim in row
        if claim.quantity.value < 0 and measured_on_base(claim)
    }
    for row in found:
        for change in row:
            levels = _levels(change, row, facts) if measured_on_base(change) and exact(change) else None
            if levels is not None:
                yield _relation(_Measured(change, *levels, signed=_column(change) in signed))


def _column(claim: Claim) -> tuple[int, int]:
    return (claim.seat.table, claim.seat.column) if claim.seat else (-1, -1)


def _levels(change: Claim, row: Sequence[Claim], facts: Facts) -> tuple[Claim, Claim] | None:
    """Return the one level of the year told and the one of the base; None where there are more or none."""
    plain = [claim for claim in row if claim is not change and _is_level(claim)]
    year = against_base().search(head(change))
    named = (year["year"] or year["also"]) if year else None
    if named:
        olds = [claim for claim in plain if claim.period.year == int(named)]
    else:
        olds = [claim for claim in plain if under_base(claim)]
    told = _year_told(change, named) or facts.report.period.year
    news = [claim for claim in plain if claim not in olds and claim.period.year == told]
    if len(olds) != 1 or len(news) != 1 or dimension(olds[0]) != dimension(news[0]):
        return None
    if not _of_one_sign(change, news[0], olds[0]):
        return None
    points = "percent" if dimension(change) == "points" else dimension(change)
    return (news[0], olds[0]) if points in ("percent", dimension(news[0])) else None


def _is_level(claim: Claim) -> bool:
    dated = claim.period.kind in (PeriodKind.YEAR, PeriodKind.INSTANT)
    aim = re.search(alternation(arithmetic_words().target_heads), head(claim))
    plain = claim.change is Change.LEVEL and dimension(claim) and not measured_on_base(claim)
    return bool(plain) and dated and not aim and exact(claim) and claim.quantity.value != 0


def _of_one_sign(change: Claim, new: Claim, old: Claim) -> bool:
    """Return whether both levels are above nought, or would give the change if none had a minus."""
    if new.quantity.value > 0 < old.quantity.value:
        return True
    above, below = _lifted(new), _lifted(old)
    if below.may_be_zero:
        return False
    rate = dimension(change) == "percent" != dimension(new)
    moved = (above / below - Interval.exactly(1)).scale(HUNDRED.number) if rate else above - below
    told = change.quantity.base
    return moved.meets(told) or (-moved).meets(told)


def _lifted(claim: Claim) -> Interval:
    """Return the number of a claim without its minus."""
    return -claim.quantity.base if claim.quantity.value < 0 else claim.quantity.base


def _year_told(change: Claim, base: str | None) -> int | None:
    """Return the other year that a head names: 2024 年较 2020 年变化."""
    years = [
        year for year in re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", head(change)) if year != base
    ]
    return int(years[0]) if len(years) == 1 else None


def _relation(found: _Measured) -> Relation:
    change, new, old = found.change, Expression.claim(found.new.ref), Expression.claim(found.old.ref)
    names = f"{short(found.new)} {found.new.period} / {found.old.period}"
    fall = _falls(found)
    if _in_percent(found):
        kind, computed = Kind.GROWTH, (_ONE - new / old if fall else new / old - _ONE) * HUNDRED
        text = f"(1 - {names}) × 100" if fall else f"({names} - 1) × 100"
    else:
        kind, computed = Kind.DIFFERENCE, old - new if fall else new - old
        text = f"Δ {names}"
    statement = f"{text} = {change.quantity.text} {change.quantity.unit_text}".rstrip()
    keys = (found.new, found.old)
    return relation(kind, change, computed, statement, "base", keys=keys, strength=_strength(found))


def _in_percent(found: _Measured) -> bool:
    return dimension(found.change) == "percent" and dimension(found.new) != "percent"


def _strength(found: _Measured) -> Strength:
    """Return how sure a change is: points may be told as a percentage, a head speak of a share.

    A number without a unit under a head that does not say "amount" may be one in per cent. One that is told
    in points, of a percentage, can hardly be anything else.
    """
    words = (*label_words().change_heads, *quantity_words().up, *quantity_words().down)
    told = re.sub(r"\([^()]*\)|(?:19|20)[0-9]{2}", "|", against_base().sub("|", head(found.change)))
    told = re.sub(
        alternation((*words, *arithmetic_words().change_forms)), "|", told.replace(f"|{_SMALL.year}", "|")
    )
    plain = not residue(told, [], ()) and _SMALL.share not in told
    if dimension(found.new) == "percent":
        return Strength.QUESTION if plain and dimension(found.change) == "points" else Strength.TIE
    sized = _in_percent(found) or re.search(alternation(arithmetic_words().absolute), head(found.change))
    return Strength.MUST if plain and sized else Strength.TIE


def _falls(found: _Measured) -> bool:
    """Return whether a change is the size of a fall: its head says 下降, its column has no signs."""
    return says_fall(found.change) and not found.signed


def says_fall(change: Claim) -> bool:
    """Return whether the head of a column of changes names a fall and no rise: 下降（百分点）."""
    told = re.sub(alternation(label_words().change_heads), "|", head(change))
    words = quantity_words()
    return bool(re.search(alternation(words.down), told)) and not re.search(alternation(words.up), told)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(alternation(quantity_words().base_year_names))
