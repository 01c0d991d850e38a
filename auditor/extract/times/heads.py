"""The period that a head of a column or the label of a row names, be it told in two languages."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from auditor.extract.times.clock import Clock
from auditor.extract.times.clock import PeriodMention
from auditor.extract.times.datepatterns import year
from auditor.extract.times.periods import periods
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.dates import date_words
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.period import PeriodKind

#: What stands around a year without naming anything: marks, brackets, spaces between two tellings.
_AROUND = regex.compile(r"\^\{[^}]*\}|[\s⁰¹²³⁴-⁹()\[\]/|,.:*†‡#-]+")


def distinct(folded: str, clock: Clock) -> frozenset[Period]:
    """Return the periods that a head names.

    A day without a year gives way to a year beside it (截至3月31日止年度 over 2024年), and what is only
    compared with is none of them (本年末比上年末增减). A year told in two languages is one: 2025年度 FY2025.
    """
    found = periods(folded, clock, bare_years=True)
    against = rf"{alternation((*quantity_words().measured, *quantity_words().since))}\s*$"
    found = tuple(item for item in found if not regex.search(against, folded[: item.start]))
    told = [item for item in found if not _yearless(folded[item.start : item.end])]
    return frozenset(once(item.period for item in told or found))


def once(named: Iterable[Period]) -> set[Period]:
    """Return periods without the calendar years that stand beside the fiscal year of the same number."""
    told = set(named)
    fiscal = {period.year for period in told if period.kind is PeriodKind.YEAR and period.code[:2] == "FY"}
    return {
        period
        for period in told
        if period.code[:2] == "FY" or period.kind is not PeriodKind.YEAR or period.year not in fiscal
    }


def alone(folded: str, clock: Clock) -> Period:
    """Return the period that a text is, marks and one more sign aside; a text with other words is none."""
    mentions = periods(folded, clock, bare_years=True)
    named = once(mention.period for mention in mentions)
    return named.pop() if len(named) == 1 and len(_left(folded, mentions)) <= 1 else NO_PERIOD


def _left(folded: str, mentions: Iterable[PeriodMention]) -> str:
    left = folded
    for mention in reversed(tuple(mentions)):
        left = left[: mention.start] + " " + left[mention.end :]
    plain: str = _AROUND.sub("", left)
    return plain


def _yearless(named: str) -> bool:
    return date_words().month in named and not regex.search(year(minguo=True), named)
