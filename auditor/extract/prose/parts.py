"""What a number is a part or a share of: the amounts that its sentence told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.labelled import is_change
from auditor.extract.prose.labelled import of_staff
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.subject import Subject
from auditor.extract.prose.subject import narrowed
from auditor.extract.prose.subject import sharing
from auditor.lexicon.facets import scan
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.naming import unnamed
from auditor.lexicon.quantities import alternation
from auditor.lexicon.roles import roles
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Unit

_ENGLISH = english_words()

_ALL = Interval.exactly(100)
_SMALL = particles()


def repeated(last: Subject, words: str, mention: Mention, context: Context) -> Subject:
    """Return the subject before once more, or its share when the words between say so: 占比 58%."""
    unit = mention.quantity.unit
    last = replace(last, metric=last.metric.having("vintage", "")) if last.metric.known else last
    if last.metric.known and _foreign(unit, last.metric) and unit.id not in ("%", "pp", "bp"):
        mean = name(f"average {clean(last.label)}", unit) if unit.id.endswith("/person") else None
        if mean is not None and not mean.residue and last.label.isascii():
            return Subject(f"average {last.label}", mean.metric, last.scope, last.strong)
        return Subject(last.label, unnamed(clean(last.label)), "", strong=False)
    if not last.metric.known or unit.id != "%" or not regex.search(_SMALL.share_words, words):
        return last
    if unit.dimension in metrics().entry(last.metric.base).dimensions:
        return last
    label = f"{clean(last.label)}{_SMALL.share}"
    found = name(label, unit, context.profile.names)
    if found is not None and found.metric.base == roles().staff_share and last.metric.base != roles().staff:
        found = None  # women among directors are no share of the employees
    metric = sharing(found.metric, last) if found else unnamed(label)
    return Subject(last.label, metric, found.residue if found else "", last.strong)


def _foreign(unit: Unit, metric: Metric) -> bool:
    """Return whether a metric is never told in a unit."""
    return (
        bool(unit.dimension)
        and unit.dimension.partition("(")[0] not in metrics().entry(metric.base).dimensions
    )


def part_of(
    label: str, sentence: Sentence, index: int, unit: Unit, told: Sequence[Subject]
) -> Subject | None:
    """Return what a label narrows: what stood in front of 其中, the thing told last, the amount told last."""
    levels = amounts(sentence, index)
    before = [at for at in levels if at < opened(sentence, index)]
    apart = not before and (_semicolon(sentence, index) or of_staff(label))
    parents = [told[at] for at in (*before[-1:], *([index - 1] if told else ()), *levels[-1:])]
    found = (narrowed(label, parent, unit, apart=apart) for parent in parents)
    return next((subject for subject in found if subject is not None), None)


def rate_of_group(
    label: str, sentence: Sentence, index: int, unit: Unit, told: Sequence[Subject]
) -> Subject | None:
    """Return the rate told in front of a split of it, as that of a group: 流失率 12.0 %，其中女性 11.2 %.

    Groups whose percentages make 100, or who have or make up a share, split a whole and no rate.
    """
    first = opened(sentence, index)
    if unit.id != "%" or not 0 < first <= index or not only_group(clean(label)):
        return None
    rate, mention = told[first - 1], sentence.mentions[first - 1]
    if mention.quantity.unit.id != "%" or is_change(sentence, mention) or not rate.metric.known:
        return None
    groups = sentence.mentions[first:]
    behind = sentence.folded[mention.end : groups[-1].end]
    shared = regex.search(alternation((*label_words().share_links, *label_words().share_nouns)), behind)
    if shared or rate.metric.base == roles().staff_share or _make_all(groups):
        return None
    return narrowed(label, rate, unit)


def _make_all(groups: Sequence[Mention]) -> bool:
    """Return whether percentages make all there is."""
    shares = [mention.quantity.base for mention in groups if mention.quantity.unit.id == "%"]
    return total(shares).meets(_ALL)


def amounts(sentence: Sentence, index: int) -> list[int]:
    """Return the quantities in front of one that tell how much there is, and not a share or a change."""
    return [
        at
        for at, mention in enumerate(sentence.mentions[:index])
        if mention.quantity.unit.id not in ("%", "pp", "bp") and not is_change(sentence, mention)
    ]


def opened(sentence: Sentence, index: int) -> int:
    """Return how many quantities stand in front of the last word that opens a split: 其中, of which."""
    end = sentence.mentions[index].start
    found = [
        match.start() for match in regex.finditer(_partial(), sentence.folded[sentence.span.start : end])
    ]
    if not found:
        return 0
    return sum(1 for other in sentence.mentions if other.start < sentence.span.start + found[-1])


@cache
def _partial() -> regex.Pattern[str]:
    return regex.compile(rf"{_SMALL.partial}|(?<![a-z]){_ENGLISH.of_them}(?![a-z])")


def _semicolon(sentence: Sentence, index: int) -> bool:
    mention, before = sentence.mentions[index], sentence.mentions[index - 1] if index else None
    return before is not None and bool(regex.search("[；;]", sentence.folded[before.end : mention.start]))


def with_part(label: str, sentence: Sentence, index: int, unit: Unit, told: Sequence[Subject]) -> str:
    """Return a label with the part that it is the share or the mean of, when the amount before tells it.

    占员工总数 behind 研发人员 2,215 人 is 研发人员占员工总数; 女性占比 behind 董事 is 女性董事占比;
    范围一 behind 排放总量 is 范围一占排放总量; 人均 behind 培训总时长 is 人均培训总时长.
    """
    plain, words = clean(label), label_words()
    before = [told[at] for at in amounts(sentence, index)]
    if unit.id == "%" and told and not before and plain.startswith("of "):
        joined = f"{told[-1].label} {label}"
        return joined if name(clean(joined), unit) else label
    if not before:
        return label
    if unit.id == "%":
        if plain.startswith(words.share_links):
            return f"{_sharing(sentence, index, told) or before[-1].label}{label}"
        if plain.startswith("of "):
            return f"{before[-1].label} as a percentage {label}" if before[-1].metric.known else label
        if only_group(plain) and not of_staff(label):
            return of_whole(plain, sentence, index, told)
    known = before[-1].metric.known and metrics().entry(before[-1].metric.base).nature != "ratio"
    return f"{label}{before[-1].label}" if known and plain in words.per_head else label


def _sharing(sentence: Sentence, index: int, told: Sequence[Subject]) -> str:
    """Return what the number before is the share of, where that has a name: 绿色授信占46.9%，占全部的9.8%."""
    last = sentence.mentions[index - 1]
    linked = alternation((*clause_words().to_share, particles().percent_end))
    led = regex.compile(rf"{alternation(label_words().share_links)}(?:{linked}|\s)*$")
    share = last.quantity.unit.id == "%" and led.search(sentence.folded, sentence.span.start, last.start)
    return told[-1].label if share else ""


def of_whole(plain: str, sentence: Sentence, index: int, told: Sequence[Subject]) -> str:
    """Return the label of the share of a group in what was told before: 女性董事占比, 范围一占排放总量.

    Where no share of the whole told before is known by a name, that of the group itself may be.
    """
    group = regex.sub(alternation(label_words().share_nouns) + "$", "", plain)
    told_amounts, facets = amounts(sentence, index), scan(plain)[0]
    split = [at for at in told_amounts if at < opened(sentence, index)][::-1]
    nearest = _since_semicolon(sentence, index, told_amounts) or split + told_amounts[::-1]
    whole = next((told[at] for at in nearest if _holds(told[at], facets)), None)
    own = [told[at] for at in told_amounts[::-1] if _is_group(told[at], facets)]
    own = [part for part in own if not only_group(clean(part.label))]
    labels = [f"{group}{whole.label}{_SMALL.share}"] if whole else []
    labels += [f"{part.label}{_SMALL.share}" for part in own[:1]]
    unit = sentence.mentions[index].quantity.unit
    known = next((label for label in labels if name(clean(label), unit)), None)
    return known or (f"{group}{_SMALL.shares}{whole.label}" if whole else plain)


def _since_semicolon(sentence: Sentence, index: int, found: Sequence[int]) -> list[int]:
    """Return the amounts behind the last semicolon in front of a number, which begins anew; last first."""
    stop = sentence.folded.rfind(";", sentence.span.start, sentence.mentions[index].start)
    return [at for at in found if sentence.mentions[at].start > stop][::-1] if stop >= 0 else []


def _holds(whole: Subject, facets: Sequence[tuple[str, str]]) -> bool:
    """Return whether a thing told before can be what a group is a share of: it is no other group itself."""
    if not whole.metric.known or metrics().entry(whole.metric.base).nature == "ratio":
        return False
    told = [(whole.metric.facet(family), value) for family, value in facets]
    return all(not wide or (value in wide and value != wide) for wide, value in told)


def _is_group(part: Subject, facets: Sequence[tuple[str, str]]) -> bool:
    """Return whether an amount told before is that of the group itself: 女性董事3名, 女性占比27.3%."""
    return part.metric.known and all(part.metric.facet(family) == value for family, value in facets)


def scopes_together(sentence: Sentence, index: int, told: Sequence[Subject]) -> Subject | None:
    """Return what the scopes told one by one in front of a total make together: 范围一 … 和范围二 …，合计."""
    parts = [told[at] for at in amounts(sentence, index) if told[at].metric.facet(roles().added_up)]
    scopes = "".join(part.metric.facet(roles().added_up) for part in parts)
    alike = {part.metric.having(roles().added_up, "") for part in parts}
    if scopes not in ("12", "123") or len(alike) != 1 or len({part.scope for part in parts}) != 1:
        return None
    return Subject(
        f"{parts[-1].label} {_SMALL.sum_of}",
        next(iter(alike)).having(roles().added_up, scopes),
        parts[-1].scope,
        strong=True,
    )


def only_group(label: str) -> bool:
    """Return whether a folded label names a group, and at most that it is a share: 女性, 女性占比."""
    told, spans = scan(label)
    group = regex.sub(alternation(label_words().share_nouns) + "$", "", label)
    return bool(told) and not residue(group, spans, ())


def naming_unit(sentence: Sentence, mention: Mention) -> Unit:
    """Return the unit that a metric must admit to be named: a rate of change may be one of anything."""
    share = mention.quantity.unit.id in ("%", "pp", "bp", "")
    return NO_UNIT if share and is_change(sentence, mention) else mention.quantity.unit
