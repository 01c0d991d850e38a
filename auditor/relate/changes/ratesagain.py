"""Rates of change told once more: behind the same level in two sentences, in a row that a sentence names.

A report says in its outlook what it said in its review: orders of 1,360.07 million, up 35.06 %. Where two
sentences tell one number of one thing, with nothing but the change behind it, the change is one too. A
sentence names a row that the lexicon does not know where all parts of its label stand in front of the
rate; that a rate then is one slip of the hand away from that of the row is what makes it more than a
likeness, or that the sentence calls it by those parts and by nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import pairwise

from auditor.lexicon.fold import fold
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_between
from auditor.relate.changes.retoldchanges import same_rate
from auditor.relate.changes.retoldchanges import signed
from auditor.relate.evidence import vetoed
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import printed_digits
from auditor.relate.lines import says_total
from auditor.relate.slips import agreeing_digits_of

_RATES = (Change.YOY_GROWTH, Change.YOY_DECLINE)
#: Digits of a level that two sentences share, and of a rate that must agree but for a slip.
_LEVEL_DIGITS, _RATE_DIGITS = 4, 3
#: A row is named by so many characters in all, none of its parts being a total.
_LEAST_NAME = 4
_MOVED = (10, 100)
_BLANKS = re.compile(r"\s+")


def rates_again(facts: Facts) -> Iterator[Relation]:
    """Propose each rate of change of a sentence against the same one told elsewhere."""
    seen: list[tuple[Claim, Claim]] = []
    cells = _named_cells(facts)
    for claims, spans in told_sentences(facts.report):
        for level, rate in _beside(claims, spans):
            first = next((pair for pair in seen if _one(pair, (level, rate))), None)
            if first is None:
                seen.append((level, rate))
            else:
                yield same_rate(rate, first[1], Strength.QUESTION)
        yield from _of_rows(claims, spans, cells)


def _beside(claims: Sequence[Claim], spans: Spans) -> Iterator[tuple[Claim, Claim]]:
    """Yield each level of a sentence with the rate behind it that tells its change and nothing else.

    What narrows the level stands beside it (13.6 million including tax, up 35 %), and is not said of the rate
    again.
    """
    for level, rate in pairwise(claims):
        words = words_between(level, rate, spans)
        near = words is not None and not re.search(r"[0-9。;；]", words)
        same = level.metric == rate.metric and level.period == rate.period
        same = same and rate.scope in ("", level.scope)
        if near and same and level.level and _is_rate(rate) and rate.base and exact(level):
            yield level, rate


def _is_rate(claim: Claim) -> bool:
    return claim.change in _RATES and dimension(claim) == "percent" and exact(claim) and bool(claim.period)


def _one(told: tuple[Claim, Claim], again: tuple[Claim, Claim]) -> bool:
    """Return whether two sentences tell one number of one thing, with its change on one base."""
    (level, rate), (other, moved) = told, again
    alike = level.metric == other.metric and level.scope == other.scope and level.period == other.period
    based = rate.base == moved.base and level.sentence != other.sentence
    return (
        alike
        and based
        and min(printed_digits(level), printed_digits(other)) >= _LEVEL_DIGITS
        and dimension(level) == dimension(other)
        and level.quantity.base.overlaps(other.quantity.base)
        and not vetoed(level, other)
        and not vetoed(rate, moved)
    )


def _named_cells(facts: Facts) -> Mapping[tuple[str, ...], list[Claim]]:
    """Return the rates of tables that the lexicon does not know, by the parts of the names of their rows."""
    found: dict[tuple[str, ...], list[Claim]] = {}
    for claim in facts.report.claims:
        if claim.source is Source.TABLE and not claim.metric.known and _is_rate(claim):
            name = tuple(part.strip() for part in claim.metric.base.lstrip("?").split("/"))
            if sum(map(len, name)) >= _LEAST_NAME and not any(
                len(part) < 2 or says_total(part) for part in name
            ):
                found.setdefault(name, []).append(claim)
    return found


def _of_rows(
    claims: Sequence[Claim], spans: Spans, cells: Mapping[tuple[str, ...], list[Claim]]
) -> Iterator[Relation]:
    """Propose each rate of a sentence against that of the row whose name stands in front of it."""
    for at, claim in enumerate(claims):
        if claim.ref not in spans or claim.metric.known or not _is_rate(claim):
            continue
        start = spans[claims[at - 1].ref][1] if at and claims[at - 1].ref in spans else 0
        before = fold(claim.context)[: spans[claim.ref][0]]
        cell = _row_named(_plain(before), _plain(before[start:]), claim, cells)
        if cell is not None and signed(claim).meets(signed(cell)):
            yield same_rate(claim, cell, Strength.TIE)
        elif cell is not None and (_one_slip(claim, cell) or _called_alike(claim, cell)):
            yield same_rate(claim, cell, Strength.QUESTION)


def _row_named(
    words: str, last: str, claim: Claim, cells: Mapping[tuple[str, ...], list[Claim]]
) -> Claim | None:
    """Return the rate of the row that a sentence names, the own name of the row behind its last number."""
    names = [name for name in cells if name[-1] in last and all(part in words for part in name)]
    longest = max((sum(map(len, name)) for name in names), default=0)
    found = [
        cell
        for name in names
        if sum(map(len, name)) == longest
        for cell in cells[name]
        if cell.period.year == claim.period.year and printed_digits(cell) >= _RATE_DIGITS
    ]
    return found[0] if len({cell.quantity.value for cell in found}) == 1 else None


def _plain(text: str) -> str:
    return _BLANKS.sub("", text)


def _one_slip(claim: Claim, cell: Claim) -> bool:
    """Return whether two rates are one slip of the hand apart: a digit, or the place."""
    told, other = abs(claim.quantity.value), abs(cell.quantity.value)
    step = max(claim.quantity.step, cell.quantity.step)
    moved = any(told in (other * times, other / times) for times in _MOVED)
    return moved or agreeing_digits_of(told, other, step) >= _RATE_DIGITS


def _called_alike(claim: Claim, cell: Claim) -> bool:
    """Return whether a sentence calls a rate by all parts of the label of a row, and by nothing else."""
    parts = [part.strip() for part in cell.metric.base.lstrip("?").split("/")]
    return len(parts) > 1 and _plain(claim.metric.base.lstrip("?")) == _plain("".join(parts))
