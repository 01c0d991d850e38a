"""Sums that the structure of a table shows: totals over rows or columns, balances, parts of 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.facts import hundred_of
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.facts import sum_of
from auditor.relate.lines import Line
from auditor.relate.lines import lines
from auditor.relate.lines import measures
from auditor.relate.lines import names_total
from auditor.relate.lines import says_total
from auditor.relate.lines import tables
from auditor.relate.sums.blanks import blank_slips
from auditor.relate.sums.copiedparts import copied_parts
from auditor.relate.sums.lonetotals import lone_totals
from auditor.relate.sums.runs import Marked
from auditor.relate.sums.runs import runs
from auditor.relate.sums.runs import signed_runs
from auditor.relate.sums.sharecolumns import share_sums
from auditor.relate.sums.signed import in_words
from auditor.relate.sums.signed import worked_out
from auditor.relate.sums.support import Run
from auditor.relate.sums.support import accepted
from auditor.relate.sums.support import slip_digits

_HUNDRED = Interval.exactly(100)
#: Digits that one slip must leave in agreement where what a line is to the total is not known.
_SLIP = 4
_HUNDRED_PER_CENT = 100


def table_sums(facts: Facts) -> Iterator[Relation]:
    """Propose the sums of every table of a report: down its rows, across its columns, to 100 %."""
    for claims in tables(facts):
        rows, across = lines(claims, down=True), lines(claims, down=False)
        yield from _of_lines(rows, "table:rows", _is_total_row)
        for kind in dict.fromkeys(dimension(line.first) for line in across):
            alike = [line for line in across if dimension(line.first) == kind]
            yield from _of_lines(alike, "table:columns", _is_total_column)
        yield from _hundreds(rows)
        for measure in measures(claims):
            alone = lines(measure, down=True)
            yield from (item for run in runs(alone, _is_total_row) for item in _marked(run))


def proved_runs(rows: Sequence[Line]) -> list[Run]:
    """Return the sums and balances of rows that hold wherever they are told."""
    plain = runs(rows, _is_total_row)
    sure = [run for run in plain if accepted(run, marked=_is_total_row(run))]
    return [run for run in (*sure, *signed_runs(rows, plain)) if not run.miss]


def of_run(run: Run, rule: str, position: int, strength: Strength) -> Relation:
    """Return what a run says in a position."""
    return _relation(run, rule, run.whole.claims[position], run.terms(position), strength)


def _marked(run: Run) -> Iterator[Relation]:
    """Yield a run of the columns of one measure where its whole is marked as a total."""
    if _is_total_row(run) and accepted(run, marked=True):
        yield from _relations(run, "table:rows", Strength.MUST)


def _of_lines(found: Sequence[Line], rule: str, marked: Marked) -> Iterator[Relation]:
    plain = runs(found, marked)
    for run in plain:
        sure = accepted(run, marked=marked(run))
        if sure or run.miss:
            yield from _relations(run, rule, Strength.MUST if sure else Strength.QUESTION)
        if sure:
            yield from share_sums(run)
    for run in signed_runs(found, plain):
        yield from _relations(run, rule, Strength.MUST)
    known, proved = {run.whole.index for run in plain}, [run for run in plain if marked(run) and not run.miss]
    blank = [item for run in plain if marked(run) and accepted(run, marked=True) for item in blank_slips(run)]
    for whole, parts in (*lone_totals(found, known, proved), *copied_parts(found, known), *blank):
        yield sum_of(whole, parts, "table:slip", Strength.QUESTION)


def _is_total_row(run: Run) -> bool:
    parent = all(part.first.seat and part.first.seat.section == run.whole.index for part in run.parts)
    return parent or _narrower(run) or names_total(run.whole, run.parts)


def _narrower(run: Run) -> bool:
    """Return whether all parts are the metric of the whole, narrowed in one way: scopes, carriers, groups."""
    whole = run.whole.first.metric
    parts = [part.first.metric for part in run.parts]
    if not whole.known or any(part.base != whole.base or part == whole for part in parts):
        return False
    told = [set(part.facets) - set(whole.facets) for part in parts]
    families = {frozenset(family for family, _ in facets) for facets in told}
    return len(families) == 1 and all(told) and len({part.id for part in parts}) == len(parts)


def _is_total_column(run: Run) -> bool:
    return says_total(column_head(run.whole.first))


def _relations(run: Run, rule: str, strength: Strength) -> Iterator[Relation]:
    """Propose a run in each position; empty cells are left out where the run holds without them."""
    proved = {*run.agree, *run.miss}
    for position, claim in run.whole.claims.items():
        terms = run.terms(position)
        if position in proved and len(terms) > 1 and not _may_be_rate(run, position):
            asked = position in run.doubtful and slip_digits(run, position) < _SLIP
            yield _relation(run, rule, claim, terms, Strength.QUESTION if asked else strength)


def _may_be_rate(run: Run, position: int) -> bool:
    """Return whether a position without a unit tells rates, each row its own, beside the amounts that add up.

    What should be the whole lies among its parts, none of which is more than a hundred, and they are
    printed to another precision than the amounts.
    """
    whole, parts = run.whole.claims[position], [part for _, part in run.terms(position)]
    if position in run.agree or any(dimension(claim) for claim in (whole, *parts)):
        return False
    sizes = [part.quantity.value for part in parts]
    among = 0 < min(sizes) <= whole.quantity.value <= max(sizes) <= _HUNDRED_PER_CENT
    return among and all(run.whole.claims[at].quantity.step != whole.quantity.step for at in run.agree)


def _relation(
    run: Run, rule: str, claim: Claim, terms: Sequence[tuple[int, Claim]], strength: Strength
) -> Relation:
    parts = [part for _, part in terms]
    if all(sign > 0 for sign, _ in terms):
        computed, kind = addition(tuple(part.ref for part in parts)), Kind.SUM
    else:
        ordered = sorted(terms, key=lambda term: -term[0])
        computed = worked_out(ordered)
        kind = Kind.ROLLFORWARD if _rolls(run) else Kind.DIFFERENCE
    statement = f"{in_words(terms)} = {short(claim)}"
    return relation(kind, claim, computed, statement, rule, keys=parts, strength=strength)


def _rolls(run: Run) -> bool:
    """Return whether a line tells what was there at first: then the others lead on to a closing balance."""
    words = alternation(label_words().opening)
    told = ((part.first.folded, column_head(part.first)) for part in (run.whole, *run.parts))
    return any(re.search(words, text) for texts in told for text in texts)


def _hundreds(rows: Sequence[Line]) -> Iterator[Relation]:
    """Propose that the percentages under one parent make 100 when they do so in some column."""
    groups: dict[int, list[Line]] = {}
    for row in rows:
        seat = row.first.seat
        if seat is not None and seat.section >= 0 and dimension(row.first) == "percent":
            groups.setdefault(seat.section, []).append(row)
    for parent in sorted(groups):
        found = groups[parent]
        positions = sorted({position for line in found for position in line.claims})
        columns = [
            [line.claims[position] for line in found if position in line.claims] for position in positions
        ]
        full = [parts for parts in columns if len(parts) == len(found) and len(parts) > 1]
        agree = sum(1 for parts in full if _make_all(parts))
        if agree and agree * 2 >= len(full):
            yield from (hundred_of(parts, "table:hundred") for parts in full)


def _make_all(parts: Sequence[Claim]) -> bool:
    """Return whether percentages make 100, none of them less than nothing."""
    positive = all(part.quantity.value >= 0 for part in parts)
    return positive and total(part.quantity.base for part in parts).meets(_HUNDRED)
