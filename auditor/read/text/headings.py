"""Which short lines are headings, and how deep they stand."""

from __future__ import annotations

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words
from auditor.read.text.shape import ends_clause
from auditor.read.text.shape import has_inner_stop
from auditor.read.text.shape import is_unit
from auditor.read.text.shape import leaves_open
from auditor.read.text.shape import width

_WORDS, _LISTED = sign_words(), numeral_words().listed

_MARKDOWN = regex.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+(?=\S)")
_DECIMAL = regex.compile(
    r"^(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\.?(?:\t+\s*|\s+|(?=[^\s0-9.,%％]))(?P<title>.*)$"
)
_CHAPTER = regex.compile(
    rf"^{_WORDS.nth}\s*(?:[{_LISTED}]{{1,3}}|[0-9]{{1,2}})\s*(?P<rank>[{_WORDS.chapter_ranks}])(?!{_WORDS.nth})"
)
_ENGLISH_CHAPTER = regex.compile(r"^(?P<rank>chapter|part|section)\s+(?:[0-9]{1,2}|[ivx]{1,5})\b")
_ENUMERATED = regex.compile(rf"^(?:[IVX]{{1,5}}\.\s|[{_LISTED}]{{1,3}}、|[(（][{_LISTED}]{{1,3}}[)）])")
_FIGURES = regex.compile(rf"[0-9]\s*[{_WORDS.percent_or_scale}]|[0-9][.,][0-9]")
_RANKS = {
    **dict.fromkeys((*_WORDS.first_rank, "part", "chapter"), 1),
    **dict.fromkeys((*_WORDS.second_rank, "section"), 2),
}
#: A line that ends so goes on, or leads elsewhere.
_LEADS = "，,、>＞▶→»"
#: How deep a heading stands that nothing numbers.
BARE_LEVEL = 3


def markdown_heading(string: str) -> tuple[int, int]:
    """Return the level of a ``#`` heading and where its title begins, or zeros."""
    match = _MARKDOWN.match(string)
    return (len(match["marks"]), match.end()) if match else (0, 0)


def numbered_level(string: str) -> int:
    """Return the level that a heading's own number gives it (``4.1`` is 2, ``附錄 1`` is 1), or 0."""
    bare = fold(string.strip())
    if len(bare) > 60 or ends_clause(bare):
        return 0
    if match := _CHAPTER.match(bare) or _ENGLISH_CHAPTER.match(bare):
        return _RANKS[match["rank"]] if not has_inner_stop(bare) else 0
    if any(
        regex.match(rf"{head}\s*(?:[0-9]{{1,2}}|[{_LISTED}]{{1,3}}|[a-h])\b", bare)
        for head in reading_words().appendix_heads
    ):
        return 1
    if match := _DECIMAL.match(bare):
        return _decimal_level(match)
    return 2 if _ENUMERATED.match(string.strip()) and not has_inner_stop(bare) else 0


def _decimal_level(match: regex.Match[str]) -> int:
    """Return the depth of ``4.1`` before a title; before a unit or a sentence it is a number."""
    title = str(match["title"]).strip()
    if (
        len(title) < 2
        or is_unit(title)
        or has_inner_stop(title)
        or _FIGURES.search(title)
        or not regex.match(r"[\p{L}「《“]", title)
    ):
        return 0
    return str(match["number"]).count(".") + 1


def is_bare_heading(string: str) -> bool:
    """Return whether a short line reads as a title: no sentence, no figures, not too long."""
    bare = string.strip()
    if bare.startswith(("—", "--")):
        return False  # who said what stands above
    if len(bare) < 2 or width(bare) > 72 or ends_clause(bare) or bare[-1] in _LEADS or leaves_open(bare):
        return False
    if _FIGURES.search(bare) or not regex.search(r"\p{L}{2}", bare) or "@" in bare or "://" in bare:
        return False
    return not has_inner_stop(bare) or (
        width(bare) <= 44 and not regex.search(r"[；;]", bare) and bare.count("，") <= 2
    )
