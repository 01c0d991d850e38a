"""Columns whose numbers measure nothing: rows counted through, codes, classes of things."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from auditor.lexicon.words.signs import sign_words

_ORDINAL = regex.compile(r"[0-9]{1,4}")
_DIGIT = regex.compile(r"[0-9]")
#: Letters and a number, which name something.
_CODE = regex.compile(r"[A-Za-z]{1,6}[ -]?[0-9]+(?:\.[0-9]+)*")
#: The class of a thing: 3 类, 2 型. A column of them counts none.
_CLASS = regex.compile(rf"[1-9]\s*[{sign_words().classes}]")
#: A column of classes has so many entries at least.
_CLASSES = 3


def counts_rows(cells: Sequence[str]) -> bool:
    """Return whether a column counts its rows: 1, 2, 3, or 31, 32, 33 where it goes on from another page.

    What stands below them (a total) has no number.
    """
    numbers = [int(cell) for cell in cells if _ORDINAL.fullmatch(cell)]
    others = [cell for cell in cells if not _ORDINAL.fullmatch(cell)]
    counted = len(numbers) > 2 and all(after == before + 1 for before, after in pairwise(numbers))
    return counted and len(others) * 3 <= len(numbers) and not any(_DIGIT.search(cell) for cell in others)


def are_codes(cells: Sequence[str]) -> bool:
    """Return whether a column holds nothing but codes: CCM 3.20, AR 16."""
    return bool(cells) and all(_CODE.fullmatch(cell) for cell in cells)


def are_classes(cells: Sequence[str]) -> bool:
    """Return whether all entries of a column that begin with a digit are classes."""
    numbered = [cell for cell in cells if _DIGIT.match(cell)]
    return len(numbered) >= _CLASSES and all(_CLASS.fullmatch(cell) for cell in numbered)
