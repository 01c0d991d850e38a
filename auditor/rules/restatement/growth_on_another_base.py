"""A growth rate whose base is not the number that the earlier report told.

What it flags:
    A year-on-year change in a report that does not print last year's number, when the number that last
    year's report told does not give it.

Why it matters:
    The rate was computed on a base that nobody can see: history was restated without being shown, or
    one of the numbers is wrong.

How it decides:
    The level of the year stands in a table of the report, the level of the year before in a table of the
    earlier report, for the same metric and scope; the rate computed from both does not meet the
    printed one. So is a rate beside its level in a sentence that both reports print in the same words, and
    one in a table of indicators that tells their change and no year before, where its other rates hold.
    A compound rate over several years is judged so where both reports tell one number for a year
    between. Rates for which the report prints its own base are judged by Q101. Where the report says that
    numbers of the topic were adjusted for the year before, the base is not the one told then.

Example:
    1,000 was told for FY2023; the report on FY2024 tells 1,080 and "up 20 %", and no FY2023.

When it is wrong:
    When the rate speaks of a narrower scope than the row.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.lexicon.topics import topic_of
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.restatement import Disclosure
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.vintage import told_otherwise

CODE = "S107"
SEVERITY = Severity.WARNING
TITLE = "变动率所用基数与以前报告不符"
MESSAGE = (
    "{metric}（{period}）在{place}称变动 {stated}；按{places}的数字 {arithmetic} 应得 {computed}。"
    "本报告未列示上期数，其基数可能已被改动。"
)

_OPENLY = frozenset({Disclosure.ROW, Disclosure.GENERAL})
#: What moves all numbers of a topic at once.
_BOUNDS = frozenset({"divestment", "acquisition"})


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each growth rate that the earlier report's number does not give."""
    found = told_otherwise(dossier, "vintage:base", Heading(CODE, SEVERITY, TITLE, MESSAGE))
    yield from (item for item in found if not _openly_moved(dossier, item))


def _openly_moved(dossier: Dossier, found: Finding) -> bool:
    """Return whether other numbers of the topic that the earlier report told were restated for its bounds."""
    bases = [dossier.claims[ref] for ref in found.claims if dossier.claims[ref].report != found.report]
    return any(
        item.old.report == base.report
        and item.old.period.year == base.period.year
        and topic_of(item.old.metric, item.old.folded) & topic_of(base.metric, base.folded)
        for base in bases
        for item in dossier.restatements
        if item.new.report == found.report
        and item.disclosure in _OPENLY
        and _BOUNDS.intersection(item.causes)
    )
