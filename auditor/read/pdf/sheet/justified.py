"""The parts of a line of running text: wide gaps part it, but for those that only fill a justified line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from itertools import pairwise

from auditor.read.pdf.sheet.shapes import Word

#: So many gaps of one width in a row fill a line: columns of a table stand at gaps of all widths.
_ALIKE = 4
#: Widths are one width within this (points); a gap of more type sizes is a gutter, however many there are.
_NEAR, _WIDEST = 0.2, 1.6


def stretches(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words of a line of running text in parts that gaps of a type size or more part.

    Where no gutter comes of such a gap, `rejoin` closes it again.
    """
    fills = _filling(words)
    groups: list[list[Word]] = []
    for at, word in enumerate(words):
        last = groups[-1][-1] if groups else None
        if last is None or (word.x0 - last.x1 > min(word.size, last.size) and at not in fills):
            groups.append([word])
        else:
            groups[-1].append(word)
    return groups


def _filling(words: Sequence[Word]) -> frozenset[int]:
    """Return the places of words in front of which a gap only fills its line, as many others beside it do."""
    gaps = [(at, other.x0 - word.x1) for at, (word, other) in enumerate(pairwise(words), 1)]
    found: set[int] = set()
    for _, group in groupby(gaps, key=lambda gap: round(gap[1] / _NEAR)):
        run = [at for at, width in group if width <= _WIDEST * words[at].size]
        told = [_is_word(word) for at in run for word in words[at - 1 : at + 1]]
        if len(run) >= _ALIKE and 3 * sum(told) >= 2 * len(told):
            found.update(run)
    return frozenset(found)


def _is_word(word: Word) -> bool:
    """Return whether a word is one of a sentence: letters, and no number or sign."""
    return word.string[0].isalpha() and not any(char.isdigit() for char in word.string)
