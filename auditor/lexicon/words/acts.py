"""The words of ``acts.toml``: what a company does to an amount in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.load import contents
from auditor.lexicon.load import folded


@dataclass(frozen=True, slots=True)
class ActWords:
    """Verbs with the nouns that name what was done, and the words around them, folded."""

    verbs: Mapping[str, tuple[str, ...]]
    actors: tuple[str, ...]
    each: tuple[str, ...]
    adverbs: tuple[str, ...]
    objects: tuple[str, ...]
    led: tuple[str, ...]


@cache
def act_words() -> ActWords:
    """Return the words of ``acts.toml``."""
    data = contents("acts.toml")
    lists = {name: folded(words) for name, words in data["words"].items()}
    verbs = {fold(verb): tuple(map(fold, nouns)) for verb, nouns in data["verbs"].items()}
    return ActWords(verbs=verbs, **lists)
