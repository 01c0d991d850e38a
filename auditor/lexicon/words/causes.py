"""Causes of ``causes.toml``: why a note says that history changed, and whether it was adjusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.load import load
from auditor.lexicon.phrases import spell
from auditor.lexicon.words.reach import Reach
from auditor.lexicon.words.reach import Reaches
from auditor.lexicon.words.reach import reaches

if TYPE_CHECKING:
    from auditor.lexicon.schema import CausesFile

_FILE = "causes.toml"
_CLAUSE = "，,。;；!！"
_NEAR = 16
#: A lookahead that the file may write behind a denial.
_LOOKAHEAD = regex.compile(r"\(\?=[^()]*\)")
_BRACES = regex.compile(r"(\{[^{}]*\})")


@dataclass(frozen=True, slots=True)
class CauseTable:
    """The causes in the order of the file, and the words of effects and denials."""

    causes: tuple[tuple[str, regex.Pattern[str]], ...]
    _adjusted: regex.Pattern[str]
    _not_adjusted: regex.Pattern[str]
    _consistent: regex.Pattern[str]
    _excepted: regex.Pattern[str]
    _narrows: regex.Pattern[str]
    _marked: regex.Pattern[str]
    _general: regex.Pattern[str]
    _before: regex.Pattern[str]
    _planned: regex.Pattern[str]
    _after: regex.Pattern[str]
    _nought: regex.Pattern[str]
    _asked: regex.Pattern[str]
    _ticked: regex.Pattern[str]
    _reaches: Reaches

    def recognise(self, folded: str) -> tuple[tuple[str, ...], str, bool]:
        """Return the causes that a folded text names, its effect, and whether it narrows a row.

        The effect is ``adjusted`` (history was changed), ``not_adjusted`` (it could not be),
        ``consistent`` (nothing was changed) or empty.
        What is denied (未发生会计差错更正), asked without a tick or laid down as a rule does not count.
        """
        causes = tuple(name for name, pattern in self.causes if self._told(pattern, folded))
        return causes, self._effect(folded), self._narrows.search(folded) is not None

    def general(self, folded: str) -> bool:
        """Return whether a folded text speaks of the report as a whole."""
        return self._general.search(folded) is not None

    def marked(self, folded: str) -> bool:
        """Return whether a folded text says that what was restated bears a mark."""
        return self._marked.search(folded) is not None

    def reach(self, folded: str) -> Reach:
        """Return of which years a folded and squeezed text says what was done, and where only in passing."""
        adjusted, refused = self._spans(folded)
        clauses = [[_clause(folded, *span) for span in spans] for spans in (adjusted, refused)]
        restated, left = (self._reaches.years(folded, found) for found in clauses)
        return Reach(restated, left, self._reaches.in_passing(folded, adjusted))

    def _spans(self, folded: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return where a text says that history was adjusted, and where that it was not."""
        refused = [found.span() for found in self._not_adjusted.finditer(folded)]
        adjusted = (
            found
            for found in self._adjusted.finditer(folded)
            if not any(start < found.end() and found.start() < end for start, end in refused)
        )
        return [found.span() for found in adjusted if self._holds(found, folded)], refused

    def _effect(self, folded: str) -> str:
        adjusted, refused = self._spans(folded)
        if adjusted:
            return "adjusted"
        if self._consistent.search(folded):
            return "" if self._excepted.search(folded) else "consistent"
        return "not_adjusted" if refused else ""

    def _told(self, pattern: regex.Pattern[str], folded: str) -> bool:
        return any(self._holds(found, folded) for found in pattern.finditer(folded))

    def _holds(self, found: regex.Match[str], folded: str) -> bool:
        """Return whether nothing in the clause takes the words back."""
        start, end = _clause(folded, found.start(), found.end())
        if self._asked.search(folded, max(start, found.start() - _NEAR), found.start()):
            return self._ticked.search(folded, found.end(), found.end() + 3 * _NEAR) is not None
        return not (
            self._planned.search(folded, max(found.start() - 2, 0), found.end())
            or self._before.search(folded, start, found.start())
            or self._after.search(folded, found.end(), end)
            or self._nought.search(folded, found.end(), found.end() + 2 * _NEAR)
        )


def recognise(folded: str) -> tuple[tuple[str, ...], str, bool]:
    """Return causes, effect and narrowing of a folded and squeezed text; see `CauseTable.recognise`."""
    return causes().recognise(folded)


@cache
def causes() -> CauseTable:
    """Return the table of ``causes.toml``.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import CausesFile

    return table(load(_FILE, CausesFile))


def table(data: CausesFile) -> CauseTable:
    """Return the table of a checked file."""
    effects, denials = data.effects, data.denials
    return CauseTable(
        causes=tuple((entry.id, _any(entry.phrases)) for entry in data.cause),
        _adjusted=_any(effects.adjusted),
        _not_adjusted=_any(effects.not_adjusted),
        _consistent=_any(effects.consistent),
        _excepted=_any(effects.excepted),
        _narrows=_any(effects.narrows),
        _marked=_any(effects.marked),
        _general=_any(effects.general),
        _before=_any(denials.before),
        _planned=regex.compile(rf"(?:{'|'.join(denials.ahead)})(?:对|{'|'.join(denials.verbs)})"),
        _after=_any(denials.after),
        _nought=_any(denials.nought),
        _asked=_any(denials.asked),
        _ticked=_any(denials.ticked),
        _reaches=reaches(data.reach, _any(data.reach.passing)),
    )


def _any(phrases: Iterable[str]) -> regex.Pattern[str]:
    """Return one pattern for all phrases."""
    return regex.compile("|".join(_pattern(fold(phrase)) for phrase in phrases))


def _pattern(phrase: str) -> str:
    """Return a phrase as a regular expression: braces are groups, … is a gap within the clause."""
    ahead = _LOOKAHEAD.findall(phrase)
    first, last = (spell([_LOOKAHEAD.sub("", phrase)])[end][end] for end in (0, -1))
    parts = [_part(part, phrase) for part in _BRACES.split(_LOOKAHEAD.sub("", phrase))]
    opening = r"(?<![a-z])" if _latin(first) else ""
    closing = r"(?![a-z])" if _latin(last) else ""
    return f"(?:{opening}{''.join(parts)}{closing}{''.join(ahead)})"


def _part(part: str, phrase: str) -> str:
    if part[:1] == "{":
        choices = sorted(part[1:-1].split("|"), key=lambda choice: (-len(choice), choice))
        return "(?:" + "|".join(_part(choice, phrase) for choice in choices) + ")"
    english = phrase.replace("…", "").isascii()
    gap = f"[^{_CLAUSE}]{{0,{_NEAR * 2 if english else _NEAR}}}?"
    return gap.join(regex.escape(piece).replace(r"\ ", r"[\s-]*") for piece in part.split("…"))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _clause(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause around a place."""
    first = max((folded.rfind(sign, 0, start) for sign in _CLAUSE), default=-1) + 1
    ends = [place for sign in _CLAUSE if (place := folded.find(sign, end)) >= 0]
    return first, min(ends, default=len(folded))
