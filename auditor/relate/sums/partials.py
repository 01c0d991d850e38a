"""Parts that are told of a whole without all of the others: 其中, of which. None is more than the whole.

The rest of the whole is not told, so the arithmetic is ``part + rest = whole`` with a rest from zero up. It
says nothing about a balance of gains and losses, a mean or a rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import groupby

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import says_total
from auditor.relate.lines import tables

#: What anything may be counted in: 12 个项目, 其中一个惠及 30 个村.
_ANY_NOUN = frozenset({"item", "times", "case", ""})
#: How a total is drawn: a part that is drawn in another way may be more than it.
_DRAWN = ("basis", "netting", "vintage")
#: From one part of a sentence to the next.
_STOP = r"[，,。;；、:：()]"


def partials(facts: Facts) -> Iterator[Relation]:
    """Propose that no part of an unfinished split is more than its whole."""
    for claims in tables(facts):
        yield from _of_rows(lines(claims, down=True))
    spoken = [claim for claim in facts.report.claims if claim.source is not Source.TABLE]
    for _, group in groupby(spoken, key=lambda claim: (claim.source, claim.sentence, claim.context)):
        yield from _of_sentence(sorted(group, key=lambda claim: claim.order))


def _of_rows(rows: Sequence[Line]) -> Iterator[Relation]:
    """Propose each row that opens with 其中 against the row above it, where not every column denies it."""
    for at, row in enumerate(rows):
        whole = _whole(rows, at)
        if whole is None or not _opens(row):
            continue
        pairs = [
            (part, whole.claims[position])
            for position, part in row.claims.items()
            if position in whole.claims and _of_one_kind(part, whole.claims[position])
        ]
        held = sum(_at_most(part, claim) for part, claim in pairs)
        if held or len(pairs) == 1:
            yield from (
                _relation(part, claim, "table:partial", _strength(part, claim, held=held > 0))
                for part, claim in pairs
            )


def _whole(rows: Sequence[Line], at: int) -> Line | None:
    """Return the row above that a part is one of: the last one that is no part, its parent or a total."""
    above = [row for row in rows[:at] if not _opens(row)]
    seat, over = rows[at].first.seat, above[-1].first.seat if above else None
    if seat is None or over is None:
        return None
    total = over.section == seat.section and says_total(above[-1].first.leaf)
    return above[-1] if total or above[-1].index == seat.section else None


def _opens(row: Line) -> bool:
    return _opening(fold(row.first.label.rsplit(" / ", 1)[-1]))


def _opening(label: str) -> bool:
    return bool(re.match(alternation(arithmetic_words().of_which), label.strip()))


def _of_one_kind(part: Claim, whole: Claim) -> bool:
    """Return whether both are amounts of one thing, for one period, none below zero."""
    same = dimension(part) == dimension(whole) and part.period == whole.period
    counted = dimension(part) != "count" or part.quantity.unit.id == whole.quantity.unit.id
    alike = all(part.metric.facet(family) == whole.metric.facet(family) for family in _DRAWN)
    return same and counted and alike and all(_extensive(claim) for claim in (part, whole))


def _extensive(claim: Claim) -> bool:
    ratio = claim.metric.known and metrics().entry(claim.metric.base).nature == "ratio"
    plain = claim.change is Change.LEVEL and additive(claim) and bool(dimension(claim))
    told = re.search(alternation(arithmetic_words().unbounded), claim.folded)
    return plain and not ratio and not told and claim.quantity.value >= 0


def _at_most(part: Claim, whole: Claim) -> bool:
    low, high = part.quantity.base.low, whole.quantity.base.high
    return low is None or high is None or low <= high


def _strength(part: Claim, whole: Claim, *, held: bool) -> Strength:
    """Return how sure a split is: money may be offset, what is unknown or told once may be something else."""
    money = dimension(whole).startswith("money")
    known = part.metric.known and whole.metric.known
    return Strength.MUST if known and held and not money else Strength.QUESTION


def _of_sentence(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Propose the number right behind 其中 against the largest of its unit in front of it."""
    text = fold(claims[0].context)
    found = list(re.finditer(alternation(arithmetic_words().of_which), text))
    if len(found) != 1:
        return
    word, cursor = found[0], 0
    before: list[Claim] = []
    told: tuple[Claim, Claim] | None = None
    for claim in claims:
        at = text.find(fold(claim.quantity.text), cursor)
        if at < 0:
            return
        cursor = at + len(claim.quantity.text)
        if at < word.start():
            before.append(claim)
        elif told is not None:
            if _one_more_of(claim, *told):
                yield _relation(claim, told[1], "prose:partial", Strength.QUESTION)
        else:
            shared = _has_share(claim, claims, text[cursor:])
            whole = _largest(claim, before, shared=shared)
            if whole is None or re.search(_STOP, text[word.end() : at].lstrip(" ,，:：")):
                return
            sure = shared or _surely_of(claim, whole)
            strength = Strength.QUESTION if sure else Strength.TIE
            told = (claim, whole)
            yield _relation(claim, whole, "prose:partial", strength)


def _largest(part: Claim, before: Sequence[Claim], *, shared: bool) -> Claim | None:
    """Return the largest number in front of a part that it may be told of."""
    wholes = [whole for whole in before if _spoken_of(part, whole) or (shared and _counted(part, whole))]
    return max(wholes, key=lambda whole: whole.quantity.base.high or whole.quantity.value, default=None)


def _one_more_of(part: Claim, first: Claim, whole: Claim) -> bool:
    """Return whether a number behind the first part is another one: the metric of either, narrowed."""
    alike = part.metric.base in (first.metric.base, whole.metric.base)
    narrowed = part.metric.known and alike and len(part.metric.facets) > len(whole.metric.facets)
    return narrowed and exact(part) and _spoken_of(part, whole)


def _has_share(part: Claim, claims: Sequence[Claim], behind: str) -> bool:
    """Return whether a part is told with its share of the whole at once: 其中新药 32 个，占比 64 %."""
    after = next((claim for claim in claims if claim.order > part.order), None)
    if after is None or dimension(after) != "percent":
        return False
    words = behind.partition(fold(after.quantity.text))[0]
    return bool(
        re.fullmatch(
            rf"[^，,。;；:：()]{{0,8}}[，,]?\s*{alternation(label_words().share_links)}.{{0,4}}", words
        )
    )


def _counted(part: Claim, whole: Claim) -> bool:
    """Return whether both are counted, and nothing else than the noun may tell them apart."""
    both = dimension(part) == dimension(whole) == "count" and part.period == whole.period
    return both and part.quantity.unit.id == whole.quantity.unit.id and exact(part) and exact(whole)


def _surely_of(part: Claim, whole: Claim) -> bool:
    """Return whether a sentence tells a part and its whole in one counted noun, or of known metrics."""
    if dimension(whole) != "count":
        return part.metric.known and whole.metric.known
    one_noun = part.quantity.unit.id == whole.quantity.unit.id and exact(part) and exact(whole)
    return one_noun or (part.metric.known and part.metric.base == whole.metric.base)


def _spoken_of(part: Claim, whole: Claim) -> bool:
    """Return whether a sentence tells both in one unit, or a bare number of people; 个 may count anything."""
    one, other = part.quantity.unit, whole.quantity.unit
    if not _extensive(whole) or part.change is not Change.LEVEL or part.period != whole.period:
        return False
    if one.id in _ANY_NOUN or other.id in _ANY_NOUN:
        return part.metric.known and part.metric.base == whole.metric.base and one.dimension in ("", "count")
    return dimension(part) == dimension(whole) and (one.dimension != "count" or one.id == other.id)


def _relation(part: Claim, whole: Claim, rule: str, strength: Strength) -> Relation:
    computed = Expression.claim(part.ref) + Expression.rest()
    statement = f"{short(part)} ≤ {short(whole)}"
    return relation(Kind.SUM, whole, computed, statement, rule, keys=(part,), strength=strength)
