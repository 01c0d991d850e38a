"""Changes over several years: since 2019 we have cut 17 %, fell by 12 % between 2020 and 2024, 自2019年起.

The first year is what the change is measured against. A rate for each of the years (年均, CAGR) is none.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.changes import direction
from auditor.extract.prose.sentences import Sentence
from auditor.extract.times.clock import PeriodMention
from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind

_ENGLISH = english_words()

#: So many characters behind a change may stand in front of the years over which it was made.
_BEHIND = 24


def begun(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return the first year of a change over several, where its sentence tells of no other year."""
    towards = direction(sentence.folded, sentence.span, mention)
    if not towards.sign or towards.reached or _each_year(sentence):
        return None
    over = over_years(sentence, mention)
    if over is not None:
        return replace(over, period=Period(over.period.code.partition("..")[0]))
    if towards.yearly:
        return None
    since = [item for item in sentence.periods if is_since(sentence, item)]
    later = [item for item in sentence.periods if item.start > since[0].start] if since else []
    near = since and (since[0].end <= mention.start or _behind(sentence, mention, since[0]))
    return since[0] if near and len(since) == 1 and not later else None


def over_years(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return the years from one to another over which a change was made, the only ones of its sentence."""
    if _each_year(sentence) or not direction(sentence.folded, sentence.span, mention).sign:
        return None
    spans = [item for item in sentence.periods if _is_span(item.period)]
    if len(spans) != 1 or len(sentence.periods) != 1:
        return None
    return spans[0] if spans[0].end <= mention.start or _behind(sentence, mention, spans[0]) else None


def span_end(sentence: Sentence, mention: Mention) -> Period:
    """Return the year in which a number was told that a move over years starts from or ends at.

    From 2019 to 2024 sales rose from 310 to 420: the first is of 2019, the last of 2024. No period elsewhere.
    """
    towards = direction(sentence.folded, sentence.span, mention)
    spans = [item for item in sentence.periods if _is_span(item.period) and item.end <= mention.start]
    reached = towards.reached or _reached_from(sentence, mention)
    if len(spans) != 1 or len(sentence.periods) != 1 or not (towards.origin or reached):
        return NO_PERIOD
    first, _, last = spans[0].period.code.partition("..")
    return Period(first if towards.origin else last)


def _reached_from(sentence: Sentence, mention: Mention) -> bool:
    """Return whether the number before is the one that a change starts from, and this the one it ends at."""
    before = [other for other in sentence.mentions if other.end <= mention.start]
    if not before or not direction(sentence.folded, sentence.span, before[-1]).origin:
        return False
    between = sentence.folded[before[-1].end : mention.start]
    return regex.fullmatch(rf"[^0-9.,;]{{0,20}}\s{_ENGLISH.to}\s+", between) is not None


def is_since(sentence: Sentence, item: PeriodMention) -> bool:
    """Return whether something was told from a year on: since 2019, 自2019年起."""
    if item.period.kind is not PeriodKind.YEAR:
        return False
    words = quantity_words()
    before = sentence.folded[max(item.start - 24, sentence.span.start) : item.start]
    after = sentence.folded[item.end : item.end + 8]
    latin = regex.search(rf"{alternation(words.since)}(?: {_ENGLISH.which})?\s*$", before)
    led = regex.search(rf"{alternation(words.origins)}\s*$", before)
    return bool(latin) or bool(led and regex.match(rf"\s*{alternation(words.since_ends)}", after))


def _behind(sentence: Sentence, mention: Mention, item: PeriodMention) -> bool:
    between = sentence.folded[mention.end : item.start]
    return mention.end <= item.start and regex.fullmatch(rf"[^0-9.,;:()]{{0,{_BEHIND}}}", between) is not None


def _is_span(period: Period) -> bool:
    return (
        period.kind is PeriodKind.SPAN
        and regex.fullmatch(r"[FC]Y[0-9]{4}\.\.[FC]Y[0-9]{4}", period.code) is not None
    )


def _each_year(sentence: Sentence) -> bool:
    return bool(_yearly().search(sentence.folded, sentence.span.start, sentence.span.end))


@cache
def _yearly() -> regex.Pattern[str]:
    words = arithmetic_words()
    return regex.compile(alternation((*words.compound, *words.yearly_mean, *quantity_words().each_year)))
