"""What a change is measured against where that stands elsewhere than in front of it.

为 2021 年的 2.3 倍, 2.5 times the 2020 level: a number that is a multiple of what another period told; and
in English the base of a change behind it: rose by 50 % from 2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.profile import english
from auditor.extract.prose.changes import direction
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.sentences import Span
from auditor.extract.times.clock import PeriodMention
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.period import PeriodKind

_ENGLISH = english_words()

_SMALL = particles()

#: So many characters may stand between a multiple and what it is one of.
_REACH = 40


def is_multiple(mention: Mention) -> bool:
    """Return whether a quantity tells how many times another one it is."""
    return mention.quantity.unit.dimension == "multiple"


def as_multiples(found: Sequence[Mention], folded: str, span: Span) -> list[Mention]:
    """Return the quantities of a sentence, ``2.5 times the`` as a multiple and not as events counted."""
    return [_as_multiple(mention, folded, span) for mention in found]


def _as_multiple(mention: Mention, folded: str, span: Span) -> Mention:
    quantity = mention.quantity
    unit = units().parse(_SMALL.times)
    if quantity.unit.id != "times" or not quantity.unit_text.isascii() or unit is None:
        return mention
    compared = _compared().match(folded[mention.end : span.end])
    grown = direction(folded, span, mention).sign > 0
    return replace(mention, quantity=replace(quantity, unit=unit)) if compared or grown else mention


@cache
def _compared() -> regex.Pattern[str]:
    return regex.compile(r"\s*" + alternation(quantity_words().times_what))


def multiple_base(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return the period of which a quantity tells how many times its number is: 是上年的 4.2 倍."""
    if not is_multiple(mention):
        return None
    return next(iter((*_in_front(sentence, mention), *_of_what(sentence, mention))), None)


def _in_front(sentence: Sentence, mention: Mention) -> Iterator[PeriodMention]:
    """Yield the period between a verb such as 为 and the multiple of it."""
    words = quantity_words()
    for item in sentence.periods:
        verb = regex.search(
            alternation(words.multiple_verbs) + rf"(?:{_SMALL.about}|\s)*$",
            sentence.folded[sentence.span.start : item.start],
        )
        between = sentence.folded[item.end : mention.start]
        if (
            verb
            and item.end <= mention.start
            and regex.fullmatch(_levels() + rf"?\s*[{_SMALL.of_which}]\s*", between)
        ):
            yield item


def _of_what(sentence: Sentence, mention: Mention) -> Iterator[PeriodMention]:
    """Yield the period behind an English multiple: 2.5 times the 2020 level, 2.5 times that of 2020."""
    tail = sentence.folded[mention.end : sentence.span.end]
    if not _compared().match(tail):
        return
    end = mention.end + len(regex.match(r"[^,.;:()]*", tail)[0])
    later = [other.start for other in sentence.mentions if other.start >= mention.end]
    for item in sentence.periods:
        if mention.end <= item.start < min([end, mention.end + _REACH, *later]):
            yield item


@cache
def _levels() -> str:
    return alternation(quantity_words().base_levels)


def base_behind(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return the period behind an English change that it is measured against: rose by 50 % from 2020."""
    part = sentence.folded[sentence.span.start : sentence.span.end]
    towards = direction(sentence.folded, sentence.span, mention)
    if not towards.sign or towards.reached or not english(part):
        return None
    later = [other.start for other in sentence.mentions if other.start >= mention.end]
    end = min([sentence.span.end, mention.end + _REACH, *later])
    for item in sentence.periods:
        between = sentence.folded[mention.end : item.start]
        dated = item.period.kind in (PeriodKind.YEAR, PeriodKind.INSTANT)
        if dated and mention.end <= item.start < end and _against().fullmatch(between):
            return item
    return None


@cache
def _against() -> regex.Pattern[str]:
    against = alternation(quantity_words().against)
    base = alternation(quantity_words().base_year_names)
    return regex.compile(
        rf"\s*\(?{against}(?: {_ENGLISH.inside})?(?: {_ENGLISH.which})?(?: {base}(?: {_ENGLISH.of}| \()?)?\s*"
    )


def is_told_loosely(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a growth by times may be meant either way: increased 2.5 times, three times higher."""
    if not is_multiple(mention):
        return False
    tail = sentence.folded[mention.end : sentence.span.end]
    loose = regex.match(r"\s*" + alternation(quantity_words().times_more), tail)
    latin = english(sentence.folded[sentence.span.start : sentence.span.end])
    return bool(loose) or (latin and direction(sentence.folded, sentence.span, mention).sign > 0)
