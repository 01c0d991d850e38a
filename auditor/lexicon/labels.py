"""The words of ``labels.toml`` that shape labels but name no metric."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Word lists, folded and squeezed, longest first; see ``labels.toml``."""

    fillers: tuple[str, ...]
    alone: tuple[str, ...]
    entity: tuple[str, ...]
    unit_heads: tuple[str, ...]
    note_heads: tuple[str, ...]
    line_heads: tuple[str, ...]
    period_heads: tuple[str, ...]
    page_heads: tuple[str, ...]
    code_heads: tuple[str, ...]
    year_heads: tuple[str, ...]
    change_heads: tuple[str, ...]
    no_change: tuple[str, ...]
    signs: tuple[str, ...]
    totals: tuple[str, ...]
    partial: tuple[str, ...]
    taken_off: tuple[str, ...]
    put_on: tuple[str, ...]
    opening: tuple[str, ...]
    adjustments: tuple[str, ...]
    narrowing: tuple[str, ...]
    balances: tuple[str, ...]
    ages: tuple[str, ...]
    number_ends: tuple[str, ...]
    unlike: tuple[str, ...]
    per_share: tuple[str, ...]
    no_money: tuple[str, ...]
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
    share_heads: tuple[str, ...]
    share_titles: tuple[str, ...]
    per_head: tuple[str, ...]
    split_begins: tuple[str, ...]
    split_ends: tuple[str, ...]
    split_nouns: tuple[str, ...]
    people: tuple[str, ...]
    factors: tuple[str, ...]
    split_ways: tuple[str, ...]
    aim_verbs: tuple[str, ...]
    opposites: tuple[tuple[str, ...], ...]


#: Where the file has the words that are nothing but lists.
_LISTS = {
    "fillers": ("fillers", "words"),
    "alone": ("fillers", "alone"),
    "entity": ("entity", "words"),
    "unit_heads": ("columns", "unit"),
    "note_heads": ("columns", "note"),
    "line_heads": ("columns", "line"),
    "period_heads": ("columns", "period"),
    "page_heads": ("columns", "page"),
    "code_heads": ("columns", "code"),
    "year_heads": ("columns", "year_of"),
    "change_heads": ("columns", "change"),
    "no_change": ("columns", "no_change"),
    "signs": ("signs", "words"),
    "totals": ("totals", "words"),
    "partial": ("partial", "words"),
    "taken_off": ("taken_off", "words"),
    "put_on": ("put_on", "words"),
    "opening": ("opening", "words"),
    "adjustments": ("adjustments", "words"),
    "balances": ("balances", "words"),
    "narrowing": ("narrowing", "words"),
    "ages": ("ages", "words"),
    "number_ends": ("number_ends", "words"),
    "unlike": ("unlike", "words"),
    "per_share": ("per_share", "words"),
    "no_money": ("no_money", "words"),
    "part_of": ("counts", "part_of"),
    "adjusting": ("adjusting", "words"),
    "respectively": ("respectively", "words"),
    "rest": ("rest", "words"),
    "translating": ("translating", "words"),
    "staff": ("staff", "words"),
    "share_links": ("shares", "links"),
    "share_ends": ("shares", "ends"),
    "share_nouns": ("shares", "nouns"),
    "share_heads": ("shares", "heads"),
    "share_titles": ("shares", "titles"),
    "per_head": ("means", "per_head"),
    "split_begins": ("splits", "begins"),
    "split_ends": ("splits", "ends"),
    "split_nouns": ("splits", "nouns"),
    "people": ("splits", "people"),
    "aim_verbs": ("aims", "verbs"),
    "factors": ("products", "factors"),
}


@cache
def label_words() -> LabelWords:
    """Return the words of ``labels.toml``."""
    data = contents("labels.toml")
    return LabelWords(
        counts=tuple(data["counts"]["words"]),
        opposites=tuple(tuple(pair) for pair in data["opposites"]["pairs"]),
        split_ways=folded(data["ways"]["words"] + data["splits"]["nouns"]),
        **{name: folded(data[table][key]) for name, (table, key) in _LISTS.items()},
    )
