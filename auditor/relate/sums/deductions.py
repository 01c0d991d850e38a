"""Amounts that a formula takes off and a table prints in brackets: revenue 640.2, cost of sales (410.9).

The brackets say that they are taken off: they are not taken off again. Without brackets a minus may be meant
as one, a tax that is a credit; there the reading counts that holds, and else that of the formula. Where all
other numbers of its row are printed without one, a minus is no way of printing.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.lexicon.fold import fold
from auditor.model.claim import Claim
from auditor.relate.facts import Facts
from auditor.relate.sums.signed import Term
from auditor.relate.sums.signed import comes_out


def as_printed(whole: Claim, parts: Sequence[Term], facts: Facts, *, divided: bool) -> list[Term]:
    """Return the parts of a formula with the signs that their print gives them.

    Args:
        whole: what the parts should come to.
        parts: the numbers, each with its sign in the formula.
        facts: those of the report, which tell how a row is printed.
        divided: whether the formula divides what they come to, so that it tells nothing of the signs.
    """
    taken = [claim for sign, claim in parts if sign < 0 and claim.size < 0]
    if not taken or (not divided and comes_out(whole, parts)):
        return list(parts)
    turned = [(1 if claim in taken else sign, claim) for sign, claim in parts]
    if all(_in_brackets(claim) for claim in taken):
        return turned
    sure = not divided and comes_out(whole, turned) and not any(_alone_below(claim, facts) for claim in taken)
    return turned if sure else list(parts)


def _alone_below(claim: Claim, facts: Facts) -> bool:
    """Return whether of the numbers of a row, two or more, only this one is below nought."""
    row = facts.by_row.get((claim.seat.table, claim.seat.row), ()) if claim.seat else ()
    others = [other.size for other in row if other.ref != claim.ref and other.size]
    return bool(others) and min(others) > 0


def _in_brackets(claim: Claim) -> bool:
    return fold(claim.quantity.text).lstrip().startswith("(")
