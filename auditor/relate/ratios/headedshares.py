"""Columns of shares whose head names the whole: 占利润总额比例 beside the amounts of the rows.

The amount stands in the row, in the column before; the whole is told elsewhere in the report. That the head
means this whole, the rows must show, of one year at least where the table tells several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import MOSTLY
from auditor.relate.chance import SHOWN
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import percent_of
from auditor.relate.facts import percentage


def headed_shares(facts: Facts) -> Iterator[Relation]:
    """Propose each share of such a column as the amount in its row over the whole that its head names."""
    found: dict[tuple[int, str], list[tuple[Claim, Claim, Claim]]] = {}
    for claim in facts.levels:
        if claim.seat is None or dimension(claim) != "percent" or not exact(claim) or not claim.period:
            continue
        head = column_head(claim).rsplit(" / ", 1)[-1]
        whole = _whole(head, claim, facts)
        part = _part(claim, whole, facts) if whole is not None else None
        if whole is not None and part is not None:
            found.setdefault((claim.seat.table, head), []).append((claim, part, whole))
    for told in found.values():
        cases = [case for case in told if not _plugged(*case)]
        held = sum(_holds(*case) for case in cases)
        if MOSTLY.bears(held, len(cases) - held):
            sure = SHOWN.bears(held, len(cases) - held)
            strength = Strength.MUST if sure else Strength.QUESTION
            yield from (percent_of(*case, "headed:share", strength) for case in cases)


def _whole(head: str, claim: Claim, facts: Facts) -> Claim | None:
    """Return what the report tells for the time of a share of the whole that its head names."""
    found = _of().fullmatch(clean(head))
    named = name(found["whole"], NO_UNIT, any_unit=True) if found else None
    if named is None or named.residue or metrics().entry(named.metric.base).nature == "ratio":
        return None
    whole = facts.tell(named.metric, "", claim.period)
    usable = whole is not None and exact(whole) and not whole.quantity.interval.may_be_zero
    return whole if usable else None


def _part(claim: Claim, whole: Claim, facts: Facts) -> Claim | None:
    """Return the last amount of the kind of a whole that stands before a share in its row, of its time."""
    seat = claim.seat
    row = facts.by_row.get((seat.table, seat.row), ()) if seat else ()
    alike = [item for item in row if exact(item) and dimension(item) == dimension(whole) and item != whole]
    before = [
        item
        for item in alike
        if item.seat and seat and item.seat.column < seat.column and item.period == claim.period
    ]
    return max(before, key=lambda item: item.seat.column if item.seat else -1, default=None)


def _holds(claim: Claim, part: Claim, whole: Claim) -> bool:
    return percentage(part, whole).meets(claim.quantity.base)


def _plugged(claim: Claim, part: Claim, whole: Claim) -> bool:
    """Return whether a share misses by less than its last digit, so that all of them make their total."""
    gap = percentage(part, whole).gap(claim.quantity.base)
    return 0 < gap < claim.quantity.step


@cache
def _of() -> re.Pattern[str]:
    words = label_words()
    return re.compile(rf"{alternation(words.share_links)}(?P<whole>.+?){alternation(words.share_ends)}?")
