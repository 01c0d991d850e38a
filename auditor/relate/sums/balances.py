"""Opening and closing balances: movements lead from the one to the other, and not back.

Where the movements of a column come to nothing, the opening balance is the closing one and the movements too.
Read so in the other columns, it would be a sum that no report means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.periods import period_words
from auditor.relate.lines import Line

_FIRST, _LAST = (rf"(?:{days}){date_words().day_ends}?" for days in ("0?1", "28|29|30|31"))


def backwards(whole: Line, parts: Sequence[Line]) -> bool:
    """Return whether an opening balance would be the sum of movements and of a closing balance."""
    return _opens(whole.first.folded) and any(_closes(part.first.folded) for part in parts)


@cache
def _opens(label: str) -> bool:
    words = (*label_words().opening, *period_words().opening)
    return bool(re.search(f"{alternation(words)}|{_on(_FIRST)}", label))


@cache
def _closes(label: str) -> bool:
    if _opens(label):
        return False
    return bool(re.search(f"{alternation(period_words().closing)}|{_on(_LAST)}", label))


def _on(day: str) -> str:
    """Return a pattern for a day of any month: 1 January, March 31, 12月31日."""
    words = period_words()
    months = alternation((*words.months, *words.short_months))
    chinese = f"[0-9]{date_words().month}{day}(?![0-9])"
    return rf"(?<![0-9]){day}\s+{months}|{months}\s+{day}(?![0-9])|{chinese}"
