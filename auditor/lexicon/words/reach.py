"""How far a note reaches: the years that it names, and what it says in passing of one number."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from auditor.lexicon.quantities import alternation

if TYPE_CHECKING:
    from auditor.lexicon.schema import ReachWords

_SENTENCE = regex.compile(r"[^。;；!！]+?(?:[。;；!！]|\.(?=\s|$)|$)")
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reach:
    """Of which years alone history was adjusted, of which alone it was not; empty where none are named.

    ``passing`` are the sentences that say it in passing of the number that they tell, where no other does.
    """

    restated: tuple[int, ...]
    left: tuple[int, ...]
    passing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reaches:
    """The words of ``[reach]`` in ``causes.toml``."""

    _named: tuple[regex.Pattern[str], ...]
    _year: regex.Pattern[str]
    _ranges: regex.Pattern[str]
    _passing: regex.Pattern[str]

    def years(self, folded: str, clauses: Sequence[_Span]) -> tuple[int, ...]:
        """Return the years whose data alone some clauses speak of; none where one of them names no years."""
        named = [set(self._of_clause(folded, clause)) for clause in clauses]
        return tuple(sorted(set().union(*named))) if all(named) else ()

    def in_passing(self, folded: str, spans: Sequence[_Span]) -> tuple[str, ...]:
        """Return the sentences around some words, where all of these stand in passing."""
        passing = [found.span() for found in self._passing.finditer(folded)]
        if not spans or any(not _within(span, passing) for span in spans):
            return ()
        sentences = (found for found in _SENTENCE.finditer(folded) if _within_any(spans, found.span()))
        return tuple(found[0].strip() for found in sentences)

    def _of_clause(self, folded: str, clause: _Span) -> Iterator[int]:
        for pattern in self._named:
            for found in pattern.finditer(folded):
                if _meets(found.span(), clause):
                    yield from self._spelled(found["years"])

    def _spelled(self, years: str) -> Iterator[int]:
        """Yield the years of an enumeration, and those within a range."""
        found = list(self._year.finditer(years))
        yield from (int(year[1]) for year in found)
        for first, last in pairwise(found):
            if self._ranges.fullmatch(years[first.end() : last.start()].strip()):
                yield from range(int(first[1]), int(last[1]))


def reaches(data: ReachWords, passing: regex.Pattern[str]) -> Reaches:
    """Return the words of a checked file."""
    plain = data.year.replace("((?:", "(?:(?:")
    years = rf"(?P<years>{plain}(?:\s?(?:{data.joined})\s?{plain})*)(?!\s?{alternation(data.open)})"
    spelled = (item.replace("YEARS", years).replace("NAME", f"(?:{data.name})") for item in data.named)
    return Reaches(
        _named=tuple(regex.compile(item) for item in spelled),
        _year=regex.compile(data.year),
        _ranges=regex.compile(alternation(data.ranges)),
        _passing=passing,
    )


def _meets(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(span: _Span, spans: Sequence[_Span]) -> bool:
    return any(_meets(span, other) for other in spans)


def _within_any(spans: Sequence[_Span], sentence: _Span) -> bool:
    return any(_meets(span, sentence) for span in spans)
