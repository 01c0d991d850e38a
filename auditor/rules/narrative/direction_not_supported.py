"""A series that is said to rise or fall throughout, and does not.

What it flags:
    A phrase like "kept falling" or "grew for three consecutive years", in a report or in a text about
    it, when some step of the series that the report tells goes the other way.

Why it matters:
    A reader who sees the phrase does not look at the numbers. It is the plainest form of a narrative
    that the data do not support.

How it decides:
    The lexicon knows what the phrase speaks of, one row of a table (or the scopes that make it up) tells
    it year by year, and the rounding intervals of two neighbouring years leave no doubt that the step
    goes the other way. A phrase without a number of years is held against the last three steps, one
    that counts N years against the last N - 1.

Example:
    "Water use kept falling", and the row tells 950, 980 and 900 tonnes.

When it is wrong:
    When the phrase speaks of another span of years than the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.lexicon.tongue import say
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.run import Point
from auditor.model.run import Run
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import finding_id

CODE = "N102"
SEVERITY = Severity.WARNING
TITLE = "趋势表述与数列不符"
MESSAGE = (
    "{place}称“{words}”，而{metric}由 {before_period} 的 {before} "
    "{moved} {after_period} 的 {after}（{places}）。"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each phrase that some step of its series contradicts."""
    for run in dossier.runs:
        if run.broken is not None:
            yield _finding(dossier, run, *run.broken)


def _finding(dossier: Dossier, run: Run, before: Point, after: Point) -> Finding:
    refs = (*before.refs, *after.refs)
    claims = [dossier.claims[ref] for ref in refs]
    return Finding(
        id=finding_id(CODE, run.metric, after.period, "", run.place.report),
        code=CODE,
        severity=SEVERITY,
        title=TITLE,
        report=run.place.report,
        place=run.place,
        period=after.period,
        metric=run.subject,
        stated=run.words,
        expected="",
        gap="",
        message=say(
            MESSAGE,
            place=wording.place_words(run.place),
            words=run.words,
            metric=run.subject,
            before_period=before.period,
            after_period=after.period,
            before=_told(dossier, before),
            after=_told(dossier, after),
            moved=say("降至" if run.rising else "升至"),
            places=wording.places_of(claims, run.place.report),
        ),
        claims=refs,
    )


def _told(dossier: Dossier, point: Point) -> str:
    return " + ".join(wording.printed(dossier.claims[ref]) for ref in point.refs)
