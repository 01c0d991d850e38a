"""Shares told in a bracket behind a part and its whole: 3,079 of our 7,418 employees (41.5%).

Part, whole and share are one statement, so a gap is an error; where the bracket tells something of another
whole that the sentence names, it is not this one's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import of_whole
from auditor.model.claim import Claim
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_between
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.ratios.portions import better_whole
from auditor.relate.ratios.portions import divisible
from auditor.relate.ratios.portions import share_of


def parts_of(facts: Facts) -> Iterator[Relation]:
    """Propose each share in a bracket as the quotient of the part and the whole in front of it."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for part, whole, share in zip(levels, levels[1:], levels[2:], strict=False):
            told = dimension(share) == "percent" and _is_of(part, whole, share, spans)
            if told and divisible(part, whole) and not better_whole(share, part, whole, levels):
                yield share_of(share, part, whole, Strength.MUST)


def _is_of(part: Claim, whole: Claim, share: Claim, spans: Spans) -> bool:
    """Return whether nothing but the name of the whole parts the three numbers."""
    joined, opened = words_between(part, whole, spans), words_between(whole, share, spans)
    if joined is None or opened is None:
        return False
    return bool(_of().fullmatch(joined) and _bracket().fullmatch(opened))


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"[a-z -]{{0,24}}\s(?:out )?{of_whole()}")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(rf"[a-z -]{{0,40}}[(]\s*(?:{alternation(clause_words().again)}\s)?")
