"""Words that tell the parts of a page apart, from ``reading.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import contents


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """Heads, captions, units and furniture words; all folded (Simplified, lower case)."""

    unit_heads: frozenset[str]
    captions: tuple[str, ...]
    figure_captions: tuple[str, ...]
    label_heads: frozenset[str]
    period_words: tuple[str, ...]
    period_ends: tuple[str, ...]
    group_words: tuple[str, ...]
    missing: frozenset[str]
    answers: frozenset[str]
    unit_stems: tuple[str, ...]
    unit_lines: tuple[str, ...]
    contents: frozenset[str]
    page_heads: frozenset[str]
    note_heads: tuple[str, ...]
    appendix_heads: tuple[str, ...]
    running_heads: tuple[str, ...]
    tile_prefixes: tuple[str, ...]
    common: frozenset[str]


@cache
def reading_words() -> ReadingWords:
    """Return the words of ``reading.toml``."""
    data = contents("reading.toml")
    tables, blocks = data["tables"], data["blocks"]
    return ReadingWords(
        unit_heads=frozenset(tables["unit_heads"]),
        captions=_longest_first(tables["captions"]),
        figure_captions=_longest_first(tables["figure_captions"]),
        label_heads=frozenset(tables["label_heads"]),
        period_words=_longest_first(tables["period_words"]),
        period_ends=_longest_first(tables["period_ends"]),
        group_words=tuple(tables["group_words"]),
        missing=frozenset(tables["missing"]),
        answers=frozenset(tables["answers"]),
        unit_stems=_longest_first(data["units"]["stems"]),
        unit_lines=tuple(data["units"]["lines"]),
        contents=frozenset(blocks["contents"]),
        page_heads=frozenset(blocks["page_heads"]),
        note_heads=_longest_first(blocks["note_heads"]),
        appendix_heads=_longest_first(blocks["appendix_heads"]),
        running_heads=tuple(blocks["running_heads"]),
        tile_prefixes=_longest_first(blocks["tile_prefixes"]),
        common=frozenset(data["encoding"]["common"]),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
