"""What stands around digits that are no quantity, and around quantities that look like none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import pieces


@dataclass(frozen=True, slots=True)
class LookalikeWords:
    """Pieces of patterns for folded text; see ``lookalikes.toml`` for what each means."""

    examples: str
    weekdays: str
    vague: str
    each: str
    first: str
    ranks: str
    ago: str
    not_names: str
    not_bounds: str
    term: str
    behind_date: str
    classifiers: str
    sizes: str
    done: str
    there: str
    of: str
    just: str
    currencies: str
    yuan: str
    tenth: str
    not_tenths: str
    member: str
    staff: str
    asof: str
    asof_first: str
    time: str
    time_ends: str
    until: str


@cache
def lookalike_words() -> LookalikeWords:
    """Return the words of ``lookalikes.toml``."""
    return pieces("lookalikes.toml", LookalikeWords)
