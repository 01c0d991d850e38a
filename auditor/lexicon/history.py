"""How reports speak of their own history: ``history.toml``."""

from __future__ import annotations

from dataclasses import dataclass
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


@cache
def history() -> Words:
    """Return the words of ``history.toml``.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import HistoryFile

    data = load(_FILE, HistoryFile)
    lists = (data.whole.words, data.runs.always, data.runs.up, data.runs.down)
    return Words(*(_folded(words) for words in lists))


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)))
