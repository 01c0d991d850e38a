"""Splits that a sentence finishes: 共 24 项，其中 A 类 9 项，B 类 8 项，其余 7 项.

The word for the rest says that nothing is left out: the parts make the whole. The sentence may split it
more than once, so of the parts behind 其中 those count that stand last and make it; where none do, and it
splits the whole only once, all of them are held against it. Without that word the parts of a long number
make it, or would but for one slip: 拟授予 258.3261 万股，其中首次 248.3261 万股，预留 10 万股. A list
behind a whole (甲、乙分别为 4 吨和 2 吨) may be all of it; a slip in three parts or more asks a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import joint
from auditor.lexicon.words.clauses import near
from auditor.model.claim import Claim
from auditor.model.interval import total
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_between
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import makes
from auditor.relate.facts import sum_of
from auditor.relate.slips import agreeing_digits_of
from auditor.relate.sums.lonetotals import one_slip_from


def finished_splits(facts: Facts) -> Iterator[Relation]:
    """Propose the sum of the parts of each split that a sentence finishes with the rest."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.ref in spans]
        split = _split(levels, spans) or _told_split(levels, spans)
        if split is not None:
            yield sum_of(*split, "prose:finished", Strength.QUESTION)


def listed_splits(facts: Facts) -> Iterator[Relation]:
    """Propose the sum of the numbers of a list as the number in front of it that they make up."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.ref in spans]
        for at in range(1, len(levels)):
            parts = _listed(levels, at, spans)
            wholes = [claim for claim in levels[:at] if _of_one_kind(levels[at], claim)]
            if len(parts) < 2 or not wholes or any(part.size >= wholes[-1].size for part in parts):
                continue
            if makes(parts, wholes[-1]):
                yield sum_of(wholes[-1], parts, "prose:listed", Strength.TIE)
            elif len(parts) >= _MANY and one_slip_from(wholes[-1], parts):
                yield sum_of(wholes[-1], parts, "prose:listed", Strength.QUESTION)


def _listed(levels: Sequence[Claim], at: int, spans: Spans) -> Sequence[Claim]:
    """Return the numbers of the list that begins with one, behind a word that shares them out; else none."""
    led = _led().search(words_between(levels[at - 1], levels[at], spans) or "")
    end = at + 1
    while led and end < len(levels) and _of_one_kind(levels[end], levels[at]):
        words = words_between(levels[end - 1], levels[end], spans)
        if words is None or not _joined().fullmatch(words):
            break
        end += 1
    return levels[at:end] if led else ()


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"{alternation(label_words().respectively)}[^，,。；;0-9]{{0,12}}$")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[、，,]|{joint()})\s*(?:{alternation(near())})?\s*")


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
    made = next((parts[at:] for at in range(len(parts) - 1) if makes(parts[at:], whole)), None)
    again = _AGAIN.search(text[opened[0].end() : spans[last.ref][0]])
    return (whole, made or parts) if made or not again else None


def _told_split(levels: Sequence[Claim], spans: Spans) -> tuple[Claim, Sequence[Claim]] | None:
    """Return a whole and all parts that its sentence tells, where they make it or would but for one slip."""
    text = fold(levels[0].context) if levels else ""
    opened = list(_of_which().finditer(text))
    if len(opened) != 1:
        return None
    stop = _AGAIN.search(text, opened[0].end())
    end = stop.start() if stop else len(text)
    behind = [claim for claim in levels if opened[0].end() <= spans[claim.ref][0] < end]
    before = [claim for claim in levels if spans[claim.ref][1] <= opened[0].start()]
    whole = next((claim for claim in reversed(before) if behind and _of_one_kind(behind[0], claim)), None)
    if whole is None or whole.quantity.digits < _LONG or _bracketed(behind, text, spans):
        return None
    parts = [part for part in behind if _of_one_kind(part, whole)]
    told = len(parts) > 1 and (makes(parts, whole) or _one_slip(whole, parts))
    return (whole, parts) if told else None


def _one_slip(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Return whether another place of the whole, or one digit of a number, would make the sum right."""
    made, gap = total(part.quantity.base for part in parts), sum(part.size for part in parts) - whole.size
    step = max(claim.quantity.step * claim.quantity.unit.factor for claim in (whole, *parts))
    tries = [(whole.size, whole.size + gap), *((part.size, part.size - gap) for part in parts)]
    return any(whole.quantity.base.scale(power).meets(made) for power in _PLACES) or any(
        agreeing_digits_of(told, right, step) > _LONG for told, right in tries
    )


#: So many parts are a list that chance seldom brings so near a number.
_MANY = 3
#: Digits of a number that chance does not make up of others.
_LONG = 4
_PLACES = tuple(Decimal(1).scaleb(power) for place in (1, 2, 3, 4) for power in (place, -place))
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
