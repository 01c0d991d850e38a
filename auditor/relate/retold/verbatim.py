"""Sentences that a report tells twice, word for word, and of which one number is another the second time.

What is said in the management's discussion stands once more in the notes. That two sentences are one is taken
from what stands right around the number: so many characters that are the same, among them a date or another
long number, so that they tell of one event. Standing phrases of contracts and of profits given out, the same
year by year but for their amounts, tell no such number; two deals of one day stand in one chapter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from auditor.lexicon.fold import fold
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.evidence import entity
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import same_fact

#: Characters around a number that two sentences have in common, on each side and in all.
_LEAST_SIDE, _LEAST_COMMON = 4, 40
_LONG_NUMBER = re.compile(
    r"(?<![0-9])[0-9]{4,}(?![0-9])|[0-9]{2,}[.,][0-9]{2,}"
    rf"|[0-9]{{1,2}}{particles().month}[0-9]{{1,2}}{particles().day}"
)
_SPACES = re.compile(r"\s+")


def verbatim(facts: Facts) -> Iterator[Relation]:
    """Propose that a sentence tells the same number wherever it is told again."""
    around = {
        ref: sides for claims, spans in told_sentences(facts.report) for ref, sides in _sides(claims, spans)
    }
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in facts.report.claims:
        if claim.ref in around and is_level(claim) and exact(claim):
            before, behind = around[claim.ref]
            found[before[-_LEAST_SIDE:], behind[:_LEAST_SIDE]].append(claim)
    for alike in found.values():
        for one, other in combinations(alike, 2):
            if _apart(one, other, alike) and _one_event(around[one.ref], around[other.ref]):
                yield same_fact(other, one, "same:verbatim")


def _sides(claims: list[Claim], spans: Spans) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield for each number of a sentence the text before it and behind it, without spaces."""
    for claim in claims:
        if claim.ref in spans and claim.source is Source.PROSE:
            text, (start, end) = fold(claim.context), spans[claim.ref]
            yield claim.ref, (_SPACES.sub("", text[:start]), _SPACES.sub("", text[end:]))


def _apart(one: Claim, other: Claim, alike: list[Claim]) -> bool:
    """Return whether two chapters tell two numbers, in one unit and of one time and entity."""
    chapters = [claim.heading for claim in alike]
    if chapters.count(one.heading) > 1 or chapters.count(other.heading) > 1:
        return False
    same = one.period == other.period and one.quantity.unit == other.quantity.unit
    unlike = not one.quantity.base.overlaps(other.quantity.base)
    return same and unlike and entity(one) == entity(other)


def _one_event(one: tuple[str, str], other: tuple[str, str]) -> bool:
    before, behind = _common(one[0][::-1], other[0][::-1])[::-1], _common(one[1], other[1])
    if min(len(before), len(behind)) < _LEAST_SIDE or len(before) + len(behind) < _LEAST_COMMON:
        return False
    told = [
        sorted(number for side in sides for number in _LONG_NUMBER.findall(side)) for sides in (one, other)
    ]
    return told[0] == told[1] and bool(_LONG_NUMBER.search(before) or _LONG_NUMBER.search(behind))


def _common(one: str, other: str) -> str:
    """Return what two texts begin with alike."""
    for at, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return one[:at]
    return min(one, other, key=len)
