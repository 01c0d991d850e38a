"""Tables of which no head tells the period: their numbers accuse nobody, and a doubt tells so."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.document import Doubt
from auditor.model.saying import saying

#: So many numbers make a column, and so many columns without a period are not known from each other.
_NUMBERS, _COLUMNS = 3, 2
#: Doubts that tell already that the heads of a table were not read.
_TOLD = ("heads_not_read", "column_without_head", "head_of_two_columns")


def undated(claims: Sequence[Claim], doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Return a doubt for each table with columns of numbers whose period is not known.

    ``doubts`` are those of the reading: where one tells of missing heads on a page, no other is needed.
    """
    told = {doubt.place.page for doubt in doubts if doubt.code in _TOLD and doubt.place.page is not None}
    tables: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.seat is not None and not claim.period and claim.place.page not in told:
            tables[claim.seat.table].append(claim)
    return tuple(_doubt(found) for found in tables.values() if _in_columns(found))


def _in_columns(claims: Sequence[Claim]) -> bool:
    count = Counter(claim.seat.column for claim in claims if claim.seat is not None)
    return sum(numbers >= _NUMBERS for numbers in count.values()) >= _COLUMNS


def _doubt(claims: Sequence[Claim]) -> Doubt:
    first, more = claims[0].quantity.text, len(claims) - 1
    detail = saying(
        "没有表头说明“{first}”及另 {more} 个数字的期间；已核对，但不据此报错", first=first, more=more
    )
    return Doubt("period_not_read", claims[0].place, detail)
