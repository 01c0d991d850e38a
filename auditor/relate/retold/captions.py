"""An amount in the line over a table, told again in its row of totals: 按组合计提坏账准备：1,204.55.

The line holds a name and one amount, and no more. The table right below it has one column of that name for
the end of the period, and there the total, or the only row, is that amount. Where another cell of the table
tells it, the line speaks of that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import pairwise

from auditor.lexicon.fold import fold
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import same_fact
from auditor.relate.lines import says_total

#: Characters of a column's name, and digits of an amount that chance does not repeat.
_LEAST_NAME, _LEAST_DIGITS = 4, 4
_MONEY = "money:"
_LINES = frozenset({Source.PROSE, Source.FIGURE})
_LINE = re.compile(r"[^:：0-9]+[:：]\s*(?P<number>[0-9][0-9,.]*)[^0-9]{0,4}")


def captions(facts: Facts) -> Iterator[Relation]:
    """Propose that the amount in the line over a table is the total of the column that the line names."""
    tables: dict[int, list[Claim]] = defaultdict(list)
    for claim in facts.report.claims:
        if claim.seat is not None and is_level(claim) and exact(claim):
            tables[claim.seat.table].append(claim)
    for line, below in pairwise(facts.report.claims):
        if below.seat is not None and _is_caption(line):
            cells = [claim for claim in tables[below.seat.table] if claim.no > line.no]
            total = _total([claim for claim in cells if _named_so(claim, line, facts)])
            if total is not None and not _tells_another(line, total, cells):
                yield same_fact(line, total, "caption")


def _is_caption(claim: Claim) -> bool:
    """Return whether a line is a name with one amount behind it."""
    usable = claim.source in _LINES and is_level(claim) and exact(claim)
    line = _LINE.fullmatch(fold(claim.context).strip()) if usable else None
    return line is not None and claim.quantity.digits >= _LEAST_DIGITS


def _named_so(claim: Claim, line: Claim, facts: Facts) -> bool:
    """Return whether a cell stands under a name that the line ends with, for the end of its period."""
    name = _squeezed(claim.leaf)
    closing = facts.report.calendar.instant(line.period).code
    return (
        len(name) >= _LEAST_NAME
        and _squeezed(line.folded).endswith(name)
        and claim.period.code == closing
        and dimension(claim).startswith(_MONEY)
        and dimension(line) in ("", dimension(claim))
        and (bool(dimension(line)) or claim.quantity.step <= 1)
    )


def _squeezed(label: str) -> str:
    return re.sub(r"\s+", "", label)


def _total(column: Sequence[Claim]) -> Claim | None:
    """Return the first total of a column, or its only number; None where the name has several columns."""
    if len({claim.seat.column for claim in column if claim.seat}) != 1:
        return None
    totals = [claim for claim in column if says_total(claim.folded)]
    return totals[0] if totals else column[0] if len(column) == 1 else None


def _tells_another(line: Claim, total: Claim, cells: Sequence[Claim]) -> bool:
    """Return whether the amount of the line is that of another cell, and not that of the total."""
    if line.quantity.base.meets(total.quantity.base):
        return False
    return any(line.quantity.base.meets(cell.quantity.base) for cell in cells)
