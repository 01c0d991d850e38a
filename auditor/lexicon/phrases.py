"""Phrases of the lexicon: written once with alternatives, found in folded text whatever its layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic
from typing import TypeVar

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze

_Value = TypeVar("_Value")
_CHOICE = regex.compile(r"\{([^{}]*)\}")
#: What a phrase may have or not: spaces, the hyphens of English compounds, the particle 的.
_LAYOUT = " -\n的"
#: Raised and lowered digits that belong to a name (m², CO₂), not to a footnote.
_DIGITS = str.maketrans("²³₂₃", "2323")


def expand(pattern: str) -> tuple[str, ...]:
    """Return every phrase of a pattern: ``{碳|}排放`` is 碳排放 and 排放; braces do not nest."""
    phrases = [""]
    for index, part in enumerate(_CHOICE.split(pattern)):
        choices = part.split("|") if index % 2 else [part]
        phrases = [phrase + choice for phrase in phrases for choice in choices]
    return tuple(phrases)


def spell(patterns: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases of all patterns in order, folded and spelled out, none twice."""
    folded = (phrase for pattern in patterns for phrase in expand(fold(pattern)))
    return tuple(dict.fromkeys(" ".join(phrase.split()) for phrase in folded))


@cache
def key(phrase: str) -> str:
    """Return a phrase folded and squeezed, as labels are matched."""
    return squeeze(fold(phrase))[0].strip()


def compact(text: str) -> str:
    """Return folded text without spaces, hyphens and 的, exponents as digits: one spelling a phrase."""
    return "".join(char for char in text if char not in _LAYOUT).translate(_DIGITS)


@dataclass(frozen=True, slots=True)
class Found(Generic[_Value]):
    """A phrase of a book at ``start`` to ``end`` (exclusive) of a text."""

    value: _Value
    start: int
    end: int


class PhraseBook(Generic[_Value]):
    """Phrases with a value each, looked up at a place of a folded text, the longest first.

    Spaces, hyphens and the particle 的 do not count: they may be there or not. A Latin phrase never
    begins or ends inside a word, nor a digit in a number.
    """

    def __init__(
        self, phrases: Mapping[str, _Value], before: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Take folded phrases; ``before`` holds for a phrase what must not follow it."""
        self._values = {compact(phrase): value for phrase, value in phrases.items()}
        self._before = {compact(phrase): words for phrase, words in (before or {}).items() if words}
        lengths: dict[str, set[int]] = defaultdict(set)
        for phrase in self._values:
            lengths[phrase[:1]].add(len(phrase))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def at(self, text: str, start: int = 0) -> Found[_Value] | None:
        """Return the longest phrase that begins at ``start``, None when none does."""
        return next(self.all_at(text, start), None)

    def all_at(self, text: str, start: int = 0) -> Iterator[Found[_Value]]:
        """Return every phrase that begins at ``start``, the longest first."""
        first = text[start : start + 1].translate(_DIGITS)
        lengths = self._lengths.get(first, ())
        if not lengths or _inside(text, start):
            return
        window, ends = _window(text, start, lengths[0])
        for length in lengths:
            phrase = window[:length]
            if (
                length <= len(window)
                and phrase in self._values
                and self._ends(text, ends[length - 1], phrase)
            ):
                yield Found(self._values[phrase], start, ends[length - 1])

    def everywhere(self, text: str) -> Iterator[Found[_Value]]:
        """Return the longest phrase at each place of ``text``; they may overlap."""
        return (found for start in range(len(text)) if (found := self.at(text, start)))

    def _ends(self, text: str, end: int, phrase: str) -> bool:
        return not _inside(text, end) and not text.startswith(self._before.get(phrase, ()), end)


def _window(text: str, start: int, length: int) -> tuple[str, list[int]]:
    """Return ``length`` characters without layout, and for each where it ends in ``text``."""
    chars: list[str] = []
    ends: list[int] = []
    for index in range(start, len(text)):
        if text[index] in _LAYOUT:
            continue
        chars.append(text[index])
        ends.append(index + 1)
        if len(chars) == length:
            break
    return "".join(chars).translate(_DIGITS), ends


def _inside(text: str, place: int) -> bool:
    """Return whether a Latin word or a number goes on over ``place``."""
    pair = text[max(place - 1, 0) : place + 1] if place else ""
    return len(pair) == 2 and pair.isascii() and (pair.isalpha() or pair.isdigit())
