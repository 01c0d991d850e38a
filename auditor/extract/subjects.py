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

from auditor.extract.changes import direction
from auditor.extract.context import Context
from auditor.extract.quantities import Mention
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.naming import unnamed
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Unit

if TYPE_CHECKING:
    from auditor.extract.prose import Sentence

_LABEL_LIMIT = 60
#: A clause of at most so many characters in front of a metric names whom it speaks of.
_TOPIC_LIMIT = 12
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
        result.append(None if mention.bare and not _bare_counts(mention, found) else found)
        last = found
    return result


def _subject(sentence: Sentence, index: int, last: Subject | None, context: Context) -> Subject:
    mention = sentence.mentions[index]
    start = _clause_start(sentence, index)
    before = _trimmed(sentence, start, mention.start)
    unit = _naming_unit(sentence, mention)
    if _says_something(before):
        return _named(before, sentence, index, unit, last, context)
    after = _behind(sentence, index)
    if last is not None and (_is_change(sentence, mention) or not after):
        return Subject(last.label, last.metric, last.scope, last.strong)
    if after:
        return _named(after, sentence, index, unit, last, context)
    earlier = _trimmed(sentence, sentence.span.start, start)
    if _says_something(earlier):
        return _named(earlier, sentence, index, unit, last, context)
    heading = context.headings[-1] if context.headings else ""
    return _weak(heading, unit, context)


def _named(  # noqa: PLR0913, PLR0917  # the label and all that it may inherit from
    label: str, sentence: Sentence, index: int, unit: Unit, last: Subject | None, context: Context
) -> Subject:
    found = _naming(label, sentence, index, unit, context)
    if found is None and _counts_a_noun(sentence, index):
        behind = _behind(sentence, index)
        if behind and behind != label:
            label = f"{label} {behind}"
            found = name(clean(label), unit, context.profile.names)
    if found is None:
        return _narrowed(label, last) or Subject(label, unnamed(clean(label)), "", strong=True)
    scope, strong = _scope(found, sentence, index, last, context)
    return Subject(label, _inherited(found, last), scope, strong and not _of_a_part(label, sentence, index))


def _of_a_part(label: str, sentence: Sentence, index: int) -> bool:
    """Return whether a label opens a split (余额中包含 …), or an adjustment is made in front of it."""
    before = sentence.folded[sentence.span.start : sentence.mentions[index].start]
    words = label_words()
    return bool(
        regex.search(alternation(words.partial), fold(label))
        or regex.search(alternation(words.adjusting), before)
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
    return Subject(label, metric, "", last.strong)


def _naming(label: str, sentence: Sentence, index: int, unit: Unit, context: Context) -> Naming | None:
    """Return the metric of a label; of 女性员工占 35 % that of 女性员工占比."""
    change = _is_change(sentence, sentence.mentions[index])
    names = context.profile.names
    found = name(clean(label), unit, names, any_unit=change)
    if found is None and unit.dimension == "percent":
        found = name(f"{clean(label)}占比", unit, names) or name(f"{clean(label)}比例", unit, names)
    return found


def _counts_a_noun(sentence: Sentence, index: int) -> bool:
    mention = sentence.mentions[index]
    return mention.quantity.unit.dimension in ("count", "") and not _is_change(sentence, mention)


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
    topic = clean(_trimmed(sentence, sentence.span.start, first))
    if not topic and last is not None and last.metric.base != found.metric.base:
        topic = clean(last.label)
    alone = name(topic, NO_UNIT, context.profile.names, any_unit=True)
    left = alone.residue if alone else _entity_free(topic, context.profile.names)
    of_entity = topic.startswith((*context.profile.names, *label_words().entity))
    if left and len(left) <= _TOPIC_LIMIT and not of_entity and not _adverbial().match(topic):
        return (left, True)
    return ("", not left or bool(found.metric.facets))


@cache
def _adverbial() -> regex.Pattern[str]:
    return regex.compile(alternation(quantity_words().adverbial))


def _entity_free(topic: str, names: Sequence[str]) -> str:
    words = alternation((*names, *label_words().entity)) if names else alternation(label_words().entity)
    left = regex.sub(words, " ", topic)
    return " ".join(left.split())


def _weak(heading: str, unit: Unit, context: Context) -> Subject:
    found = name(clean(heading), unit, context.profile.names)
    if found is None:
        return Subject(heading, unnamed(clean(heading)), "", strong=False)
    return Subject(heading, found.metric, found.residue, strong=False)


def _bare_counts(mention: Mention, found: Subject | None) -> bool:
    """Return whether a number without a unit states something: a known ratio, a large count."""
    if found is None:
        return False
    if found.metric.known:
        return "ratio" in metrics().entry(found.metric.base).dimensions
    return "," in mention.quantity.text or _scaled(mention)


def _scaled(mention: Mention) -> bool:
    return bool(regex.search(r"[万亿千百]|million|billion|thousand", fold(mention.quantity.text)))


def _clause_start(sentence: Sentence, index: int) -> int:
    """Return where the words in front of a quantity begin: its clause or the quantity before it."""
    mention = sentence.mentions[index]
    starts = [clause.start for clause in sentence.clauses if clause.start <= mention.start]
    previous = sentence.mentions[index - 1].end if index else sentence.span.start
    return max([sentence.span.start, previous, *starts])


def _trimmed(sentence: Sentence, start: int, end: int) -> str:
    """Return printed words between two offsets without periods, change words and linking verbs."""
    printed, folded = sentence.text.string, sentence.folded
    pieces: list[str] = []
    cursor = start
    for item in sentence.periods:
        if item.end <= start or item.start >= end:
            continue
        pieces.append(printed[cursor : max(item.start, cursor)])
        cursor = item.end
    pieces.append(printed[cursor:end])
    del folded
    return _stripped("".join(pieces))


def _stripped(text: str) -> str:
    folded = fold(text)
    head = _lead().match(folded)
    start = head.end() if head else 0
    tail = _tail().search(folded, start)
    end = tail.start() if tail else len(text)
    return text[start:end].strip(' \t\n，,、：:（(“"「*-')[-_LABEL_LIMIT:]


@cache
def _lead() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternation(quantity_words().openers)}|[\s，,、：:。.*•·-])+")


@cache
def _tail() -> regex.Pattern[str]:
    words = quantity_words()
    every = {*words.linking, *words.up, *words.down, *words.reached, *words.year_bases, *words.base_year}
    every |= {*words.against, *words.range_signs, *words.origins, *words.adverbs}
    for bound in words.bounds:
        every |= set(bound.before)
    group = alternation(tuple(sorted(every, key=lambda word: (-len(word), word))))
    return regex.compile(rf"(?:{group}|[\s，,、：:（(“\"「*-])+$")


def _says_something(label: str) -> bool:
    return len(regex.findall(r"\p{Han}", label)) >= 2 or len(regex.findall(r"[A-Za-z]", label)) >= 3


def _behind(sentence: Sentence, index: int) -> str:
    """Return the noun behind a quantity, up to the end of its clause or the next quantity."""
    mention = sentence.mentions[index]
    end = next((clause.end for clause in sentence.clauses if clause.end >= mention.end), sentence.span.end)
    if index + 1 < len(sentence.mentions):
        end = min(end, sentence.mentions[index + 1].start)
    text = sentence.text.string[mention.end : end]
    text = regex.sub(r"^\s*(?:的)?\s*", "", text)
    text = regex.split(r"[。！？；;.!?\n]", text)[0]
    return text.strip(' ，,、）)」"')[:_LABEL_LIMIT] if _says_something(text) else ""


def _naming_unit(sentence: Sentence, mention: Mention) -> Unit:
    return NO_UNIT if _is_change(sentence, mention) else mention.quantity.unit


def _is_change(sentence: Sentence, mention: Mention) -> bool:
    """Return whether the number states a change and not a level of its metric."""
    towards = direction(sentence.folded, sentence.span, mention)
    return bool(towards.sign) and not towards.reached and mention.quantity.unit.id in ("%", "pp", "")


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
        result[index] = _listed(_stripped(item), sentence.mentions[index], _stripped(chosen[-1]), context)
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
