"""The words of ``labels.toml`` that shape labels but name no metric."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Word lists, folded and squeezed, longest first; see ``labels.toml``."""

    fillers: tuple[str, ...]
    alone: tuple[str, ...]
    entity: tuple[str, ...]
    unit_heads: tuple[str, ...]
    note_heads: tuple[str, ...]
    line_heads: tuple[str, ...]
    page_heads: tuple[str, ...]
    change_heads: tuple[str, ...]
    signs: tuple[str, ...]
    label_heads: tuple[str, ...]
    totals: tuple[str, ...]
    partial: tuple[str, ...]
    taken_off: tuple[str, ...]
    put_on: tuple[str, ...]
    opening: tuple[str, ...]
    adjustments: tuple[str, ...]
    balances: tuple[str, ...]
    unlike: tuple[str, ...]
    counts: tuple[str, ...]
    part_of: tuple[str, ...]
    respectively: tuple[str, ...]
    adjusting: tuple[str, ...]
    rest: tuple[str, ...]
    translating: tuple[str, ...]
    staff: tuple[str, ...]
    share_links: tuple[str, ...]
    share_ends: tuple[str, ...]
    share_nouns: tuple[str, ...]
    per_head: tuple[str, ...]
    split_begins: tuple[str, ...]
    split_ends: tuple[str, ...]
    split_nouns: tuple[str, ...]
    factors: tuple[str, ...]
    split_ways: tuple[str, ...]


@cache
def label_words() -> LabelWords:
    """Return the words of ``labels.toml``."""
    data = tomllib.loads(files("auditor.lexicon").joinpath("labels.toml").read_text("utf-8"))
    columns = data["columns"]
    return LabelWords(
        fillers=_folded(data["fillers"]["words"]),
        alone=_folded(data["fillers"]["alone"]),
        entity=_folded(data["entity"]["words"]),
        unit_heads=_folded(columns["unit"]),
        note_heads=_folded(columns["note"]),
        line_heads=_folded(columns["line"]),
        page_heads=_folded(columns["page"]),
        change_heads=_folded(columns["change"]),
        signs=_folded(data["signs"]["words"]),
        label_heads=_folded(columns["label"]),
        totals=_folded(data["totals"]["words"]),
        partial=_folded(data["partial"]["words"]),
        taken_off=_folded(data["taken_off"]["words"]),
        put_on=_folded(data["put_on"]["words"]),
        opening=_folded(data["opening"]["words"]),
        adjustments=_folded(data["adjustments"]["words"]),
        balances=_folded(data["balances"]["words"]),
        unlike=_folded(data["unlike"]["words"]),
        counts=tuple(data["counts"]["words"]),
        part_of=_folded(data["counts"]["part_of"]),
        adjusting=_folded(data["adjusting"]["words"]),
        respectively=_folded(data["respectively"]["words"]),
        rest=_folded(data["rest"]["words"]),
        translating=_folded(data["translating"]["words"]),
        staff=_folded(data["staff"]["words"]),
        share_links=_folded(data["shares"]["links"]),
        share_ends=_folded(data["shares"]["ends"]),
        share_nouns=_folded(data["shares"]["nouns"]),
        per_head=_folded(data["means"]["per_head"]),
        split_begins=_folded(data["splits"]["begins"]),
        split_ends=_folded(data["splits"]["ends"]),
        split_nouns=_folded(data["splits"]["nouns"]),
        factors=_folded(data["products"]["factors"]),
        split_ways=_folded(data["ways"]["words"] + data["splits"]["nouns"]),
    )


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted({squeeze(fold(word))[0] for word in words}, key=lambda word: (-len(word), word)))
