"""Shares told in a bracket behind a part and its whole: 3,079 of our 7,418 employees (41.5%).

Part, whole and share are one statement, so a gap is an error; where the bracket tells something of another
whole that the sentence names, it is not this one's. A share may also stand behind its whole: 占用电量 7,436
万千瓦时的 10.0%; or the whole be named, and the part so many times as much: 为净利润的 1.32 倍.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import of_whole
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_between
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.ratios.portions import better_whole
from auditor.relate.ratios.portions import divisible
from auditor.relate.ratios.portions import share_of

_SMALL = particles()
#: The name of a whole.
_NAME = r"[^，,。；;:：()（）0-9%]{2,24}?"


def parts_of(facts: Facts) -> Iterator[Relation]:
    """Propose each share in a bracket as the quotient of the part and the whole in front of it."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for part, whole, share in zip(levels, levels[1:], levels[2:], strict=False):
            told = dimension(share) == "percent" and _is_of(part, whole, share, spans)
            if told and divisible(part, whole) and not better_whole(share, part, whole, levels):
                yield share_of(share, part, whole, Strength.MUST)


def parts_times(facts: Facts) -> Iterator[Relation]:
    """Propose shares told behind their whole, and what is so many times another number that is named."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for at, (whole, share) in enumerate(pairwise(levels)):
            if dimension(share) == "multiple":
                yield from _times(whole, share, facts, spans)
            if dimension(share) != "percent" or not _behind_whole(whole, share, spans):
                continue
            parts = [part for part in levels[:at] if part.period == whole.period and divisible(part, whole)]
            if len(parts) == 1 and not better_whole(share, parts[0], whole, levels):
                yield share_of(share, parts[0], whole, Strength.QUESTION)


def _behind_whole(whole: Claim, share: Claim, spans: Spans) -> bool:
    """Return whether a clause that opens with 占 tells a whole, and of it the share right behind."""
    joined = re.fullmatch(rf"\s*[{_SMALL.of_which}]\s*", words_between(whole, share, spans) or "")
    ahead = fold(whole.context)[: spans[whole.ref][0]] if joined else ""
    return bool(re.search(rf"[,，]\s*{alternation(label_words().share_links)}{_NAME}\s*$", ahead))


def _times(part: Claim, times: Claim, facts: Facts, spans: Spans) -> Iterator[Relation]:
    """Yield a number as so many times the one that its sentence names: 是同期净利润的 1.32 倍."""
    found = _as_many_times().fullmatch(words_between(part, times, spans) or "")
    named = name(found["whole"], NO_UNIT, any_unit=True) if found else None
    whole = facts.tell(named.metric, named.residue, part.period) if named else None
    if whole is None or not exact(whole) or whole.quantity.interval.may_be_zero or whole.ref == part.ref:
        return
    if dimension(part) == dimension(whole):
        computed = Expression.claim(part.ref) / Expression.claim(whole.ref)
        statement = f"{short(part)} / {short(whole)} = {short(times)}"
        yield relation(
            Kind.RATIO,
            times,
            computed,
            statement,
            "prose:times",
            keys=(part, whole),
            strength=Strength.QUESTION,
        )


@cache
def _as_many_times() -> re.Pattern[str]:
    being = alternation(clause_words().being)
    return re.compile(rf"\s*[,，]\s*{being}(?:{_SMALL.same_time})?(?P<whole>{_NAME})[{_SMALL.of_which}]\s*")


def _is_of(part: Claim, whole: Claim, share: Claim, spans: Spans) -> bool:
    """Return whether nothing but the name of the whole parts the three numbers."""
    joined, opened = words_between(part, whole, spans), words_between(whole, share, spans)
    if joined is None or opened is None:
        return False
    return bool(_of().fullmatch(joined) and _bracket().fullmatch(opened))


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"[a-z -]{{0,24}}\s(?:{english_words().out} )?{of_whole()}")


@cache
def _bracket() -> re.Pattern[str]:
    again = alternation(clause_words().again)
    return re.compile(rf"[a-z -]{{0,40}}(?:[(]\s*(?:{again}\s)?|,\s{again}\s)")
