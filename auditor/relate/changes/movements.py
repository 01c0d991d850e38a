"""Changes bound to the level beside them: ...63,934.6 MWh, down 2.3 %; ...97.83 %, 提升 0.65 个百分点.

A sentence that prints a level and, with nothing else of substance between, how it moved, speaks of the row of
a table that prints this level for the year and another one for the year before. The words need not name the
metric as the table does, nor the year that the change is measured against: of a level of the year that is
reported it is the year before. Where they do not, a gap asks a question; where the level is not the row's
beyond doubt, the change can only tie: a long number that one row alone prints is, whatever its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from auditor.lexicon.words.movements import arriving
from auditor.lexicon.words.movements import between
from auditor.lexicon.words.movements import comparing
from auditor.lexicon.words.movements import on_a_year
from auditor.lexicon.words.movements import otherwise
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.period import PeriodKind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_behind
from auditor.relate.adjoining import words_between
from auditor.relate.changes.baseyears import measured_on_base
from auditor.relate.changes.cells import names_row
from auditor.relate.changes.cells import tells_level
from auditor.relate.changes.compounds import compounded
from auditor.relate.changes.growth import change_between
from auditor.relate.changes.growth import growths
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.ratios.wholes import of_all
from auditor.relate.ratios.wholes import row_name

_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)
#: Digits of a level that say that a sentence speaks of the row that prints it, and of one of its very name.
_LEAST_DIGITS, _LEAST_NAMED = 3, 2
#: The same whatever its words.
_LONG = 6


@dataclass(frozen=True, slots=True)
class _Told:
    """A change with the level that it moved, the one that it moved from if told, and the words around.

    ``words`` stand between level and change, ``tail`` behind the change in its clause.
    """

    change: Claim
    level: Claim
    origin: Claim | None
    words: str
    tail: str


def changes(facts: Facts) -> Iterator[Relation]:
    """Propose the changes of a report against the levels of their metric, and against those beside them.

    Of a change that stands beside the level of a row, what sentences and notes tell of its metric counts for
    nothing: there an adjusted figure stands beside the one that it replaces.
    """
    beside = list(movements(facts))
    sure = {item.stated for item in beside if item.strength is not Strength.TIE}
    printed = {claim.ref for claim in facts.levels if claim.source is Source.TABLE}
    for item in growths(facts):
        if item.stated not in sure or printed.issuperset(item.computed.refs):
            yield item
    yield from beside


def movements(facts: Facts) -> Iterator[Relation]:
    """Propose each change of a sentence against the levels of the row whose level stands beside it."""
    for claims, spans in told_sentences(facts.report):
        for claim in claims:
            if _is_change(claim) and not compounded(claim) and not measured_on_base(claim):
                found = _told(claim, claims, spans)
                yield from _relations(found, facts) if found else ()


def _origin(change: Claim, before: Sequence[Claim], spans: Spans) -> Claim | None:
    """Return the level in front of a change, where nothing stands between: 由 97.18 % 提升 0.65 个百分点."""
    if not before or not _moved(change, before[-1]):
        return None
    return before[-1] if _words(before[-1], change, (), spans) is not None else None


def _is_change(claim: Claim) -> bool:
    """Return whether a number tells how another one moved; points between two levels start from neither."""
    return claim.change in _CHANGES or (claim.change is Change.FROM and dimension(claim) == "points")


def _told(claim: Claim, claims: Sequence[Claim], spans: Spans) -> _Told | None:
    """Return a change with the level beside it, None where other words stand between."""
    at = claims.index(claim)
    behind = claims[at + 1] if at + 1 < len(claims) else None
    if behind is not None and behind.change in (Change.LEVEL, Change.TO) and _moved(claim, behind):
        words = _words(claim, behind, (), spans)
        if words is not None and arriving().search(words):
            return _Told(
                claim, behind, _origin(claim, claims[:at], spans), words, words_behind(behind, spans)
            )
    before = [other for other in claims[:at] if other.change in (Change.LEVEL, Change.TO)]
    if not before or not _moved(claim, before[-1]):
        return None
    level = before[-2] if len(before) > 1 and _set_against(before[-2], before[-1], spans) else before[-1]
    passed = claims[claims.index(level) + 1 : at]
    words = _words(level, claim, passed, spans)
    ahead = [other for other in claims[:at] if other.no == level.no - 1 and _words(other, level, (), spans)]
    from_it = [other for other in (*passed, *ahead) if other.change is Change.FROM or other is before[-1]]
    origin = next((other for other in from_it if other is not level), None)
    return _Told(claim, level, origin, words, words_behind(claim, spans)) if words is not None else None


def _set_against(level: Claim, other: Claim, spans: Spans) -> bool:
    """Return whether a number is what the one before is compared with: 15.69 %，较上年的 13.17 % 提高."""
    words = _words(level, other, (), spans)
    return words is not None and dimension(level) == dimension(other) and bool(comparing().search(words))


def _moved(change: Claim, level: Claim) -> bool:
    """Return whether a change may be one of a level: points of a share, a rate or an amount of an amount."""
    if level.base or not exact(level) or not level.period or level.no == change.no or _unlike(change, level):
        return False
    shares = dimension(level) == "percent"
    if dimension(change) == "points":
        return shares
    return not shares and dimension(change) in ("percent", dimension(level))


def _unlike(change: Claim, level: Claim) -> bool:
    """Return whether two numbers are told of two things: A and B rose by 7 % and 13 %, to 509 and 158."""
    scopes = {change.scope, level.scope} - {""}
    return change.metric.known and change.metric == level.metric and len(scopes) > 1


def _words(first: Claim, last: Claim, passed: Sequence[Claim], spans: Spans) -> str | None:
    """Return the words between two numbers, None where some of them speak of something else."""
    words = words_between(first, last, spans, passed)
    return words if words is not None and not between().sub("", words) else None


def _relations(told: _Told, facts: Facts) -> Iterator[Relation]:
    for new, old in _rows(told, facts):
        found = change_between(_as_change(told.change), new, old)
        yield replace(found, strength=_strength(told, new, facts), rule="movement")
    if told.origin is not None and dimension(told.origin) == dimension(told.level):
        found = change_between(_as_change(told.change), told.level, told.origin)
        yield replace(found, rule="movement:sentence")


def _as_change(claim: Claim) -> Claim:
    return replace(claim, change=Change.YOY_POINTS) if claim.change is Change.FROM else claim


def _rows(told: _Told, facts: Facts) -> Iterator[tuple[Claim, Claim]]:
    """Yield the cells of the year and of the year before of the one row that prints the level."""
    found = [
        (cell, old)
        for cell in facts.levels
        if cell.source is Source.TABLE and tells_level(cell, told.level, facts)
        for old in _before(cell, facts)[:1]
    ]
    named = [pair for pair in found if names_row(pair[0], told.level)] or found
    named = [pair for pair in named if _is_all_of(pair[0], told.level)] or named
    if named and all(old.quantity.base.overlaps(named[0][1].quantity.base) for _, old in named):
        yield named[0]


def _before(cell: Claim, facts: Facts) -> list[Claim]:
    """Return what the row of a cell prints for the year before, adjusted figures first."""
    found = [
        other
        for other in facts.by_row.get((cell.seat.table, cell.seat.row) if cell.seat else (-1, -1), ())
        if other.period == cell.period.shifted(-1)
        and dimension(other) == dimension(cell)
        and other.folded == cell.folded
        and exact(other)
    ]
    return sorted(found, key=lambda other: (other.metric.facet("vintage") == "before", other.no))


def _strength(told: _Told, cell: Claim, facts: Facts) -> Strength:
    """Return how sure it is that a change is one of a row, and on the year before."""
    level = told.level
    digits = len(f"{abs(level.quantity.value / level.quantity.step):.0f}") if level.quantity.step else 0
    named = names_row(cell, level)
    known = named or (level.quantity.digits >= _LONG and told.change.quantity.digits >= _LEAST_DIGITS)
    least = _LEAST_NAMED if _is_all_of(cell, level) else _LEAST_DIGITS
    if digits < least or not known or not _on_year_before(told, cell):
        return Strength.TIE
    if named and on_a_year().search(told.words):
        return Strength.MUST
    current = cell.period.year == facts.report.period.year and cell.period.kind is not PeriodKind.PART
    return Strength.QUESTION if current else Strength.TIE


def _is_all_of(cell: Claim, level: Claim) -> bool:
    """Return whether a row bears the very name of a level, under no other name than that of a total."""
    return of_all(cell) and row_name(cell) == level.folded


def _on_year_before(told: _Told, cell: Claim) -> bool:
    """Return whether nothing says that a change is on another year, or like for like, or against an aim."""
    base, year = told.change.base, cell.period.year
    if year is None or (base and base.year != year - 1) or otherwise(told.words + told.tail):
        return False
    named = {int(found) for found in re.findall(r"(?:19|20)[0-9]{2}(?![0-9])", told.words + told.tail)}
    return named <= {year, year - 1}
