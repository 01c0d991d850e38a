"""Steps of a statement: 三、营业利润, 加：营业外收入, 减：营业外支出, 四、利润总额.

Between two numbered results of a statement the labels say what is added and what is taken off: that is the
arithmetic as printed, and it needs no other column to prove it. A split of one of the steps (其中) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.lexicon.fold import fold
from auditor.lexicon.measures.numerals import numeral_words
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import lines
from auditor.relate.lines import partial
from auditor.relate.lines import put_on
from auditor.relate.lines import tables
from auditor.relate.lines import taken_off
from auditor.relate.sums.signed import in_words
from auditor.relate.sums.signed import worked_out


def steps(facts: Facts) -> Iterator[Relation]:
    """Propose each numbered result of a statement as the one before it with the steps between."""
    for claims in tables(facts):
        rows = [line for line in lines(claims, down=True) if not partial(line)]
        for at, first in enumerate(rows):
            between = _steps(rows[at + 1 :]) if _number(first) else []
            last = rows[at + 1 + len(between)] if at + 1 + len(between) < len(rows) else None
            if between and last is not None and _number(last) == _number(first) + 1:
                yield from _relations(first, between, last)


def _steps(rows: Sequence[Line]) -> list[tuple[int, Line]]:
    """Return the rows whose labels say that they are added or taken off, up to the first that does not."""
    found: list[tuple[int, Line]] = []
    for row in rows:
        sign = -1 if taken_off(row) else 1 if put_on(row) else 0
        if not sign:
            break
        found.append((sign, row))
    return found


def _number(row: Line) -> int:
    """Return the number of a result, 三、 is 3; 0 for a row without one."""
    listed = numeral_words().listed
    found = re.match(rf"([{listed}])[、.]", fold(row.first.label.rsplit(" / ", 1)[-1]).strip())
    return listed.index(found[1]) + 1 if found else 0


def _relations(first: Line, between: Sequence[tuple[int, Line]], last: Line) -> Iterator[Relation]:
    """Yield the step in each column in which both results are told; an empty step is nought."""
    for position, stated in last.claims.items():
        told = [(1, first), *between]
        terms = tuple((sign, row.claims[position]) for sign, row in told if position in row.claims)
        alike = all(dimension(claim) == dimension(stated) for _, claim in terms)
        if position in first.claims and len(terms) > 1 and alike:
            statement = f"{in_words(terms)} = {short(stated)}"
            keys = tuple(claim for _, claim in terms)
            yield relation(Kind.DIFFERENCE, stated, worked_out(terms), statement, "table:step", keys=keys)
