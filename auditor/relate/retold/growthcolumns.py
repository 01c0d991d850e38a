"""Columns of growth beside levels of one year alone, where the report before prints the same rows.

A table by product, region or channel tells what was sold, made and earned in the year and by how much each
moved, and no number of the year before. The report before tells it in the row of the same name, under the
same head, beside the same column of growth; so does a table of indicators with their change. That a table
is drawn so is seen from its other cells: a cell that misses alone, in its column and in its row, must hold.
A row of which more than one rate misses was cut anew, and what the report says it restated since has
another base, which is a question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from auditor.lexicon.fold import fold
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.evaluate import worked_out
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.growth import change_between
from auditor.relate.changes.growth import measurable
from auditor.relate.changes.printed import values_of
from auditor.relate.evidence import entity
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.retold.openly import says_restated

_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)
#: So many other rates of its column must hold beside the one that misses; or of its table.
_COLUMN, _TABLE = 2, 3
#: What stands behind a name for its unit.
_UNIT = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class _Grown:
    """A rate of a column of growth and the level of its row that it is of."""

    rate: Claim
    level: Claim

    @property
    def name(self) -> tuple[str, str, str]:
        """Return row and head, whose they are, and what kind of number it is."""
        return (self.level.folded, entity(self.level), dimension(self.level))

    @property
    def place(self) -> tuple[int, int, int]:
        """Return the table, the row and the column of the rate."""
        assert self.rate.seat is not None  # noqa: S101  # only seated claims come here
        return (self.rate.seat.table, self.rate.seat.row, self.rate.seat.column)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A rate with the relation to what the report before told."""

    grown: _Grown
    relation: Relation
    holds: bool


def growth_columns(facts: Facts, earlier: Sequence[Facts]) -> Iterator[Relation]:
    """Propose each rate of a column of growth on the level that an earlier report prints in its row."""
    mine = list(_grown(facts))
    if not mine:
        return
    told = [item for other in earlier for item in _grown(other)]
    found = [measured for item, old in _paired(mine, told) if (measured := _measured(item, old)) is not None]
    for item in found:
        if item.holds:
            yield replace(item.relation, strength=Strength.TIE)
        elif _alone(item, found):
            yield _on_another_base(item.relation) if _restated(facts, item.grown) else item.relation


def _grown(facts: Facts) -> Iterator[_Grown]:
    """Yield the rates that stand in a row with their level of the year, and none of the year before."""
    for claim in facts.report.claims:
        if claim.change not in _CHANGES or claim.source is not Source.TABLE or not exact(claim):
            continue
        row = facts.by_row.get((claim.seat.table, claim.seat.row), ()) if claim.seat else ()
        levels = [other for other in row if _is_of(claim, other)]
        if len(levels) == 1 and not any(other.period == claim.period.shifted(-1) for other in row):
            yield _Grown(claim, levels[0])


def _is_of(rate: Claim, level: Claim) -> bool:
    """Return whether the head of a rate is that of a level with more words: 销售量, 销售量比上年增减.

    Or it names nothing, and speaks of the row: 较上年变动.
    """
    head = _UNIT.sub("", level.folded)
    more = "/" in head and rate.folded.startswith(head) and rate.folded != head
    named = more or (rate.folded == level.folded and rate.metric == level.metric)
    return named and level.period == rate.period and exact(level) and bool(level.period)


def _paired(mine: Sequence[_Grown], told: Sequence[_Grown]) -> Iterator[tuple[_Grown, Claim]]:
    """Yield each rate with the level of the year before, from the table that has most of its rows."""
    named: dict[tuple[str, str, str], list[_Grown]] = {}
    for item in told:
        named.setdefault(item.name, []).append(item)
    likeness: Counter[tuple[int, str, int]] = Counter()
    for item in mine:
        likeness.update({(item.place[0], old.level.report, old.place[0]) for old in _before(item, named)})
    for item in mine:
        found = _before(item, named)
        most = max((likeness[item.place[0], old.level.report, old.place[0]] for old in found), default=0)
        best = [old for old in found if likeness[item.place[0], old.level.report, old.place[0]] == most]
        if best and all(best[0].level.quantity.base.overlaps(old.level.quantity.base) for old in best):
            yield item, best[0].level


def _before(item: _Grown, named: Mapping[tuple[str, str, str], Sequence[_Grown]]) -> list[_Grown]:
    base = item.rate.base or item.rate.period.shifted(-1)
    return [old for old in named.get(item.name, ()) if old.level.period == base]


def _measured(item: _Grown, old: Claim) -> _Measured | None:
    if not measurable(item.rate, item.level, old) or old.quantity.interval.may_be_zero:
        return None
    found = change_between(item.rate, item.level, old)
    values = values_of((item.rate, item.level, old))
    told = worked_out(found.computed, values)
    return _Measured(item, found, told is not None and told.meets(values[item.rate.ref]))


def _alone(item: _Measured, found: Sequence[_Measured]) -> bool:
    """Return whether a rate misses alone, and enough others hold."""
    table, row, column = item.grown.place
    tables = [other for other in found if other.grown.place[0] == table]
    rows = [other for other in tables if other.grown.place[1] == row]
    columns = [other for other in tables if other.grown.place[2] == column]
    return _but_one(tables, _TABLE) or (_but_one(columns, _COLUMN) and _but_one(rows, 1))


def _but_one(found: Sequence[_Measured], least: int) -> bool:
    held = sum(other.holds for other in found)
    return held == len(found) - 1 and held >= least


def _restated(facts: Facts, grown: _Grown) -> bool:
    """Return whether the base of a rate may be another: a note says that it was adjusted.

    A row of indicators may be anything that is told for years, and was measured anew.
    """
    if grown.rate.folded == grown.level.folded:
        return True
    level, base = grown.level, grown.rate.base or grown.rate.period.shifted(-1)
    head = _UNIT.sub("", level.leaf).strip()
    notes = (note for note in facts.report.notes if note.effect_on(base) == "adjusted")
    return says_restated(facts.report, level, base) or any(head in fold(note.text) for note in notes)


def _on_another_base(relation: Relation) -> Relation:
    return replace(relation, kind=Kind.RESTATEMENT, rule="vintage:base", strength=Strength.QUESTION)
