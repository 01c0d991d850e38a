"""A small audit of two years with one of everything: a wrong total, a restated part, a doubt."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal

import pytest

from auditor.model.audit import Audit
from auditor.model.document import Doubt
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.interval import Interval
from auditor.model.place import Place
from auditor.model.relation import Judgement
from auditor.model.relation import Verdict
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.model.saying import saying


@dataclass
class Small:
    """The audit and what a test wants to lay its hands on."""

    audit: Audit
    wrong: Finding
    changed: Finding
    check: Judgement


def finding(name, code, claims, place, **more):
    facts = {"severity": Severity.ERROR, "title": "分项与总计不符", "period": "CY2024", "metric": "合计"}
    texts = {"stated": "107人", "expected": "[104.5, 105.5]", "gap": "1", "message": "合计应为 105 人"}
    refs = tuple(claim.ref for claim in claims)
    return Finding(name, code, report=place.report, place=place, claims=refs, **(facts | texts | more))


@pytest.fixture
def small(old, new, judge) -> Small:
    """Return an audit with a total of 107 that should be 105, and a part restated from 70 to 60."""
    new("水", "7", "吨")
    male, female = new("男", "60", "人"), new("女", "45", "人")
    total = new("合计", "107", "人")
    before = (old("男", "70", "人", period="CY2024"), old("合计", "117", "人", period="CY2024"))
    check = judge(total, male, female, verdict=Verdict.FLAGGED)
    check = replace(check, computed=Interval(Decimal(104), Decimal(106)))
    note = new.note("1", "本年出售一家子公司", 40, causes=("divestment",), effect="adjusted")
    restated = tuple(
        Restatement(
            f"r-{was.label}", was, now, Standing.RESTATED, Decimal(-10), None, Disclosure.ROW, note, "no"
        )
        for was, now in zip(before, (male, total), strict=True)
    )
    wrong = finding(
        "aaaaaaaaaaaa",
        "T101",
        (total, male, female),
        total.place,
        checks=(check.relation.id,),
        suspect=total.ref,
        suggested="105",
    )
    changed = finding(
        "bbbbbbbbbbbb",
        "S101",
        (male, before[0]),
        male.place,
        retold=((male.ref, before[0].ref),),
        severity=Severity.WARNING,
        metric="男",
        title="比较数字变动而未说明",
        message="=危险 <script>alert(1)</script>",
    )
    doubt = Doubt("cell_without_column", Place("new.txt", line=3), saying("detail"))
    audit = Audit((old.report, new.report), (check,), restated, (), (wrong, changed), (doubt,))
    return Small(audit, wrong, changed, check)
