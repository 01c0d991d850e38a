"""What a number in a sentence speaks of: the metric and scope of each quantity.

A quantity takes its subject from the words in front of it in its clause; when these only say that
something changed, from the quantity before it; when they are empty, from the words behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from auditor.extract.context import Context
from auditor.extract.labelled import is_change
from auditor.extract.labelled import naming
from auditor.extract.labelled import of_managers
from auditor.extract.labelled import of_staff
from auditor.extract.profile import english
from auditor.extract.ranges import Mention
from auditor.extract.wording import says_something
from auditor.extract.wording import stripped
from auditor.extract.wording import words_behind
from auditor.extract.wording import words_between
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.naming import unnamed
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Unit

if TYPE_CHECKING:
    from auditor.extract.prose import Sentence

#: A clause of at most so many characters in front of a metric names whom it speaks of.
_TOPIC_LIMIT = 12
#: The end of a clause that tells where or when, and not of whom (在满意度调查中).
_CIRCUMSTANCE = regex.compile(r"(?:中|时|后|方面|过程)$")
#: Families that a sentence names once for all its numbers.
_CARRIED = ("ghg_scope", "tenure")


@dataclass(frozen=True, slots=True)
class Subject:
    """The metric and scope of a quantity; ``strong`` when named beside it."""

    label: str
    metric: Metric
    scope: str
    strong: bool


def subjects(sentence: Sentence, context: Context) -> list[Subject | None]:
    """Return the subject of every quantity of a sentence; None where the number counts nothing."""
    shared = _respectively(sentence, context)
    result: list[Subject | None] = []
    last: Subject | None = None
    for index, mention in enumerate(sentence.mentions):
        found = shared.get(index) or _subject(sentence, index, last, context)
        result.append(None if mention.bare and not _bare_counts(sentence, mention, found) else found)
        last = found
    return result


def _subject(sentence: Sentence, index: int, last: Subject | None, context: Context) -> Subject:
    mention = sentence.mentions[index]
    start = _clause_start(sentence, index)
    before = words_between(sentence, start, mention.start)
    unit = _naming_unit(sentence, mention)
    after = words_behind(sentence, index)
    if says_something(before):
        of_what = f" {after}" if unit.id == "%" and regex.match(r"of\s", after) else ""
        return _named(before + of_what, sentence, index, unit, last, context)
    if last is not None and (is_change(sentence, mention) or not after):
        return _repeated(last, sentence.folded[start : mention.start], mention, context)
    if after:
        verb = _verb(sentence, start, mention)
        if verb and name(clean(verb + after), unit) == name(clean(after), unit):
            return Subject(verb + after, unnamed(clean(verb + after)), "", strong=True)
        return _named(verb + after, sentence, index, unit, last, context)
    earlier = words_between(sentence, sentence.span.start, start)
    if says_something(earlier):
        return _named(earlier, sentence, index, unit, last, context)
    heading = context.headings[-1] if context.headings else ""
    return _weak(heading, unit, context)


def _verb(sentence: Sentence, start: int, mention: Mention) -> str:
    """Return the verb that makes the number right behind it a change: 减少 16.9 万吨包装材料."""
    found = _moving().search(sentence.folded[start : mention.start])
    return sentence.slice(start + found.start("verb"), start + found.end("verb")) if found else ""


@cache
def _moving() -> regex.Pattern[str]:
    words = quantity_words()
    return regex.compile(rf"(?P<verb>{alternation((*words.down, *words.up))})\s*(?:了|约|近|超过|by)?\s*$")


def _repeated(last: Subject, words: str, mention: Mention, context: Context) -> Subject:
    """Return the subject before once more, or its share when the words between say so: 占比 58%."""
    unit = mention.quantity.unit
    if not last.metric.known or unit.id != "%" or not regex.search("占|比例|比重", words):
        return last
    if unit.dimension in metrics().entry(last.metric.base).dimensions:
        return last
    label = f"{clean(last.label)}占比"
    found = name(label, unit, context.profile.names)
    metric = found.metric if found else unnamed(label)
    return Subject(last.label, metric, found.residue if found else "", last.strong)


def _named(  # noqa: PLR0913, PLR0917  # the label and all that it may inherit from
    label: str, sentence: Sentence, index: int, unit: Unit, last: Subject | None, context: Context
) -> Subject:
    found = naming(label, sentence, index, unit, context)
    if found is None or found.metric.base == "headcount_share":  # of staff, where nothing else is told
        label = _with_part(label, unit, last)
        found = naming(label, sentence, index, unit, context)
    if found is None and _counts_a_noun(sentence, index):
        behind = words_behind(sentence, index)
        if behind and behind != label:
            label = f"{label} {behind}"
            found = naming(label, sentence, index, unit, context)
    if found is None and unit.dimension == "day":
        found = naming(
            f"{label}{sentence.mentions[index].quantity.unit_text.lstrip('个個')}",
            sentence,
            index,
            unit,
            context,
        )
    if found is None:
        return _narrowed(label, last) or Subject(label, unnamed(clean(label)), "", strong=True)
    scope, strong = _scope(found, sentence, index, last, context)
    return Subject(label, _inherited(found, last), scope, strong and not _of_a_part(label, sentence, index))


def _with_part(label: str, unit: Unit, last: Subject | None) -> str:
    """Return a label with the part that it is the share or the mean of, when the amount before tells it.

    占员工总数 behind 研发人员 2,215 人 is 研发人员占员工总数; 女性占比 behind 董事 is 女性董事占比;
    人均 behind 培训总时长 is 人均培训总时长.
    """
    if last is None or not last.metric.known or metrics().entry(last.metric.base).nature == "ratio":
        return label
    plain, words = clean(label), label_words()
    if unit.id == "%":
        if plain.startswith(words.share_links):
            return f"{last.label}{label}"
        if plain.startswith("of "):
            return f"{last.label} as a percentage {label}"
        if _only_group(plain) and not of_staff(label):
            return f"{regex.sub(alternation(words.share_nouns) + '$', '', plain)}{last.label}占比"
    return f"{label}{last.label}" if plain in words.per_head else label


def _only_group(label: str) -> bool:
    """Return whether a folded label names a group, and at most that it is a share: 女性, 女性占比."""
    told, spans = scan(label)
    group = regex.sub(alternation(label_words().share_nouns) + "$", "", label)
    return bool(told) and not residue(group, spans, ())


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


def _narrowed(label: str, last: Subject | None) -> Subject | None:
    """Return the metric before as narrowed by a label that names discriminators only: 租赁数据中心."""
    facets = {family: value for family, value in facets_of(clean(label)) if value}
    if last is None or not last.metric.known or not facets:
        return None
    families = metrics().entry(last.metric.base).families
    if not all(family in families for family in facets):
        return None
    metric = last.metric
    for family, value in facets.items():
        metric = metric.having(family, value)
    return Subject(label, of_managers(metric), "", last.strong)


def _counts_a_noun(sentence: Sentence, index: int) -> bool:
    mention = sentence.mentions[index]
    return mention.quantity.unit.dimension in ("count", "") and not is_change(sentence, mention)


def _inherited(found: Naming, last: Subject | None) -> Metric:
    """Return the metric with the discriminators that the same sentence gave to its neighbour."""
    metric = found.metric
    if last is None or not last.metric.known:
        return metric
    for family, value in last.metric.facets:
        if family in _CARRIED and not metric.facet(family) and _admits(metric, family):
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
    first = min(_clause_start(sentence, index), sentence.mentions[0].start)
    topic = clean(words_between(sentence, sentence.span.start, first))
    if not topic and last is not None and last.metric.base != found.metric.base:
        topic = clean(last.label)
    alone = name(topic, NO_UNIT, context.profile.names, any_unit=True)
    left = alone.residue if alone else _entity_free(topic, context.profile.names)
    of_entity = topic.startswith((*context.profile.names, *label_words().entity))
    if _CIRCUMSTANCE.search(topic):
        return ("", False)
    if left and len(left) <= _TOPIC_LIMIT and not of_entity and not _adverbial().match(topic):
        return (left, True)
    return ("", not left or bool(found.metric.facets))


@cache
def _adverbial() -> regex.Pattern[str]:
    return regex.compile(alternation(quantity_words().adverbial))


def _entity_free(topic: str, names: Sequence[str]) -> str:
    return residue(topic, [], tuple(names))


def _weak(heading: str, unit: Unit, context: Context) -> Subject:
    found = name(clean(heading), unit, context.profile.names)
    if found is None:
        return Subject(heading, unnamed(clean(heading)), "", strong=False)
    return Subject(heading, found.metric, found.residue, strong=False)


def _bare_counts(sentence: Sentence, mention: Mention, found: Subject | None) -> bool:
    """Return whether a number without a unit states something: a known ratio, a large count."""
    if found is None:
        return False
    if found.metric.known and "ratio" in metrics().entry(found.metric.base).dimensions:
        return True
    if not says_something(sentence.slice(sentence.span.start, sentence.span.end)):
        return False
    return "," in mention.quantity.text or _scaled(mention)


def _scaled(mention: Mention) -> bool:
    return bool(regex.search(r"[万亿千百]|million|billion|thousand", fold(mention.quantity.text)))


def _clause_start(sentence: Sentence, index: int) -> int:
    """Return where the words in front of a quantity begin: its clause or the quantity before it."""
    mention = sentence.mentions[index]
    starts = [clause.start for clause in sentence.clauses if clause.start <= mention.start]
    previous = sentence.mentions[index - 1].end if index else sentence.span.start
    return max([sentence.span.start, previous, *starts])


def _naming_unit(sentence: Sentence, mention: Mention) -> Unit:
    return NO_UNIT if is_change(sentence, mention) else mention.quantity.unit


def _respectively(sentence: Sentence, context: Context) -> dict[int, Subject]:
    """Return the subjects of A、B和C分别为x、y和z: each number takes the name in its place."""
    found = regex.search(
        alternation(label_words().respectively), sentence.folded[sentence.span.start : sentence.span.end]
    )
    if not found:
        return {}
    at = sentence.span.start + found.start()
    numbers = [index for index, mention in enumerate(sentence.mentions) if mention.start >= at]
    earlier = [mention.end for mention in sentence.mentions if mention.end <= at]
    listed = sentence.text.string[max([sentence.span.start, *earlier]) : at]
    items = [part.strip() for part in regex.split(r"[、，,]|和|及|与|以及|\band\b", listed) if part.strip()]
    if len(numbers) < 2 or len(items) < len(numbers):
        return {}
    chosen = items[-len(numbers) :]
    result: dict[int, Subject] = {}
    for index, item in zip(numbers, chosen, strict=True):
        result[index] = _listed(stripped(item), sentence.mentions[index], stripped(chosen[-1]), context)
    return result


def _listed(label: str, mention: Mention, last: str, context: Context) -> Subject:
    """Return the subject of an item of a list; what its last item alone says holds for all of them."""
    unit, names = mention.quantity.unit, context.profile.names
    found = name(clean(label), unit, names)
    if found is not None:
        return Subject(label, found.metric, found.residue, strong=True)
    shared = name(clean(last), unit, names)
    whole = Subject(last, shared.metric, shared.residue, strong=True) if shared else None
    return _narrowed(label, whole) or Subject(label, unnamed(clean(label)), "", strong=True)
