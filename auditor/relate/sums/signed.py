"""A sum of which some terms are taken off: what it comes to, whether it holds, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.relation import Expression
from auditor.relate.facts import short

#: A number with 1 where it is added, -1 where it is taken off.
Term = tuple[int, Claim]


def comes_to(terms: Sequence[Term]) -> Interval:
    """Return what the terms come to, in base units of their dimension."""
    return total(claim.quantity.base if sign > 0 else -claim.quantity.base for sign, claim in terms)


def comes_out(whole: Claim, terms: Sequence[Term]) -> bool:
    """Return whether a whole and what its terms come to have a number in common."""
    return whole.quantity.base.meets(comes_to(terms))


def worked_out(terms: Sequence[Term], start: Expression | None = None) -> Expression:
    """Return the arithmetic of the terms in their order, from ``start`` on; there is at least one."""
    result = start
    for sign, claim in terms:
        leaf = Expression.claim(claim.ref)
        if result is None and sign > 0:
            result = leaf
        else:
            before = Expression.constant(0) if result is None else result
            result = before + leaf if sign > 0 else before - leaf
    assert result is not None  # noqa: S101  # a sum has terms
    return result


def in_words(terms: Sequence[Term]) -> str:
    """Return the terms as arithmetic with names: 甲 + 乙 − 丙."""
    told = "".join(f" {'+' if sign > 0 else '−'} {short(claim)}" for sign, claim in terms)
    return told.removeprefix(" + ").strip()
