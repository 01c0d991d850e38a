"""Sums that the report before made of the very same rows.

A sum of rows is proved by the columns in which it holds. Where no row is called a total, one wrong number in
the only other column hides it in all. The report before printed the same rows in the same order, and there
they add up wherever they are told: that says what they are, and what they should come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.evidence import entity
from auditor.relate.facts import Facts
from auditor.relate.lines import Line
from auditor.relate.lines import lines
from auditor.relate.lines import own_name
from auditor.relate.lines import tables
from auditor.relate.sums.signed import comes_out
from auditor.relate.sums.structure import of_run
from auditor.relate.sums.structure import proved_runs
from auditor.relate.sums.support import Run

#: So many unlike numbers must have added up in the report before.
_PROOFS = 2
_DIGITS = re.compile(r"[0-9]+")
_Rows = Sequence[Line]


def expected_sums(facts: Facts, others: Sequence[Facts]) -> Iterator[Relation]:
    """Propose the sums of the report before in the tables that print their rows again."""
    year = facts.report.period.year
    earlier = [other for other in others if year and (other.report.period.year or year) < year]
    if not earlier:
        return
    mine = [lines(claims, down=True) for claims in tables(facts)]
    places = _places(mine)
    for claims in tables(earlier[-1]):
        rows = lines(claims, down=True)
        if any(_name(line) in places for line in rows):
            for run in proved_runs(rows):
                yield from _again(run, rows, places) if len(run.worth) >= _PROOFS else ()


def _name(line: Line) -> str:
    return own_name(line.first)


def _places(found: Sequence[_Rows]) -> Mapping[str, Sequence[tuple[_Rows, int]]]:
    """Return where rows of each name stand."""
    places: dict[str, list[tuple[_Rows, int]]] = {}
    for rows in found:
        for at, line in enumerate(rows):
            places.setdefault(_name(line), []).append((rows, at))
    return places


def _again(run: Run, rows: _Rows, places: Mapping[str, Sequence[tuple[_Rows, int]]]) -> Iterator[Relation]:
    """Yield a run in every column of the one place where all its rows, and those around, stand again."""
    at = [line.index for line in rows]
    first, last = at.index(min(run.members)), at.index(max(run.members))
    names = [_name(line) for line in rows[first : last + 1]]
    found = [
        there[start : start + len(names)]
        for there, start in places.get(names[0], ())
        if _framed(there, start, len(names)) == _framed(rows, first, len(names))
    ]
    if len(found) == 1:
        same = dict(zip(at[first : last + 1], found[0], strict=True))
        parts = tuple(same[part.index] for part in run.parts)
        yield from _told(replace(run, whole=same[run.whole.index], parts=parts))


def _framed(rows: _Rows, start: int, count: int) -> tuple[str, ...]:
    """Return what some rows are called with the two around them, below the title of their table and whose.

    One more row may be one more part: one that was empty in the year before.
    """
    first = rows[start].first
    title = _DIGITS.sub("", first.heading.rsplit(">", 1)[-1]).strip()
    names = [_name(line) for line in rows[max(start - 1, 0) : start + count + 1]]
    return (title, entity(first), *([""] if not start else []), *names)


def _told(run: Run) -> Iterator[Relation]:
    """Yield a run in each position where all its rows tell; where it holds in another one it must hold."""
    positions = [at for at in run.whole.summable if all(_one_kind(run.whole, part, at) for part in run.parts)]
    held = [at for at in positions if _holds(run, at)]
    for at in positions:
        surely = any(other != at for other in held)
        yield of_run(run, "expected:rows", at, Strength.MUST if surely else Strength.QUESTION)


def _one_kind(whole: Line, part: Line, position: int) -> bool:
    return position in part.tells and part.tells[position][0] == whole.tells[position][0]


def _holds(run: Run, position: int) -> bool:
    return comes_out(run.whole.claims[position], run.terms(position))
