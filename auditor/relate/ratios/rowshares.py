"""Shares that a sentence tells of a row and the total of its table: sales to B accounted for 57.3 %.

That a row is a part of a total, the sums of the table prove. A percentage whose words are the name of the row
and words for a share, nothing else, is its share of that total: where it is, it ties; where it is not, and
the sentence names the total too, it is a question. How many points the share moved follows from both years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import printed_digits
from auditor.relate.facts import relation
from auditor.relate.facts import short

#: A share of fewer digits is met by chance among the rows of a report.
_LEAST_DIGITS = 3
#: A shorter name of a row may be anything's.
_LEAST_NAME = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of a row with the total that it is a part of."""

    part: Claim
    whole: Claim

    @property
    def share(self) -> Interval:
        """Return the share, in per cent."""
        return (self.part.quantity.base / self.whole.quantity.base).scale(HUNDRED.number)

    @property
    def expression(self) -> Expression:
        """Return the arithmetic."""
        return Expression.claim(self.part.ref) / Expression.claim(self.whole.ref) * HUNDRED

    @property
    def row(self) -> tuple[int, int, int, int]:
        """Return the two rows, whatever the year."""
        one, other = self.part.seat, self.whole.seat
        assert one is not None and other is not None  # noqa: S101, PT018  # only rows of tables come here
        return (one.table, one.row, other.table, other.row)


def row_shares(facts: Facts, sums: Sequence[Relation], related: frozenset[str]) -> Iterator[Relation]:
    """Propose each share of a sentence against the row and the total that it names.

    ``sums`` are those of tables; a share that is ``related`` otherwise is left to that.
    """
    parts = list(_parts(facts, sums))
    named: dict[str, list[_Part]] = {}
    for item in parts:
        named.setdefault(_name(item.part.leaf), []).append(item)
    told = [claim for claim in facts.report.claims if claim.source is not Source.TABLE]
    for at, claim in enumerate(told):
        if not _is_share(claim):
            continue
        mine = _of_year(claim, [*named.get(_name(_bare(claim.folded)), ()), *_of_group(claim, parts)])
        found = next((item for item in mine if item.share.meets(claim.quantity.base)), None)
        if claim.ref not in related:
            beside = [other for other in told if other.sentence == claim.sentence]
            yield from _shares(claim, mine, found, beside)
        if found is not None:
            yield from _points(found, parts, told[at + 1 : at + 2])


def _parts(facts: Facts, sums: Sequence[Relation]) -> Iterator[_Part]:
    """Yield the parts of the sums of tables, of a plain addition only."""
    claims = {claim.ref: claim for claim in facts.levels}
    for item in sums:
        whole = claims.get(item.stated)
        refs = item.computed.refs
        plain = item.kind is Kind.SUM and item.computed.operator is Operator.ADD and not item.computed.partial
        if whole is None or whole.seat is None or not plain or item.strength is not Strength.MUST:
            continue
        for part in (claims[ref] for ref in refs if ref in claims):
            if part.seat is not None and not whole.quantity.interval.may_be_zero:
                yield _Part(part, whole)


def _is_share(claim: Claim) -> bool:
    return dimension(claim) == "percent" and is_level(claim) and exact(claim) and bool(claim.period)


def _of_year(claim: Claim, found: Sequence[_Part]) -> list[_Part]:
    return [item for item in found if item.part.period.year == claim.period.year]


def _of_group(claim: Claim, parts: Sequence[_Part]) -> list[_Part]:
    """Return the groups of employees that a share of employees names by its facets: women."""
    if claim.metric.base != "headcount_share" or not claim.metric.facets or claim.scope:
        return []
    return [
        item
        for item in parts
        if item.part.metric.base == "headcount" and item.part.metric.facets == claim.metric.facets
    ]


def _bare(folded: str) -> str:
    """Return a folded label without the words that make it a share."""
    return _share_words().sub("|", folded)


def _name(label: str) -> str:
    """Return what a label says without numbering, fillers and the entity, too short ones empty."""
    plain = residue(re.sub(r"^\s*(?:[(]?[0-9]{1,2}[)]?[.、:\s]+|[a-z][.)]\s+)", "", label), [], ())
    return plain if len(plain) >= _LEAST_NAME else ""


@cache
def _share_words() -> re.Pattern[str]:
    words = label_words()
    return re.compile(alternation((*words.share_links, *words.share_ends, *words.share_nouns)))


def _shares(
    claim: Claim, mine: Sequence[_Part], found: _Part | None, beside: Sequence[Claim]
) -> Iterator[Relation]:
    """Yield a share that holds, or that of the one row it names where its sentence names the total."""
    if not mine or not _name(_bare(claim.folded)):
        return
    if found is not None:
        if printed_digits(claim) >= _LEAST_DIGITS:
            yield _share(claim, found, Strength.TIE)
        return
    rows = {item.row for item in mine}
    told = [item for item in mine if _prints(claim, item.whole, beside)]
    if len(rows) == 1 and _names(claim, mine[0].whole):
        told = list(mine)
    said = bool(_share_words().search(fold(claim.context)))
    if said and len({item.row for item in told}) == 1:
        yield _share(claim, told[0], Strength.QUESTION)


def _prints(claim: Claim, whole: Claim, beside: Sequence[Claim]) -> bool:
    """Return whether the sentence of a share tells the total by its number."""
    return any(
        dimension(other) == dimension(whole)
        and other.period.year == whole.period.year
        and other.quantity.base.overlaps(whole.quantity.base)
        for other in beside
        if is_level(other) and exact(other) and other.no != claim.no
    )


def _names(claim: Claim, whole: Claim) -> bool:
    """Return whether the sentence of a share bears the name of the row of the total."""
    name = _name(whole.leaf)
    return len(name) > _LEAST_NAME and name in fold(claim.context)


def _share(claim: Claim, item: _Part, strength: Strength) -> Relation:
    statement = f"{short(item.part)} / {short(item.whole)} × 100 = {short(claim)}"
    keys = (item.part, item.whole)
    return relation(Kind.SHARE, claim, item.expression, statement, "row:share", keys=keys, strength=strength)


def _points(found: _Part, parts: Sequence[_Part], behind: Sequence[Claim]) -> Iterator[Relation]:
    """Yield the points by which a share moved that is told right behind it, from the rows of both years."""
    before = [
        item
        for item in parts
        if item.row == found.row and item.part.period.code == found.part.period.shifted(-1).code
    ]
    for claim in behind:
        year = found.part.period.year
        on_year = claim.base and year is not None and claim.base.year == year - 1
        if claim.change is not Change.YOY_POINTS or not on_year or not before or not exact(claim):
            continue
        moved = found.expression - before[0].expression
        low = (found.share - before[0].share).high
        falls = low is not None and low < 0 and claim.quantity.value > 0
        computed = before[0].expression - found.expression if falls else moved
        statement = f"Δ {short(found.part)} / {short(found.whole)} × 100 {found.part.period} = {short(claim)}"
        keys = (found.part, found.whole, before[0].part, before[0].whole)
        yield relation(
            Kind.DIFFERENCE, claim, computed, statement, "row:points", keys=keys, strength=Strength.QUESTION
        )
