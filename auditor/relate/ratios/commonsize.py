"""Rows of a table whose title says what they are a percentage of: statement of income, in % of net revenue.

Such a table tells again, as shares of one total, rows that another table of the report tells as amounts. A
row is the share of the row that bears its name. Where most rows of the table hold, the others must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from functools import cache

from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import percent_of
from auditor.relate.facts import percentage
from auditor.relate.facts import telling
from auditor.relate.ratios.wholes import row_name

_SMALL = particles()

#: So many rows must hold, and so many times as many as do not, before a row must.
_PROVED = Support(results=4)
#: A shorter name of a row may be anything's.
_LEAST_NAME = 3

#: The amounts that rows tell, by name of row, period and dimension.
_Amounts = Mapping[tuple[str, str], Sequence[Claim]]


def common_sized(facts: Facts) -> Iterator[Relation]:
    """Propose each row of a table of percentages as the amount of its name over the whole of the title."""
    tables: dict[int, list[Claim]] = {}
    for claim in facts.levels:
        if claim.seat is not None and dimension(claim) == "percent" and exact(claim) and claim.period:
            tables.setdefault(claim.seat.table, []).append(claim)
    titled = [cells for cells in tables.values() if _whole_of(cells[0].heading)]
    amounts = _amounts(facts) if titled else {}
    for cells in titled:
        yield from _of_table(cells, amounts, facts)


def _of_table(cells: Sequence[Claim], amounts: _Amounts, facts: Facts) -> Iterator[Relation]:
    found = [
        (cell, part, whole)
        for cell in cells
        if telling(cell)
        and (whole := _whole(cell, facts)) is not None
        and (part := _amount(cell, whole, amounts)) is not None
    ]
    held = sum(_meets(*item) for item in found)
    sure = _PROVED.bears(held, len(found) - held)
    strength = Strength.MUST if sure else Strength.TIE
    for cell, part, whole in found:
        yield percent_of(cell, part, whole, "table:common", strength)


def _meets(cell: Claim, part: Claim, whole: Claim) -> bool:
    return percentage(part, whole).meets(cell.quantity.base)


def _amounts(facts: Facts) -> _Amounts:
    """Return the amounts in rows of tables, by the name of the row and the period."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in facts.levels:
        if claim.seat is not None and exact(claim) and dimension(claim) not in ("percent", "points", ""):
            found.setdefault((row_name(claim), claim.period.code), []).append(claim)
    return found


def _amount(cell: Claim, whole: Claim, amounts: _Amounts) -> Claim | None:
    """Return the amount that bears the name of a row, None where tables tell several."""
    label = row_name(cell)
    if len(label) < _LEAST_NAME or label == row_name(whole):
        return None
    told = [
        item
        for item in amounts.get((label, cell.period.code), ())
        if dimension(item) == dimension(whole) and abs(item.size) <= whole.size
    ]
    alike = all(item.quantity.base.overlaps(told[0].quantity.base) for item in told)
    return told[0] if told and alike else None


def _whole(cell: Claim, facts: Facts) -> Claim | None:
    """Return what the report tells in a table of the whole that the title names."""
    named = name(_whole_of(cell.heading), NO_UNIT, any_unit=True)
    if named is None or metrics().entry(named.metric.base).nature == "ratio":
        return None
    whole = facts.tell(named.metric, named.residue, cell.period)
    usable = whole is not None and whole.seat is not None and exact(whole) and whole.size > 0
    return whole if usable else None


@cache
def _whole_of(heading: str) -> str:
    """Return the whole of which the last heading says that percentages are told, else nothing."""
    found = _titled().search(heading.rsplit(" > ", 1)[-1])
    return (found["before"] or found["behind"] or "").strip() if found else ""


@cache
def _titled() -> re.Pattern[str]:
    words = label_words()
    links = alternation(words.share_titles)
    ends = alternation(words.share_ends)
    return re.compile(
        rf"{_SMALL.shares}(?P<before>[^,，。;；:：()（）%]{{2,16}}?){_SMALL.of}?{ends}|{links}\s+(?P<behind>[^,;:()%]{{3,40}})"
    )
