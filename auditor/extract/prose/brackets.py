"""What stands in brackets speaks for itself: （2024年：5,648名） says nothing of the words behind it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.sentences import Span
from auditor.extract.times.clock import PeriodMention

_BEHIND = regex.compile(r"\s*[(](?P<said>[^()]{2,40})[)]")


def brackets(sentence: Sentence) -> Iterator[Span]:
    """Yield the brackets of a sentence, those inside others first; one that is left open ends with it."""
    opened: list[int] = []
    for found in regex.finditer(r"[()]", sentence.folded, pos=sentence.span.start, endpos=sentence.span.end):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            yield Span(opened.pop(), found.end())
    yield from (Span(start, sentence.span.end) for start in reversed(opened))


def shut_in(sentence: Sentence, item: PeriodMention, offset: int) -> bool:
    """Return whether a named period holds in a bracket only, and ``offset`` lies outside of it.

    A bracket that tells numbers, or what stands behind a colon, keeps its period; one that only names a
    period (本年度（2024年）) explains the words in front of it.
    """
    for span in brackets(sentence):
        if span.start < item.start < span.end and not span.start < offset < span.end:
            behind = sentence.folded[item.end : span.end].lstrip()
            if behind.startswith(":") or _tells(sentence, span):
                return True
    return False


def _tells(sentence: Sentence, span: Span) -> bool:
    return any(span.start < mention.start < span.end for mention in sentence.mentions)


def behind(sentence: Sentence, index: int) -> regex.Match[str] | None:
    """Return the bracket of words behind a quantity; one that holds numbers or years speaks for itself."""
    mention = sentence.mentions[index]
    found = _BEHIND.match(sentence.folded, mention.end, sentence.span.end)
    if found is None or not regex.search(r"\p{L}{2}", found["said"]):
        return None
    inside = [item.start for item in sentence.mentions] + [item.start for item in sentence.periods]
    return None if any(found.start() < start < found.end() for start in inside) else found
