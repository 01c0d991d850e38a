"""Heads of columns that tell changes: which words, years and signs say so, and what else they name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from auditor.extract.times.clock import Clock
from auditor.extract.times.periods import periods
from auditor.extract.times.periods import single
from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import any_of
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.movements import against_base
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.quantity import NO_UNIT

_WORDS = sign_words()

#: Between two years of a head: the first is set against the second.
_TWO_YEARS = regex.compile(
    rf"(?<![0-9])(?P<first>20[0-9]{{2}}){_WORDS.year_or_fiscal}?(?P<between>\s*[/-]\s*|\s*[a-z.]*\s*{_WORDS.against_words}?\s*)"
    r"(?:fy\s?|cy\s?)?(?P<second>20[0-9]{2})(?![0-9])"
)
_LETTER = regex.compile(r"\p{L}")
_ASIDE = regex.compile(r"\([^()]*\)|[⁰¹²³⁴-⁹]|\^\{[^}]*\}")
_SPACES = regex.compile(r"\s+")
_SIGN_OF_CHANGE = regex.compile(r"[(]?(?:[Δδ∆△±]|\+/?-|\+\|-|-/\+)[)]?[(]?%?[)]?")
_NO_WORDS = regex.compile(r"[\p{P}\p{Z}%]+")
_NAMED = rf"(?:fy\s*'?)?(?:20)?[0-9]{{2}}{_WORDS.year_or_fiscal}?"
_SET_AGAINST = regex.compile(rf"(?P<one>{_NAMED})\s*(?:/|{_WORDS.set_against})\s*(?P<two>{_NAMED})")


def moves(folded: str, clock: Clock, cells: Sequence[str]) -> bool:
    """Return whether a head stands over how numbers moved from one year to another."""
    folded = any_of(label_words().no_change).sub("|", folded)
    told = _tells_change(folded, clock, cells) or _sets_years_off(folded)
    return told or _on_year_before(folded, cells) or _on_base(folded, cells)


def grown(folded: str, clock: Clock) -> Period:
    """Return the year whose change on the one before a head tells by naming both: % 2025/2024."""
    found = _SET_AGAINST.search(folded)
    if not found or not regex.search(r"%|" + alternation(label_words().change_heads), folded):
        return NO_PERIOD
    one, two = single(found["one"], clock), single(found["two"], clock)
    return one if two and two.shifted(1) == one else NO_PERIOD


def _sets_years_off(folded: str) -> bool:
    """Return whether a head sets one year against another: % 2025/2024, 2025 vs 2024, Δ%, +/-%."""
    told = _SPACES.sub("", folded)
    if _SIGN_OF_CHANGE.fullmatch(told) and told != "-":
        return True
    years = _TWO_YEARS.search(folded)
    if years is None:
        return False
    signs = f"{alternation((*quantity_words().against, 'vs.', 'v'))}|{_WORDS.against_heads}"
    against = regex.search(signs, years["between"])
    return bool(against) or (int(years["first"]) > int(years["second"]) and "%" in folded)


def _on_base(folded: str, cells: Sequence[str]) -> bool:
    """Return whether a head says against what base its shares or signed numbers are told: 2024 vs base, %."""
    if not against_base().search(folded):
        return False
    signed = any(fold(text).lstrip().startswith(("+", "-", "(")) for text in told_in(cells))
    return signed or _shares(folded, cells)


def _on_year_before(folded: str, cells: Sequence[str]) -> bool:
    """Return whether a head says nothing but that shares are told against the year before: 较上年（%）."""
    bases = any_of(quantity_words().year_bases)
    told = _NO_WORDS.sub("", bases.sub("", folded))
    return not told and bool(bases.search(folded)) and _shares(folded, cells)


def _tells_change(folded: str, clock: Clock, cells: Sequence[str]) -> bool:
    """Return whether a head names a change on the year before: 增减, 比重增减（%）; not 公允价值变动."""
    words = label_words().change_heads
    folded = _about_changes().sub("", folded)
    if not any_of(words).search(folded):
        return False
    if any_of(quantity_words().year_bases).search(folded):
        return True
    told = any_of(words).sub("|", head_name(folded, clock))
    left = residue(told, scan(told)[1], ())
    return not left or _shares(folded, cells) or name(left, NO_UNIT, any_unit=True) is not None


@cache
def _about_changes() -> regex.Pattern[str]:
    """Return what names no change of what stands below it: 变动前, and 股东变化情况 over other heads."""
    words = arithmetic_words()
    change = alternation(label_words().change_heads)
    moments = (*words.change_before, *words.change_after)
    about = alternation(words.change_matters)
    return regex.compile(rf"{change}{alternation(moments)}|{change}{about}(?=\s*/)")


def _shares(folded: str, cells: Sequence[str]) -> bool:
    """Return whether a head or most of its cells tell shares of a hundred."""
    told = told_in(cells)
    return "%" in folded or sum(text.rstrip().endswith(("%", "％")) for text in told) * 2 > len(told)


def told_in(cells: Sequence[str]) -> list[str]:
    """Return the entries of a column that tell something; a dash or N/A tells nothing, nor Y among shares."""
    words = reading_words()
    shares = any(text.rstrip().endswith(("%", "％")) for text in cells)
    silent = words.missing | words.answers if shares else words.missing
    return [text for text in cells if fold(text).strip() not in silent]


def head_name(folded: str, clock: Clock) -> str:
    """Return a head without its periods, brackets and marks."""
    left = folded
    for mention in reversed(periods(folded, clock, bare_years=True)):
        left = left[: mention.start] + "/" + left[mention.end :]
    left = _ASIDE.sub("", left)
    if left != folded and not any_of(quantity_words().against).search(folded):
        left = any_of(quantity_words().base_year_names).sub("/", left)
    parts = [part.strip() for part in left.split("/")]
    return " / ".join(dict.fromkeys(part for part in parts if _LETTER.search(part)))
