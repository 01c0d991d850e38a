"""Lines of a text report with the numbers that matter marked in them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.evidence import Excerpt
from auditor.render.exhibits import Exhibit
from auditor.render.exhibits import Mark

_NUMERIC = frozenset("0123456789.,，．%％")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in a row; ``role`` is empty where nothing is marked."""

    text: str
    role: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its number; ``near`` lines only stand around what matters."""

    number: int
    runs: tuple[Run, ...]
    near: bool


def passage(exhibit: Exhibit, excerpt: Excerpt) -> Iterator[Line]:
    """Yield the lines of an excerpt that say something, the marks of the exhibit set in them."""
    for number, string in enumerate(excerpt.lines, excerpt.first):
        marks = [mark for mark in exhibit.marks if mark.place.line == number]
        if not marks and not string.strip():
            continue
        yield Line(number, tuple(_runs(string, marks)), not marks)


def _runs(string: str, marks: Iterable[Mark]) -> Iterator[Run]:
    at = 0
    for start, end, mark in sorted(_spans(string, marks), key=lambda span: span[:2]):
        if start < at:
            continue
        if start > at:
            yield Run(string[at:start])
        yield Run(string[start:end], mark.role, mark.ref)
        at = end
    if at < len(string) or not string:
        yield Run(string[at:])


def _spans(string: str, marks: Iterable[Mark]) -> Iterator[tuple[int, int, Mark]]:
    for mark in marks:
        start, end = _span(string, mark)
        if end > start:
            yield start, end, mark


def _span(string: str, mark: Mark) -> tuple[int, int]:
    """Return where the number stands: as printed, else its digits; markup may part it from its scale word."""
    column = min(mark.place.column or 0, len(string))
    if not mark.text:
        return 0, len(string.rstrip())
    found = string.find(mark.text, column)
    if found < 0:
        found = string.find(mark.text)
    if found >= 0:
        return found, found + len(mark.text)
    end = column
    while end < len(string) and string[end] in _NUMERIC:
        end += 1
    return column, end
