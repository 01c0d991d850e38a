"""Rows of two tables that tell one thing: what agrees in one period should agree in the others.

A balance stands in the statement and in its note, a figure in a chapter and in the appendix. That two rows
are one is taken from a number that both tell for one period and from their names; two rows of a chapter may
share a number because the one is all that there is of the other that year, so a number that then disagrees
is a question unless it is one slip of the hand away. What a row tells before
an adjustment and after it are two numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations

from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.evidence import entity
from auditor.relate.evidence import overlap
from auditor.relate.evidence import vetoed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import moment
from auditor.relate.facts import same_fact
from auditor.relate.lines import says_total
from auditor.relate.slips import agreeing_digits
from auditor.relate.sums.adjusted import adjusts

#: Digits that must agree in other periods, and in the number that does not but for a slip.
_LEAST_DIGITS, _SLIP_DIGITS = 5, 3
#: Where the number is no slip, so many periods must agree.
_LEAST_PERIODS = 2
#: A number that stands in more rows than this says nothing of any two of them.
_MOST_ROWS = 12
_SAME_NAME = 0.9

_NUMBERING = re.compile(rf"^[(（]?[0-9{numeral_words().listed}]+[)）]?[、.．\s]*")

_Row = Mapping[str, Claim]


def twin_rows(facts: Facts) -> Iterator[Relation]:
    """Propose that two rows agree in every period, where they agree in some and are named alike."""
    rows = _rows(facts)
    seen: set[tuple[int, int]] = set()
    for meeting in _meetings(rows).values():
        if len(meeting) > _MOST_ROWS:
            continue
        for pair in combinations(sorted(meeting), 2):
            if pair not in seen:
                seen.add(pair)
                yield from _compared(rows[pair[0]], rows[pair[1]])


def _rows(facts: Facts) -> list[_Row]:
    found: dict[tuple[int, int], dict[str, Claim]] = defaultdict(dict)
    twice: set[tuple[int, int]] = set()
    for claim in facts.levels:
        told = claim.source is Source.TABLE and claim.period and exact(claim)
        if told and claim.seat and not adjusts(claim):
            at = (claim.seat.table, claim.seat.row)
            when = moment(claim.metric, claim.period, facts.report.calendar) + claim.metric.facet("vintage")
            if when in found[at]:
                twice.add(at)
            found[at][when] = claim
    return [row for at, row in sorted(found.items()) if at not in twice and len(row) > 1]


def _meetings(rows: list[_Row]) -> dict[tuple[str, str, Decimal], list[int]]:
    """Return the rows by the numbers that they tell, with period and dimension."""
    found: dict[tuple[str, str, Decimal], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for when, claim in row.items():
            size = claim.size
            if len(size.normalize().as_tuple().digits) >= _LEAST_DIGITS:
                found[when, dimension(claim), size.normalize()].append(at)
    return {key: at for key, at in found.items() if len(at) > 1}


def _compared(one: _Row, other: _Row) -> Iterator[Relation]:
    shared = [when for when in one if when in other]
    first, second = one[shared[0]], other[shared[0]]
    if first.seat and second.seat and first.seat.table == second.seat.table:
        return
    if dimension(first) != dimension(second) or not _one_name(first, second):
        return
    agree = [when for when in shared if one[when].quantity.base.overlaps(other[when].quantity.base)]
    miss = [when for when in shared if when not in agree]
    proofs = len({one[when].quantity.value for when in agree})
    for when in shared:
        strength = Strength.TIE
        if miss == [when]:
            strength = _strength(one[when], other[when], proofs, adjusted=_adjusted(one, other, when, agree))
        yield same_fact(other[when], one[when], "same:twin", strength)


def _strength(one: Claim, other: Claim, proofs: int, *, adjusted: bool) -> Strength:
    if agreeing_digits(one, other) >= _SLIP_DIGITS:
        return Strength.MUST
    return Strength.QUESTION if adjusted or proofs >= _LEAST_PERIODS else Strength.TIE


def _adjusted(one: _Row, other: _Row, when: str, agree: list[str]) -> bool:
    """Return whether a metric misses before an adjustment and agrees after it, or the other way.

    Of several adjustments in turn each begins with another number, but none with one that its row repeats.
    """
    told = one[when]
    copied = any(
        row[at].quantity.value == row[when].quantity.value for row in (one, other) for at in row if at != when
    )
    again = [one[at] for at in agree if one[at].period == told.period]
    known = told.metric.known and told.metric == other[when].metric
    return (
        copied
        and known
        and any(claim.metric.facet("vintage") != told.metric.facet("vintage") for claim in again)
    )


def _one_name(one: Claim, other: Claim) -> bool:
    """Return whether two rows are named alike: by metric and scope, in words, or by the head of a note."""
    if _heads(one, other) or _heads(other, one):
        return entity(one) == entity(other)
    if vetoed(one, other):
        return False
    if one.metric.known and one.metric == other.metric and one.scope == other.scope:
        return True
    if _of_the_rest(one) != _of_the_rest(other):
        return False
    return overlap(one, other) >= _SAME_NAME and overlap(other, one) >= _SAME_NAME


def _of_the_rest(claim: Claim) -> bool:
    """Return whether a part of the label names what is left beside others: 其他货币资金."""
    return any(part.startswith(label_words().rest) for part in claim.folded.split("/"))


def _heads(whole: Claim, other: Claim) -> bool:
    """Return whether one is the total of a note whose heading is the name of the other: 1、货币资金."""
    if not any(says_total(part) for part in whole.folded.split("/")):
        return False
    title = _NUMBERING.sub("", whole.heading.rsplit(">", 1)[-1].strip())
    return len(title) > 1 and title in other.folded.split("/") and not says_total(other.folded)
