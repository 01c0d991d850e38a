"""Bar tables without outer bars (``Indicator | Unit | 2023`` over ``---|---|---``): which lines they take."""

from __future__ import annotations

import regex

from auditor.read.text.sheet import Sheet

#: A rule of dashes with a bar inside.
_RULE = regex.compile(r"^\s*\|?\s*:?-{2,}:?\s*\|(?:\s*:?-{2,}:?\s*\|?)*\s*$")
_BAR = regex.compile(r"(?<!\\)\|")


def open_bars(sheet: Sheet) -> frozenset[int]:
    """Return the lines (0-based) of bar tables whose rows do not begin with a bar.

    A rule of dashes under heads of as many columns proves the table; it ends at the first line without a bar.
    """
    found: set[int] = set()
    for index in range(1, len(sheet.lines)):
        if not (_free_bar(sheet, index) and _RULE.match(sheet.string(index)) and _free_bar(sheet, index - 1)):
            continue
        if _columns(sheet.string(index - 1)) == _columns(sheet.string(index)):
            found.update(_rows(sheet, index - 1))
    return frozenset(found)


def _rows(sheet: Sheet, index: int) -> range:
    """Return the lines from ``index`` on that hold a bar."""
    end = index
    while _free_bar(sheet, end) and not _heads_next(sheet, index, end):
        end += 1
    return range(index, end)


def _heads_next(sheet: Sheet, start: int, index: int) -> bool:
    """Return whether the heads of another table stand at ``index``: a rule is right below them."""
    below = index + 1
    return index > start + 1 and _free_bar(sheet, below) and bool(_RULE.match(sheet.string(below)))


def _free_bar(sheet: Sheet, index: int) -> bool:
    return sheet.free(index) and _BAR.search(sheet.string(index)) is not None


def _columns(string: str) -> int:
    """Return how many columns the bars of a line part, outer bars not counted."""
    return len(_BAR.findall(string.strip().removeprefix("|").removesuffix("|"))) + 1
