"""Sentences: a block of text split into them and into clauses, by offset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.times.clock import PeriodMention
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.model.document import Text
from auditor.model.period import Period

_ENGLISH = english_words()
_THE = _ENGLISH.the

#: An item of a list inside a sentence is one of its own: …如下：（一）毛利增加…；（二）贸易：…
_ITEM = rf"[;；:：]\s*(?=[(（](?:[{numeral_words().listed}]{{1,2}}|[0-9]{{1,2}}|[ivx]{{1,4}})[)）])"
#: An English stop; in front of a number only behind a word, which an abbreviation is none of.
_STOP = r"(?<=[a-z0-9%)])\.(?=\s+[A-Z])|(?<=(?P<word>[a-z]{3,})\)?)\.(?=\s+(?:[$€£]\s?)?[0-9])"
_END = regex.compile(rf"[。！？!?](?![^(（]*[)）])[”\"」』）)]*|{_STOP}|\n+|{_ITEM}")
#: No sentence is longer.
_LONGEST = 1000
_CLAUSE = regex.compile(rf"[，、：:;；]|,(?![0-9]{{3}}(?![0-9]))|\s-\s|(?<=[a-z]) (?={_ENGLISH.clauses} )")

_NAME = r"\p{Lu}[\p{L}&.-]+(?: \p{Lu}[\p{L}&.-]+){0,3}"
#: Names that a list joins behind a word of place.
_NAMES = regex.compile(
    rf"(?<=\b{_ENGLISH.places} )(?:{_THE} )?{_NAME}(?:, {_NAME})+,? {_ENGLISH.joins} (?:{_THE} )?{_NAME}"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ready to be read: offsets are those of the whole text.

    ``before`` is the period in force from the sentences before it.
    """

    text: Text
    folded: str
    span: Span
    clauses: tuple[Span, ...]
    periods: tuple[PeriodMention, ...]
    mentions: tuple[Mention, ...]
    before: Period

    def slice(self, start: int, end: int) -> str:
        """Return the printed characters between two offsets."""
        return self.text.string[start:end]


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text; a stop inside brackets ends none.

    What runs on without a stop, as no sentence does, is cut at a comma.
    """
    for span in _stopped(text):
        start = span.start
        while span.end - start > _LONGEST:
            cut = max(text.rfind(mark, start, start + _LONGEST) for mark in "，,；;、 ") + 1
            cut = cut or start + _LONGEST
            yield Span(start, cut)
            start = cut
        yield Span(start, span.end)


def _stopped(text: str) -> Iterator[Span]:
    start = 0
    for found in _END.finditer(text):
        if found[0][0] in ";；:：" and _inside_brackets(text, start, found.start()):
            continue
        if found["word"] in quantity_words().abbreviated:
            continue
        if text[start : found.end()].strip():
            yield Span(start, found.end())
        start = found.end()
    if text[start:].strip():
        yield Span(start, len(text))


def clauses(text: str, sentence: Span) -> list[Span]:
    """Return the clauses of a sentence; a comma between digits of one number parts nothing.

    Nor does one between the names of a list: sales in Northern, Central and Eastern Europe grew.
    """
    result: list[Span] = []
    start = sentence.start
    listed = [found.span() for found in _NAMES.finditer(text, sentence.start, sentence.end)]
    for found in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if _inside_brackets(text, sentence.start, found.start()) or _joins(text, start, found):
            continue
        if any(first < found.start() < last for first, last in listed):
            continue
        result.append(Span(start, found.start()))
        start = found.end()
    result.append(Span(start, sentence.end))
    return result


def _joins(text: str, start: int, found: regex.Match[str]) -> bool:
    """Return whether an English ``and`` joins two nouns: before the first number nothing is ended yet."""
    told = text[start : found.start()]
    return found[0] == " " and text.startswith("and ", found.end()) and not regex.search(r"[0-9]", told)


def _inside_brackets(text: str, start: int, offset: int) -> bool:
    before = text[start:offset]
    return before.count("(") + before.count("（") > before.count(")") + before.count("）")
