"""What a report tells once more elsewhere speaks for a number in a sentence.

An account of a project is told in the summary, in its chapter and in the list of prizes, as of dates that
differ by days: no relation ties these tellings. Of several figures that may be wrong, the one whose repair
stands elsewhere under a like name is likelier wrong, and one that stands elsewhere itself less likely.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from auditor.lexicon.likeness import parts
from auditor.model.claim import Claim
from auditor.model.interval import Interval

#: Digits that are not told twice by chance, and label parts that two tellings share.
_DIGITS, _PARTS = 3, 2
#: The width of a repair by its middle.
_NARROW = Decimal("0.02")


def echoed(claim: Claim, repair: Interval, claims: Iterable[Claim]) -> int:
    """Return 1 where the repair is told elsewhere under a like name, -1 where only the number is.

    A number that is told elsewhere too may have been copied from there.

    Args:
        claim: the suspect.
        repair: what would satisfy its relations, in the unit of the claim.
        claims: what its report tells besides the relations that fail, at least in its unit.
    """
    if claim.seat is not None or claim.sentence < 0 or not _narrow(repair):
        return 0
    own = claim.quantity
    told = [other.quantity for other in claims if _elsewhere(claim, other)]
    again = any(quantity.value == own.value for quantity in told)
    right = any(quantity.interval.overlaps(repair) for quantity in told)
    return 1 if right else -again


def _narrow(repair: Interval) -> bool:
    """Return whether a repair is so narrow that a number does not lie in it by chance."""
    middle, width = repair.middle, repair.width
    if middle is None or width is None:
        return False
    return middle != 0 and width <= abs(middle) * _NARROW


def _elsewhere(claim: Claim, other: Claim) -> bool:
    """Return whether another sentence or table of the report tells a long number of such a thing."""
    alike = other.report == claim.report and other.quantity.unit == claim.quantity.unit
    apart = other.sentence != claim.sentence and other.change is claim.change
    long = other.quantity.digits >= _DIGITS
    return alike and apart and long and len(parts(claim.folded) & parts(other.folded)) >= _PARTS
