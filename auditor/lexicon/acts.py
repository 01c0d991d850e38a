"""The words of ``acts.toml``: what a company does to an amount in English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.lexicon.fold import fold


@dataclass(frozen=True, slots=True)
class ActWords:
    """Verbs with the nouns that name what was done, and the words around them, folded."""

    verbs: Mapping[str, tuple[str, ...]]
    actors: tuple[str, ...]
    each: tuple[str, ...]
    adverbs: tuple[str, ...]
    objects: tuple[str, ...]


@cache
def act_words() -> ActWords:
    """Return the words of ``acts.toml``."""
    data = tomllib.loads(files("auditor.lexicon").joinpath("acts.toml").read_text("utf-8"))
    lists = {
        name: tuple(sorted(map(fold, words), key=lambda word: -len(word)))
        for name, words in data["words"].items()
    }
    verbs = {fold(verb): tuple(map(fold, nouns)) for verb, nouns in data["verbs"].items()}
    return ActWords(verbs=verbs, **lists)
