"""Growth across a change of method that history did not follow.

What it flags:
    A year-on-year change of a metric whose row carries a note that the method or boundary changed and
    that earlier years could not be adjusted.

Why it matters:
    Part of such a growth rate is the new method and not the business; the report prints it as if it
    were all business.

How it decides:
    A note says that history was not adjusted, and its mark stands on a row of the same metric and
    scope, or on the growth rate itself; an intensity breaks where its numerator does.
    A mark on the heading of a whole block does not count: it may speak of other rows.
    The growth rate is of the report's own period, or of none that is stated. Where the note names the years
    that were not adjusted, the year before is one of them.

Example:
    Scope 3 carries mark 2, "from this year on a better method is used; earlier years could not be
    restated", and the text says "scope 3 fell by 8 %".

When it is wrong:
    When the method changed in an earlier year than the one of the growth rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from auditor.lexicon.identities import identities
from auditor.lexicon.tongue import say
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Report
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading

CODE = "S103"
SEVERITY = Severity.WARNING
TITLE = "增长率跨越口径变化，前后不可比"
MESSAGE = (
    "{metric}（{period}）在{place}列示的变动 {stated} 不是同口径比较："
    "{note_place}说明“{note}”，以前期间未作调整。"
)

_GROWTH = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS)


#: Discriminators across which a break of the emissions is a break of what is worked out from them.
_DERIVED = ("netting", "intensity", "basis")
_Subject = tuple[str, tuple[tuple[str, str], ...], str]


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each growth rate across a break that a note tells, however often told."""
    for report in dossier.reports:
        breaks = _breaks(report)
        told: dict[tuple[_Subject, str], list[Claim]] = {}
        for claim in report.claims:
            current = claim.change in _GROWTH and claim.period.code in {"", report.period.code}
            if current and _subject(claim) in breaks:
                told.setdefault((_subject(claim), claim.period.code), []).append(claim)
        for claims in told.values():
            yield _finding(claims, breaks[_subject(claims[0])])


def _breaks(report: Report) -> dict[_Subject, Note]:
    """Return the note of each subject whose history could not be adjusted."""
    breaks: dict[_Subject, Note] = {}
    for claim in report.claims:
        for mark in claim.notes:
            note = report.note(mark, claim)
            if note is not None and note.effect_on(report.period.shifted(-1)) == "not_adjusted":
                breaks.setdefault(_subject(claim), note)
    return breaks


def _subject(claim: Claim) -> _Subject:
    """Return what a break is about: an intensity breaks where what stands above its line does."""
    metric = claim.metric
    facets = tuple(pair for pair in metric.facets if pair[0] not in _DERIVED)
    return (_above().get(metric.base, metric.base), facets, claim.scope)


@cache
def _above() -> dict[str, str]:
    """Return the metric above the line of each ratio that the lexicon declares."""
    return {
        identity.whole.metric: identity.parts[0].metric
        for identity in identities()
        if identity.divisor is not None and identity.whole is not None
    }


def _finding(claims: list[Claim], note: Note) -> Finding:
    claim = claims[0]
    message = say(
        MESSAGE,
        metric=claim.label,
        period=claim.period.code or say("期间不详"),
        place=wording.place_words(claim.place),
        stated=wording.printed(claim),
        note_place=wording.place_words(note.place),
        note=note.text,
    )
    return replace(
        about(claim, Heading(CODE, SEVERITY, TITLE, MESSAGE), message),
        claims=tuple(other.ref for other in claims),
    )
