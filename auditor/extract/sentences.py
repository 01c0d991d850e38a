"""Split a block of text into sentences and clauses by offset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_END = regex.compile(r"[。！？!?](?![^(（]*[)）])[”\"」』）)]*|(?<=[a-z0-9%)])\.(?=\s+[A-Z])|\n+")
_CLAUSE = regex.compile(r"[，、：:;；]|,(?![0-9]{3}(?![0-9]))|\s-\s|(?<=[a-z]) (?=(?:and|while|which|with) )")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a text."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text; a stop inside brackets ends none."""
    start = 0
    for found in _END.finditer(text):
        if text[start : found.end()].strip():
            yield Span(start, found.end())
        start = found.end()
    if text[start:].strip():
        yield Span(start, len(text))


def clauses(text: str, sentence: Span) -> list[Span]:
    """Return the clauses of a sentence; a comma between digits of one number parts nothing."""
    result: list[Span] = []
    start = sentence.start
    for found in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if _inside_brackets(text, sentence.start, found.start()) or _joins(text, start, found):
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
