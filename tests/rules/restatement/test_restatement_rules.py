"""History told again: changed silently, changed openly, and growth across a break."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.config import Thresholds
from auditor.model.claim import Change
from auditor.model.finding import Severity
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.rules import findings
from auditor.rules.base import Dossier


def restated(old, new, disclosure=Disclosure.NONE, *, standing=Standing.RESTATED, note=None, follows="yes"):
    before, after = old("总排放", "400", period="CY2022"), new("总排放", "380", period="CY2022")
    return Restatement(
        "k", before, after, standing, Decimal(-20), Decimal("-0.05"), disclosure, note, follows
    )


def found(old, new, *restatements, **more):
    claims = {claim.ref: claim for told in (old, new) for claim in told.claims}
    return findings(Dossier((old.report, new.report), claims, restatements=restatements, **more))


@pytest.mark.parametrize("disclosure", [Disclosure.NONE, None])
def test_a_comparative_that_changed_without_a_note_needs_an_explanation(old, new, disclosure):
    item = found(old, new, restated(old, new, disclosure))[0]
    assert (item.code, item.severity) == ("S101", Severity.WARNING)
    assert (item.stated, item.expected, item.gap) == ("380吨", "400吨", "-20")
    for words in ("《old.txt》第 11 行", "《new.txt》第 11 行", "减少 20吨（−5.0%）", "达到 5% 的重要性水平"):
        assert words in item.message


def test_the_threshold_labels_and_hides_nothing(old, new):
    high = Thresholds(restatement=Decimal("0.10"))
    assert "低于 10% 的重要性水平" in found(old, new, restated(old, new), thresholds=high)[0].message


def test_a_change_that_a_note_explains_is_a_note_that_quotes_it(old, new):
    note = new.note("1", "本年出售一家子公司", 60, causes=("divestment",))
    item = found(old, new, restated(old, new, Disclosure.ROW, note=note, follows="no"))[0]
    assert (item.code, item.severity) == ("S102", Severity.NOTE)
    assert "第 60 行说明：“本年出售一家子公司”" in item.message
    assert "未随之更新" in item.message


@pytest.mark.parametrize(
    "standing", [Standing.UNCHANGED, Standing.ROUNDING, Standing.RELABELLED, Standing.DEFINITION]
)
def test_what_was_not_restated_is_no_finding(old, new, standing):
    assert found(old, new, restated(old, new, standing=standing)) == ()


def growth(new, **more):
    return new("范围三", "8.0", "%", change=Change.YOY_DECLINE, **more)


def test_growth_across_a_change_of_method_is_not_like_for_like(old, new):
    new("范围三", "92", notes=("2",))
    growth(new)
    new.note("2", "自本年起采用新方法，以前年度未能重述", 50, effect="not_adjusted")
    items = found(old, new)
    assert [(item.code, item.place.line, item.stated) for item in items] == [("S103", 12, "8.0%")]
    assert "未能重述" in items[0].message


def test_growth_of_another_metric_or_year_is_left_alone(old, new):
    new("范围三", "92", notes=("2",))
    new("范围一", "3.0", "%", change=Change.YOY_DECLINE)
    growth(new, period="CY2022")
    new.note("2", "自本年起采用新方法，以前年度未能重述", 50, effect="not_adjusted")
    assert found(old, new) == ()


def test_a_note_below_another_table_with_the_same_mark_does_not_count(old, new):
    new("范围三", "92", notes=("2",))
    growth(new)
    new.note("2", "含外包员工", 20)
    new.note("2", "自本年起采用新方法，以前年度未能重述", 50, effect="not_adjusted")
    assert found(old, new) == ()


def test_a_note_that_says_history_was_adjusted_is_no_break(old, new):
    new("范围三", "92", notes=("2",))
    growth(new)
    new.note("2", "已按新方法重述", 50, effect="adjusted")
    assert found(old, new) == ()
