"""A bracket right behind a number tells of that one, not of the next: 351 t (Scope 1) and 73 t (Scope 2)."""

from __future__ import annotations

from dataclasses import replace

from auditor.extract.context import Context
from auditor.extract.prose.brackets import behind
from auditor.extract.prose.labelled import naming
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.subject import Subject
from auditor.extract.prose.subject import narrowed
from auditor.lexicon.facets import scan
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import residue


def with_aside(found: Subject, sentence: Sentence, index: int, context: Context) -> Subject:
    """Return a subject as the bracket behind its quantity narrows it.

    Words that are no discriminators narrow it where another number of the sentence has its bracket too.
    """
    bracket = behind(sentence, index)
    said = clean(bracket["said"]) if bracket else ""
    facets, spans = scan(said)
    if said and facets and not residue(said, spans, ()):
        return _narrowed(found, said, sentence, index, context)
    unit = sentence.mentions[index].quantity.unit
    others = [
        other
        for other, mention in enumerate(sentence.mentions)
        if other != index and mention.quantity.unit == unit and behind(sentence, other)
    ]
    return replace(found, scope=f"{found.scope} {said}".strip()) if said and others else found


def _narrowed(found: Subject, said: str, sentence: Sentence, index: int, context: Context) -> Subject:
    unit = sentence.mentions[index].quantity.unit
    if found.metric.known:
        part = narrowed(said, found, unit)
        return replace(part, label=f"{found.label} {said}", scope=found.scope) if part else found
    label = f"{found.label} {said}"
    told = naming(label, sentence, index, unit, context)
    return Subject(label, told.metric, told.residue, found.strong) if told else found
