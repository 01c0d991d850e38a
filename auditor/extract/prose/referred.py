"""Words that stand for what was told before: 前者 and 后者, the first and the last of two things."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from auditor.extract.prose.labelled import is_change
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.subject import Subject
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words

#: So many things a pair of words may tell apart.
_PAIR = 2


def referred(before: str, sentence: Sentence, index: int, told: Sequence[Subject]) -> Subject | None:
    """Return which of the two levels told before the words in front of a change stand for, None for neither.

    The two are the last ones of one unit in the part of the sentence in front of these words. A level behind
    such a word is one of something else that the two have.
    """
    found = _one_of_two().fullmatch(fold(before).strip())
    if found is None or not is_change(sentence, sentence.mentions[index]):
        return None
    levels = [at for at in range(index) if not is_change(sentence, sentence.mentions[at])]
    alike = [at for at in levels if _unit(sentence, at) == _unit(sentence, levels[-1])][-_PAIR:]
    if len(alike) < _PAIR or told[alike[0]].label == told[alike[1]].label:
        return None
    return told[alike[0] if found["first"] else alike[1]]


def _unit(sentence: Sentence, index: int) -> str:
    return sentence.mentions[index].quantity.unit.dimension


@cache
def _one_of_two() -> regex.Pattern[str]:
    words = clause_words()
    return regex.compile(rf"(?:(?P<first>{alternation(words.former)})|{alternation(words.latter)})")
