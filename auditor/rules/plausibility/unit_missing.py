"""Rows without a unit in a table whose other rows have one.

What it flags:
    Rows of a table that tell what is weighed or metered (energy, water, waste, emissions) by year and have no
    unit, while the rows around them have theirs.

Why it matters:
    Tonnes and kilograms cannot be told apart. Nothing that needs the number can be recomputed, here or next
    year.

How it decides:
    At least three rows of the table, and more than lack one, have a unit; the metric of the row is known and
    has no form without a unit (no count, share or sum of money); label, head and number name none. In a PDF a
    unit may have been printed once for several rows: there the rows next to it must not have one that fits.

Example:
    "柴油消耗量 | | 119.86 | 128.42" between rows in MWh and tonnes.

When it is wrong:
    When the unit stands in a caption or note that was not read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.metrics import metrics
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.base import finding_id
from auditor.rules.plausibility.yearly import YearRow
from auditor.rules.plausibility.yearly import year_rows

CODE = "U207"
SEVERITY = Severity.NOTE
TITLE = "缺少计量单位"
MESSAGE = "{place}的表中，有 {count} 行未注明计量单位（{rows}），而同表其他行已注明；请补充。"

_LEAST_ROWS, _LEAST_YEARS = 3, 2
_SHOWN = 5
_MEASURED = frozenset({"energy", "coal_equivalent", "mass", "ghg", "volume", "volume_normal"})
_BRACKET = re.compile(r"[(（\[].")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each table with rows that lack their unit."""
    for report in dossier.reports:
        tables: defaultdict[int, list[YearRow]] = defaultdict(list)
        for row in year_rows(report):
            if len(row.years) >= _LEAST_YEARS:
                tables[row.table].append(row)
        for rows in tables.values():
            bare = [row for row in rows if _bare(row)]
            lacking = [row.latest for row in bare if _measured(row.latest) and not _shares(row, rows)]
            if lacking and len(rows) - len(bare) >= max(_LEAST_ROWS, len(bare) + 1):
                yield _finding(lacking)


def _bare(row: YearRow) -> bool:
    """Return whether no number of a row has a unit; a dash in the column of units is none."""
    return not any(_unit(claim) for claim in row.years.values())


def _unit(claim: Claim) -> bool:
    quantity = claim.quantity
    told = quantity.unit_text + quantity.full_unit
    return bool(quantity.unit.id) or any(char.isalnum() or char in "%‰" for char in told)


def _measured(claim: Claim) -> bool:
    """Return whether a number means nothing without a unit, and its label may not hold one."""
    if not claim.metric.known or _BRACKET.search(claim.label):
        return False
    return metrics().entry(claim.metric.base).dimensions <= _MEASURED


def _shares(row: YearRow, rows: Sequence[YearRow]) -> bool:
    """Return whether a row of a PDF may share the unit of a row next to it, printed once for both."""
    fitting = metrics().entry(row.latest.metric.base).dimensions
    return row.latest.place.page is not None and any(
        abs(other.row - row.row) == 1 and other.latest.quantity.unit.dimension in fitting for other in rows
    )


def _finding(lacking: Sequence[Claim]) -> Finding:
    first = lacking[0]
    rows = say("；").join(f"{claim.label} {claim.quantity.text}" for claim in lacking[:_SHOWN])
    shown = rows if len(lacking) <= _SHOWN else say("{rows} 等", rows=rows)
    message = say(MESSAGE, place=wording.place_words(first.place), count=len(lacking), rows=shown)
    return replace(
        about(first, Heading(CODE, SEVERITY, TITLE, MESSAGE), message),
        id=finding_id(CODE, first.metric.id, "", first.scope, first.report),
        claims=tuple(claim.ref for claim in lacking),
    )
