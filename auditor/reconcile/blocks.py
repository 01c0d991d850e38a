"""How the facts that changed together moved: totals and parts, rows of one note, what was removed."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from auditor.lexicon.roles import roles
from auditor.lexicon.spoken import signed
from auditor.lexicon.spoken import span_words
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.reconcile.tellings import value

_MOVED = (Standing.RESTATED, Standing.DEFINITION)
#: A note that fewer rows follow says nothing of the others.
_LEAST_MOVED = 2

#: Emissions are told in tonnes, electricity in kilowatt-hours; a factor per megawatt-hour.
_PER_MWH = Interval.exactly(1000)
#: An implied number that is known less closely than this share of itself says nothing.
_CLOSE = Decimal("0.25")

#: Words about a restated fact, with the place of the fact among all restatements.
Words = Iterator[tuple[int, str]]


def block_words(items: Sequence[Restatement], judgements: Sequence[Judgement]) -> Words:
    """Yield what can be said of each fact from those that changed with it."""
    yield from _totals(items, judgements)
    yield from _unmoved(items)
    yield from _removed(items)


def _totals(items: Sequence[Restatement], judgements: Sequence[Judgement]) -> Words:
    """Yield whether a total and the parts that add up to it moved by the same amount."""
    by_new = {item.new.ref: at for at, item in enumerate(items)}
    said: set[int] = set()
    for relation in (judgement.relation for judgement in judgements):
        at = by_new.get(relation.stated)
        if at is None or at in said or not _plain_sum(relation) or items[at].standing not in _MOVED:
            continue
        parts = [items[by_new[ref]] for ref in relation.computed.refs if ref in by_new]
        if len(parts) == len(relation.computed.refs) and len({part.old.report for part in parts}) == 1:
            said.add(at)
            yield at, _total_words(items[at], parts)


def _plain_sum(relation: Relation) -> bool:
    return relation.kind is Kind.SUM and relation.computed.adds_only


def _total_words(item: Restatement, parts: Sequence[Restatement]) -> str:
    moved, apart = moved_by(item), total(moved_by(part) for part in parts)
    rebased = any(part.standing is Standing.DEFINITION for part in parts)
    note = say("（含口径变更的分项）") if rebased else ""
    if moved.meets(apart):
        return say("与各分项变动之和一致{note}", note=note)
    unit = item.new.quantity.unit.factor
    rest = (_step(item) - sum((_step(part) for part in parts), Decimal(0))) / unit
    return say("与各分项变动之和相差 {rest}{note}", rest=signed(rest), note=note)


def _step(item: Restatement) -> Decimal:
    return value(item.new) - value(item.old)


def moved_by(item: Restatement) -> Interval:
    """Return new - old in the base unit."""
    return item.new.quantity.base - item.old.quantity.base


def _unmoved(items: Sequence[Restatement]) -> Words:
    """Yield the rows of a table that stayed while others under an adjusting note moved."""
    seated = [(at, item) for at, item in enumerate(items) if item.new.seat and item.new.quantity.value]
    by_table = sorted(seated, key=lambda pair: (_table(pair[1]), pair[0]))
    for _, group in groupby(by_table, key=lambda pair: _table(pair[1])):
        rows = list(group)
        noted = [item for _, item in rows if item.note and item.note.effect == "adjusted"]
        moved = {item.new.seat.row for item in noted if item.new.seat and item.standing in _MOVED}
        if len(moved) >= _LEAST_MOVED:
            yield from (
                (at, say("同表 {moved} 行已按同一说明调整，本行未变", moved=len(moved)))
                for at, item in rows
                if item.standing in {Standing.UNCHANGED, Standing.ROUNDING}
            )


def _table(item: Restatement) -> tuple[str, str, int]:
    return (item.new.report, item.old.report, item.new.seat.table if item.new.seat else -1)


def _removed(items: Sequence[Restatement]) -> Words:
    """Yield what the removed or added part must have emitted for each kilowatt-hour and for each yuan."""
    moved = [(at, item) for at, item in enumerate(items) if item.standing in _MOVED]
    groups: dict[tuple[str, ...], list[Restatement]] = {}
    for _, item in moved:
        groups.setdefault(_group(item), []).append(item)
    for at, item in moved:
        if item.new.metric.base != roles().emissions:
            continue
        scope, around = item.new.metric.facet(roles().added_up), groups[_group(item)]
        power = next((other for other in around if is_power(other.new)), None)
        if scope == "2" and power is not None:
            yield from ((at, words) for words in _implied_factor(item, power))
        share = next((other for other in around if _is_intensity(other, scope)), None)
        if share is not None:
            yield from ((at, words) for words in _implied_intensity(item, share))


def is_power(claim: Claim) -> bool:
    """Return whether a claim tells the electricity of the whole entity."""
    metric = claim.metric
    if metric.base == roles().electricity:
        return not metric.facets
    told = metric.base == roles().energy and metric.facet("carrier") == roles().electricity
    return told and metric.facet("directness") != "direct"


def _is_intensity(item: Restatement, scope: str) -> bool:
    metric = item.new.metric
    return metric.base == roles().emissions_intensity and metric.facet(roles().added_up) == scope


def _group(item: Restatement) -> tuple[str, str, str, str]:
    return (item.old.report, item.new.report, item.new.period.code, item.new.scope)


def _implied_factor(item: Restatement, power: Restatement) -> Iterator[str]:
    emitted, used = moved_by(item), moved_by(power)
    if _same_side(emitted, used):
        factor = emitted / used * _PER_MWH
        yield say("变动部分隐含排放因子 {factor}", factor=f"{span(factor, 4)} tCO2e/MWh")


def _implied_intensity(item: Restatement, share: Restatement) -> Iterator[str]:
    """Yield the intensity of what was removed, from the revenue that both intensities imply."""
    if share.old.quantity.base.may_be_zero or share.new.quantity.base.may_be_zero:
        return
    before = item.old.quantity.base / share.old.quantity.base
    after = item.new.quantity.base / share.new.quantity.base
    emitted, earned = moved_by(item), after - before
    if _same_side(emitted, earned):
        implied = emitted / earned / Interval.exactly(share.new.quantity.unit.factor)
        if implied.width is not None and implied.width <= _CLOSE * abs(implied.middle or Decimal(0)):
            told = f"{span(implied, 1)} {share.new.quantity.unit_text}"
            yield say("变动部分隐含强度 {intensity}", intensity=told)


def _same_side(one: Interval, other: Interval) -> bool:
    """Return whether both moved the same way, surely."""
    if one.may_be_zero or other.may_be_zero:
        return False
    return ((one.high or 0) < 0) == ((other.high or 0) < 0)


def span(interval: Interval, places: int) -> str:
    """Return ``0.5703`` or ``0.56 至 0.58``, to so many places."""
    ends = [f"{end:,.{places}f}" for end in (interval.low, interval.high) if end is not None]
    low, high = (ends[0], ends[-1]) if ends else ("", "")
    return span_words(low, high)


def joined(words: Iterable[str]) -> str:
    """Return what is to be known of a fact, each thing once."""
    return say("；").join(dict.fromkeys(filter(None, words)))


def gathered(words: Words) -> Mapping[int, list[str]]:
    """Return the words by the place of their fact."""
    found: dict[int, list[str]] = {}
    for at, said in words:
        found.setdefault(at, []).append(said)
    return found
