"""Facts that two reports tell with one number, where their name alone would not prove that they are one."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.reconcile.tellings import Tellings
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import exact
from auditor.reconcile.tellings import value

#: So many digits must agree before a number tells which of several rows of one name is meant.
_CERTAIN_DIGITS = 4
#: So many for a row whose name is no more than that of a total.
_UNMISTAKABLE_DIGITS = 6
#: A name of so many characters in prose is one that two reports do not hit upon by chance.
_LONG_NAME = 8


def besides(olds: Tellings, news: Tellings, taken: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the further facts of one name: rows of other tables that tell the same number in both reports.

    A name that many tables share (账龄 1 年以内) says nothing of a change; an equal number shows none.
    """
    seen = {value(claim) for claim in taken}
    by_value = {value(claim): claim for claim in reversed(olds) if _telling(claim, _CERTAIN_DIGITS)}
    for claim in news:
        number = value(claim)
        if number in by_value and number not in seen and _telling(claim, _CERTAIN_DIGITS):
            seen.add(number)
            yield by_value[number], claim


def retold(old: Told, new: Told) -> Iterator[tuple[Claim, Claim]]:
    """Yield what both tell of metrics that the lexicon does not know, word for word, with the same number."""
    for key, news in new.unsure.items():
        olds = old.unsure.get(key, ())
        seen = set()
        for claim in news:
            partner = next((other for other in olds if value(other) == value(claim)), None)
            if partner is not None and value(claim) not in seen and _certain(partner, claim):
                seen.add(value(claim))
                yield partner, claim


def _certain(old: Claim, new: Claim) -> bool:
    """Return whether an equal number under one name makes one fact: prose by its name, rows by the number."""
    tables = {claim.source is Source.TABLE for claim in (old, new)}
    if tables == {True}:
        return bool(new.folded) and all(_telling(claim, _UNMISTAKABLE_DIGITS) for claim in (old, new))
    if True in tables or not (exact(old) and exact(new)):
        return False
    return len(new.folded) >= _LONG_NAME or new.quantity.digits >= _CERTAIN_DIGITS


def _telling(claim: Claim, least: int) -> bool:
    return claim.source is Source.TABLE and exact(claim) and claim.quantity.digits >= least
