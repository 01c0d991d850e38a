"""Changes and shares of a number that a sentence tells together with it, where a table tells that number too.

The number in front of the change (自发自用 1,204.5 万千瓦时，为上年的 1.62 倍) is one of a row.
So the row is known, whatever its name: what it tells of the base is what the change is measured on, or it
tells the change itself. A share of a total (占总用电量的 8.1%) is one of the row that bears its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from functools import partial

from auditor.lexicon.fold import fold
from auditor.lexicon.naming import facets_of
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.roles import roles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.anchors import told_again
from auditor.relate.changes.baseyears import measured_on_base
from auditor.relate.changes.baseyears import under_base
from auditor.relate.changes.direction import falls
from auditor.relate.changes.growth import change_between
from auditor.relate.changes.twoyears import cells_of_two_years
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import percent_of
from auditor.relate.facts import percentage
from auditor.relate.facts import relation
from auditor.relate.facts import same_fact
from auditor.relate.facts import short
from auditor.relate.ratios.wholes import named_whole

_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS, Change.BASE_YEAR_DECLINE)


@dataclass(frozen=True)
class _Tables:
    """The numbers of the tables of a report, by row."""

    facts: Facts

    def beside(self, cell: Claim) -> Sequence[Claim]:
        """Return the numbers of the row of a cell, or of the chart of a figure, which bear one name."""
        if cell.seat is None:
            return self.charts.get((cell.heading, cell.folded), ())
        return self.facts.rows[cell.seat.table, cell.seat.row]

    @cached_property
    def charts(self) -> Mapping[tuple[str, str], Sequence[Claim]]:
        """Return the figures under each title and name."""
        found: dict[tuple[str, str], list[Claim]] = {}
        for claim in self.facts.report.claims:
            if claim.source is Source.FIGURE:
                found.setdefault((claim.heading, claim.folded), []).append(claim)
        return found

    def one(self, cell: Claim, fits: Callable[[Claim], bool]) -> Claim | None:
        """Return the one level of its kind in the row of a cell that fits."""
        found = [item for item in self.beside(cell) if exact(item) and is_level(item) and fits(item)]
        found = [item for item in found if dimension(item) == dimension(cell)]
        return found[0] if len({item.quantity.value for item in found}) == 1 else None


def anchored(facts: Facts, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Propose each change and share whose number a table tells, where nothing else is held against it."""
    tables = _Tables(facts)
    cells = {**cells_of_two_years(facts), **told_again(facts, relations)}
    related = {item.stated for item in relations if item.kind is not Kind.SAME_FACT}
    shares = {item.stated: item for item in relations if item.kind is Kind.SHARE}
    told = [claim for claim in facts.report.claims if claim.source is not Source.TABLE]
    for at, claim in enumerate(told):
        if claim.ref in related or not exact(claim) or claim.confidence != "strong":
            continue
        before = [item for item in told[max(at - 4, 0) : at] if item.sentence == claim.sentence]
        found = _change(claim, before, cells, tables) if _is_change(claim) else None
        found = found or _share(claim, before, cells, tables)
        found = found or _points(claim, before, shares, cells, tables)
        if found is not None:
            shares.setdefault(claim.ref, found)
            yield found


def _is_change(claim: Claim) -> bool:
    times = dimension(claim) == "multiple" and claim.change is Change.TO and bool(claim.base)
    return claim.change in _CHANGES or times


def _change(
    claim: Claim, before: Sequence[Claim], cells: Mapping[str, Claim], tables: _Tables
) -> Relation | None:
    """Return a change against the row of the number that its sentence told last of the same thing."""
    levels = [item for item in before if is_level(item) and item.change is not Change.FROM]
    if not levels or not _one_thing(levels[-1], claim) or levels[-1].ref not in cells:
        return None
    cell = cells[levels[-1].ref]
    row = [item for item in tables.beside(cell) if exact(item) and not measured_on_base(item)]
    olds = [item for item in row if is_level(item) and _is_base(item, claim, cell)]
    values = {item.quantity.value for item in olds}
    if len(values) == 1 and dimension(olds[0]) == dimension(cell) and _one_kind(claim, cell):
        return replace(
            change_between(claim, cell, olds[0]), rule="anchored:change", strength=Strength.QUESTION
        )
    again = [item for item in row if item.change in _CHANGES and item.period == claim.period]
    again = [item for item in again if item.metric == cell.metric and dimension(item) == dimension(claim)]
    return _again(claim, again[0]) if len(again) == 1 and not olds else None


def _one_thing(told: Claim, claim: Claim) -> bool:
    """Return whether two numbers of a sentence bear one name, and no other thing is named between them."""
    words, before = set(claim.scope.split()), set(told.scope.split())
    return told.label == claim.label and (words <= before or before <= words)


def _is_base(item: Claim, claim: Claim, cell: Claim) -> bool:
    """Return whether a number of a row is the one of what a change is measured against."""
    if item is cell or item.metric.facet("vintage") == "before":
        return False
    if facets_of(item.folded) != facets_of(cell.folded):
        return False
    if claim.base:
        return item.period.year == claim.base.year and item.period.year != cell.period.year
    return _on_first_year(claim) and under_base(item)


def _on_first_year(claim: Claim) -> bool:
    """Return whether a change is one on the base year: said of itself, or by its sentence."""
    named = re.search(alternation(quantity_words().base_year_names), fold(claim.context))
    return claim.change is Change.BASE_YEAR_DECLINE or (claim.change in _CHANGES and bool(named))


def _one_kind(claim: Claim, cell: Claim) -> bool:
    """Return whether a change can be one of a level: points of a percentage, an amount in its unit."""
    kind = dimension(claim)
    if kind == "points":
        return dimension(cell) == "percent"
    return kind in ("percent", "multiple") or kind == dimension(cell)


def _again(claim: Claim, cell: Claim) -> Relation | None:
    """Return a change of prose against the same change in the row of its number."""
    if dimension(claim) != dimension(cell) or claim.change is Change.BASE_YEAR_DECLINE:
        return None
    told = Expression.claim(cell.ref)
    fell, fallen = falls(claim), falls(cell) or cell.quantity.value < 0
    value = told if (cell.quantity.value < 0) is not fallen or not fallen else Expression.constant(0) - told
    computed = Expression.constant(0) - value if fell is not fallen else value
    return same_fact(claim, cell, "anchored:again", computed=computed)


def _share(
    claim: Claim, before: Sequence[Claim], cells: Mapping[str, Claim], tables: _Tables
) -> Relation | None:
    """Return a share of a named total against the row of the number in front of it and that of the total.

    A share of another year (占 36.0 %，上年为 26.0 %) is one of what the row tells of that year.
    """
    if dimension(claim) != "percent" or not is_level(claim):
        return None
    amounts = [item for item in before if is_level(item) and dimension(item) not in ("percent", "points", "")]
    cell = (
        _of_its_year(cells[amounts[-1].ref], claim, tables) if amounts and amounts[-1].ref in cells else None
    )
    if cell is None:
        return None
    if not claim.label.startswith(amounts[-1].label):
        part = _of_sex(claim, amounts[-1], cell, tables.facts)
        return _quotient_of(claim, part, cell) if part is not None else None
    whole = named_whole(claim.label[len(amounts[-1].label) :], cell, tables.facts)
    if whole is None or dimension(whole) != dimension(cell) or whole.quantity.interval.may_be_zero:
        return None
    return _quotient_of(claim, cell, whole)


def _of_its_year(cell: Claim, claim: Claim, tables: _Tables) -> Claim | None:
    """Return what the row of a cell tells of the year of a claim."""
    if claim.period.year == cell.period.year:
        return cell
    said, year = facets_of(cell.folded), claim.period.year
    return tables.one(cell, lambda other: other.period.year == year and facets_of(other.folded) == said)


def _quotient_of(claim: Claim, part: Claim, whole: Claim) -> Relation:
    return percent_of(claim, part, whole, "anchored:share")


def _of_sex(claim: Claim, told: Claim, cell: Claim, facts: Facts) -> Claim | None:
    """Return the number of women or men beside that of a group: 主管 214 人中女性占 30.4%."""
    sex = claim.metric.facet("gender")
    if not sex or claim.metric.base != roles().staff_share or claim.scope != told.folded:
        return None
    found = [
        item
        for item in facts.levels
        if item.seat is not None
        and cell.seat is not None
        and (item.seat.table, item.seat.row) == (cell.seat.table, cell.seat.row)
        and item.period == cell.period
        and dict(facets_of(item.folded)).get("gender") == sex
    ]
    return found[0] if len(found) == 1 and found[0].quantity.value < cell.quantity.value else None


def _points(
    claim: Claim,
    before: Sequence[Claim],
    shares: Mapping[str, Relation],
    cells: Mapping[str, Claim],
    tables: _Tables,
) -> Relation | None:
    """Return the points by which the share told last moved, from the rows of its two numbers."""
    last = before[-1] if before else None
    if claim.change is not Change.YOY_POINTS or last is None or last.label != claim.label:
        return None
    share = shares.get(last.ref)
    both = _quotient(share, last, cells, tables) if share else None
    olds = [tables.one(item, partial(_is_base, claim=claim, cell=item)) for item in both] if both else []
    part, whole = olds or (None, None)
    if both is None or part is None or whole is None or whole.quantity.interval.may_be_zero:
        return None
    new, old = _part_of(*both), _part_of(part, whole)
    moved = (old - new) if falls(claim) else (new - old)
    statement = f"Δ {short(both[0])} / {short(both[1])} × 100 {claim.period} / {claim.base} = {short(claim)}"
    keys = (*both, part, whole)
    return relation(
        Kind.DIFFERENCE, claim, moved, statement, "anchored:points", keys=keys, strength=Strength.QUESTION
    )


def _part_of(part: Claim, whole: Claim) -> Expression:
    return Expression.claim(part.ref) / Expression.claim(whole.ref) * HUNDRED


def _quotient(
    share: Relation, told: Claim, cells: Mapping[str, Claim], tables: _Tables
) -> tuple[Claim, Claim] | None:
    """Return the cells of the part and of the whole of a share that they give."""
    claims = {claim.ref: claim for claim in tables.facts.report.claims}
    refs = share.computed.operands[0].operands if share.computed.operator is Operator.MULTIPLY else ()
    if len(refs) != 2 or any(item.operator is not Operator.CLAIM for item in refs):
        return None
    part, whole = (cells.get(item.ref) or claims[item.ref] for item in refs)
    if part.seat is None or whole.seat is None or whole.quantity.interval.may_be_zero:
        return None
    given = percentage(part, whole)
    return (part, whole) if given.meets(told.quantity.base) else None
