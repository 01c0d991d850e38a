"""Claims from prose: which metric, scope and period each number of a sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.fractions import with_fractions
from auditor.extract.numbers.lookalikes import in_title
from auditor.extract.numbers.quantities import mentions
from auditor.extract.numbers.ranges import Mention
from auditor.extract.profile import english
from auditor.extract.prose.attribution import subjects
from auditor.extract.prose.barecounts import as_count
from auditor.extract.prose.bases import as_multiples
from auditor.extract.prose.bases import base_behind
from auditor.extract.prose.bases import is_multiple
from auditor.extract.prose.bases import is_told_loosely
from auditor.extract.prose.bases import multiple_base
from auditor.extract.prose.changes import Direction
from auditor.extract.prose.changes import direction
from auditor.extract.prose.comparisons import set_against
from auditor.extract.prose.labelled import based
from auditor.extract.prose.labelled import ends_change
from auditor.extract.prose.labelled import has_better
from auditor.extract.prose.labelled import is_amount
from auditor.extract.prose.labelled import is_for_better
from auditor.extract.prose.labelled import is_progress
from auditor.extract.prose.moments import base_of
from auditor.extract.prose.moments import base_period
from auditor.extract.prose.moments import carried
from auditor.extract.prose.moments import moved_from
from auditor.extract.prose.moments import of_flow
from auditor.extract.prose.moments import on_year_before
from auditor.extract.prose.moments import period_of
from auditor.extract.prose.moments import period_of_from
from auditor.extract.prose.oneunit import in_one_unit
from auditor.extract.prose.owners import with_owner
from auditor.extract.prose.restated import told_again
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.sentences import Span
from auditor.extract.prose.sentences import clauses
from auditor.extract.prose.sentences import sentences
from auditor.extract.prose.subject import Subject
from auditor.extract.prose.turned import with_turns
from auditor.extract.times.periods import periods
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import marks
from auditor.lexicon.naming import numbered_facets
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.periods import period_words
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.document import Text
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind

_SMALL = particles()


def prose_claims(
    text: Text, source: Source, context: Context, number: int, before: Period = NO_PERIOD
) -> tuple[tuple[Claim, ...], int]:
    """Return the claims of a block of text and the ordinal of the next sentence.

    ``before`` is the period that something above the text names: the head of its column.
    """
    folded = fold(text.string)
    clock = context.profile.clock
    last = before
    claims: list[Claim] = []
    spoken: list[Claim] = []
    for span in sentences(text.string):
        found = _in_sentence(text, folded, span, context)
        sentence = replace(found, before=last if _goes_on(found) else before)
        spoken = with_owner(tuple(_claims(sentence, source, context, number)), spoken)
        claims.extend(spoken)
        explicit = carried(sentence)
        last = explicit[-1].period if explicit else before
        before = last if last.kind is PeriodKind.YEAR else before
        before = clock.current if any(m.period == clock.current for m in sentence.periods) else before
        number += 1
    return (tuple(claims), number)


def _goes_on(sentence: Sentence) -> bool:
    """Return whether a sentence opens with a part of what the one before told: 其中, of which."""
    opened = sentence.folded[sentence.span.start : sentence.span.end].lstrip()
    return _part().match(opened) is not None


@cache
def _part() -> regex.Pattern[str]:
    return regex.compile(alternation(label_words().partial))


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
        for mention in _quantities(text.string[span.start : span.end], part, taken)
    ]
    found = as_multiples(found, folded, span)
    found = [mention for mention in found if not _in_formula(part, mention.start - span.start)]
    found = with_turns(in_one_unit(found, folded, span), text.string, folded, span)
    return Sentence(
        text, folded, span, tuple(clauses(text.string, span)), tuple(named), tuple(found), NO_PERIOD
    )


def _quantities(printed: str, part: str, taken: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
    return with_fractions(mentions(printed, part, taken), printed, part, taken)


def _names_a_thing(part: str, end: int) -> bool:
    """Return whether a period is part of the name of what stands behind it: 2022年限制性股票激励计划."""
    return _bearer().match(part[end:]) is not None


@cache
def _bearer() -> regex.Pattern[str]:
    return regex.compile(
        rf"{_SMALL.annual_suffix}?(?:{_SMALL.nth}[{_SMALL.meetings}]{_SMALL.time})?(?:{_SMALL.extra})?"
        + alternation(period_words().bearers)
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
        told = _of_other(subject, set_against(sentence, mention))
        yield _claim(sentence, mention, told, source, context, number, order)
        order += 1


def _of_other(subject: Subject, name: str) -> Subject:
    """Return the subject narrowed by the name that stands behind a number: 25.5% in North Freight."""
    if not name or clean(name) in clean(subject.label):
        return subject
    scope = " ".join(part for part in (subject.scope, clean(name)) if part)
    return replace(subject, label=f"{subject.label} / {name}", scope=scope)


def _claim(  # noqa: PLR0913, PLR0917  # all that a number's meaning hangs on
    sentence: Sentence,
    mention: Mention,
    subject: Subject,
    source: Source,
    context: Context,
    number: int,
    order: int,
) -> Claim:
    period, change, dated = _when(sentence, mention, subject, context)
    metric = subject.metric
    if change is Change.FROM and told_again(sentence, mention):
        metric = metric.having("vintage", "before")
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
        metric=metric,
        scope=subject.scope,
        period=period,
        quantity=as_count(sentence, mention, metric.known),
        change=change,
        base=base_period(sentence, mention, change, period),
        notes=marks(sentence.slice(max(mention.start - 1, sentence.span.start), end)),
        context=" ".join(sentence.slice(sentence.span.start, sentence.span.end).split()),
        sentence=number,
        order=order,
        heading=fold(context.heading),
        confidence="strong" if subject.strong and dated and _firm(sentence, mention, change) else "weak",
    )


def _when(
    sentence: Sentence, mention: Mention, subject: Subject, context: Context
) -> tuple[Period, Change, bool]:
    """Return the period of a quantity, what it says of a change, and whether the sentence dates it."""
    towards = direction(sentence.folded, sentence.span, mention)
    period, dated = period_of(sentence, mention, context)
    period = of_flow(period, subject, sentence, mention, context)
    change = _change(sentence, mention, towards, period, context)
    if change is Change.LEVEL and is_for_better(sentence, mention) and has_better(subject.metric):
        change = Change.YOY_POINTS
    if change is Change.FROM:
        period = period_of_from(sentence, mention, period, context)
    return (period, change, dated)


def _change(
    sentence: Sentence, mention: Mention, towards: Direction, period: Period, context: Context
) -> Change:
    """Return what a quantity says of a change."""
    if _is_target(sentence, mention, period, context):
        return Change.TARGET
    again = told_again(sentence, mention)
    if again is not Change.LEVEL:
        return again
    if towards.origin:
        return Change.FROM
    if towards.reached or ends_change(sentence, mention) or multiple_base(sentence, mention):
        return Change.TO
    if not towards.sign:
        return Change.LEVEL
    unit = mention.quantity.unit.id
    if mention.quantity.unit.dimension == "points":
        return Change.YOY_POINTS
    if towards.base_year and (towards.sign < 0 or unit != "%"):
        return Change.BASE_YEAR_DECLINE
    on_base = base_of(sentence, mention) is not None or moved_from(sentence, mention) is not None
    if is_amount(sentence, mention):
        return Change.YOY_GROWTH if towards.sign > 0 else Change.YOY_DECLINE
    moved = unit == "%" or (is_multiple(mention) and towards.sign > 0)
    if moved and (
        towards.yearly or towards.base_year or on_base or on_year_before(sentence, mention, period)
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
    if is_amount(sentence, mention):
        return not based(sentence, mention)
    return not yearly and base_behind(sentence, mention) is None and base_of(sentence, mention) is None


def _of_its_part(sentence: Sentence, mention: Mention, current: int | None) -> str:
    """Return the words in front of a number, those of its own part where English dates it: ; in 2024 it."""
    before = sentence.folded[sentence.span.start : mention.start]
    own = sentence.span.start + before.rfind(";") + 1
    dated = [item for item in sentence.periods if own <= item.start < mention.start]
    told = dated and before.isascii() and all((item.period.year or 0) <= (current or 0) for item in dated)
    return sentence.folded[own : mention.start] if told else before


def _is_target(sentence: Sentence, mention: Mention, period: Period, context: Context) -> bool:
    if is_progress(sentence, mention):
        return False
    words = alternation(quantity_words().targets)
    current = context.profile.clock.year
    later = [item for item in sentence.periods if item.period.year and current and item.period.year > current]
    told = regex.search(words, sentence.folded[sentence.span.start : sentence.span.end])
    if period.year and current and period.year > current and (told or period.kind is not PeriodKind.INSTANT):
        return True
    before = _of_its_part(sentence, mention, current)
    start = max(clause.start for clause in sentence.clauses if clause.start <= mention.start)
    firm = alternation(quantity_words().firm_targets)
    if regex.search(firm, sentence.folded[start : mention.start]):
        return True
    return bool(later) and bool(regex.search(words, before))
