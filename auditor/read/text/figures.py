"""Numbers set large with a caption, and labels with one number: the figures of a page."""

from __future__ import annotations

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words
from auditor.read.text.shape import is_period
from auditor.read.text.shape import is_unit

_WORDS = sign_words()

_NUMBER = r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_STOPS = r"0-9，。；：:、,;()\""
_AFTER = rf"[⁰¹²³⁴⁵⁶⁷⁸⁹]*\s*[%‰+]?\s*(?P<unit>[^\s{_STOPS}](?:[^{_STOPS}]{{0,14}}[^\s{_STOPS}])?)?"
_PAIR = regex.compile(
    rf"^(?P<label>[^:：，。；]*[^\s:：/／，。；0-9][^:：，。；]*?)\s*[/／:：]\s*(?P<number>{_NUMBER})\s*"
    rf"(?P<unit>[%％]|[^\s0-9，。；：:、]{{0,12}})$"
)
#: A label and its number are no longer than this.
_LONGEST = 80
_DATE = regex.compile(
    rf"(?:19|20)[0-9]{{2}}\s*(?:{_WORDS.year}|{_WORDS.fiscal}|{_WORDS.accounts_year}|[-/.])|[0-9]{{1,2}}\s*{_WORDS.month}"
)


def is_number_line(string: str) -> bool:
    """Return whether a line is one number with its unit at most, as a tile prints it (``超 4.3 億人次``)."""
    bare = fold(string.strip())
    if (
        not bare
        or len(bare) > 28
        or _DATE.search(bare)
        or (is_period(bare) and not regex.search(r"[%,.]", bare))
    ):
        return False
    for prefix in reading_words().tile_prefixes:
        if bare.startswith(prefix) and not bare[len(prefix) :][:1].isalpha():
            bare = bare[len(prefix) :].strip()
            break
    match = regex.fullmatch(rf"[<>≤≥~≈+\-]?\s*(?:{_NUMBER}){_AFTER}", bare)
    return match is not None and _fits_tile(match["unit"] or "")


def _fits_tile(unit: str) -> bool:
    """Return whether a unit or counted noun is short or known; a longer one belongs to a phrase."""
    return len(unit) <= 3 or is_unit(unit)


def is_pair(string: str) -> bool:
    """Return whether a line is a label and its number (``低碳雲 / 1,119.0``, ``賦能減排: 1,560.8``)."""
    match = _PAIR.match(string.strip()) if len(string) <= _LONGEST else None
    return match is not None and len(match["label"]) <= 40 and not _DATE.search(fold(string))
