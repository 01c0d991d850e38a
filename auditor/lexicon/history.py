"""How reports speak of their own history: ``history.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.load import load

_FILE = "history.toml"


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, folded, longest first; see ``history.toml``."""

    whole: tuple[str, ...]
    always: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    entities: tuple[re.Pattern[str], ...]
    thresholds: tuple[re.Pattern[str], ...]

    def named(self, note: str) -> tuple[str, ...]:
        """Return the entities that a printed note says were sold or bought, folded, as printed."""
        found = (match[1] for pattern in self.entities for match in pattern.finditer(note))
        return tuple(dict.fromkeys(fold(name).strip() for name in found))

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
        _folded(data.whole.words),
        _folded(runs.always),
        _folded(runs.up),
        _folded(runs.down),
        tuple(re.compile(pattern) for pattern in data.entities.patterns),
        tuple(re.compile(pattern) for pattern in data.threshold.patterns),
    )


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)))
