"""Which cell of a table or chart tells the number of a sentence again, so that its row is known."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import printed_digits
from auditor.relate.ratios.wholes import row_name

#: A shorter name may be anything's.
_LEAST_NAME = 2
#: A number of fewer digits is found in a table by chance.
_LEAST_DIGITS = 3


def told_again(facts: Facts, relations: Sequence[Relation]) -> Mapping[str, Claim]:
    """Return the cell that tells the number of a sentence again, by the sentence's claim."""
    claims = {claim.ref: claim for claim in facts.report.claims}
    found: dict[str, Claim] = {}
    for item in relations:
        if item.kind is not Kind.SAME_FACT or item.computed.operator is not Operator.CLAIM:
            continue
        stated, cell = claims.get(item.stated), claims.get(item.computed.ref)
        if stated is None or cell is None:
            continue
        if stated.source is Source.FIGURE and cell.seat is None:
            stated, cell = cell, stated
        if (cell.seat is not None or cell.source is Source.FIGURE) and _is_sure(stated, cell):
            found[stated.ref] = cell
    return _of_one_name(facts, found)


def _of_one_name(facts: Facts, found: dict[str, Claim]) -> dict[str, Claim]:
    """Return the cells, with those of rows that bear the very name that a sentence gives their number."""
    named: dict[tuple[str, str, int | None], list[Claim]] = {}
    for item in facts.levels:
        if item.seat is not None and item.period.year:
            named.setdefault((row_name(item), dimension(item), item.period.year), []).append(item)
    for claim in facts.levels:
        if claim.source is Source.TABLE or claim.ref in found or len(claim.folded) < _LEAST_NAME:
            continue
        alike = named.get((claim.folded, dimension(claim), claim.period.year), [])
        alike = [item for item in alike if _is_sure(claim, item)]
        if len({(item.seat.table, item.seat.row) for item in alike if item.seat}) == 1:
            found[claim.ref] = alike[0]
    return found


def _is_sure(stated: Claim, cell: Claim) -> bool:
    met = stated.quantity.base.meets(cell.quantity.base)
    return met and printed_digits(stated) >= _LEAST_DIGITS and is_level(cell) and exact(cell)
