"""With what a sentence compares: the year behind 较 or than, and the number told for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.profile import english
from auditor.extract.prose.bases import multiple_base
from auditor.extract.prose.brackets import shut_in
from auditor.extract.prose.changes import direction
from auditor.extract.prose.sentences import Sentence
from auditor.extract.times.clock import PeriodMention
from auditor.lexicon.measures.currencies import before_amount
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.periods import period_words
from auditor.model.period import PeriodKind

_SMALL = particles()
_ENGLISH = english_words()

#: Between two quantities of which one year is told; a bracket says what the first one is.
_COUPLED = regex.compile(rf"\s*(?:\([^()]*\))?\s*{_ENGLISH.joins}\s+")


_FROM = regex.compile(rf"[a-z %]{{0,24}}\s{_ENGLISH.origin}\s+")
_TO = regex.compile(rf"\s{_ENGLISH.to}\s+$")


def is_base(sentence: Sentence, item: PeriodMention) -> bool:
    """Return whether a named period is what a change is measured against: 较2020年, 5% less than in 2020."""
    if any(multiple_base(sentence, mention) == item for mention in sentence.mentions):
        return True
    window = sentence.folded[max(item.start - 44, sentence.span.start) : item.start]
    after = sentence.folded[item.end : item.end + 8]
    if regex.search(_measured(), window) or regex.match(
        rf"\s*{_SMALL.of}?\s*[0-9.]+\s*{_SMALL.times}", after
    ):
        return True
    after = sentence.folded[item.end : min(item.end + 24, sentence.span.end)]
    opens, closes = alternation(clause_words().opens), alternation(clause_words().closes)
    if regex.search(rf"{opens}\s*$", window) and regex.match(rf"[^,，。;；]{{0,16}}?{closes}", after):
        return True
    return item.period.kind is PeriodKind.YEAR and _changed_on(sentence, item)


@cache
def _measured() -> str:
    measured = alternation((*quantity_words().measured, *period_words().compared))
    first = rf"(?:{alternation(quantity_words().base_year_names)}\s*(?:{_ENGLISH.of}\s|[(])?\s*)?"
    told = rf"(?:\s+{_ENGLISH.when})?(?:\s+{_ENGLISH.which})?"
    return rf"{measured}{told}\s*{first}$"


def _changed_on(sentence: Sentence, item: PeriodMention) -> bool:
    """Return whether a change in per cent stands in front of a year: down 2% on 2024, a 5% cut from 2020."""
    told = sentence.folded[max(item.start - 60, sentence.span.start) : item.start]
    words = alternation((*quantity_words().up, *quantity_words().down, *clause_words().degrees))
    moved = regex.search(rf"(?<![a-z]){words}(?![a-z])", told)
    rates = alternation(clause_words().rates)
    onto = rf"[^.,;:0-9]{{0,24}}\s{alternation(clause_words().onto)}(?: {_ENGLISH.the})?\s*$"
    if moved and regex.search(rf"[0-9]\s?{rates}{onto}", told):
        return True
    about = alternation((*clause_words().ended, *clause_words().numbered, *near()))
    amount = rf"(?<![a-z]){words}(?:\s{about})*\s{before_amount()}[0-9][0-9.,]*"
    return bool(regex.search(amount + onto, told))


def compared_with(sentence: Sentence, mention: Mention) -> PeriodMention | None:
    """Return the period of a number with which another is compared: 较上年末的13.17%, 低于2023年的5.2."""
    before = [item for item in sentence.periods if item.end <= mention.start and is_base(sentence, item)]
    if not before or any(before[-1].end <= other.start < mention.start for other in sentence.mentions):
        return None
    if _SMALL.times in sentence.folded[mention.start : mention.end]:
        return None
    between = sentence.folded[before[-1].end : mention.start]
    tail = sentence.folded[mention.end : min(sentence.span.end, mention.end + 10)]
    when = rf"\s*(?:{alternation(clause_words().times)})?\s*"
    if regex.fullmatch(rf"{when}[{_SMALL.of_which}][^,，。;；、:0-9]{{0,16}}", between):
        return before[-1] if not regex.search(_moves(), between) else None
    level = alternation(clause_words().level_nouns)
    if regex.fullmatch(rf"\s*(?:'?s)?\s{level}\s{_ENGLISH.at_level}\s+{before_amount()}", between):
        return before[-1]
    right_behind = regex.fullmatch(when, between)
    return before[-1] if right_behind and regex.match(rf"[^,，。;；、:0-9]{{0,4}}{_moves()}", tail) else None


def compared_by(sentence: Sentence, item: PeriodMention) -> Mention | None:
    """Return the quantity that alone is dated by a period, as it is only compared with.

    English dates it behind (compared with 5.2 in 2024), Chinese in front: 而2023年为5.2, 去年同期为5.2.
    """
    before = [mention for mention in sentence.mentions if mention.end <= item.start]
    if not before:
        return None
    if in_english(sentence):
        towards = direction(sentence.folded, sentence.span, before[-1])
        held = towards.against or towards.origin
        return before[-1] if held and named_behind(sentence, before[-1], [item]) else None
    named, after = sentence.folded[item.start : item.end], sentence.folded[item.end : item.end + 8]
    last_year = bool(regex.fullmatch(alternation(period_words().previous), named))
    contrasted = sentence.folded[: item.start].rstrip().endswith(clause_words().turning) and any(
        (other.period.year or 0) > (item.period.year or 0) for other in sentence.periods
    )
    told = rf"\s*(?:{alternation(clause_words().times)})?{alternation(clause_words().tells)}"
    if not (last_year or contrasted) or not regex.match(told, after):
        return None
    return next((mention for mention in sentence.mentions if mention.start >= item.end), None)


def only_compared(sentence: Sentence, mention: Mention) -> bool:
    """Return whether English compares with a number and does not say when it was: compared with 5.2."""
    if not in_english(sentence):
        return False
    towards = direction(sentence.folded, sentence.span, mention)
    if towards.origin or towards.reached or set_against(sentence, mention):
        return False
    return towards.against or _reached_from(sentence, mention)


def set_against(sentence: Sentence, mention: Mention) -> str:
    """Return what a number is told of that another is held against: 24.4%, against 25.5% in North Freight.

    Empty where nothing is named behind it, or a time.
    """
    named = _name_behind().match(sentence.slice(mention.end, sentence.span.end))
    if named is None or not in_english(sentence):
        return ""
    start, end = mention.end + named.start("name"), mention.end + named.end()
    timed = any(item.start < end and start < item.end for item in sentence.periods)
    against = direction(sentence.folded, sentence.span, mention).against
    return named["name"].strip() if against and not timed else ""


@cache
def _name_behind() -> regex.Pattern[str]:
    return regex.compile(
        rf"\s*{_ENGLISH.places_of_name}\s+(?:{_ENGLISH.the}\s+)?(?P<name>(?:\p{{Lu}}[\p{{L}}&-]+\s?)+)"
    )


def _reached_from(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a number is the one that another was reached from: improved to 2.8 from 3.1."""
    before = [other for other in sentence.mentions if other.end <= mention.start]
    if not before:
        return False
    between = sentence.folded[before[-1].end : mention.start]
    ahead = sentence.folded[sentence.span.start : before[-1].start]
    return bool(_FROM.fullmatch(between) and _TO.search(ahead))


def named_behind(
    sentence: Sentence, mention: Mention, periods_named: Sequence[PeriodMention]
) -> PeriodMention | None:
    """Return the period that English names behind a number: 21 percent in 2023, 80 % of it by 2030."""
    end = min(sentence.span.end, next_quantity(sentence, mention))
    named = next((item for item in periods_named if mention.end <= item.start < end), None)
    coupled = _coupled(sentence, mention) if named is None else None
    if coupled is not None:
        return named_behind(sentence, coupled, periods_named)
    if named is None or not in_english(sentence):
        return None
    if shut_in(sentence, named, mention.start) or is_base(sentence, named):
        return None
    between = sentence.folded[mention.end : named.start]
    words = clause_words()
    led = rf"{alternation(words.dates_numbers)}(?: {alternation(words.date_ends)})?"
    joined = regex.search(rf"(?:^|\s){led}(?: {alternation(words.articles)})?\s*$", between)
    earlier = named.relative and sentence.folded[named.start : named.end].endswith(period_words().earlier)
    return named if joined or earlier or named.period.kind is PeriodKind.INSTANT else None


def _coupled(sentence: Sentence, mention: Mention) -> Mention | None:
    """Return the quantity that ``and`` couples to one, in the same unit: 35 t (Scope 1) and 7 t in 2023."""
    later = next((other for other in sentence.mentions if other.start >= mention.end), None)
    if later is None or later.quantity.unit != mention.quantity.unit or mention.bare:
        return None
    between = sentence.folded[mention.end : later.start]
    return later if _COUPLED.fullmatch(between) else None


def next_quantity(sentence: Sentence, mention: Mention) -> int:
    """Return where the quantity behind one begins."""
    later = [other.start for other in sentence.mentions if other.start >= mention.end]
    return min([sentence.span.end, *later])


@cache
def _moves() -> str:
    words = tuple(sorted((*quantity_words().up, *quantity_words().down), key=lambda word: -len(word)))
    return alternation((*words, *period_words().moves))


def in_english(sentence: Sentence) -> bool:
    """Return whether a sentence is written in Latin letters."""
    return english(sentence.folded[sentence.span.start : sentence.span.end])
