"""Two tables that list the same names, with a column each that tells the same of them.

The largest holders stand in one table with what they hold, in the next with what they held and hold, in a
third where they are new. Which columns tell one thing is taken from the numbers: most names have one in both.
A name that has another one is a question only where the number shows how it came about: it is one slip of the
hand away, or that of the name above or below, or of another column of its own row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from auditor.lexicon.labels import label_words
from auditor.lexicon.likeness import parts
from auditor.lexicon.naming import name
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.evidence import entity
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import same_fact
from auditor.relate.lines import says_total
from auditor.relate.lines import tables
from auditor.relate.slips import agreeing_digits

#: Names that must have the same number in both columns, digits of all unlike numbers together.
_PROVED = Support(results=3, digits=Decimal(14))
#: Of so many names one that has the number of another, or of another column, is wrong for sure.
_SURE_NAMES = 5
#: Digits of one number that agree by chance no more.
_LEAST_DIGITS = 3
#: Digits that one slip must leave, and those of a number that was copied.
_SLIP, _COPIED = 3, 4
#: Pairs of characters that the heads of two columns share where they tell one thing.
_LEAST_SHARED = 2
_SIGNS = re.compile(r"[\W_]+")
#: From so many to so many: 1 至 2 年, 1-2 年.
_RANGE = re.compile(rf"(?<=[0-9])\s*[{particles().to}]\s*(?=[0-9])")

_Place = tuple[int, int]


@dataclass(frozen=True)
class _Column:
    """A column of a table: its numbers by the name of their row."""

    place: _Place
    told: Mapping[str, Claim]


def rosters(facts: Facts) -> Iterator[Relation]:
    """Propose that two tables tell the same of a name, where they do so of most names that both list."""
    columns = {column.place: column for column in _columns(facts)}
    rows: dict[_Place, list[Claim]] = defaultdict(list)
    for claim in facts.levels:
        if claim.seat:
            rows[claim.seat.table, claim.seat.row].append(claim)
    sizes = {(dimension(claim), abs(claim.size)) for claim in facts.levels}
    best: dict[tuple[_Place, int], tuple[int, _Place]] = {}
    for one, other in _meetings(columns, facts):
        agree = len(_agreeing(columns[one], columns[other]))
        for place, partner in ((one, other), (other, one)):
            if agree > best.get((place, partner[0]), (0, partner))[0]:
                best[place, partner[0]] = (agree, partner)
    for (place, _), (_, partner) in sorted(best.items()):
        if place < partner and best.get((partner, place[0]), (0, partner))[1] == place:
            yield from _compared(columns[place], columns[partner], rows, sizes)


def _columns(facts: Facts) -> Iterator[_Column]:
    """Yield the columns of all tables; a name that stands in two rows of one tells nothing."""
    for claims in tables(facts):
        found: dict[_Place, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for claim in claims:
            own = _row_name(claim.folded.split("/", 1)[0])
            if claim.seat is not None and own and claim.period:
                found[claim.seat.table, claim.seat.column][own].append(claim)
        for place, told in found.items():
            lone = {own: same[0] for own, same in told.items() if len(same) == 1}
            if len(lone) >= _PROVED.results:
                yield _Column(place, lone)


@cache
def _row_name(label: str) -> str:
    """Return the name that a row has, without signs; nothing for a total or what the lexicon measures."""
    plain = _SIGNS.sub("", _RANGE.sub("", label))
    measured = says_total(label) or name(label.strip(), NO_UNIT, any_unit=True) is not None
    return "" if len(plain) < 2 or plain.isdigit() or measured else plain


def _meetings(columns: Mapping[_Place, _Column], facts: Facts) -> list[tuple[_Place, _Place]]:
    """Return the pairs of columns of two tables that tell enough names the same number at one time."""
    met: dict[tuple[object, ...], list[_Place]] = defaultdict(list)
    for place, column in columns.items():
        for own, claim in column.told.items():
            when = facts.report.calendar.instant(claim.period).code
            size = claim.size.normalize()
            if size and claim.quantity.digits >= _LEAST_DIGITS:
                met[own, dimension(claim), when, size].append(place)
    count: dict[tuple[_Place, _Place], int] = defaultdict(int)
    for places in met.values():
        for one, other in combinations(sorted(places), 2):
            if one[0] != other[0]:
                count[one, other] += 1
    return sorted(pair for pair, often in count.items() if often >= _PROVED.results)


def _agreeing(one: _Column, other: _Column) -> list[str]:
    shared = (own for own in one.told if own in other.told)
    return [own for own in shared if _agree(one.told[own], other.told[own])]


def _agree(one: Claim, other: Claim) -> bool:
    return bool(one.quantity.value) and one.quantity.base.overlaps(other.quantity.base)


def _compared(
    one: _Column, other: _Column, rows: Mapping[_Place, list[Claim]], sizes: AbstractSet[tuple[str, Decimal]]
) -> Iterator[Relation]:
    agree = _agreeing(one, other)
    miss = [
        own
        for own in one.told
        if own in other.told
        and own not in agree
        and one.told[own].quantity.value
        and other.told[own].quantity.value
    ]
    numbers = {one.told[own].quantity.value: one.told[own].quantity.digits for own in agree}
    if not _PROVED.proves(numbers.values()) or not _PROVED.bears(len(agree), len(miss)):
        return
    if _unlike(one.told[agree[0]], other.told[agree[0]]):
        return
    for own in agree:
        yield same_fact(other.told[own], one.told[own], "same:roster", Strength.TIE)
    for own in miss:
        strength = _strength((one, other), own, rows, held=len(agree), missed=len(miss))
        if strength is not None and not _between(one.told[own], other.told[own], sizes):
            yield same_fact(other.told[own], one.told[own], "same:roster", strength)


def _strength(
    columns: tuple[_Column, _Column], own: str, rows: Mapping[_Place, list[Claim]], *, held: int, missed: int
) -> Strength | None:
    """Return how sure it is that two numbers of one name should agree, None where nothing explains them."""
    mine, theirs = (column.told[own] for column in columns)
    if agreeing_digits(mine, theirs) >= _SLIP:
        return Strength.QUESTION
    copied = any(_copied(column.told[own], column, rows) for column in columns)
    if not (missed == 1 and copied and _heads_alike(mine, theirs)):
        return None
    return Strength.MUST if held >= _SURE_NAMES else Strength.QUESTION


def _unlike(one: Claim, other: Claim) -> bool:
    """Return whether two columns are of two entities, or one is narrowed as the other is not: 无限售."""
    narrowed = [{word for word in label_words().narrowing if word in _head(claim)} for claim in (one, other)]
    return entity(one) != entity(other) or narrowed[0] != narrowed[1]


def _head(claim: Claim) -> str:
    """Return what a column says, without the name of the row and the title of the table."""
    return "/".join(claim.folded.split("/")[1:][-2:])


def _between(one: Claim, other: Claim, sizes: AbstractSet[tuple[str, Decimal]]) -> bool:
    """Return whether it is told what two numbers differ by: shares lent out, what one table leaves out."""
    return (dimension(one), abs(one.size - other.size)) in sizes


def _copied(claim: Claim, column: _Column, rows: Mapping[_Place, list[Claim]]) -> bool:
    """Return whether a long number is that of the name above or below, or of another column of its row.

    Where all rows tell one number in both columns, that is no copy.
    """
    if claim.quantity.digits < _COPIED or claim.seat is None:
        return False
    others = [item for item in column.told.values() if item.ref != claim.ref]
    near = [item for item in others if item.seat and abs(item.seat.row - claim.seat.row) == 1]
    beside = [item for item in _row(claim, rows) if not _everywhere(item, others, rows)]
    return any(
        item.quantity.value == claim.quantity.value and dimension(item) == dimension(claim)
        for item in (*near, *beside)
    )


def _everywhere(beside: Claim, others: Sequence[Claim], rows: Mapping[_Place, list[Claim]]) -> bool:
    """Return whether all other rows tell the number of their column in that of another claim too."""
    column = beside.seat.column if beside.seat else -1
    return all(
        any(
            item.seat and item.seat.column == column and item.quantity.value == other.quantity.value
            for item in _row(other, rows)
        )
        for other in others
    )


def _row(claim: Claim, rows: Mapping[_Place, list[Claim]]) -> list[Claim]:
    """Return the other numbers of a row."""
    if claim.seat is None:
        return []
    return [item for item in rows[claim.seat.table, claim.seat.row] if item.ref != claim.ref]


def _heads_alike(one: Claim, other: Claim) -> bool:
    heads = [parts(_head(claim)) for claim in (one, other)]
    return len(heads[0] & heads[1]) >= _LEAST_SHARED
