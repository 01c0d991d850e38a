"""Numbers without a unit that state something all the same: 48 accidents, a known ratio, a large count."""

from __future__ import annotations

from dataclasses import replace

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.profile import english
from auditor.extract.prose.changes import direction
from auditor.extract.prose.labelled import is_amount
from auditor.extract.prose.labelled import starts_or_ends
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.subject import Subject
from auditor.extract.prose.wording import says_something
from auditor.extract.prose.wording import words_behind
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit
from auditor.model.quantity import significant_digits

#: What is counted one by one.
_THING = Unit("item", "count")
#: A noun of more than one thing, right behind its number or behind two more words.
_THINGS = regex.compile(r"\s(?:[a-z-]+\s){0,2}[a-z-]+[a-rt-z]s\b")
#: A smaller number stands for anything: 2 of these, 5 steps.
_MANY = 10
#: Dimensions of metrics that an English sentence may tell from one number to another without a unit.
_BARE_CHANGES = ("count", "time", "day")
#: A name, and behind its colon an amount in so many digits.
_LINE = regex.compile(r"[^:：0-9]{4,}[:：]\s*[0-9]+\.[0-9]+")
_LEAST_DIGITS = 4
#: Behind these words of an English noun stands another one.
_LINK = regex.compile(rf"\s{english_words().links}\s")


def bare_counts(sentence: Sentence, index: int, found: Subject | None) -> bool:
    """Return whether a number without a unit states something: a known ratio, a large count, 48 accidents."""
    if found is None:
        return False
    mention = sentence.mentions[index]
    dimensions = metrics().entry(found.metric.base).dimensions if found.metric.known else ()
    if "ratio" in dimensions:
        return True
    behind = words_behind(sentence, index)
    if "count" in dimensions and english(behind) and mention.quantity.step == 1:
        told = regex.match(r"\s[a-z]", sentence.folded[mention.end :]) is not None
        return told and not _counts_another(clean(behind), found)
    if not says_something(sentence.slice(sentence.span.start, sentence.span.end)):
        return False
    if as_count(sentence, mention, found.metric.known) is not mention.quantity:
        return True
    if any(told.startswith(_BARE_CHANGES) for told in dimensions) and _stands_in_change(sentence, mention):
        return True
    return "," in mention.quantity.text or _scaled(mention) or _alone_in_line(sentence, mention)


def as_count(sentence: Sentence, mention: Mention, known: bool) -> Quantity:
    """Return what is told of a metric that is ``known`` or not, as a count where it is one of things."""
    counts = mention.bare and not known and _counts_things(sentence, mention)
    return replace(mention.quantity, unit=_THING) if counts else mention.quantity


def _counts_things(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a sentence counts what is named behind a number: we operated 124 electric lorries."""
    many = mention.quantity.step == 1 and mention.quantity.value >= _MANY
    ahead = sentence.slice(sentence.span.start, mention.start)
    named = _THINGS.match(sentence.slice(mention.end, sentence.span.end))
    return bool(many and named and regex.search(r"(?:^|[a-z])\s$", ahead))


def _counts_another(behind: str, found: Subject) -> bool:
    """Return whether an English number counts the noun behind it, and its metric is only named around that.

    Employees are not what is counted in: for our own employees we identified 21 risks.
    """
    noun = _LINK.split(behind, 1)[0]
    head = noun.split(" ", 1)[0]
    if not residue(head, scan(head)[1], ()) or regex.fullmatch(alternation(label_words().staff), head):
        return False
    named_by = name(noun, NO_UNIT, any_unit=True)
    return named_by is None or named_by.metric.base != found.metric.base


def _stands_in_change(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a number starts or ends a change, tells by how much, or is held against another."""
    held = direction(sentence.folded, sentence.span, mention).against
    return held or starts_or_ends(sentence, mention) or is_amount(sentence, mention)


def _alone_in_line(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a line is a name, a colon and an amount with decimals, and no more."""
    line = _LINE.fullmatch(sentence.folded[sentence.span.start : sentence.span.end].strip())
    return line is not None and significant_digits(mention.quantity.value) >= _LEAST_DIGITS


def _scaled(mention: Mention) -> bool:
    return bool(regex.search(particles().scales, fold(mention.quantity.text)))
