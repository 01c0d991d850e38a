"""Years that a sentence shares out: 2022至2024年分别为, in 2023 and 2024 respectively."""

from __future__ import annotations

from itertools import pairwise

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.sentences import Sentence
from auditor.extract.times.periods import each_year
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import joint
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind


def shared_out(sentence: Sentence, mention: Mention) -> Period:
    """Return the year of 2018-2020年分别为 a、b、c that stands in the place of the number."""
    found = regex.search(
        alternation(label_words().respectively),
        sentence.folded,
        pos=sentence.span.start,
        endpos=mention.start,
    )
    named = _listed_years(sentence, mention)
    if named:
        return named
    spans = [item for item in sentence.periods if found and item.end <= found.start()]
    listed = [other for other in sentence.mentions if found and other.start >= found.end()]
    years = each_year(spans[-1].period) if spans else ()
    return years[listed.index(mention)] if years and len(years) == len(listed) else NO_PERIOD


def _listed_years(sentence: Sentence, mention: Mention) -> Period:
    """Return the year in the place of a number, where a sentence lists years and numbers respectively."""
    word = regex.search(
        alternation(label_words().respectively), sentence.folded[sentence.span.start : sentence.span.end]
    )
    years = [item for item in sentence.periods if item.period.kind is PeriodKind.YEAR]
    if (
        not word
        or len(years) < 2
        or len(years) != len(sentence.periods)
        or len(years) != len(sentence.mentions)
    ):
        return NO_PERIOD
    parted = rf"\s*{joint()}\s*"
    pairs = pairwise(years)
    if not all(regex.fullmatch(parted, sentence.folded[one.end : other.start]) for one, other in pairs):
        return NO_PERIOD
    return years[sentence.mentions.index(mention)].period
