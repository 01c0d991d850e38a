"""Words of the tool that are said later: where they are found, the language of the run is not known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """Words in Simplified Chinese, and what ``{names}`` in them stand for; `lexicon.tongue` tells them."""

    words: str
    told: tuple[tuple[str, str], ...] = ()


def saying(words: str, /, **told: object) -> Saying:
    """Return words of the tool with what ``{names}`` in them stand for."""
    return Saying(words, tuple((name, str(value)) for name, value in told.items()))
