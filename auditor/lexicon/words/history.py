"""How reports speak of their own history: ``history.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.load import folded
from auditor.lexicon.load import load

_FILE = "history.toml"


@dataclass(frozen=True, slots=True)
class SaidRun:
    """A series that a text describes: ``years`` is 0 where it does not count them; offsets in the text."""

    subject: str
    rising: bool
    years: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, folded, longest first; see ``history.toml``."""

    leading: tuple[str, ...]
    whole: tuple[str, ...]
    heads: tuple[str, ...]
    up: tuple[str, ...]
    runs: tuple[re.Pattern[str], ...]
    directions: re.Pattern[str]
    counts: Mapping[str, int]
    joins: re.Pattern[str]
    entities: tuple[re.Pattern[str], ...]
    thresholds: tuple[re.Pattern[str], ...]

    def named(self, note: str) -> tuple[str, ...]:
        """Return the entities that a printed note says were sold or bought, folded, as printed."""
        found = (match[1] for pattern in self.entities for match in pattern.finditer(note))
        return tuple(dict.fromkeys(fold(name).strip() for name in found))

    def said_runs(self, folded: str) -> Iterator[SaidRun]:
        """Yield what a folded text says of whole series: 持续下降, 连续三年增长.

        Each pattern holds a direction; most texts do not.
        """
        for pattern in self.runs if self.directions.search(folded) else ():
            for found in pattern.finditer(folded):
                told = found.groupdict().get("years") or ""
                years = int(told) if told.isdigit() else self.counts.get(told, 0)
                rising = found["direction"] in self.up
                for subject in self.joins.split(found["subject"]):
                    yield SaidRun(subject.strip(), rising, years, found.start(), found.end())

    def threshold(self, folded: str) -> Decimal | None:
        """Return the percentage from which a folded text says that history is recalculated."""
        found = next((match for pattern in self.thresholds if (match := pattern.search(folded))), None)
        return Decimal(found[1]) if found else None


@cache
def history() -> Words:
    """Return the words of ``history.toml``.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import HistoryFile

    data = load(_FILE, HistoryFile)
    runs = data.runs
    return Words(
        folded(data.whole.leading),
        folded(data.whole.words),
        folded(data.whole.heads),
        folded(runs.up),
        tuple(_run(pattern, (*runs.up, *runs.down)) for pattern in runs.patterns),
        _run("DIRECTION", (*runs.up, *runs.down)),
        runs.counts,
        re.compile(runs.joins),
        tuple(re.compile(pattern) for pattern in data.entities.patterns),
        tuple(re.compile(pattern) for pattern in data.threshold.patterns),
    )


def _run(pattern: str, directions: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in folded(directions))
    return re.compile(pattern.replace("DIRECTION", words))
