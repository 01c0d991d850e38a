"""Passages that a report tells twice, and of which one number is another the second time.

A sentence that stands in two chapters word for word may be a standing phrase, said of another year or of
another thing. Where the sentence before it or behind it, with numbers of its own, stands beside it in both
places, the passage was copied, and its numbers with it. Of three tellings or more one is the odd one. That
one of the two names the term of a board (第三届董事会) does not make it another passage.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import groupby

from auditor.lexicon.fold import fold
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.relate.adjoining import told_sentences
from auditor.relate.evidence import entity
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import same_fact

#: Characters that a sentence has in common beside its number, and those of the sentence next to it.
_LEAST_COMMON, _LEAST_BESIDE = 20, 16
#: A sentence without numbers is not told; so many may stand between two that are.
_NEAR = 2
_SPACES = re.compile(r"\s+")
#: A board of another term has other members.
_TERM = re.compile(rf"{particles().nth}[0-9{numeral_words().listed}]+{particles().term}")
_NUMBERING = re.compile(r"^(?:[(（]\w{1,3}[)）]|[0-9]{1,3}[)）]|\w{1,2}[、.．](?![0-9]))+")

_Texts = Mapping[int, str]


def passages(facts: Facts) -> Iterator[Relation]:
    """Propose that a sentence of a passage tells the same number wherever the passage is told."""
    texts: dict[int, str] = {}
    found: dict[str, list[Claim]] = defaultdict(list)
    for claims, spans in told_sentences(facts.report):
        text = fold(claims[0].context)
        texts[claims[0].sentence] = _plain(text)
        for claim in claims:
            if claim.ref in spans and claim.source is Source.PROSE and is_level(claim) and exact(claim):
                start, end = spans[claim.ref]
                found[_plain(f"{text[:start]}\0{text[end:]}")].append(claim)
    for words, alike in found.items():
        if len(words) > _LEAST_COMMON:
            yield from _odd_one(alike, texts)


def _plain(text: str) -> str:
    return _TERM.sub("", _NUMBERING.sub("", _SPACES.sub("", text)))


def _odd_one(alike: Sequence[Claim], texts: _Texts) -> Iterator[Relation]:
    """Yield the one telling of several that has another number, with the first of the others."""
    ordered = sorted(alike, key=lambda claim: claim.quantity.base.low or 0)
    values = [list(same) for _, same in groupby(ordered, key=lambda claim: claim.quantity.base)]
    values.sort(key=len)
    if len(values) != 2 or len(values[0]) > 1:
        return
    (odd,), others = values
    for other in sorted(others, key=lambda claim: claim.no):
        if _apart(odd, other) and _copied(odd, other, texts):
            first, stated = sorted((odd, other), key=lambda claim: claim.no)
            yield same_fact(stated, first, "same:passage")
            return


def _apart(one: Claim, other: Claim) -> bool:
    """Return whether two chapters tell two numbers, in one unit and of one time and entity."""
    same = one.period == other.period and one.quantity.unit == other.quantity.unit
    unlike = not one.quantity.base.overlaps(other.quantity.base)
    return same and unlike and entity(one) == entity(other) and _apart_in_place(one, other)


def _apart_in_place(one: Claim, other: Claim) -> bool:
    """Return whether two numbers stand in two chapters, and not of two terms of a board."""
    terms = [set(_TERM.findall(_SPACES.sub("", fold(claim.context)))) for claim in (one, other)]
    return one.heading != other.heading and (terms[0] == terms[1] or not all(terms))


def _copied(one: Claim, other: Claim, texts: _Texts) -> bool:
    """Return whether a sentence next to both is the same."""
    return any(
        texts.get(one.sentence + step) == beside and len(beside) >= _LEAST_BESIDE
        for step in range(-_NEAR, _NEAR + 1)
        if step and (beside := texts.get(other.sentence + step)) is not None
    )
