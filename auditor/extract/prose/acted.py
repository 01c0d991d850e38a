"""What a company did to an amount in English: we generated 14,310 tonnes of waste, the Group paid £3m in tax.

The words in front name who did what; what the number is one of stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.labelled import is_change
from auditor.extract.prose.labelled import naming
from auditor.extract.prose.parts import naming_unit
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.wording import says_something
from auditor.extract.prose.wording import words_behind
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.acts import act_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.english import english_words

_ENGLISH = english_words()


def acted(before: str, sentence: Sentence, index: int, context: Context) -> str:
    """Return the label of an amount to which a company did something; empty where that is not told so."""
    mention = sentence.mentions[index]
    verb = _verb(before, context)
    what = _object(words_behind(sentence, index)) if verb and not is_change(sentence, mention) else ""
    if not what:
        return ""
    unit = naming_unit(sentence, mention)
    each = regex.match(rf"(?:{_ENGLISH.the} )?{alternation(act_words().each)}\s", fold(before))
    labels = [f"average {what} {mention.quantity.unit_text}"] if each else _labels(verb, what, mention)
    found = (label for label in labels if naming(label, sentence, index, unit, context) is not None)
    return next(found, f"{what} {verb}")


def _verb(before: str, context: Context) -> str:
    """Return what a company did, when the words in front of a number say nothing else."""
    names = "|".join(regex.escape(fold(name)) for name in context.profile.names if name.isascii())
    actors = rf"(?:{alternation(act_words().actors)}{'|' + names if names else ''})"
    pattern = rf"{_adverbs()}(?:{_ENGLISH.the} )?{actors}\s{_adverbs()}(?P<verb>{_verbs()})"
    found = regex.fullmatch(pattern, fold(before))
    return str(found["verb"]) if found else ""


@cache
def _adverbs() -> str:
    return rf"(?:{alternation(act_words().adverbs)}[\s,]+)*"


@cache
def _verbs() -> str:
    return alternation(tuple(sorted(act_words().verbs, key=lambda verb: -len(verb))))


def _object(behind: str) -> str:
    """Return what something is done to, without the preposition in front; empty where none is told."""
    found = regex.match(
        rf"(?:{alternation(act_words().objects)}\s+)?(?:{alternation(clause_words().own)} )?", fold(behind)
    )
    what = behind[found.end() if found else 0 :]
    led = regex.match(alternation(act_words().led), fold(what))
    return "" if led or not says_something(what) else what


def _labels(verb: str, what: str, mention: Mention) -> Iterator[str]:
    """Yield what the amount may be called: training hours, tax paid, safety investment, recycled waste."""
    unit = mention.quantity.unit_text
    if mention.quantity.unit.dimension in ("time", "day") or unit.startswith(("hour", "day")):
        yield f"{what} {unit}"
    yield f"{what} {verb}"
    yield f"{verb} {what}"
    for noun in act_words().verbs[verb]:
        yield f"{what} {noun}"
    yield what
    yield from act_words().verbs[verb]
