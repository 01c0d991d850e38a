"""Cells that tell of which year their number is: ``11.7% (2019)`` below Baseline, 1,204（2020年）."""

from __future__ import annotations

import regex

from auditor.extract.times.clock import Clock
from auditor.extract.times.periods import single
from auditor.lexicon.fold import fold
from auditor.lexicon.words.signs import sign_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period

_YEAR = regex.compile(rf"\(\s*(?P<year>(?:fy|cy)?\s?(?:19|20)[0-9]{{2}}{sign_words().fiscal_or_year}?)\s*\)")


def without_year(rest: str) -> str:
    """Return what stands behind the number of a cell without the year in brackets."""
    found = _YEAR.search(fold(rest))
    return (rest[: found.start()] + rest[found.end() :]).strip() if found else rest


def year_of(rest: str, clock: Clock) -> Period:
    """Return the year in brackets behind a number, no period where there is none."""
    found = _YEAR.search(fold(rest))
    return single(found["year"], clock) if found else NO_PERIOD
