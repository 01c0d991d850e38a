"""The published tables, row by row. Their columns are a promise: add at the end, change nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_CEILING
from decimal import Decimal

from auditor.lexicon.tongue import tell
from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.document import Doubt
from auditor.model.finding import Finding
from auditor.model.relation import Judgement
from auditor.model.restatement import Restatement
from auditor.render.cells import ends
from auditor.render.cells import joined
from auditor.render.cells import number
from auditor.render.cells import plain
from auditor.render.cells import rounded
from auditor.render.cells import text
from auditor.render.cells import trimmed
from auditor.render.ledger import ledger_sheet
from auditor.render.review import COLUMNS as REVIEW_COLUMNS
from auditor.render.review import Decision
from auditor.render.review import Review
from auditor.render.sheets import Row
from auditor.render.sheets import Sheet

CLAIM_COLUMNS = (
    *("claim_no", "claim_key", "report", "source", "page", "line", "box", "metric", "metric_id", "scope"),
    *("period", "value_text", "value", "unit", "unit_id", "low", "high", "bound", "change", "notes"),
    *("context", "checked"),
)
RESTATEMENT_COLUMNS = (
    *("key", "metric_id", "metric_old", "metric_new", "scope", "period"),
    *("report_old", "place_old", "value_old", "unit_old", "report_new", "place_new", "value_new", "unit_new"),
    *("change", "change_pct", "class", "disclosed", "causes", "explanation", "explanation_place"),
    *("follows", "note"),
)
CHECK_COLUMNS = (
    *("check_id", "kind", "report", "period", "statement", "inputs", "stated", "stated_low", "stated_high"),
    *("computed_low", "computed_high", "verdict", "gap", "gap_in_units", "reason"),
)
FINDING_COLUMNS = (
    *("finding_id", "code", "severity", "title", "report", "page", "line", "period", "metric", "stated"),
    *("expected", "gap", "message", "claims", "checks", "suspect", "suggested", "slip"),
    *REVIEW_COLUMNS,
)
DOUBT_COLUMNS = ("code", "report", "page", "line", "detail")

_PERCENT_PLACES = Decimal("0.0001")


def claims_sheet(claims: Iterable[Claim], checked: Counter[str] | None = None) -> Sheet:
    """Return claims in reading order; ``checked`` counts the judged relations of each ref."""
    return Sheet("claims", CLAIM_COLUMNS, tuple(_claim(claim, checked) for claim in claims))


def _claim(claim: Claim, checked: Counter[str] | None) -> Row:
    quantity = claim.quantity
    return (
        str(claim.no),
        text(claim.key),
        text(claim.report),
        claim.source.value,
        number(claim.place.page),
        number(claim.place.line),
        str(claim.place.box or ""),
        text(claim.label),
        text(claim.metric.id),
        text(claim.scope),
        claim.period.code,
        text(quantity.text),
        plain(quantity.value),
        text(quantity.unit_text),
        text(quantity.unit.id),
        plain(quantity.interval.low),
        plain(quantity.interval.high),
        quantity.bound.value,
        claim.change.value,
        text(joined(claim.notes)),
        text(claim.context),
        "" if checked is None else str(checked[claim.ref]),
    )


def times_checked(judgements: Iterable[Judgement]) -> Counter[str]:
    """Return for each claim the number of judged relations that it takes part in."""
    return Counter(ref for judgement in judgements for ref in judgement.relation.refs)


def restatements_sheet(restatements: Iterable[Restatement]) -> Sheet:
    """Return every fact for a past period that two reports both tell, by key."""
    ordered = sorted(restatements, key=lambda item: (item.key, item.old.ref, item.new.ref))
    return Sheet("restatements", RESTATEMENT_COLUMNS, tuple(map(_restatement, ordered)))


def _restatement(item: Restatement) -> Row:
    note = item.note
    percent = None if item.share is None else (item.share * 100).quantize(_PERCENT_PLACES)
    return (
        text(item.key),
        text(item.new.metric.id),
        text(item.old.label),
        text(item.new.label),
        text(item.new.scope),
        item.new.period.code,
        *_telling(item.old),
        *_telling(item.new),
        trimmed(item.change),
        trimmed(percent),
        item.standing.value,
        item.disclosure.value if item.disclosure else "",
        joined(item.causes),
        text(note.text) if note else "",
        str(note.place) if note else "",
        item.follows,
        text(item.remark),
    )


def _telling(claim: Claim) -> Row:
    quantity = claim.quantity
    return text(claim.report), str(claim.place), plain(quantity.value), text(quantity.unit_text)


def checks_sheet(judgements: Iterable[Judgement], claims: dict[str, Claim]) -> Sheet:
    """Return every relation that was judged, by id; the stated claim is the first of the inputs."""
    ordered = sorted(judgements, key=lambda judgement: judgement.relation.id)
    return Sheet(
        "checks", CHECK_COLUMNS, tuple(_check(item, claims[item.relation.stated]) for item in ordered)
    )


def _check(judgement: Judgement, stated: Claim) -> Row:
    relation, step = judgement.relation, stated.quantity.step
    return (
        text(relation.id),
        relation.kind.value,
        text(relation.report),
        relation.period.code,
        text(relation.statement),
        text(joined(relation.refs)),
        plain(stated.quantity.value),
        *ends(judgement.stated, step),
        *ends(judgement.computed, step),
        judgement.verdict.value,
        rounded(judgement.gap, step, ROUND_CEILING),
        rounded(judgement.gap_in_units, Decimal(1), ROUND_CEILING),
        text(tell(judgement.reason)),
    )


def findings_sheet(findings: Iterable[Finding], review: Review) -> Sheet:
    """Return findings by id with the reviewer's decisions, and decided ones that are gone."""
    rows = [
        (*_finding(finding, review.decision(finding)), *map(text, review.extra_cells(finding.id)))
        for finding in findings
    ]
    present = {row[0] for row in rows}
    columns = (*FINDING_COLUMNS, *review.extras)
    rows += [_gone(row, columns) for row in review.resolved(present)]
    return Sheet("findings", columns, tuple(sorted(rows)))


def _finding(finding: Finding, decision: Decision) -> Row:
    return (
        finding.id,
        finding.code,
        finding.severity.value,
        text(finding.title),
        text(finding.report),
        number(finding.place.page),
        number(finding.place.line),
        finding.period,
        text(finding.metric),
        text(finding.stated),
        text(finding.expected),
        text(finding.gap),
        text(finding.message),
        text(joined(finding.claims)),
        text(joined(finding.checks)),
        text(finding.suspect),
        text(finding.suggested),
        finding.slip.value,
        *map(text, decision.cells),
    )


def _gone(row: dict[str, str], columns: Row) -> Row:
    """Return the row of a finding that is gone; the claims and checks it named are no more."""
    return tuple("" if column in {"claims", "checks"} else text(row.get(column, "")) for column in columns)


def doubts_sheet(doubts: Iterable[Doubt]) -> Sheet:
    """Return what the reading was not sure of, by report and place."""
    return Sheet("doubts", DOUBT_COLUMNS, tuple(map(_doubt, ordered(doubts))))


def ordered(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Return doubts by report and place."""
    return sorted(
        doubts, key=lambda doubt: (doubt.place.report, doubt.place.order, doubt.code, tell(doubt.detail))
    )


def _doubt(doubt: Doubt) -> Row:
    place = doubt.place
    return doubt.code, text(place.report), number(place.page), number(place.line), text(tell(doubt.detail))


def sheets(audit: Audit, review: Review) -> tuple[Sheet, ...]:
    """Return all tables of an audit."""
    claims = {claim.ref: claim for claim in audit.claims}
    return (
        claims_sheet(audit.claims, times_checked(audit.judgements)),
        restatements_sheet(audit.restatements),
        ledger_sheet(audit),
        checks_sheet(audit.judgements, claims),
        findings_sheet(audit.findings, review),
        doubts_sheet(audit.doubts),
    )
