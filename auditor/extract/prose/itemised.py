"""The subjects of numbers that a list shares out: each takes the name in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.extract.context import Context
from auditor.extract.prose.labelled import naming
from auditor.extract.prose.listed import Item
from auditor.extract.prose.parts import naming_unit
from auditor.extract.prose.parts import only_group
from auditor.extract.prose.parts import part_of
from auditor.extract.prose.parts import rate_of_group
from auditor.extract.prose.parts import repeated
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.subject import Subject
from auditor.extract.prose.subject import narrowed
from auditor.extract.prose.wording import clause_start
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.naming import unnamed
from auditor.lexicon.words.particles import particles
from auditor.model.quantity import Unit


def of_list(sentence: Sentence, index: int, item: Item, told: Sequence[Subject], context: Context) -> Subject:
    """Return the subject of a number of a list; a weak one without a metric where it cannot be told."""
    mention = sentence.mentions[index]
    if item.names:
        return _of_names(sentence, index, item, told, context)
    start = clause_start(sentence, index - item.at)
    words = sentence.folded[start : sentence.mentions[index - item.at].start]
    if item.earlier is not None and item.earlier < len(told):
        return repeated(told[item.earlier], words, mention, context)
    return Subject(item.words, unnamed(f"{clean(item.words)} {item.at + 1}".strip()), "", strong=False)


def _of_names(
    sentence: Sentence, index: int, item: Item, told: Sequence[Subject], context: Context
) -> Subject:
    """Return the subject of a name of a list; those of one metric are told apart as printed."""
    rate = rate_of_group(
        item.names[item.at], sentence, index, naming_unit(sentence, sentence.mentions[index]), told
    )
    if rate is not None:
        return rate
    every = [_listed(replace(item, at=at), sentence, index, context) for at in range(len(item.names))]
    found = every[item.at]
    if not found.metric.known:
        unit = naming_unit(sentence, sentence.mentions[index])
        return part_of(found.label, sentence, index, unit, told) or found
    alike = [other for other in every if (other.metric, other.scope) == (found.metric, found.scope)]
    return found if len(alike) == 1 else replace(found, scope=f"{found.scope} {clean(found.label)}".strip())


def _listed(item: Item, sentence: Sentence, index: int, context: Context) -> Subject:
    """Return the subject of an item of a list; what its last or first alone says holds for all."""
    unit, names = naming_unit(sentence, sentence.mentions[index]), context.profile.names
    label, first, last = item.names[item.at], item.names[0], item.names[-1]
    found = naming(label, sentence, index, unit, context)
    group = item.at < len(item.names) - 1 and only_group(clean(label))
    if found is not None and not group:
        return Subject(label, found.metric, found.residue, strong=True)
    shared = name(clean(last), unit, names)
    if group and found is not None:
        whole = Subject(last, shared.metric, shared.residue, strong=True) if shared else None
        told = Subject(label, found.metric, found.residue, strong=True)
        return (narrowed(label, whole, unit) if whole else None) or told
    if shared is None:
        return _headed(label, first, unit, names)
    whole = Subject(last, shared.metric, shared.residue, strong=True)
    return narrowed(label, whole, unit) or _listed_with(label, last, shared.alias, unit, names)


def _headed(label: str, first: str, unit: Unit, names: tuple[str, ...]) -> Subject:
    """Return the subject of an item of which the first one alone says what it is: 用水总行和分行."""
    shared = name(clean(first), unit, names)
    plain = clean(first)
    if shared is None:
        return Subject(label, unnamed(clean(label)), "", strong=True)
    head = plain[: plain.find(shared.alias) + len(shared.alias)].removesuffix(particles().total)
    found = name(head + clean(label), unit, names)
    if found is None:
        return Subject(label, unnamed(clean(label)), "", strong=True)
    return Subject(f"{first[: len(head)]}{label}", found.metric, found.residue, strong=True)


def _listed_with(label: str, last: str, alias: str, unit: Unit, names: tuple[str, ...]) -> Subject:
    """Return the subject of an item with the words that end the last one: 生活及生产用水量."""
    tail = clean(last)[clean(last).find(alias) :]
    found = name(clean(label) + tail, unit, names)
    if found is None or not found.residue:
        return Subject(label, unnamed(clean(label)), "", strong=True)
    return Subject(f"{label}{last[-len(tail) :]}", found.metric, found.residue, strong=True)
