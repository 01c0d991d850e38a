"""Shares of a whole that the sentence before tells, or that an earlier part of the sentence has named.

"We employed 5,038 people. Of these, 2,010 or 39.9 % were women." A sentence that opens with such words speaks
of the one number of the sentence before. Behind a part and its share the next part and its share are of the
same whole, in the same sentence or as the next one: 其中 A 22 项，占 60 %，B 15 项，占 40 %. There a gap is a
question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.quantity import Bound
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import sum_of
from auditor.relate.ratios.portions import better_whole
from auditor.relate.ratios.portions import divisible
from auditor.relate.ratios.portions import link_of
from auditor.relate.ratios.portions import of_which
from auditor.relate.ratios.portions import share_of

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Chain:
    """A whole with the parts that were told of it so far, each with its share."""

    whole: Claim
    pairs: tuple[tuple[Claim, Claim], ...] = ()

    def with_pair(self, part: Claim, share: Claim) -> _Chain:
        """Return the chain with one more part."""
        return _Chain(self.whole, (*self.pairs, (part, share)))

    def admits(self, part: Claim) -> bool:
        """Return whether a part may be one more of the whole: in its unit, for its year, on its page."""
        same = divisible(part, self.whole) and part.quantity.unit.id in ("", self.whole.quantity.unit.id)
        return (
            same and part.period.year == self.whole.period.year and part.place.page == self.whole.place.page
        )

    @property
    def complete(self) -> bool:
        """Return whether the shares make a whole."""
        told = sum((share.quantity.value for _, share in self.pairs), Decimal(0))
        return len(self.pairs) > 1 and abs(told - _HUNDRED) <= sum(
            (share.quantity.step for _, share in self.pairs), Decimal(0)
        )

    @property
    def proved(self) -> bool:
        """Return whether the shares make 100 as printed, and one of them, read as exact, is its part's.

        Or all of them are those of what the parts make: then it is the whole that is wrong.
        """
        if sum((share.quantity.value for _, share in self.pairs), Decimal(0)) != _HUNDRED:
            return False
        made = total(part.quantity.base for part, _ in self.pairs)
        return any(self._shares_of(self.whole.quantity.base)) or all(self._shares_of(made))

    def _shares_of(self, whole: Interval) -> Iterator[bool]:
        """Yield for each part whether its share, read as exact, is that of a whole."""
        for part, share in self.pairs:
            told = Interval.around(share.quantity.value, share.quantity.step / 2)
            yield told.meets((part.quantity.base / whole).scale(_HUNDRED))


def chained_portions(facts: Facts) -> Iterator[Relation]:
    """Propose each share of a whole told before, and the sum of its parts where the shares make 100 %."""
    chain: _Chain | None = None
    before: list[Claim] = []
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if _usable(claim)]
        if not _next_to(before, claims):
            chain, before = None, []
        led = chain if chain is not None else None
        opened = _opened(levels, before)
        found, chain = _of_sentence(levels, claims, spans, opened or led, sure=opened is not None)
        yield from found
        before = levels


def _usable(claim: Claim) -> bool:
    rough = claim.quantity.bound is Bound.ABOUT and dimension(claim) == "percent"
    return is_level(claim) and (exact(claim) or rough) and claim.quantity.value > 0


def _next_to(before: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Return whether a sentence follows right behind the one whose numbers are at hand."""
    if not before or claims[0].heading != before[0].heading or claims[0].source is not before[0].source:
        return False
    return claims[0].sentence == before[0].sentence + 1


def _opened(levels: Sequence[Claim], before: Sequence[Claim]) -> _Chain | None:
    """Return the one number of the sentence before where a sentence opens with words for parts of it."""
    text = fold(levels[0].context).lstrip() if levels else ""
    if not levels or not re.match(alternation(arithmetic_words().of_these), text):
        return None
    told = [claim for claim in before if dimension(claim) not in ("percent", "points")]
    whole = told[0] if len(told) == 1 and exact(told[0]) else None
    return _Chain(whole) if whole is not None and _Chain(whole).admits(levels[0]) else None


def _of_sentence(
    levels: Sequence[Claim], claims: Sequence[Claim], spans: Spans, chain: _Chain | None, *, sure: bool
) -> tuple[list[Relation], _Chain | None]:
    """Return the shares of a sentence of one whole, and the chain as it is then; None where it ended."""
    found: list[Relation] = []
    at = 0
    told = 0
    while at + 1 < len(levels):
        part, share = levels[at], levels[at + 1]
        link = link_of(part, share, claims, spans)
        if link is None or link["whole"]:
            at += 1
            continue
        named = of_which(part, share, levels, spans) if not told else None
        if named is not None and not better_whole(share, part, named, levels):
            chain = _Chain(named).with_pair(part, share)
            found.extend(_rough(share, part, named))
        elif chain is not None and chain.admits(part) and (told or at == 0):
            must = sure and not told and exact(share)
            strength = Strength.MUST if must else Strength.QUESTION if exact(share) else Strength.TIE
            found.append(share_of(share, part, chain.whole, strength))
            chain = chain.with_pair(part, share)
        else:
            chain = None
        told += 1
        at += 2
    if chain is not None and told and chain.complete:
        found.append(_parts(chain))
    return (found, chain if told else None)


def _rough(share: Claim, part: Claim, whole: Claim) -> list[Relation]:
    """Return a share that is told roughly: it may only tie."""
    return [] if exact(share) else [share_of(share, part, whole, Strength.TIE)]


def _parts(chain: _Chain) -> Relation:
    parts = [part for part, _ in chain.pairs]
    exactly = all(exact(share) for _, share in chain.pairs)
    strength = Strength.QUESTION if exactly or chain.proved else Strength.TIE
    return sum_of(chain.whole, parts, "prose:parts", strength)
