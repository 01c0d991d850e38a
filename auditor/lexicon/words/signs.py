"""Words and characters by which a page is read as printed, of ``signs.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import pieces


@dataclass(frozen=True, slots=True)
class SignWords:
    """Pieces of patterns for text as printed, in both scripts; see ``signs.toml`` for what each means."""

    unit: str
    unit_any: str
    unit_head: str
    unit_printed: str
    unit_of_measure: str
    of_amounts: str
    currency: str
    currency_kind: str
    audited: str
    money_of: str
    scales: str
    yuan: str
    counted: str
    per: str
    masses: str
    about: str
    told_in: str
    all_figures: str
    none: str
    over: str
    value_scales: str
    points: str
    percent_or_scale: str
    year: str
    month: str
    day: str
    annual: str
    to: str
    until: str
    fiscal: str
    fiscal_begins: str
    accounts_year: str
    year_begins: str
    year_told: str
    year_or_fiscal: str
    year_or_fiscal_printed: str
    fiscal_or_year: str
    year_head: str
    dated_heads: str
    year_ends: str
    minguo_ends: str
    minguo_printed: str
    minguo_told: str
    minguo_told_ends: str
    period_parts: str
    period_characters: str
    quarter: str
    quarters: str
    asof: str
    noon: str
    week: str
    weekday: str
    against: str
    compared: str
    against_words: str
    against_heads: str
    versus: str
    set_against: str
    year_before: str
    changed: str
    unfinished_head: str
    unfinished_label: str
    unfinished_english: str
    links: str
    goes_on: str
    note_lead: str
    note: str
    note_printed: str
    note_english: str
    notes_english: str
    to_the: str
    note_heads: str
    note_folded: str
    appended: str
    kept_beside: str
    nth: str
    page_printed: str
    page: str
    line: str
    of_all: str
    chapter_printed: str
    chapters: str
    chapter_ranks: str
    listed_chapters: str
    appendix: str
    appendix_ends: str
    first_rank: str
    second_rank: str
    table_english: str
    table: str
    parted_by: str
    parted: str
    classes: str
    heading_style: str
    sheet_names: str


@cache
def sign_words() -> SignWords:
    """Return the words of ``signs.toml``."""
    return pieces("signs.toml", SignWords)
