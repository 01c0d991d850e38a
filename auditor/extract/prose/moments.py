"""When each quantity of a sentence is told of: its own year, the one it is compared with, the report's."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.bases import base_behind
from auditor.extract.prose.bases import multiple_base
from auditor.extract.prose.brackets import shut_in
from auditor.extract.prose.changes import direction
from auditor.extract.prose.comparisons import compared_by
from auditor.extract.prose.comparisons import compared_with
from auditor.extract.prose.comparisons import in_english
from auditor.extract.prose.comparisons import is_base
from auditor.extract.prose.comparisons import named_behind
from auditor.extract.prose.comparisons import next_quantity
from auditor.extract.prose.comparisons import only_compared
from auditor.extract.prose.labelled import is_progress
from auditor.extract.prose.listedyears import shared_out
from auditor.extract.prose.restated import told_again
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.since import begun
from auditor.extract.prose.since import is_since
from auditor.extract.prose.since import over_years
from auditor.extract.prose.since import span_end
from auditor.extract.prose.subject import Subject
from auditor.extract.times.clock import PeriodMention
from auditor.extract.times.periods import as_cumulative
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Change
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind

_ENGLISH = english_words()

_SMALL = particles()

#: Periods that have one like them a year before.
_LASTING = (PeriodKind.YEAR, PeriodKind.PART)


def period_of(sentence: Sentence, mention: Mention, context: Context) -> tuple[Period, bool]:
    """Return the period of a quantity and whether the sentence, or the report for it, says so."""
    if is_progress(sentence, mention):
        return (_reached_by(sentence, mention, context), True)
    shared = shared_out(sentence, mention)
    if shared:
        return (shared, True)
    over = over_years(sentence, mention)
    if over:
        return (Period(over.period.code.partition("..")[2]), True)
    ended = span_end(sentence, mention)
    if ended:
        return (ended, True)
    compared = compared_with(sentence, mention)
    if compared:
        return (compared.period, True)
    measured = base_behind(sentence, mention)
    first = begun(sentence, mention)
    own = [item for item in sentence.periods if item != measured and not _elsewhere(sentence, item, mention)]
    own = [item for item in own if first is None or item.start != first.start]
    behind = named_behind(sentence, mention, own)
    if behind:
        return (_day_before(behind, own, mention, context) or behind.period, True)
    told = _in_front(sentence, mention, own, context)
    if only_compared(sentence, mention) and year_before(told, context):
        return (year_before(told, context), False)
    return (told, True)


def _day_before(
    behind: PeriodMention, own: Sequence[PeriodMention], mention: Mention, context: Context
) -> Period:
    """Return the last day of the year before, where a sentence of a last day says: a year earlier."""
    days = [
        item.period for item in own if item.end <= mention.start and item.period.kind is PeriodKind.INSTANT
    ]
    return year_before(days[-1], context) if behind.relative and days else NO_PERIOD


def _reached_by(sentence: Sentence, mention: Mention, context: Context) -> Period:
    """Return when so much of an aim was reached: never the year of the aim."""
    now = context.profile.clock.year or 0
    past = [
        item
        for item in sentence.periods
        if item.end <= mention.start and (item.period.year or now + 1) <= now
    ]
    told = [item.period for item in past if not _elsewhere(sentence, item, mention)]
    return told[-1] if told else sentence.before or context.profile.clock.current


def carried(sentence: Sentence) -> tuple[PeriodMention, ...]:
    """Return the periods by which a sentence may date those behind it.

    It is none that is only compared with or that stands in a bracket; in English only one that opens the
    sentence. Behind a year that a change starts from nothing is sure.
    """
    first = sentence.mentions[0].start if sentence.mentions else sentence.span.end
    opening = first if in_english(sentence) else sentence.span.end
    found = tuple(
        item
        for item in sentence.periods
        if item.start < opening
        and not item.relative
        and not is_since(sentence, item)
        and not is_base(sentence, item)
        and not shut_in(sentence, item, sentence.span.end)
        and compared_by(sentence, item) is None
    )
    return () if found and _is_origin(sentence, found[-1]) else found


def of_flow(
    period: Period, subject: Subject, sentence: Sentence, mention: Mention, context: Context
) -> Period:
    """Return the year for what flows, told in another clause than the day on which the year ends.

    截至2024年末，共有员工1,000人；全年新进员工100人: the second number is one of the year.
    """
    clock = context.profile.clock
    if not clock.year or period != clock.calendar.year_end(clock.year) or not subject.metric.known:
        return period
    start = max(clause.start for clause in sentence.clauses if clause.start <= mention.start)
    own_day = any(item.period == period and item.start >= start for item in sentence.periods)
    first = not any(other.start < mention.start for other in sentence.mentions)
    if own_day or first or metrics().entry(subject.metric.base).nature != "flow":
        return period
    return clock.current


def year_before(period: Period, context: Context) -> Period:
    """Return the year before a year, or the last day of the one before for the last day of a year."""
    year, clock = period.year, context.profile.clock
    closing = year is not None and period == clock.calendar.year_end(year)
    return period.shifted(-1) if closing or period.kind in _LASTING else NO_PERIOD


def period_of_from(sentence: Sentence, mention: Mention, period: Period, context: Context) -> Period:
    """Return the period of the value that a change starts from: named beside it, or a year earlier.

    What is told again (由100重列为110) is of one period before and after.
    """
    if told_again(sentence, mention) or span_end(sentence, mention):
        return period
    near = [item for item in sentence.periods if item.end <= mention.start and _is_origin(sentence, item)]
    between = sentence.folded[near[-1].end : mention.start] if near else ""
    if near and (len(between) < 4 or regex.fullmatch(rf"{_SMALL.of}[^，,。;；0-9]{{1,12}}", between)):
        return near[-1].period
    if named_behind(sentence, mention, sentence.periods):
        return period
    return year_before(period, context)


def base_of(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return the named period that a change is measured against: in front of it, or right behind it."""
    first = begun(sentence, mention)
    if first is not None:
        return first
    started = _started_behind(sentence, mention)
    if started is not None:
        return started
    bases = [item for item in sentence.periods if is_base(sentence, item)]
    bases = [
        item for item in bases if _of_base_year(sentence, item) or not shut_in(sentence, item, mention.start)
    ]
    before = [item for item in bases if item.end <= mention.start]
    behind = [item for item in bases if mention.end <= item.start < next_quantity(sentence, mention)]
    if behind and in_english(sentence):
        return behind[0]
    opened = [item for item in sentence.periods if item.end <= mention.start]
    if _since_origin(sentence, opened, mention):
        return opened[-1]
    return before[-1] if before and not _yearly_since(sentence, before[-1], mention) else None


def _started_behind(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return when the number was told from which a change started behind it: up 5% to 94, from 89 in 2022."""
    at = sentence.mentions.index(mention)
    reached, start = (*sentence.mentions[at + 1 : at + 3], None, None)[:2]
    if reached is None or start is None or mention.quantity.unit.id == start.quantity.unit.id:
        return None
    moved, origin = (direction(sentence.folded, sentence.span, other) for other in (mention, start))
    arrives = regex.match(rf"\s*{_ENGLISH.to}\s", sentence.folded[mention.end : reached.start])
    if not (arrives and moved.sign and not moved.reached and origin.origin):
        return None
    named = named_behind(sentence, start, sentence.periods)
    return named if named is not None and named.period.kind is PeriodKind.YEAR else None


def _of_base_year(sentence: Sentence, item: PeriodMention) -> bool:
    """Return whether a bracket tells which year the base year is: 较基准年（2020年）."""
    named = rf"{alternation(quantity_words().base_year_names)}\s*[(]\s*$"
    return bool(regex.search(named, sentence.folded[max(item.start - 24, sentence.span.start) : item.start]))


def _yearly_since(sentence: Sentence, base: PeriodMention, mention: Mention) -> bool:
    """Return whether a clause behind a base tells of a yearly change: 较2020年增长50%，同比增长25%."""
    since = sentence.folded[base.end : mention.start]
    return bool(regex.search(r"[,，;；、].*" + alternation(quantity_words().year_bases), since))


def base_period(sentence: Sentence, mention: Mention, change: Change, period: Period) -> Period:
    """Return the period that a change is measured against, the year before where none is named."""
    multiple = multiple_base(sentence, mention)
    if multiple:
        return multiple.period
    if change not in (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS, Change.BASE_YEAR_DECLINE):
        return NO_PERIOD
    first = direction(sentence.folded, sentence.span, mention).base_year
    named = base_behind(sentence, mention) or base_of(sentence, mention)
    started = [item for item in sentence.periods if item.end <= mention.start and _is_origin(sentence, item)]
    if named is None and started and moved_from(sentence, mention) is not None:
        named = started[-1]
    if named and not (first and _used(sentence, named, mention)):
        return named.period
    if first:
        return NO_PERIOD
    return period.shifted(-1) if period.kind in _LASTING else NO_PERIOD


def _used(sentence: Sentence, base: PeriodMention, mention: Mention) -> bool:
    """Return whether a base is that of another number before, and not of its own: 较2020年的464吨减少17%."""
    if in_english(sentence) and any(other.end <= base.start < mention.start for other in sentence.mentions):
        return True
    between = [other for other in sentence.mentions if base.end <= other.start < mention.start]
    return any(not direction(sentence.folded, sentence.span, other).against for other in between)


def on_year_before(sentence: Sentence, mention: Mention, period: Period) -> bool:
    """Return whether a change of a year that names no base can only be one on the year before."""
    named = [item for item in sentence.periods if item.end <= mention.start]
    named = [item for item in named if not _elsewhere(sentence, item, mention)]
    return period.kind in _LASTING and not any(item.period != period for item in named)


def _in_front(sentence: Sentence, mention: Mention, own: Sequence[PeriodMention], context: Context) -> Period:
    """Return the period that is named last in front of a quantity, else that of the sentence before."""
    before = [item for item in own if item.end <= mention.start]
    plain = [item for item in before if not _is_origin(sentence, item)]
    if before and not plain and moved_from(sentence, mention) is not None:
        ends = [item for item in own if item.start >= mention.end and _is_end(sentence, item)]
        return ends[0].period if ends else sentence.before or context.profile.clock.current
    if not plain and _since_origin(sentence, before, mention):
        before = []
    elif plain or not direction(sentence.folded, sentence.span, mention).reached:
        before = plain or before[:-1] or before
        if before:
            return as_cumulative(before[-1], sentence.folded, mention.number).period
    return sentence.before or context.profile.clock.current


def _since_origin(sentence: Sentence, before: Sequence[PeriodMention], mention: Mention) -> bool:
    """Return whether the change that the last period opens was told to its end: 由上年的50降至48，降幅4%."""
    start = before[-1].end if before else mention.start
    inside = [other for other in sentence.mentions if start <= other.start < mention.start]
    told = [direction(sentence.folded, sentence.span, other) for other in inside]
    return len(told) > 1 and told[0].origin and told[1].reached


def _elsewhere(sentence: Sentence, item: PeriodMention, mention: Mention) -> bool:
    """Return whether a named period cannot date a quantity: it is a base, shut in, or another number's."""
    if is_base(sentence, item) or shut_in(sentence, item, mention.start):
        return True
    other = compared_by(sentence, item)
    return other is not None and other != mention


def moved_from(sentence: Sentence, mention: Mention) -> Mention | None:
    """Return the number that a change right behind it started from: 由98.2減少3.1%至95.2, 由100增加5或5%."""
    index = sentence.mentions.index(mention)
    before = sentence.mentions[index - 1] if index else None
    towards = direction(sentence.folded, sentence.span, mention)
    if before is None or not towards.sign or towards.reached:
        return None
    if regex.fullmatch(rf"\s*{_SMALL.either_any}\s*", sentence.folded[before.end : mention.start]):
        return moved_from(sentence, before)
    return before if direction(sentence.folded, sentence.span, before).origin else None


def _is_end(sentence: Sentence, item: PeriodMention) -> bool:
    """Return whether a change ends in a period: 至2023年的95.2."""
    window = sentence.folded[max(item.start - 4, sentence.span.start) : item.start]
    return bool(regex.search(rf"[{_SMALL.to}]\s*$", window))


def _is_origin(sentence: Sentence, item: PeriodMention) -> bool:
    window = sentence.folded[max(item.start - 6, sentence.span.start) : item.start]
    leads = regex.search(alternation(quantity_words().origins) + r"\s*$", window)
    return bool(leads) and item.period.kind is not PeriodKind.SPAN
