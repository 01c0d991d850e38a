"""Figures of a press text that were true when it was written: the report has restated them since."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.relation import Judgement
from auditor.model.relation import Verdict
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Replaced
from auditor.reconcile.disclosure import disclosure


def replaced(
    judgements: Sequence[Judgement], texts: Sequence[Report], reports: Sequence[Report]
) -> Iterator[Replaced]:
    """Yield the figures of texts that disagree with a report which says that it adjusted that history.

    The period must lie before the one that the report is about: its own year was never told before.
    """
    about = {text.name for text in texts if text.press}
    claims = {claim.ref: claim for report in (*texts, *reports) for claim in report.claims}
    by_name = {report.name: report for report in reports}
    for judgement in judgements:
        if judgement.verdict is Verdict.FLAGGED and judgement.relation.report in about:
            found = _replaced(judgement, claims, by_name)
            if found is not None:
                yield found


def _replaced(
    judgement: Judgement, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Replaced | None:
    rows = [claims[ref] for ref in judgement.relation.computed.refs if claims[ref].report in reports]
    for row in rows:
        report = reports[row.report]
        if None in (row.period.year, report.period.year) or row.period.year == report.period.year:
            continue
        told, note = disclosure(row, report)
        if told is not Disclosure.NONE and note is not None and note.effect == "adjusted":
            return Replaced(judgement, note)
    return None
