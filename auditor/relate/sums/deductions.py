"""Amounts that a formula takes off and a table prints in brackets: revenue 640.2, cost of sales (410.9).

The brackets say that they are taken off: they are not taken off again. Without brackets a minus may be meant
as one, a tax that is a credit; there the reading counts that holds, and else that of the formula.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.lexicon.fold import fold
from auditor.model.claim import Claim
from auditor.relate.sums.signed import Term
from auditor.relate.sums.signed import comes_out


def as_printed(whole: Claim, parts: Sequence[Term], *, divided: bool) -> list[Term]:
    """Return the parts of a formula with the signs that their print gives them.

    Args:
        whole: what the parts should come to.
        parts: the numbers, each with its sign in the formula.
        divided: whether the formula divides what they come to, so that it tells nothing of the signs.
    """
    taken = [claim for sign, claim in parts if sign < 0 and claim.size < 0]
    if not taken or (not divided and comes_out(whole, parts)):
        return list(parts)
    turned = [(1 if claim in taken else sign, claim) for sign, claim in parts]
    sure = all(_in_brackets(claim) for claim in taken) or (not divided and comes_out(whole, turned))
    return turned if sure else list(parts)


def _in_brackets(claim: Claim) -> bool:
    return fold(claim.quantity.text).lstrip().startswith("(")
