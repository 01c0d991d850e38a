"""Claims from prose: which metric, scope and period each number of a sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

import regex

from auditor.extract.bases import as_multiples
from auditor.extract.bases import base_behind
from auditor.extract.bases import is_multiple
from auditor.extract.bases import is_told_loosely
from auditor.extract.bases import multiple_base
from auditor.extract.changes import Direction
from auditor.extract.changes import direction
from auditor.extract.context import Context
from auditor.extract.lookalikes import in_title
from auditor.extract.periods import PeriodMention
from auditor.extract.periods import as_cumulative
from auditor.extract.periods import periods
from auditor.extract.profile import english
from auditor.extract.quantities import mentions
from auditor.extract.ranges import Mention
from auditor.extract.sentences import Span
from auditor.extract.sentences import clauses
from auditor.extract.sentences import sentences
from auditor.extract.stretches import each_year
from auditor.extract.subjects import Subject
from auditor.extract.subjects import subjects
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import marks
from auditor.lexicon.naming import numbered_facets
from auditor.lexicon.periods import period_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.document import Text
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind

#: Periods that have one like them a year before.
_LASTING = (PeriodKind.YEAR, PeriodKind.PART)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ready to be read: offsets are those of the whole text.

    ``before`` is the period in force from the sentences before it.
    """

    text: Text
    folded: str
    span: Span
    clauses: tuple[Span, ...]
    periods: tuple[PeriodMention, ...]
    mentions: tuple[Mention, ...]
    before: Period

    def slice(self, start: int, end: int) -> str:
        """Return the printed characters between two offsets."""
        return self.text.string[start:end]


def prose_claims(text: Text, source: Source, context: Context, number: int) -> tuple[tuple[Claim, ...], int]:
    """Return the claims of a block of text and the ordinal of the next sentence."""
    folded = fold(text.string)
    clock = context.profile.clock
    before = last = NO_PERIOD
    claims: list[Claim] = []
    for span in sentences(text.string):
        found = _in_sentence(text, folded, span, context)
        sentence = replace(found, before=last if _goes_on(found) else before)
        claims.extend(_claims(sentence, source, context, number))
        explicit = [
            item.period for item in sentence.periods if not item.relative and not _is_base(sentence, item)
        ]
        last = explicit[-1] if explicit else before
        before = explicit[-1] if explicit and explicit[-1].kind is PeriodKind.YEAR else before
        before = clock.current if any(m.period == clock.current for m in sentence.periods) else before
        number += 1
    return (tuple(claims), number)


def _goes_on(sentence: Sentence) -> bool:
    """Return whether a sentence opens with a part of what the one before told: 其中, of which."""
    opened = sentence.folded[sentence.span.start : sentence.span.end].lstrip()
    return bool(regex.match(alternation(label_words().partial), opened))


def _in_sentence(text: Text, folded: str, span: Span, context: Context) -> Sentence:
    part = folded[span.start : span.end]
    bare = english(part)
    spoken = periods(part, context.profile.clock, bare_years=bare)
    named = [
        replace(mention, start=mention.start + span.start, end=mention.end + span.start)
        for mention in spoken
        if not in_title(part, mention.start) and not _names_a_thing(part, mention.end)
    ]
    taken = [(mention.start, mention.end) for mention in spoken]
    taken.extend(numbered_facets(part))
    found = [
        replace(
            mention,
            start=mention.start + span.start,
            number=mention.number + span.start,
            end=mention.end + span.start,
        )
        for mention in mentions(text.string[span.start : span.end], part, taken)
    ]
    found = as_multiples(found, folded, span)
    found = [mention for mention in found if not _in_formula(part, mention.start - span.start)]
    return Sentence(
        text, folded, span, tuple(clauses(text.string, span)), tuple(named), tuple(found), NO_PERIOD
    )


def _names_a_thing(part: str, end: int) -> bool:
    """Return whether a period is part of the name of what stands behind it: 2022年限制性股票激励计划."""
    return bool(
        regex.match(
            r"(?:度)?(?:第[一二三四五]次)?(?:临时)?" + alternation(period_words().bearers), part[end:]
        )
    )


def _in_formula(part: str, offset: int) -> bool:
    """Return whether a number is part of a printed formula: rate = a / b × 100 %."""
    before = part[:offset]
    return "=" in before and bool(regex.search(r"[/*×÷]", before[before.index("=") :]))


def _claims(sentence: Sentence, source: Source, context: Context, number: int) -> Iterator[Claim]:
    order = 0
    for mention, subject in zip(sentence.mentions, subjects(sentence, context), strict=True):
        if subject is None:
            continue
        yield _claim(sentence, mention, subject, source, context, number, order)
        order += 1


def _claim(  # noqa: PLR0913, PLR0917  # all that a number's meaning hangs on
    sentence: Sentence,
    mention: Mention,
    subject: Subject,
    source: Source,
    context: Context,
    number: int,
    order: int,
) -> Claim:
    towards = direction(sentence.folded, sentence.span, mention)
    period, strong = _period(sentence, mention, context)
    period = _of_flow(period, subject, sentence, mention, context)
    change = _change(sentence, mention, towards, period, context)
    if change is Change.FROM:
        period = _period_of_from(sentence, mention, period)
    end = next((clause.end for clause in sentence.clauses if clause.end >= mention.end), mention.end)
    return Claim(
        ref="",
        no=0,
        key="",
        report=context.report,
        source=source,
        place=sentence.text.place(mention.number, mention.end),
        label=subject.label,
        folded=clean(subject.label),
        metric=subject.metric,
        scope=subject.scope,
        period=period,
        quantity=mention.quantity,
        change=change,
        base=_base(sentence, mention, change, period),
        notes=marks(sentence.slice(max(mention.start - 1, sentence.span.start), end)),
        context=" ".join(sentence.slice(sentence.span.start, sentence.span.end).split()),
        sentence=number,
        order=order,
        heading=fold(context.heading),
        confidence="strong" if subject.strong and strong and _firm(sentence, mention, change) else "weak",
    )


def _period(sentence: Sentence, mention: Mention, context: Context) -> tuple[Period, bool]:
    """Return the period of a quantity and whether the sentence, or the report for it, says so."""
    shared = _shared_out(sentence, mention)
    if shared:
        return (shared, True)
    measured = base_behind(sentence, mention)
    own = [item for item in sentence.periods if item != measured and not _is_base(sentence, item)]
    behind = _behind(sentence, mention, own)
    if behind:
        return (behind.period, True)
    before = [item for item in own if item.end <= mention.start]
    before = [item for item in before if not _is_origin(sentence, item)] or before[:-1] or before
    if before:
        chosen = as_cumulative(before[-1], sentence.folded, mention.number)
        return (chosen.period, True)
    if sentence.before:
        return (sentence.before, True)
    return (context.profile.clock.current, True)


def _of_flow(
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


def _behind(
    sentence: Sentence, mention: Mention, periods_named: Sequence[PeriodMention]
) -> PeriodMention | None:
    """Return the period that English names behind a number: 21 percent in 2023, 80 % of it by 2030."""
    later = [other.start for other in sentence.mentions if other.start >= mention.end]
    end = min([sentence.span.end, *later])
    named = next((item for item in periods_named if mention.end <= item.start < end), None)
    if named is None or not english(sentence.folded[sentence.span.start : sentence.span.end]):
        return None
    between = sentence.folded[mention.end : named.start]
    joined = regex.search(
        r"(?:^|\s)(?:in|by|as of|as at|at|on|for|during|since|from)(?: the end of)?\s*$", between
    )
    return named if joined or named.period.kind is PeriodKind.INSTANT else None


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


def _is_base(sentence: Sentence, item: PeriodMention) -> bool:
    """Return whether a named period is what a change is measured against: 较2020年."""
    if any(multiple_base(sentence, mention) == item for mention in sentence.mentions):
        return True
    against = alternation(quantity_words().against)
    window = sentence.folded[max(item.start - 16, sentence.span.start) : item.start]
    after = sentence.folded[item.end : item.end + 5]
    measured = alternation(quantity_words().measured)
    return bool(regex.search(measured + r"(?: the| a)?\s*$", window)) or bool(
        regex.search(r"(?:与|同)\s*$", window) and regex.match(r"\s*" + against, after)
    )


def _is_origin(sentence: Sentence, item: PeriodMention) -> bool:
    window = sentence.folded[max(item.start - 6, sentence.span.start) : item.start]
    return bool(regex.search(alternation(quantity_words().origins) + r"\s*$", window))


def _change(
    sentence: Sentence, mention: Mention, towards: Direction, period: Period, context: Context
) -> Change:
    """Return what a quantity says of a change."""
    if _is_target(sentence, mention, period, context):
        return Change.TARGET
    if towards.origin:
        return Change.FROM
    if towards.reached or multiple_base(sentence, mention):
        return Change.TO
    if not towards.sign:
        return Change.LEVEL
    unit = mention.quantity.unit.id
    if unit == "pp":
        return Change.YOY_POINTS
    if towards.base_year:
        return Change.BASE_YEAR_DECLINE
    based = any(item.end <= mention.start and _is_base(sentence, item) for item in sentence.periods)
    if (unit == "%" or (is_multiple(mention) and towards.sign > 0)) and (
        towards.yearly or based or _on_year_before(sentence, mention, period)
    ):
        return Change.YOY_GROWTH if towards.sign > 0 else Change.YOY_DECLINE
    return Change.LEVEL


def _firm(sentence: Sentence, mention: Mention, change: Change) -> bool:
    """Return whether it is said what a change is measured against, and in which way."""
    return not _implied(sentence, mention, change) and not is_told_loosely(sentence, mention)


def _implied(sentence: Sentence, mention: Mention, change: Change) -> bool:
    """Return whether the base of a change is not named."""
    if change not in (Change.YOY_GROWTH, Change.YOY_DECLINE):
        return False
    yearly = direction(sentence.folded, sentence.span, mention).yearly
    return (
        not yearly
        and base_behind(sentence, mention) is None
        and not any(item.end <= mention.start and _is_base(sentence, item) for item in sentence.periods)
    )


def _on_year_before(sentence: Sentence, mention: Mention, period: Period) -> bool:
    """Return whether a change of a year that names no base can only be one on the year before."""
    named = [item for item in sentence.periods if item.end <= mention.start]
    return period.kind in _LASTING and not any(item.period != period for item in named)


def _is_target(sentence: Sentence, mention: Mention, period: Period, context: Context) -> bool:
    words = alternation(quantity_words().targets)
    current = context.profile.clock.year
    later = [item for item in sentence.periods if item.period.year and current and item.period.year > current]
    told = regex.search(words, sentence.folded[sentence.span.start : sentence.span.end])
    if period.year and current and period.year > current and (told or period.kind is not PeriodKind.INSTANT):
        return True
    before = sentence.folded[sentence.span.start : mention.start]
    start = max(clause.start for clause in sentence.clauses if clause.start <= mention.start)
    firm = alternation(quantity_words().firm_targets)
    if regex.search(firm, sentence.folded[start : mention.start]):
        return True
    return bool(later) and bool(regex.search(words, before))


def _period_of_from(sentence: Sentence, mention: Mention, period: Period) -> Period:
    """Return the period of the value that a change starts from: named beside it, or a year earlier."""
    near = [item for item in sentence.periods if item.end <= mention.start and _is_origin(sentence, item)]
    if near and mention.start - near[-1].end < 4:
        return near[-1].period
    return period.shifted(-1) if period.kind in _LASTING else NO_PERIOD


def _yearly_since(sentence: Sentence, base: PeriodMention, mention: Mention) -> bool:
    """Return whether a clause behind a base tells of a yearly change: 较2020年增长50%，同比增长25%."""
    since = sentence.folded[base.end : mention.start]
    return bool(regex.search(r"[,，;；、].*" + alternation(quantity_words().year_bases), since))


def _base(sentence: Sentence, mention: Mention, change: Change, period: Period) -> Period:
    multiple = multiple_base(sentence, mention)
    if multiple:
        return multiple.period
    if change not in (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS, Change.BASE_YEAR_DECLINE):
        return NO_PERIOD
    behind = base_behind(sentence, mention)
    if behind:
        return behind.period
    named = [item for item in sentence.periods if item.end <= mention.start and _is_base(sentence, item)]
    if named and not _yearly_since(sentence, named[-1], mention):
        return named[-1].period
    if change is Change.BASE_YEAR_DECLINE:
        return NO_PERIOD
    return period.shifted(-1) if period.kind in _LASTING else NO_PERIOD
