"""Phrases of the lexicon: written once with alternatives, found in folded text whatever its layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
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
#: Where a Latin word or a number goes on.
_INNER = regex.compile(r"(?<=[A-Za-z])[A-Za-z]|(?<=[0-9])[0-9]")
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
            lengths[phrase[:2]] |= {len(phrase), *([1] if phrase[:1] in self._values else [])}
        self._lengths = {begin: tuple(sorted(found, reverse=True)) for begin, found in lengths.items()}
        self._longest: dict[str, int] = {}
        for begin, found in self._lengths.items():
            self._longest[begin[:1]] = max(self._longest.get(begin[:1], 0), found[0])

    def at(self, text: str, start: int = 0) -> Found[_Value] | None:
        """Return the longest phrase that begins at ``start``, None when none does."""
        longest = self._longest.get(text[start : start + 1].translate(_DIGITS))
        if not longest or _inside(text, start):
            return None
        window, ends = _window(text, start, longest)
        return next(self._beginning(text, window, ends, 0, self._lengths_at(window, 0)), None)

    def everywhere(self, text: str) -> Iterator[Found[_Value]]:
        """Return the longest phrase at each place of ``text``; they may overlap."""
        return (found for all_there in self._each(text) if (found := next(all_there, None)))

    def all_everywhere(self, text: str) -> Iterator[Found[_Value]]:
        """Return every phrase that begins at each place of ``text``, the longest of a place first."""
        return (found for all_there in self._each(text) for found in all_there)

    def _each(self, text: str) -> Iterator[Iterator[Found[_Value]]]:
        """Yield the phrases of each place where one may begin."""
        window, ends = _window(text, 0, len(text))
        inner = {found.start() for found in _INNER.finditer(text)}
        for index, first in enumerate(window):
            lengths = self._lengths_at(window, index) if first in self._longest else ()
            if lengths and ends[index] - 1 not in inner:
                yield self._beginning(text, window, ends, index, lengths)

    def _lengths_at(self, window: str, index: int) -> Sequence[int]:
        """Return how long the phrases may be that begin with the next two characters, the longest first."""
        alone = (1,) if window[index] in self._values else ()
        return self._lengths.get(window[index : index + 2], alone)

    def _beginning(
        self, text: str, window: str, ends: Sequence[int], index: int, lengths: Sequence[int]
    ) -> Iterator[Found[_Value]]:
        """Yield the phrases at ``index`` of a window on ``text``, the longest first."""
        for length in lengths:
            phrase = window[index : index + length]
            if len(phrase) < length or phrase not in self._values:
                continue
            end = ends[index + length - 1]
            if self._ends(text, end, phrase):
                yield Found(self._values[phrase], ends[index] - 1, end)

    def _ends(self, text: str, end: int, phrase: str) -> bool:
        return not _inside(text, end) and not text.startswith(self._before.get(phrase, ()), end)


def _window(text: str, start: int, length: int) -> tuple[str, list[int]]:
    """Return ``length`` characters without layout, and for each where it ends in ``text``."""
    if not start and length >= len(text):
        ends = [end for end, char in enumerate(text, 1) if char not in _LAYOUT]
        return "".join([char for char in text if char not in _LAYOUT]).translate(_DIGITS), ends
    chars: list[str] = []
    ends = []
    for end in range(start + 1, len(text) + 1):
        char = text[end - 1]
        if char in _LAYOUT:
            continue
        chars.append(char)
        ends.append(end)
        if len(chars) == length:
            break
    return "".join(chars).translate(_DIGITS), ends


def _inside(text: str, place: int) -> bool:
    """Return whether a Latin word or a number goes on over ``place``."""
    pair = text[max(place - 1, 0) : place + 1] if place else ""
    return len(pair) == 2 and pair.isascii() and (pair.isalpha() or pair.isdigit())
