"""The subject that a label names: its metric, what narrows it, and what it inherits from its neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.profile import english
from auditor.extract.prose.labelled import is_change
from auditor.extract.prose.labelled import naming
from auditor.extract.prose.parts import part_of
from auditor.extract.prose.parts import rate_of_group
from auditor.extract.prose.parts import with_part
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.subject import Subject
from auditor.extract.prose.wording import clause_start
from auditor.extract.prose.wording import words_behind
from auditor.extract.prose.wording import words_between
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.naming import unnamed
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.roles import roles
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.particles import particles
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Unit

#: A clause of at most so many characters in front of a metric names whom it speaks of.
_TOPIC_LIMIT = 12


def named(  # noqa: PLR0913, PLR0917  # the label and all that it may inherit from
    label: str, sentence: Sentence, index: int, unit: Unit, told: Sequence[Subject], context: Context
) -> Subject:
    """Return the subject that a label names, else one by the label alone."""
    last = told[-1] if told else None
    found = naming(label, sentence, index, unit, context)
    if found is None or found.metric.base == roles().staff_share:  # of staff, where nothing else is told
        rate = rate_of_group(label, sentence, index, unit, told)
        if rate is not None:
            return rate
        part = with_part(label, sentence, index, unit, told)
        narrowed = naming(part, sentence, index, unit, context)
        label, found = (part, narrowed) if narrowed or found is None else (label, found)
        if found is None and unit.id == "%" and part != label:
            return Subject(part, unnamed(clean(part)), "", strong=True)
    if found is None and _counts_a_noun(sentence, index):
        behind = words_behind(sentence, index)
        if behind and behind != label:
            label = f"{label} {behind}"
            found = naming(label, sentence, index, unit, context)
    if found is None and unit.dimension == "day":
        found = naming(
            f"{label}{sentence.mentions[index].quantity.unit_text.lstrip(particles().classifier)}",
            sentence,
            index,
            unit,
            context,
        )
    if found is None:
        return part_of(label, sentence, index, unit, told) or Subject(
            label, unnamed(clean(label)), "", strong=True
        )
    scope, strong = _scope(found, sentence, index, last, context)
    return Subject(label, _inherited(found, last), scope, strong and not _of_a_part(label, sentence, index))


def _of_a_part(label: str, sentence: Sentence, index: int) -> bool:
    """Return whether a label opens a split (余额中包含 …), or an adjustment is made beside it.

    English makes it behind the number too: up 5 % from 2023 on a like-for-like basis.
    """
    before = sentence.folded[sentence.span.start : sentence.mentions[index].start]
    later = sentence.mentions[index + 1 :]
    end = later[0].start if later else sentence.span.end
    behind = sentence.folded[sentence.mentions[index].end : end]
    words = label_words()
    return bool(
        regex.search(alternation(words.partial), fold(label))
        or regex.search(alternation(words.adjusting), before)
        or (english(behind) and regex.search(alternation(words.adjusting), behind))
        or regex.search(alternation(words.respectively), before)
    )


def _counts_a_noun(sentence: Sentence, index: int) -> bool:
    mention = sentence.mentions[index]
    return mention.quantity.unit.dimension in ("count", "") and not is_change(sentence, mention)


def _inherited(found: Naming, last: Subject | None) -> Metric:
    """Return the metric with the discriminators that the same sentence gave to its neighbour."""
    metric = found.metric
    if last is None or not last.metric.known:
        return metric
    for family, value in last.metric.facets:
        if family in roles().carried and not metric.facet(family) and _admits(metric, family):
            metric = metric.having(family, value)
    return metric


def _admits(metric: Metric, family: str) -> bool:
    return family in metrics().entry(metric.base).families


def _scope(
    found: Naming, sentence: Sentence, index: int, last: Subject | None, context: Context
) -> tuple[str, bool]:
    """Return what narrows the fact, and whether that is sure.

    It is the rest of the label, else what the sentence told before, else the topic of the sentence: a
    short clause in front names whom it speaks of; a long one may, so nothing is sure.
    """
    if found.residue:
        return (found.residue, True)
    if last is not None and last.scope:
        return (last.scope, last.strong)
    first = min(clause_start(sentence, index), sentence.mentions[0].start)
    topic = clean(words_between(sentence, sentence.span.start, first))
    if not topic and last is not None and last.metric.base != found.metric.base:
        topic = clean(last.label)
    alone = name(topic, NO_UNIT, context.profile.names, any_unit=True)
    left = alone.residue if alone else _entity_free(topic, context.profile.names)
    of_entity = topic.startswith((*context.profile.names, *label_words().entity))
    if topic.endswith(clause_words().circumstances):
        return ("", False)
    if left and _only_happened(left, found.alias):
        return ("", True)
    if left and len(left) <= _TOPIC_LIMIT and not of_entity and not _adverbial().match(topic):
        return (left, True)
    return ("", not left or bool(found.metric.facets))


def _only_happened(topic: str, alias: str) -> bool:
    """Return whether a topic says only what happened, which the metric names itself: 发生工伤, 工伤率."""
    told = regex.sub(alternation(clause_words().events), "", topic).strip()
    return not told or told in alias


@cache
def _adverbial() -> regex.Pattern[str]:
    return regex.compile(alternation(quantity_words().adverbial))


def _entity_free(topic: str, names: Sequence[str]) -> str:
    return residue(topic, [], tuple(names))


def weak(heading: str, unit: Unit, context: Context) -> Subject:
    """Return the subject that only the heading over a sentence names."""
    found = name(clean(heading), unit, context.profile.names)
    if found is None:
        return Subject(heading, unnamed(clean(heading)), "", strong=False)
    return Subject(heading, found.metric, found.residue, strong=False)
