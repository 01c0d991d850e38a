"""What a number in a sentence speaks of: the metric and scope of each quantity.

A quantity takes its subject from the words in front of it in its clause; when these only say that
something changed, from the quantity before it; when they are empty, from the words behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.acted import acted
from auditor.extract.prose.among import apposed
from auditor.extract.prose.among import counts_behind
from auditor.extract.prose.among import inside_of
from auditor.extract.prose.among import one_of_them
from auditor.extract.prose.among import own_clause
from auditor.extract.prose.among import some_of
from auditor.extract.prose.asides import with_aside
from auditor.extract.prose.barecounts import bare_counts
from auditor.extract.prose.bases import is_multiple
from auditor.extract.prose.changes import direction
from auditor.extract.prose.changes import moved_object
from auditor.extract.prose.itemised import of_list
from auditor.extract.prose.labelled import again_in_bracket
from auditor.extract.prose.labelled import goes_on
from auditor.extract.prose.labelled import is_amount
from auditor.extract.prose.labelled import is_change
from auditor.extract.prose.labelled import is_for_better
from auditor.extract.prose.labelled import naming
from auditor.extract.prose.listed import items
from auditor.extract.prose.named import named
from auditor.extract.prose.named import weak
from auditor.extract.prose.parts import naming_unit
from auditor.extract.prose.parts import of_whole
from auditor.extract.prose.parts import only_group
from auditor.extract.prose.parts import opened
from auditor.extract.prose.parts import repeated
from auditor.extract.prose.parts import scopes_together
from auditor.extract.prose.referred import referred
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.subject import Subject
from auditor.extract.prose.wording import bracketed
from auditor.extract.prose.wording import clause_start
from auditor.extract.prose.wording import says_something
from auditor.extract.prose.wording import whole_of_part
from auditor.extract.prose.wording import words_behind
from auditor.extract.prose.wording import words_behind_whole
from auditor.extract.prose.wording import words_between
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.naming import unnamed
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.roles import roles
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles

_ENGLISH = english_words()

_SMALL = particles()


def subjects(sentence: Sentence, context: Context) -> list[Subject | None]:
    """Return the subject of every quantity of a sentence; None where the number counts nothing."""
    shared = items(sentence)
    told: list[Subject] = []
    result: list[Subject | None] = []
    for index, mention in enumerate(sentence.mentions):
        item = shared.get(index)
        found = (
            of_list(sentence, index, item, told, context)
            if item
            else _subject(sentence, index, told, context)
        )
        told.append(found)
        nothing = mention.bare and not bare_counts(sentence, index, found)
        result.append(None if nothing else with_aside(found, sentence, index, context))
    return result


def _subject(sentence: Sentence, index: int, told: Sequence[Subject], context: Context) -> Subject:
    mention = sentence.mentions[index]
    start = clause_start(sentence, index)
    before = words_between(sentence, start, mention.start)
    if told and (again_in_bracket(sentence, mention) or is_for_better(sentence, mention)):
        return _told_again(sentence, index, told, context, alone=False)
    part = words_behind_whole(sentence, index)
    if part and not says_something(before):
        return named(part, sentence, index, naming_unit(sentence, mention), told, context)
    whole = _whole(sentence, index, context) if whole_of_part(sentence, index) else None
    if other := whole or referred(before, sentence, index, told):
        return other
    given = _given(before, sentence, index, context)
    if given:
        return named(given, sentence, index, naming_unit(sentence, mention), told, context)
    if says_something(before) and not counts_behind(sentence, index):
        return _told_before(before, sentence, index, told, context)
    after = words_behind(sentence, index)
    if told and (not after or goes_on(sentence, mention) or _its_share(sentence, index)):
        return _told_again(sentence, index, told, context, alone=not after)
    unit = naming_unit(sentence, mention)
    if after:
        verb = _verb(sentence, start, mention)
        if verb and name(clean(verb + after), unit) == name(clean(after), unit):
            return Subject(verb + after, unnamed(clean(verb + after)), "", strong=True)
        return named(verb + after, sentence, index, unit, told, context)
    earlier = words_between(sentence, sentence.span.start, start)
    if says_something(earlier):
        return named(earlier, sentence, index, unit, told, context)
    heading = context.headings[-1] if context.headings else ""
    return weak(heading, unit, context)


def _given(before: str, sentence: Sentence, index: int, context: Context) -> str:
    """Return the label that the clause of a number gives it in a way of its own, empty for none."""
    done = acted(before, sentence, index, context) if before.isascii() else ""
    among = some_of(before, sentence, index, context) or inside_of(before, sentence, index, context)
    return done or among or own_clause(sentence, index) or apposed(before, sentence, index)


def _whole(sentence: Sentence, index: int, context: Context) -> Subject:
    """Return the subject of a whole that a part is told of: the 260 of 214 of our 260 suppliers."""
    mention = sentence.mentions[index]
    label = mention.quantity.unit_text
    found = naming(label, sentence, index, naming_unit(sentence, mention), context)
    metric = found.metric if found else unnamed(clean(label))
    return Subject(label, metric, found.residue if found else "", strong=found is not None)


def _told_before(
    before: str, sentence: Sentence, index: int, told: Sequence[Subject], context: Context
) -> Subject:
    """Return the subject that the words in front of a quantity name."""
    mention = sentence.mentions[index]
    start = clause_start(sentence, index)
    moved_by = moved_object(sentence.folded[start : mention.start], mention)
    if moved_by:
        noun = sentence.slice(start + moved_by.start("noun"), start + moved_by.end("noun"))
        before = words_between(sentence, start, start + moved_by.start()) + noun
    after = words_behind(sentence, index)
    verb = _verb(sentence, clause_start(sentence, index), mention)
    if verb and not is_change(sentence, mention):
        moved = _moved(before, verb, after, sentence, index, context)
        if moved is not None:
            return moved
    unit = naming_unit(sentence, mention)
    of_what = f" {after}" if unit.id == "%" and regex.match(rf"{_ENGLISH.of}\s", after) else ""
    if told and regex.search(rf"(?:^|\s){_ENGLISH.a_rate}$", fold(before)):
        before = f"{told[-1].label} rate"
    return named(before + of_what, sentence, index, unit, told, context)


def _told_again(
    sentence: Sentence, index: int, told: Sequence[Subject], context: Context, *, alone: bool
) -> Subject:
    """Return the subject of a quantity that tells more of what was told: its change, its share, a part of it.

    ``alone`` tells that no word behind it says what it is.
    """
    mention, last = sentence.mentions[index], told[-1]
    words = sentence.folded[clause_start(sentence, index) : mention.start]
    if _its_share(sentence, index):
        part = told[-2] if whole_of_part(sentence, index - 1) else last
        return repeated(part, _SMALL.share, mention, context)
    change = is_change(sentence, mention)
    if change and (one := one_of_them(sentence, index, last.label)):
        return named(one, sentence, index, naming_unit(sentence, mention), (), context)
    if alone and opened(sentence, index) == index and not change:
        label = f"{last.label} {words}".strip()
        return Subject(label, unnamed(clean(label)), "", strong=False)
    if regex.search(alternation(label_words().totals), words):
        both = scopes_together(sentence, index, told)
        if both is not None:
            return both
        label = _alike(sentence, index, told, last).label
        return Subject(
            f"{label} {_SMALL.sum_of}", unnamed(f"{clean(label)} {_SMALL.sum_of}"), "", strong=False
        )
    share = _share_of_group(sentence, index, told, context) if _SMALL.shares in words else None
    source = _changed(sentence, index, told) if is_amount(sentence, mention) else last
    if change and mention.quantity.unit.id == "%":
        source = _shared(sentence, index, told)
    if change and is_multiple(mention):
        return source
    return share or repeated(source, words, mention, context)


def _shared(sentence: Sentence, index: int, told: Sequence[Subject]) -> Subject:
    """Return what a growth is one of: behind an amount and its share of a whole, the amount.

    研发投入2.62亿元，占营业收入的7.39%，同比增长17.49%: a share that grows does so by points.
    """
    last, at = told[-1], index
    while at and sentence.mentions[at - 1].quantity.unit.id in ("%", "pp"):
        at -= 1
    amount = told[at - 1] if 0 < at < index else None
    if amount is None or last.label == amount.label or not last.label.startswith(amount.label):
        return last
    return amount if all(subject.label in (amount.label, last.label) for subject in told[at:]) else last


def _its_share(sentence: Sentence, index: int) -> bool:
    """Return whether a percentage in brackets is the share of the amount in front of it: 17,806 t (28.8%)."""
    if sentence.mentions[index].quantity.unit.id != "%" or not bracketed(sentence, index):
        return False
    if is_change(sentence, sentence.mentions[index]):
        return False
    return sentence.mentions[index - 1].quantity.unit.id != "%"


def _share_of_group(
    sentence: Sentence, index: int, told: Sequence[Subject], context: Context
) -> Subject | None:
    """Return the share of a group in what was told before it: 董事会成员9人，其中女性3人，占33.3%."""
    last, plain = told[-1], clean(told[-1].label)
    if not only_group(plain) or last.metric.base == roles().staff:
        return None
    part = of_whole(plain, sentence, index, told)
    named = naming(part, sentence, index, naming_unit(sentence, sentence.mentions[index]), context)
    return Subject(part, named.metric, named.residue, last.strong) if named and part != plain else None


def _moved(  # noqa: PLR0913, PLR0917  # the words around a verb and its number
    before: str, verb: str, after: str, sentence: Sentence, index: int, context: Context
) -> Subject | None:
    """Return an amount by which a metric moved, of which nobody tells since when: never its level."""
    unit = sentence.mentions[index].quantity.unit
    if (
        unit.id in ("%", "pp", "bp", "")
        or direction(sentence.folded, sentence.span, sentence.mentions[index]).reached
    ):
        return None
    if after and naming(before, sentence, index, unit, context) is None:
        return None
    label = f"{before} {verb}" if verb.isascii() else before + verb
    return Subject(label, unnamed(clean(label)), "", strong=True)


def _changed(sentence: Sentence, index: int, told: Sequence[Subject]) -> Subject:
    """Return what an amount of change is one of: the last thing that was told in its unit."""
    other = Subject(told[-1].label, unnamed(f"{clean(told[-1].label)} {_SMALL.change_of}"), "", strong=False)
    return _alike(sentence, index, told, other)


def _alike(sentence: Sentence, index: int, told: Sequence[Subject], other: Subject) -> Subject:
    """Return the last thing that was told in the unit of a quantity, else another one."""
    dimension = sentence.mentions[index].quantity.unit.dimension
    alike = [
        subject
        for subject, mention in zip(told, sentence.mentions, strict=False)
        if mention.quantity.unit.dimension == dimension
    ]
    return alike[-1] if alike else other


def _verb(sentence: Sentence, start: int, mention: Mention) -> str:
    """Return the verb that makes the number right behind it a change: 减少 16.9 万吨包装材料."""
    found = _moving().search(sentence.folded[start : mention.start])
    return sentence.slice(start + found.start("verb"), start + found.end("verb")) if found else ""


@cache
def _moving() -> regex.Pattern[str]:
    words = quantity_words()
    return regex.compile(rf"(?P<verb>{alternation((*words.down, *words.up))})\s*{_SMALL.moving}?\s*$")
