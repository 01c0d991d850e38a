"""When each quantity of a sentence is told of: its own year, the one it is compared with, the report's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from auditor.extract.bases import base_behind
from auditor.extract.bases import multiple_base
from auditor.extract.brackets import shut_in
from auditor.extract.changes import direction
from auditor.extract.comparisons import compared_by
from auditor.extract.comparisons import compared_with
from auditor.extract.comparisons import in_english
from auditor.extract.comparisons import is_base
from auditor.extract.comparisons import named_behind
from auditor.extract.comparisons import next_quantity
from auditor.extract.comparisons import only_compared
from auditor.extract.context import Context
from auditor.extract.periods import PeriodMention
from auditor.extract.periods import as_cumulative
from auditor.extract.periods import each_year
from auditor.extract.ranges import Mention
from auditor.extract.restated import told_again
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.claim import Change
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind

if TYPE_CHECKING:
    from auditor.extract.prose import Sentence
    from auditor.extract.subject import Subject

#: Periods that have one like them a year before.
_LASTING = (PeriodKind.YEAR, PeriodKind.PART)


def period_of(sentence: Sentence, mention: Mention, context: Context) -> tuple[Period, bool]:
    """Return the period of a quantity and whether the sentence, or the report for it, says so."""
    shared = _shared_out(sentence, mention)
    if shared:
        return (shared, True)
    compared = compared_with(sentence, mention)
    if compared:
        return (compared.period, True)
    measured = base_behind(sentence, mention)
    own = [item for item in sentence.periods if item != measured and not _elsewhere(sentence, item, mention)]
    behind = named_behind(sentence, mention, own)
    if behind:
        return (behind.period, True)
    told = _in_front(sentence, mention, own, context)
    if only_compared(sentence, mention) and year_before(told, context):
        return (year_before(told, context), False)
    return (told, True)


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
    if told_again(sentence, mention):
        return period
    near = [item for item in sentence.periods if item.end <= mention.start and _is_origin(sentence, item)]
    if near and mention.start - near[-1].end < 4:
        return near[-1].period
    if named_behind(sentence, mention, sentence.periods):
        return period
    return year_before(period, context)


def base_of(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return the named period that a change is measured against: in front of it, or right behind it."""
    bases = [item for item in sentence.periods if is_base(sentence, item)]
    bases = [item for item in bases if not shut_in(sentence, item, mention.start)]
    before = [item for item in bases if item.end <= mention.start]
    behind = [item for item in bases if mention.end <= item.start < next_quantity(sentence, mention)]
    if behind and in_english(sentence):
        return behind[0]
    return before[-1] if before and not _yearly_since(sentence, before[-1], mention) else None


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
    named = base_behind(sentence, mention) or base_of(sentence, mention)
    if named:
        return named.period
    if change is Change.BASE_YEAR_DECLINE:
        return NO_PERIOD
    return period.shifted(-1) if period.kind in _LASTING else NO_PERIOD


def on_year_before(sentence: Sentence, mention: Mention, period: Period) -> bool:
    """Return whether a change of a year that names no base can only be one on the year before."""
    named = [item for item in sentence.periods if item.end <= mention.start]
    named = [item for item in named if not _elsewhere(sentence, item, mention)]
    return period.kind in _LASTING and not any(item.period != period for item in named)


def _in_front(sentence: Sentence, mention: Mention, own: Sequence[PeriodMention], context: Context) -> Period:
    """Return the period that is named last in front of a quantity, else that of the sentence before."""
    before = [item for item in own if item.end <= mention.start]
    plain = [item for item in before if not _is_origin(sentence, item)]
    if plain or not direction(sentence.folded, sentence.span, mention).reached:
        before = plain or before[:-1] or before
        if before:
            return as_cumulative(before[-1], sentence.folded, mention.number).period
    return sentence.before or context.profile.clock.current


def _elsewhere(sentence: Sentence, item: PeriodMention, mention: Mention) -> bool:
    """Return whether a named period cannot date a quantity: it is a base, shut in, or another number's."""
    if is_base(sentence, item) or shut_in(sentence, item, mention.start):
        return True
    other = compared_by(sentence, item)
    return other is not None and other != mention


def _shared_out(sentence: Sentence, mention: Mention) -> Period:
    """Return the year of 2018-2020年分别为 a、b、c that stands in the place of the number."""
    found = regex.search(
        alternation(label_words().respectively),
        sentence.folded,
        pos=sentence.span.start,
        endpos=mention.start,
    )
    spans = [item for item in sentence.periods if found and item.end <= found.start()]
    listed = [other for other in sentence.mentions if found and other.start >= found.end()]
    years = each_year(spans[-1].period) if spans else ()
    return years[listed.index(mention)] if years and len(years) == len(listed) else NO_PERIOD


def _is_origin(sentence: Sentence, item: PeriodMention) -> bool:
    window = sentence.folded[max(item.start - 6, sentence.span.start) : item.start]
    leads = regex.search(alternation(quantity_words().origins) + r"\s*$", window)
    return bool(leads) and item.period.kind is not PeriodKind.SPAN
