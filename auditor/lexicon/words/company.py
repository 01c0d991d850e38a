"""How companies are called, of ``company.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import pieces


@dataclass(frozen=True, slots=True)
class CompanyWords:
    """Pieces of patterns; see ``company.toml`` for what each means."""

    forms: str
    group: str
    group_ends: str
    company: str
    latin_forms: str
    latin_group: str
    latin_joints: str
    assurers: str
    connectives: str
    generic: str
    shares: str
    limited: str
    a_group: str
    holding: str
    business: str
    latin_ends: str


@cache
def company_words() -> CompanyWords:
    """Return the words of ``company.toml``."""
    return pieces("company.toml", CompanyWords)
