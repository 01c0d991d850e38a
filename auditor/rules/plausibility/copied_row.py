"""Two rows of unlike things with the same numbers.

What it flags:
    Two rows of one table, or of neighbouring tables, that tell the same numbers though no number of the one
    can be that of the other: diesel and petrol, men and women, scope 2 and natural gas.

Why it matters:
    One row was copied over the other, or one of the two labels is wrong. Sums worked out from the copy agree
    with it, so nothing else shows it.

How it decides:
    The lexicon lists what is never the same (``rivals`` in `plausible.toml`); a whole and its only part,
    gross and net, or bought and used may well be, and are not listed. The two rows tell numbers of one unit
    for the same years, and the digits of the different numbers that agree are six or more, eight for
    percentages, where those that are a share of a few (33.33 %) do not count. Two parts of one sum that holds
    are unlike things too, whatever they are called. So are two rows of one metric that only a name tells
    apart (two plants), where a third row is as large as both together and four digits of three years agree.
    Money and shares, which are dealt out evenly, are left out there.

Example:
    Petrol 118.4, 97.2 and 103.6 tonnes below diesel 118.4, 97.2 and 103.6 tonnes.

When it is wrong:
    When a label was read into the wrong kind of thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.plausible import Facets
from auditor.lexicon.measures.plausible import Sets
from auditor.lexicon.measures.plausible import plausible
from auditor.lexicon.quantities import alternation
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.metric import Metric
from auditor.model.relation import Kind
from auditor.model.relation import Slip
from auditor.model.relation import Verdict
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.plausibility.yearly import YearRow
from auditor.rules.plausibility.yearly import year_rows

CODE = "U206"
SEVERITY = Severity.WARNING
TITLE = "两行不同事项数字相同"
MESSAGE = (
    "{place}“{metric}”一行的 {stated} 与{other_place}“{other}”一行同期的数字逐位相同；"
    "两者不是同一事项，请核对是否误抄或标签有误。"
)

_LEAST_DIGITS, _LEAST_DIGITS_RATE = 6, 8
#: Shares of so few are met by chance: 33.33, 14.29.
_FEW = 12
#: The same of two places: so many digits in so many years.
_LEAST_DIGITS_PLACE, _LEAST_YEARS = 4, 3
_HELD = (Verdict.PASSED, Verdict.ROUNDING)
_DEALT_OUT = ("money", "shares")
_RATES = ("percent", "ratio", "points")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each pair of rows of unlike things that tell the same numbers."""
    parts = _parts(dossier)
    for report in dossier.reports:
        rows = list(year_rows(report))
        for one, other in _near(rows):
            rivals = _rivals(one.latest.metric, other.latest.metric) or _siblings(one, other, parts)
            if rivals or _two_places(one, other, rows):
                same = _same(one, other)
                if same:
                    yield _finding(same)


def _near(rows: Sequence[YearRow]) -> Iterator[tuple[YearRow, YearRow]]:
    """Yield the pairs of rows of one table or of neighbouring tables."""
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if other.table > one.table + 1:
                break
            yield one, other


def _parts(dossier: Dossier) -> frozenset[tuple[str, str]]:
    """Return the pairs of numbers that are parts of one sum of amounts which holds."""
    sums = (
        item.relation.computed.refs
        for item in dossier.judgements
        if item.relation.kind is Kind.SUM and item.verdict in _HELD
    )
    return frozenset(
        pair
        for refs in sums
        if not dossier.claims[refs[0]].quantity.unit.dimension.startswith(_DEALT_OUT)
        for pair in combinations(sorted(refs), 2)
    )


def _siblings(one: YearRow, other: YearRow, parts: frozenset[tuple[str, str]]) -> bool:
    first, second = sorted((one.latest.ref, other.latest.ref))
    return (first, second) in parts


def _two_places(one: YearRow, other: YearRow, rows: Sequence[YearRow]) -> bool:
    """Return whether two rows tell one metric of two places, of which a third row tells the whole."""
    mine, theirs = one.latest, other.latest
    alike = mine.metric.known and mine.metric == theirs.metric and one.table == other.table
    if not alike or mine.quantity.unit.dimension.startswith(_DEALT_OUT) or _within(mine, theirs):
        return False
    fine = [claim for claim in one.years.values() if claim.quantity.digits >= _LEAST_DIGITS_PLACE]
    both = [row for row in rows if row.table == one.table and row not in (one, other)]
    return len(fine) >= _LEAST_YEARS and any(_holds_both(row, one, other) for row in both)


def _within(one: Claim, other: Claim) -> bool:
    """Return whether one of two rows may be the other, or a part of it."""
    narrow = one.scope in other.scope or other.scope in one.scope
    below = one.seat and other.seat and one.seat.depth != other.seat.depth
    named = alternation(label_words().partial)
    return narrow or bool(below) or any(re.search(named, claim.folded) for claim in (one, other))


def _holds_both(whole: YearRow, one: YearRow, other: YearRow) -> bool:
    """Return whether a row of the same metric is as large as two others together in every year."""
    if whole.latest.metric != one.latest.metric or whole.years.keys() < one.years.keys():
        return False
    return all(
        whole.years[year].quantity.value >= one.years[year].quantity.value + other.years[year].quantity.value
        for year in one.years
        if year in other.years and year in whole.years
    )


def _rivals(one: Metric, other: Metric) -> bool:
    """Return whether the lexicon lists two metrics as unlike things."""
    if not (one.known and other.known):
        return False
    if one.base != other.base:
        return any(one.base in group and other.base in group for group in plausible().apart)
    split = any(_unlike(one, other, sets) for sets in plausible().split)
    return split or any(_crossed(one, other, *pair) for pair in plausible().crossed)


def _unlike(one: Metric, other: Metric, split: Sets) -> bool:
    family, sets = split
    mine, theirs = one.facet(family), other.facet(family)
    told = mine != theirs and bool(mine) and bool(theirs)
    return told and (not sets or any({mine, theirs} <= values for values in sets))


def _crossed(one: Metric, other: Metric, first: Facets, second: Facets) -> bool:
    """Return whether the one facet narrows one metric only, the other facet the other."""
    return any(
        a.facet(first[0]) in first[1]
        and not a.facet(second[0])
        and b.facet(second[0]) in second[1]
        and not b.facet(first[0])
        for a, b in ((one, other), (other, one))
    )


def _same(one: YearRow, other: YearRow) -> list[tuple[Claim, Claim]]:
    """Return the pairs of equal numbers of two rows where all years agree and are no chance, else nothing."""
    shared = [(one.years[year], other.years[year]) for year in one.years if year in other.years]
    told = [(a, b) for a, b in shared if a.quantity.value or b.quantity.value]
    if not told or not all(_equal(a, b) for a, b in told):
        return []
    rates = told[0][0].quantity.unit.dimension in _RATES
    worth = {a.quantity.value: a.quantity.digits for a, _ in told if not (rates and _of_few(a))}
    return told if sum(worth.values()) >= (_LEAST_DIGITS_RATE if rates else _LEAST_DIGITS) else []


def _of_few(claim: Claim) -> bool:
    """Return whether a percentage is a share of a few: of three, seven or twelve."""
    if claim.quantity.unit.id != "%":
        return False
    tries = (claim.quantity.interval.scale(Decimal(few) / 100) for few in range(1, _FEW + 1))
    return any(told.middle is not None and Decimal(round(told.middle)) in told for told in tries)


def _equal(one: Claim, other: Claim) -> bool:
    alike = one.quantity.value == other.quantity.value and one.quantity.unit == other.quantity.unit
    return alike and one.place != other.place


def _finding(pairs: list[tuple[Claim, Claim]]) -> Finding:
    source, copy = pairs[-1]
    stated = say("、").join(wording.printed(claim) for _, claim in pairs)
    message = say(
        MESSAGE,
        place=wording.place_words(copy.place),
        metric=copy.label,
        stated=stated,
        other_place=wording.place_words(source.place),
        other=source.label,
    )
    return replace(
        about(copy, Heading(CODE, SEVERITY, TITLE, MESSAGE), message, source.metric.id),
        claims=tuple(claim.ref for pair in pairs for claim in (pair[1], pair[0])),
        slip=Slip.COPIED_ROW,
    )
