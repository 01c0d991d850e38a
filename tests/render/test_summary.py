"""summary.json: counts of what was read, checked, restated and flagged."""

from __future__ import annotations

from dataclasses import replace

from auditor.model.audit import Audit
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.render.summary import summary


def test_checks_are_counted_by_kind_and_verdict_and_untied_claims_are_counted(new, judge):
    male, female, total, _ = new("男", "60"), new("女", "45"), new("合计", "107"), new("水", "5")
    judgements = (
        judge(total, male, female),
        judge(male, female, kind=Kind.SAME_FACT, verdict=Verdict.PASSED),
    )
    counts = summary(Audit((new.report,), judgements))
    assert counts["checks"] == {
        "total": 2,
        "by_verdict": {"flagged": 1, "passed": 1},
        "by_kind": {"same_fact": {"passed": 1}, "sum": {"flagged": 1}},
    }
    assert counts["claims"] == {"total": 4, "by_source": {"table": 4}, "untied": 1}


def test_pages_that_could_not_be_read_are_counted(new):
    report = replace(new.report, pages=10, pages_unread=(3, 4), lines=0)
    assert summary(Audit((report,)))["pages"] == {"read": 8, "not_readable": 2, "lines": 0}
