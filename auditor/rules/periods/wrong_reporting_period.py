"""A passage that names another year as the reporting period.

What it flags:
    A passage that says of the reporting, inventory or verification period that it is another year
    than the one the report covers.

Why it matters:
    Such a passage was carried over from last year's report. What else in it was not updated? In a
    statement of a verifier it puts in doubt which year was verified.

How it decides:
    A word for the covered period is followed directly by one year, and that year is not the report's.
    In a report by fiscal years only a fiscal year counts, as calendar years occur in it rightly. Dates
    (a month behind the year), ranges and "the previous reporting period" do not count.

Example:
    A report on FY2025 says "in the inventory period (FY2024)".

When it is wrong:
    When the passage quotes an earlier document, or the report's own period was not recognised: then
    set it with --period.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from auditor.lexicon.coverage import coverage_words
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.tongue import say
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.periods import period_words
from auditor.model.claim import Report
from auditor.model.document import Block
from auditor.model.document import Document
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.period import PeriodKind
from auditor.model.place import Place
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import finding_id

CODE = "U101"
SEVERITY = Severity.WARNING
TITLE = "所称报告期间与本报告不符"
MESSAGE = "{place}称“{words}”，而本报告涵盖的期间为 {period}；该段可能沿用了以前年度的文字。"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each passage that names another period as the covered one."""
    reports = {report.name: report for report in dossier.reports}
    for document in dossier.documents:
        report = reports.get(document.name)
        if report is not None and report.period.kind is PeriodKind.YEAR:
            yield from _findings(document, report)


def _findings(document: Document, report: Report) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for block in document.blocks:
        for year, start, end in _named_years(block, fiscal=report.calendar.fiscal):
            if year != report.period.year:
                seen[words := block.text.string[start:end]] += 1
                place = block.text.place(start, end)
                yield _finding(report, " ".join(words.split()), place, str(seen[words]))


def _named_years(block: Block, *, fiscal: bool) -> Iterator[tuple[int, int, int]]:
    """Return each year that is named as the covered period, and where in the text it is."""
    squeezed, offsets = squeeze(fold(block.text.string))
    for found in _pattern(fiscal=fiscal).finditer(squeezed):
        if not squeezed[: found.start()].rstrip().endswith(coverage_words().other):
            year = found["before"] or found["behind"]
            yield int(year), offsets[found.start()], offsets[found.end() - 1] + 1


@cache
def _pattern(*, fiscal: bool) -> re.Pattern[str]:
    words, small = coverage_words(), particles()
    fiscal_words = _either(period_words().fiscal)
    behind = fiscal_words if fiscal else f"{fiscal_words}|{small.annual}|{small.year}(?!{small.no_period})"
    head = f"{fiscal_words}|fy" if fiscal else f"{fiscal_words}|{english_words().year_heads}"
    year = "(?:19|20)[0-9]{2}"
    return re.compile(
        rf"(?:{_either(words.covered)})(?:{_either(words.links)}) ?"
        rf"(?:(?P<before>{year}) ?(?:{behind})|(?:{head}) ?(?P<behind>{year})(?![0-9]))"
        rf"(?! ?(?:[0-9]|[{small.to}~-]))"
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


def _finding(report: Report, words: str, place: Place, ordinal: str) -> Finding:
    return Finding(
        id=finding_id(CODE, fold(words), report.period.code, "", report.name, ordinal),
        code=CODE,
        severity=SEVERITY,
        title=TITLE,
        report=report.name,
        place=place,
        period=report.period.code,
        metric="",
        stated=words,
        expected=report.period.code,
        gap="",
        message=say(MESSAGE, place=wording.place_words(place), words=words, period=report.period.code),
        claims=(),
    )
