"""Splits that a sentence finishes: 共 24 项，其中 A 类 9 项，B 类 8 项，其余 7 项.

The word for the rest says that nothing is left out: the parts make the whole. The sentence may split it
more than once, so of the parts behind 其中 those count that stand last and make it; where none do, and it
splits the whole only once, all of them are held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.model.claim import Claim
from auditor.model.interval import total
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short


def finished_splits(facts: Facts) -> Iterator[Relation]:
    """Propose the sum of the parts of each split that a sentence finishes with the rest."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.ref in spans]
        split = _split(levels, spans)
        if split is not None:
            yield _relation(*split)


def _split(levels: Sequence[Claim], spans: Spans) -> tuple[Claim, Sequence[Claim]] | None:
    """Return a whole and its parts, None where a sentence finishes no split or splits its parts again."""
    text = fold(levels[0].context) if levels else ""
    opened = list(_of_which().finditer(text))
    ended = list(_rest().finditer(text))
    if len(opened) != 1 or len(ended) != 1 or ended[0].start() < opened[0].end():
        return None
    before = [claim for claim in levels if spans[claim.ref][1] <= opened[0].start()]
    last = next((claim for claim in levels if spans[claim.ref][0] >= ended[0].end()), None)
    if not before or last is None or _STOP.search(text[ended[0].end() : spans[last.ref][0]]):
        return None
    parts = [claim for claim in levels if opened[0].end() <= spans[claim.ref][0] <= spans[last.ref][0]]
    whole = next((claim for claim in reversed(before) if _of_one_kind(last, claim)), None)
    parts = [part for part in parts if whole is not None and _of_one_kind(part, whole)]
    if whole is None or len(parts) < 2 or _bracketed(parts, text, spans):
        return None
    made = next((parts[at:] for at in range(len(parts) - 1) if _makes(parts[at:], whole)), None)
    again = _AGAIN.search(text[opened[0].end() : spans[last.ref][0]])
    return (whole, made or parts) if made or not again else None


#: No words of the next clause stand between the rest and its number.
_STOP = re.compile(r"[，,。;；、:：()0-9]")
#: Where a sentence begins another split.
_AGAIN = re.compile(r"[;；。]")


@cache
def _of_which() -> re.Pattern[str]:
    return re.compile(alternation(arithmetic_words().of_which))


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(alternation(clause_words().remaining))


def _of_one_kind(part: Claim, whole: Claim) -> bool:
    """Return whether two numbers count or measure one thing, for one time, in one unit."""
    one, other = part.quantity.unit, whole.quantity.unit
    same = (
        dimension(part) == dimension(whole) not in ("percent", "points", "") and part.period == whole.period
    )
    return same and (one.dimension != "count" or one.id == other.id) and part.quantity.value > 0


def _bracketed(parts: Sequence[Claim], text: str, spans: Spans) -> bool:
    """Return whether some part stands in brackets: what it tells is of another part."""
    ahead = (text[: spans[part.ref][0]] for part in parts)
    return any(before.count("(") > before.count(")") for before in ahead)


def _makes(parts: Sequence[Claim], whole: Claim) -> bool:
    return total(part.quantity.base for part in parts).meets(whole.quantity.base)


def _relation(whole: Claim, parts: Sequence[Claim]) -> Relation:
    names = " + ".join(short(part) for part in parts)
    computed = addition(tuple(part.ref for part in parts))
    statement = f"{names} = {short(whole)}"
    return relation(
        Kind.SUM, whole, computed, statement, "prose:finished", keys=parts, strength=Strength.QUESTION
    )
