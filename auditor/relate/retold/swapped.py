"""Two numbers of one sentence that were exchanged: head office and branches used 301,240 and 91,350 tonnes.

Each number stands in the table under the name of the other. Either tie alone would say that the sentence
speaks of the other row; both together, each with the name of its neighbour, say that it mixed them up. The
list may have been read in another order than it was meant, so it is a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.facts import exact
from auditor.relate.facts import printed_digits

#: Shorter numbers are met in a table by chance.
_LEAST_DIGITS = 3
#: A number of a sentence with what a table tells of its fact.
_Pair = tuple[Claim, Claim]


def swapped(pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """Yield of each exchange the pair of the number that is told first; ``pairs`` do not agree."""
    told = [pair for pair in pairs if _sure(*pair)]
    for at, (one, here) in enumerate(told):
        for other, there in told[at + 1 :]:
            beside = one.sentence == other.sentence and one.no != other.no and _one_table(here, there)
            if beside and _exchanged(one, there) and _exchanged(other, here):
                yield (one, here) if one.no < other.no else (other, there)


def _sure(stated: Claim, printed: Claim) -> bool:
    strong = stated.confidence == "strong" and exact(stated) and stated.sentence >= 0
    return strong and printed.source is Source.TABLE and printed_digits(stated) >= _LEAST_DIGITS


def _exchanged(stated: Claim, printed: Claim) -> bool:
    return stated.quantity.base.overlaps(printed.quantity.base) and stated.period == printed.period


def _one_table(one: Claim, other: Claim) -> bool:
    here, there = one.seat, other.seat
    if here is None or there is None or one.ref == other.ref:
        return False
    return here.table == there.table and here.column == there.column
