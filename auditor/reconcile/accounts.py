"""A sold unit's own figures, told elsewhere in the older report, that account for a change."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from auditor.lexicon.fold import fold
from auditor.lexicon.tongue import say
from auditor.lexicon.words.history import history
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.quantity import Bound
from auditor.model.restatement import Restatement
from auditor.reconcile.blocks import moved_by
from auditor.reconcile.tellings import dimension
from auditor.reconcile.tellings import value

#: More figures than these add up to anything.
_MOST_FIGURES = 3
#: A sum that is known less closely than this share of the change is met by chance.
_CLOSE = Decimal("0.05")
#: So many characters of its name recognise a unit.
_NAME = 2


def accounted(item: Restatement, older: Report) -> str:
    """Return the words for the figures of the units named in the note that add up to the change.

    Only what the older report tells of those units counts: the same metric and period, beside the
    unit's name or in its chapter. Empty where nothing adds up closely.
    """
    names = tuple(name[:_NAME] for name in history().named(item.note.text)) if item.note else ()
    if not names:
        return ""
    gone = moved_by(item) if value(item.new) > value(item.old) else -moved_by(item)
    own = tuple(_own(item.old, older, names))
    for size in range(1, _MOST_FIGURES + 1):
        for figures in combinations(own, size):
            if _accounts(figures, gone):
                return say("与原报告中该业务自身数字相符：{figures}", figures=_listed(figures))
    return ""


def _own(old: Claim, older: Report, names: Sequence[str]) -> Iterator[Claim]:
    """Yield the figures of the named units, each number once, in reading order."""
    seen: set[Decimal] = set()
    chapter, unit = "", ""
    for claim in older.claims:
        above = claim.heading.rpartition(" > ")[0]
        named = next((name for name in names if name in _words(claim)), "")
        if named or above != chapter:
            chapter, unit = above, named
        same = claim.metric.base == old.metric.base and not claim.metric.conflicts(old.metric)
        same = same and dimension(claim) == dimension(old) and claim.level
        timed = claim.period.year == old.period.year and claim.ref != old.ref
        if unit and same and timed and value(claim) < value(old) and value(claim) not in seen:
            seen.add(value(claim))
            yield claim


def _words(claim: Claim) -> str:
    return f"{claim.scope} {fold(claim.context)} {claim.heading.rpartition(' > ')[2]}"


def _accounts(figures: Sequence[Claim], gone: Interval) -> bool:
    sums = total(_reach(claim) for claim in figures)
    width, middle = sums.width, gone.middle
    close = width is not None and middle is not None and width <= _CLOSE * abs(middle)
    return close and sums.meets(gone)


def _reach(claim: Claim) -> Interval:
    """Return what a number may tell of: "over 7,500" is less than one printed digit above it."""
    quantity = claim.quantity
    if quantity.bound is Bound.EXACT or quantity.base.bounded:
        return quantity.base
    digit = Decimal(1).scaleb(int(quantity.value.normalize().as_tuple().exponent)) * quantity.unit.factor
    low, high = (value(claim), value(claim) + digit)
    return Interval(low, high) if quantity.base.low is not None else Interval(low - digit, low)


def _listed(figures: Sequence[Claim]) -> str:
    return " + ".join(
        f"{claim.quantity.text}{claim.quantity.unit_text}（{claim.place}）" for claim in figures
    )
