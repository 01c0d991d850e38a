"""Shares listed behind the parts that they are of: 其中内地 447 家、海外 431 家，分别占 50.9 % 和 49.1 %.

Each share is that of the part in its place. The whole is the number told in front of the word "of which";
where the shares name one (分别占总用水量的), what the report tells of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from functools import cache

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import joint
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.particles import particles
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
from auditor.relate.ratios.portions import of_which
from auditor.relate.ratios.portions import share_of
from auditor.relate.ratios.portions import whole_named


def shares_in_order(facts: Facts) -> Iterator[Relation]:
    """Propose each share of a list as that of the part in its place."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for parts, shares, named in _lists(levels, spans):
            first = (parts[0], shares[0])
            whole = whole_named(*first, named, facts) if named else of_which(*first, levels, spans)
            if whole is None or not all(divisible(part, whole) for part in parts):
                continue
            for part, share in zip(parts, shares, strict=True):
                if not better_whole(share, part, whole, levels):
                    yield share_of(share, part, whole, Strength.QUESTION if named else Strength.MUST)


def _lists(levels: Sequence[Claim], spans: Spans) -> Iterator[tuple[Sequence[Claim], Sequence[Claim], str]]:
    """Yield as many parts as shares, right in front of them, and the whole that the shares name."""
    for at in range(1, len(levels)):
        words = words_between(levels[at - 1], levels[at], spans) or ""
        led = _led().fullmatch(words) if dimension(levels[at]) == "percent" else None
        if led is None:
            continue
        end = next((to for to in range(at, len(levels)) if not _goes_on(levels, to, spans)), at) + 1
        size = end - at
        parts, shares = levels[max(at - size, 0) : at], levels[at:end]
        one_kind = len({(dimension(part), part.period, part.quantity.unit.id) for part in parts}) == 1
        if 1 < size == len(parts) and one_kind and dimension(parts[0]) not in ("percent", "points"):
            yield parts, shares, (led["whole"] or "").strip()


def _goes_on(levels: Sequence[Claim], at: int, spans: Spans) -> bool:
    """Return whether the list goes on behind one of its shares."""
    following = levels[at + 1] if at + 1 < len(levels) else None
    words = words_between(levels[at], following, spans) if following else None
    listed = words is not None and re.fullmatch(
        rf"\s*(?:[、，,]|{joint()})\s*(?:{alternation(near())})?\s*", words
    )
    return bool(listed) and following is not None and dimension(following) == "percent"


@cache
def _led() -> re.Pattern[str]:
    """What leads from the last part to the first share: ，分别占总量的."""
    words = label_words()
    link = rf"{alternation(words.respectively)}\s*(?:{alternation((*words.share_links, *words.share_nouns))})"
    ends = alternation((*words.share_ends, *particles().of_which))
    plain = alternation(clause_words().to_share)
    return re.compile(
        rf"\s*[，,]?\s*{link}\s*(?P<whole>[^，,。；;:：()（）0-9%]{{2,24}}?)??\s*(?:{ends}|{plain}|\s)*"
    )
