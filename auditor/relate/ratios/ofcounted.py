"""Shares of those counted in front of them: 18 名部门主管中女性占 38.9 %.

The number tells the whole and not the part. A group of so few people is a whole number of them; a share that
none gives is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP
from decimal import Decimal
from functools import cache
from itertools import pairwise

from auditor.lexicon.facets import scan
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_between
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short

#: Of more than so many, nearly every share with a decimal is one of a whole number.
_FEW = 200
_WORD = r"[^，,。；;、:：()（）0-9%]"


def shares_of_counted(facts: Facts) -> Iterator[Relation]:
    """Propose that a share of a few people counted in front of it is that of a whole number of them."""
    for claims, spans in told_sentences(facts.report):
        for whole, share in pairwise(claims):
            found = held(whole, share, spans)
            if found and _few(whole) and is_level(share) and exact(share) and scan(found)[0]:
                yield _whole_number(share, whole)


def held(whole: Claim, share: Claim, spans: Spans) -> str:
    """Return the folded name of the group whose share of a number stands behind it, empty where none does."""
    if dimension(share) != "percent" or dimension(whole) != "count":
        return ""
    found = _of_them().fullmatch(words_between(whole, share, spans) or "")
    return found["group"] if found else ""


@cache
def _of_them() -> re.Pattern[str]:
    """A noun, inside, the group and the word of a share: 部门主管中女性占."""
    words, small = label_words(), clause_words()
    inside, placed = alternation(small.insides), alternation(small.placed)
    link = alternation((*words.share_links, *words.share_nouns))
    plain, of = alternation((*small.to_share, *small.told)), particles().of
    group = rf"(?P<group>(?!{placed}){_WORD}{{1,12}}?)"
    noun = rf"(?!{_WORD}?{placed})(?:{_WORD}{{2,16}}?)?"
    return re.compile(rf"\s*{noun}{inside}[，,]?{of}?{group}{of}?{link}(?:{plain}|\s)*")


def _few(whole: Claim) -> bool:
    counted = is_level(whole) and exact(whole) and whole.quantity.unit.id == "person"
    return counted and 1 < whole.quantity.value <= _FEW


def _whole_number(share: Claim, whole: Claim) -> Relation:
    count = (share.quantity.value * whole.quantity.value / HUNDRED.number).quantize(Decimal(1), ROUND_HALF_UP)
    computed = Expression.constant(count) / Expression.claim(whole.ref) * HUNDRED
    statement = f"{count} / {short(whole)} × 100 = {short(share)}"
    return relation(
        Kind.WHOLE_NUMBER,
        share,
        computed,
        statement,
        "prose:of_counted",
        keys=(whole,),
        strength=Strength.QUESTION,
    )
