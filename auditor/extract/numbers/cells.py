"""The number of a table cell: its sign, brackets and currency, and what stands behind it."""

from __future__ import annotations

import regex

from auditor.extract.numbers.bounds import cell_limit
from auditor.extract.numbers.money import scale_of_amount
from auditor.extract.numbers.money import scaled
from auditor.extract.numbers.numerals import numerals
from auditor.extract.numbers.quantities import negated
from auditor.extract.numbers.quantities import quantity_of
from auditor.lexicon.additions import kept
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import grouped
from auditor.lexicon.measures.currencies import currency_named
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.words.english import english_words
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Quantity

#: Footnote marks in front of the number of a cell.
_LEADING_MARKS = regex.compile(r"\s*[⁰¹²³⁴-⁹]+(?:[,，][⁰¹²³⁴-⁹]+)*\s*(?=\S)")
_BEHIND_MINUS = regex.compile(r"\s*[-−]\s+(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<rate>%?)\s*")
_DIGIT = regex.compile(r"[0-9]")
_SHARE = regex.compile(r"^\s*[(（]\s*[0-9]+(?:\.[0-9]+)?\s*[%％]\s*[)）]")


@kept
def parse_cell(original: str) -> tuple[Quantity, str] | None:
    """Return the quantity that a table cell holds and what stands behind it (unit, marks).

    ``(1,234)`` and ``- 1,234`` are negative. A currency in front of the number is its unit.
    None when the cell holds no number or other words in front of one.
    """
    marked = _LEADING_MARKS.match(original)
    if marked:
        behind = parse_cell(original[marked.end() :])
        return (behind[0], behind[1] + marked[0].strip()) if behind else None
    folded = fold(grouped(original))
    bracketed = _bracketed().fullmatch(folded) or _BEHIND_MINUS.fullmatch(folded)
    if bracketed and _DIGIT.match(bracketed["number"]):
        inner = parse_cell(_sign(bracketed) + bracketed["number"] + bracketed["rate"])
        end = bracketed.end("rate")
        text, marks = original[:end].strip(), original[end:].strip()
        return (negated(inner[0], text), inner[1] + marks) if inner else None
    return _below_zero(original, folded) or _plain(original, folded)


def without_share(rest: str) -> str:
    """Return what stands behind the number of a cell without its share in brackets: 128 (82%)."""
    return str(_SHARE.sub("", rest))


def _sign(bracketed: regex.Match[str]) -> str:
    """Return the currency in front of a bracket or in it."""
    named: dict[str, str | None] = bracketed.groupdict()
    return named.get("outer") or named.get("inner") or ""


def _below_zero(original: str, folded: str) -> tuple[Quantity, str] | None:
    """Return an amount with its minus or bracket and its scale apart: -HK$5, RMB(1.2) million."""
    found = _minus_in_front().fullmatch(folded)
    inner = parse_cell(f"{found['sign']}{found['number']}{found['tail']}") if found else None
    if found is None or inner is None:
        return None
    text = original.strip()
    return (negated(inner[0], text.removesuffix(inner[1]).strip()), inner[1])


def _plain(original: str, folded: str) -> tuple[Quantity, str] | None:
    found = _head().match(folded)
    limit = cell_limit(found["bound"]) if found else None
    if not found or limit is None:
        return None
    numeral = next(numerals(folded[found.end() :]), None)
    if numeral is None or numeral.start != 0:
        return None
    end = found.end() + numeral.end
    currency = currency_named(found["sign"] or "") or NO_UNIT
    scale = scale_of_amount(folded, end) if currency is not NO_UNIT else None
    if scale:
        numeral, end = scaled(numeral, scale[0]), scale[1]
    sign = original[found.start("sign") : found.end("sign")] if found["sign"] else ""
    text = original[found.end() : end].strip()
    return (quantity_of(numeral, text, currency, sign, limit), original[end:].strip())


@kept
def _bracketed() -> regex.Pattern[str]:
    """A whole cell in brackets, with its marks."""
    sign = sign_of_currency()
    return regex.compile(
        rf"\s*(?P<outer>{sign})?\s*\(\s*(?P<inner>{sign})?\s*(?P<number>[^()]+?)\s*\)\s*(?P<rate>%?)\s*"
        r"(?:[⁰¹²³⁴-⁹]+(?:[,，][⁰¹²³⁴-⁹]+)*\s*)?"
    )


@kept
def _minus_in_front() -> regex.Pattern[str]:
    """An amount below zero: a minus before its currency, or brackets between currency and scale."""
    sign, number = sign_of_currency(), r"[0-9][0-9,]*(?:\.[0-9]+)?"
    return regex.compile(
        rf"\s*-\s*(?P<sign>{sign})\s*(?P<number>{number})(?P<tail>[^()]*)"
        rf"|\s*(?P<sign>{sign})\s*\(\s*(?P<number>{number})\s*\)(?P<tail>\s*[^()\d\s][^()\d]*)"
    )


@kept
def _head() -> regex.Pattern[str]:
    """What may stand in front of the number of a cell."""
    sign = sign_of_currency()
    return regex.compile(
        rf"\s*(?P<bound>(?!{sign})(?:[<>≤≥≦≧]=?|\p{{Han}}{{1,3}}?|{english_words().bounds}))?\s*"
        rf"(?P<sign>{sign})?\s*(?=[-−+]?[0-9])"
    )
