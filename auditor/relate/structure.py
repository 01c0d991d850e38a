"""Sums that the structure of a table shows: totals over neighbouring rows or columns, parts of 100 %.

A run of rows is taken for the parts of a row when it adds up, within the intervals, in at least two
columns and misses in at most one; a row that is marked as a total, or that is the parent of the run,
needs one column. Two numbers of three digits or more agree by chance in about one of a thousand
columns, so chance gives one such run in a million. Then it must hold in every column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import addition
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

_LONGEST_RUN = 10
#: So many different numbers prove a run even when a line beyond it could be one more part.
_SURE = 3
_NOT_ADDITIVE = ("percent", "points", "ratio", "score", "multiple", "temperature")
_HUNDRED = Interval.exactly(100)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row (or a column) of a table: its claims by the position across."""

    index: int
    claims: dict[int, Claim]

    @property
    def first(self) -> Claim:
        return next(iter(self.claims.values()))


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that add up to another one, with the positions in which they do and do not.

    ``closed`` tells that no line beyond the run could be one more part.
    """

    whole: _Line
    parts: tuple[_Line, ...]
    agree: tuple[int, ...]
    miss: tuple[int, ...]
    closed: bool


def table_sums(facts: Facts) -> Iterator[Relation]:
    """Propose the sums of every table of a report: down its rows, across its columns, to 100 %."""
    for claims in _tables(facts):
        rows = _lines(claims, down=True)
        yield from _runs(rows, "table:rows", marked=_is_total_row)
        yield from _runs(_lines(claims, down=False), "table:columns", marked=_is_total_column)
        yield from _hundreds(rows)


def _tables(facts: Facts) -> Iterator[list[Claim]]:
    tables: dict[int, list[Claim]] = {}
    for claim in facts.levels:
        if claim.source is Source.TABLE and claim.seat is not None and exact(claim):
            tables.setdefault(claim.seat.table, []).append(claim)
    for number in sorted(tables):
        yield sorted(tables[number], key=lambda claim: claim.no)


def _lines(claims: Sequence[Claim], *, down: bool) -> list[_Line]:
    lines: dict[int, dict[int, Claim]] = {}
    for claim in claims:
        assert claim.seat is not None  # noqa: S101  # only seated claims come here
        index, position = (claim.seat.row, claim.seat.column) if down else (claim.seat.column, claim.seat.row)
        lines.setdefault(index, {})[position] = claim
    return [_Line(index, lines[index]) for index in sorted(lines)]


_Marked = Callable[[_Run], bool]


def _runs(lines: Sequence[_Line], rule: str, marked: _Marked) -> Iterator[Relation]:
    best: list[_Run] = []
    for at in range(len(lines)):
        runs = [run for run in _candidates(lines, at) if _accepted(run, marked(run))]
        if runs:
            best.append(min(runs, key=lambda run: (len(run.miss), -len(run.agree), len(run.parts))))
    whole = {_parts_of(run) for run in best if not run.miss}
    for run in best:
        if not run.miss or _parts_of(run) not in whole:  # parts that make up another line are not this one's
            yield from _sums(run, rule)


def _parts_of(run: _Run) -> tuple[int, ...]:
    return tuple(part.index for part in run.parts)


def _candidates(lines: Sequence[_Line], at: int) -> Iterator[_Run]:
    """Yield the runs of lines right behind and right before a line that could be its parts."""
    whole = lines[at]
    for step in (1, -1):
        parts: list[_Line] = []
        for offset in range(1, _LONGEST_RUN + 1):
            place = at + step * offset
            if not 0 <= place < len(lines) or not _addable(whole, lines[place]):
                break
            parts.append(lines[place])
            beyond = place + step
            closed = not 0 <= beyond < len(lines) or not _sibling(lines[beyond], parts[-1])
            run = _tried(whole, tuple(parts[::step]), closed=closed) if len(parts) > 1 else None
            if run is not None:
                yield run


def _sibling(line: _Line, part: _Line) -> bool:
    """Return whether a line could be one more part: it stands under the same parent, of one kind."""
    one, other = line.first, part.first
    same_parent = bool(one.seat and other.seat and one.seat.section == other.seat.section)
    return same_parent and _addable(line, part)


def _addable(whole: _Line, part: _Line) -> bool:
    one, other = whole.first, part.first
    same = dimension(one) == dimension(other)
    return same and one.metric.facet("vintage") == other.metric.facet("vintage")


def _tried(whole: _Line, parts: tuple[_Line, ...], *, closed: bool) -> _Run | None:
    """Return a run with the positions that prove it and those that it misses.

    Only a position in which every part tells a number other than 0 proves a run complete, and only
    where every part is told can it miss.
    """
    agree: list[int] = []
    miss: list[int] = []
    for position, claim in whole.claims.items():
        found = _cells(parts, position, claim)
        if found is None:
            continue
        meets = claim.quantity.base.meets(total(part.quantity.base for part in found))
        if not meets:
            miss.append(position)
        elif len(claim.quantity.value.as_tuple().digits) > 2 and all(part.quantity.value for part in found):
            agree.append(position)
    return _Run(whole, parts, tuple(agree), tuple(miss), closed) if agree else None


def _cells(parts: Sequence[_Line], position: int, whole: Claim) -> list[Claim] | None:
    """Return the cells of all parts at a position; None when one is missing or not of the whole's kind."""
    found = [part.claims[position] for part in parts if position in part.claims]
    if len(found) < len(parts) or not _additive(whole):
        return None
    same = all(dimension(part) == dimension(whole) for part in found)
    return found if same else None


def _additive(claim: Claim) -> bool:
    return dimension(claim) not in _NOT_ADDITIVE and "/" not in dimension(claim)


def _accepted(run: _Run, marked: bool) -> bool:
    """Return whether a run is proved: columns that repeat a number prove it once.

    A run that misses somewhere must be closed, or be proved three times: an open one may lack a part.
    """
    proofs = len({run.whole.claims[position].quantity.value for position in run.agree})
    if run.miss and not (run.closed and (marked or proofs >= 2)) and proofs < _SURE:
        return False
    return proofs >= (1 if marked else 2) and len(run.miss) <= max(1, len(run.agree) // 3)


def _is_total_row(run: _Run) -> bool:
    whole = run.whole.first
    parent = all(part.first.seat and part.first.seat.section == run.whole.index for part in run.parts)
    return parent or any(_says_total(part) for part in whole.folded.split("/"))


def _is_total_column(run: _Run) -> bool:
    return _says_total(fold(run.whole.first.context.rsplit("|", 1)[-1]))


def _says_total(folded: str) -> bool:
    return bool(re.search(alternation(label_words().totals), folded))


def _sums(run: _Run, rule: str) -> Iterator[Relation]:
    for position, claim in run.whole.claims.items():
        parts = _cells(run.parts, position, claim)
        if parts is None:
            continue
        statement = f"{' + '.join(short(part) for part in parts)} = {short(claim)}"
        computed = addition(tuple(part.ref for part in parts))
        yield relation(Kind.SUM, claim, computed, statement, rule, keys=parts)


def _hundreds(rows: Sequence[_Line]) -> Iterator[Relation]:
    """Propose that the percentages under one parent make 100 when they do so in some column."""
    groups: dict[int, list[_Line]] = {}
    for row in rows:
        seat = row.first.seat
        if seat is not None and seat.section >= 0 and dimension(row.first) == "percent":
            groups.setdefault(seat.section, []).append(row)
    for parent in sorted(groups):
        lines = groups[parent]
        positions = sorted({position for line in lines for position in line.claims})
        columns = [
            [line.claims[position] for line in lines if position in line.claims] for position in positions
        ]
        full = [parts for parts in columns if len(parts) == len(lines) and len(parts) > 1]
        agree = sum(1 for parts in full if total(part.quantity.base for part in parts).meets(_HUNDRED))
        if agree and agree * 2 >= len(full):
            yield from (_hundred(parts) for parts in full)


def _hundred(parts: Sequence[Claim]) -> Relation:
    computed = Expression.constant(100)
    for part in parts[1:]:
        computed = computed - Expression.claim(part.ref)
    statement = f"{' + '.join(short(part) for part in parts)} = 100 %"
    return relation(Kind.PERCENT_SUM, parts[0], computed, statement, "table:hundred", keys=parts)
