"""Numbers that a list shares out in another order than its names: A, B and C used 3, 1 and 2 t respectively.

All numbers of the list stand in one column of a table, each in one row, and the sentence names each of these
rows once in front of its numbers. Then the order of the names says whose each number is; where it is
another one, that is asked about once, for the first number out of its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import any_of
from auditor.model.claim import Claim
from auditor.model.relation import Relation
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import printed_digits
from auditor.relate.facts import same_fact
from auditor.relate.retold.listed import columns
from auditor.relate.retold.listed import lists
from auditor.relate.retold.listed import of_one_kind

#: Numbers of fewer digits agree by chance, and shorter first words of a name may be any word.
_LEAST_DIGITS, _LEAST_WORD = 3, 4


def reordered_lists(facts: Facts) -> Iterator[Relation]:
    """Propose the first number of a list that is not that of the row whose name has its place."""
    found = None
    for claims, spans in told_sentences(facts.report):
        if not spans or not any_of(label_words().respectively).search(fold(claims[0].context)):
            continue
        found = columns(facts) if found is None else found
        for told in lists(claims):
            yield from _of_list(told, found, spans, facts)


def _of_list(
    told: Sequence[Claim], found: Sequence[Mapping[str, Claim]], spans: Spans, facts: Facts
) -> Iterator[Relation]:
    text = fold(told[0].context)[: spans[told[0].ref][0]]
    if sum(printed_digits(claim) >= _LEAST_DIGITS for claim in told) < len(told) - 1:
        return
    orders = [order for column in found if (order := _in_order(told, column, text, facts))]
    right = any(all(map(_equal, told, order)) for order in orders)
    if not orders or right:
        return
    claim, cell = next(pair for pair in zip(told, orders[0], strict=True) if not _equal(*pair))
    yield same_fact(claim, cell, "same:reordered")


def _in_order(told: Sequence[Claim], column: Mapping[str, Claim], text: str, facts: Facts) -> list[Claim]:
    """Return the cells that print the numbers of a list, in the order in which the text names their rows."""
    rows: list[tuple[str, Claim]] = []
    for claim in told:
        same = [row for row in column.items() if _equal(claim, row[1]) and of_one_kind(claim, row[1], facts)]
        rows.extend(same if len(same) == 1 else ())
    cells = [cell for _, cell in rows]
    places = {cell.ref: _place(cell.leaf if name in cell.leaf else name, text) for name, cell in rows}
    if len(places) != len(told) or len({*places.values(), -1}) != len(told) + 1:
        return []
    return sorted(cells, key=lambda cell: places[cell.ref])


def _equal(claim: Claim, cell: Claim) -> bool:
    return claim.size == cell.size


def _place(label: str, text: str) -> int:
    """Return where a text names a row, by its label or the first word of it; -1 where not just once."""
    plain = re.sub(r"[(][^()]*[)]", "", label).strip()
    for name in (plain, plain.split(" ", 1)[0]):
        if len(name) < (_LEAST_WORD if name != plain else 2):
            continue
        found = [match.start() for match in re.finditer(rf"(?<![a-z]){re.escape(name)}(?![a-z])", text)]
        if found:
            return found[0] if len(found) == 1 else -1
    return -1
