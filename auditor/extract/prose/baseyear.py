"""The base year that a report names once for all: 以2021年为基准年, against our 2021 base year.

A change against the base year that does not say which it is (较基准年下降 21.6 %) is one on that year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from auditor.lexicon.additions import kept
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.document import Block
from auditor.model.document import Document
from auditor.model.period import PeriodKind

_SMALL = particles()
_CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.BASE_YEAR_DECLINE)


def with_base_year(claims: Iterable[Claim], document: Document) -> list[Claim]:
    """Return the claims, changes against a base year without its number on the one that is named."""
    year = _named(document)
    return list(claims) if year is None else [_on_base(claim, year) for claim in claims]


def _on_base(claim: Claim, year: int) -> Claim:
    """Return a change that only says that it is against the base year, on that year."""
    bare = claim.change in _CHANGES and not claim.base and claim.source is not Source.TABLE
    told = claim.period.kind is PeriodKind.YEAR and (claim.period.year or 0) > year
    if not (bare and told and regex.search(_words(), fold(claim.context))):
        return claim
    return replace(claim, base=claim.period.shifted(year - (claim.period.year or 0)))


def _named(document: Document) -> int | None:
    """Return the one year that the text of a document calls its base year; None where it has more."""
    texts = [fold(item.text.string) for item in document.elements if isinstance(item, Block)]
    found = {int(one["year"] or one["also"]) for text in texts for one in _naming().finditer(text)}
    return found.pop() if len(found) == 1 else None


@kept
def _naming() -> regex.Pattern[str]:
    year = rf"20[0-9]{{2}})\s*{_SMALL.fiscal}?{_SMALL.year}?[{_SMALL.of_year}]?"
    linked = alternation(quantity_words().linking)
    return regex.compile(
        rf"(?<![0-9.,])(?P<year>{year}(?:\s|{linked})*{_words()}"
        rf"|{_words()}(?:\s*\(\s*|\s|{linked})*(?P<also>{year}"
    )


def _words() -> str:
    return alternation(quantity_words().base_year_names)
