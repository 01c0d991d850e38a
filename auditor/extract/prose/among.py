"""Some of a whole that the words in front of a number name, and whose share a number is by its clause.

高级管理人员中有 12 名女性: 12 are the women among them, and not they. 3 名男士和 2 名女士: each noun is
behind its number. 女性占 31.9%；沿海员工最多，占 45.8%: the clause in front says whose share, as it says in
管理层中，女性占 30% among whom.
"""

from __future__ import annotations

from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.prose.labelled import is_change
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.wording import clause_start
from auditor.extract.prose.wording import says_something
from auditor.extract.prose.wording import words_behind
from auditor.extract.prose.wording import words_between
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import joint_word
from auditor.lexicon.words.particles import particles
from auditor.model.quantity import NO_UNIT

_SMALL = particles()


def some_of(before: str, sentence: Sentence, index: int, context: Context) -> str:
    """Return the label of some of a whole: women senior managers of 高级管理人员中有 12 名女性.

    Empty where the words in front name no whole that is counted, or nothing tells which of it they are.
    """
    found = _whole().fullmatch(fold(before))
    unit = sentence.mentions[index].quantity.unit
    share = unit.id == "%"
    if found is None or not (share or unit.dimension == "count"):
        return ""
    whole = before[: found.end("whole")]
    named = name(clean(whole), NO_UNIT, context.profile.names, any_unit=True)
    if named is None or "count" not in metrics().entry(named.metric.base).dimensions:
        return ""
    which = _being().sub("", fold(words_behind(sentence, index)))
    if not which:
        return ""
    ends = _SMALL.share if share else ""
    labels = (f"{which}{whole}{ends}", f"{whole}{which}{ends}")
    known = (
        label for label in labels if name(clean(label), unit, context.profile.names) not in (None, named)
    )
    return next(known, labels[0])


def inside_of(before: str, sentence: Sentence, index: int, context: Context) -> str:
    """Return the label of a rate of those whom the clause in front names: 管理层中，女性占比达 30 %.

    Empty where that clause names nobody (招聘过程中，女性占比) or tells nothing else (供应商中，本地供应商).
    """
    mention, start = sentence.mentions[index], clause_start(sentence, index)
    if mention.quantity.unit.id != "%" or is_change(sentence, mention) or not says_something(before):
        return ""
    ahead = sentence.folded[sentence.span.start : start].rstrip(",，")
    begun = sentence.span.start + max(map(ahead.rfind, ",，;；、。:：")) + 1
    words = words_between(sentence, begun, sentence.span.start + len(ahead))
    found = None if regex.search("[0-9]", words) else _whole().fullmatch(fold(words))
    whole = clean(words[: found.end("whole")]) if found else ""
    named = name(whole, NO_UNIT, context.profile.names, any_unit=True)
    counted = named is not None and "count" in metrics().entry(named.metric.base).dimensions
    if not whole or not (counted or facets_of(whole)):
        return ""
    own, told = (name(clean(label), mention.quantity.unit) for label in (before, f"{words}{before}"))
    return f"{words}{before}" if told and not (own and own.metric == told.metric) else ""


@cache
def _whole() -> regex.Pattern[str]:
    return regex.compile(rf"(?P<whole>.{{2,}}?){alternation(clause_words().insides)}")


@cache
def _being() -> regex.Pattern[str]:
    return regex.compile(rf"^{alternation(clause_words().being)}+")


def counts_behind(sentence: Sentence, index: int) -> bool:
    """Return whether the words in front of a number are the noun of the count before: 3 名男士和 2 名女士."""
    before = sentence.mentions[index - 1] if index else None
    if before is None or before.quantity.unit.dimension != "count":
        return False
    between = sentence.folded[before.end : sentence.mentions[index].start]
    joined = regex.fullmatch(rf"\s*(?:[^\s,，、;；:：。()（）]{{2,16}}){joint_word()}\s*", between)
    return bool(joined and words_behind(sentence, index - 1) and words_behind(sentence, index))


def apposed(before: str, sentence: Sentence, index: int) -> str:
    """Return the words of a share with what it is of, told between commas in front of its verb.

    The largest group, freight by road, represented 62%: the share is that of freight by road.
    """
    start = clause_start(sentence, index)
    last = sentence.mentions[index - 1].end if index else sentence.span.start
    found = regex.search(r",\s(?P<what>[a-z][^,;:()0-9]{3,60}),\s*$", sentence.folded[last:start])
    if (
        found is None
        or sentence.mentions[index].quantity.unit.id != "%"
        or not _share_verb().match(fold(before))
    ):
        return ""
    what = sentence.slice(last + found.start("what"), last + found.end("what"))
    opened = sentence.folded[sentence.span.start : last + found.start()]
    whole = words_behind(sentence, index)
    before = f"{before} {whole}" if whole.startswith("of ") else before
    return f"{what} {before}" if regex.match(alternation(clause_words().leading), opened.strip()) else ""


@cache
def _share_verb() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation(label_words().share_links)}(?![a-z])")


def one_of_them(sentence: Sentence, index: int, told: str) -> str:
    """Return what a growth behind 其中 is of, as the list before names it, empty for none.

    阀门、泵与滤芯营收分别为……，其中滤芯受惠于新客户，较上年增长 12%: the revenue of filters grew.
    """
    last = sentence.mentions[index - 1]
    between = sentence.folded[last.end : sentence.mentions[index].start]
    found = regex.search(
        rf"[,，;；]\s*{alternation(label_words().partial)}(?P<words>[^,，;；0-9]+)[,，]", between
    )
    if found is None:
        return ""
    words, label = found["words"].strip(), fold(told)
    sizes = range(len(words), 1, -1)
    called = next((words[:size] for size in sizes if words[:size] in label), "")
    at = label.rfind(called)
    return told[at:] if called and at > 0 else ""


def own_clause(sentence: Sentence, index: int) -> str:
    """Return the words of a clause without a number that says whose share a number is, empty for none.

    It stands behind a semicolon, or names the foremost of those that make up the whole: 沿海员工最多.
    """
    mention = sentence.mentions[index]
    last = sentence.mentions[index - 1] if index else None
    start = clause_start(sentence, index)
    if last is None or mention.quantity.unit.id != "%" or is_change(sentence, mention):
        return ""
    between = sentence.folded[last.end : start].rstrip(",，")
    begun = last.end + max(map(between.rfind, ",，;；、")) + 1
    words = sentence.slice(begun, last.end + len(between))
    found = _foremost().search(fold(words))
    if found is None and not regex.search("[;；]", between):
        return ""
    told = words_between(sentence, begun, begun + found.start() if found else last.end + len(between))
    return f"{told}{_SMALL.share}" if says_something(told) else ""


@cache
def _foremost() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:{_SMALL.of}?{_SMALL.counted_shares})?{alternation(clause_words().foremost)}{_SMALL.of}?\s*$"
    )
