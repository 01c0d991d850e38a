"""Some of a whole that the words in front of a number name, and whose share a number is by its clause.

高级管理人员中有 12 名女性: 12 are the women among them, and not they. 3 名男士和 2 名女士: each noun is
behind its number. 女性占 31.9%；沿海员工最多，占 45.8%: the clause in front says whose share.
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
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
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
