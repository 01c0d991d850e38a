"""The vintage ledger: what each report said of a metric and a period."""

from __future__ import annotations

from dataclasses import replace

from auditor.model.audit import Audit
from auditor.model.claim import Change
from auditor.model.claim import Source
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.render.ledger import ledger_sheet


def test_one_row_tells_what_each_report_said_oldest_first(old, new):
    old("总排放", "400", period="CY2022")
    new("总排放", "380", period="CY2022")
    sheet = ledger_sheet(Audit((old.report, new.report)))
    assert sheet.columns == ("metric_id", "metric", "scope", "period", "unit", "old.txt", "new.txt")
    assert sheet.rows == (("?总排放", "总排放", "", "CY2022", "吨", "400", "380"),)


def test_a_value_is_told_in_the_unit_of_the_newest_report(old, new):
    old("废弃物", "2,500", "千克", period="CY2022")
    new("废弃物", "2.50", period="CY2022")
    assert ledger_sheet(Audit((old.report, new.report))).rows[0][4:] == ("吨", "2.5", "2.50")


def test_the_table_speaks_before_the_sentence(new):
    new("水", "1.3", source=Source.PROSE)
    new("水", "1.348", source=Source.TABLE)
    assert ledger_sheet(Audit((new.report,))).rows[0][-1] == "1.348"


def test_a_relabelled_fact_stands_in_the_row_of_its_newest_name(old, new):
    before = old("职工人数", "90", "人", period="CY2022")
    after = new("员工总数", "90", "人", period="CY2022")
    pair = Restatement("k", before, after, Standing.RELABELLED, None, None, None, None)
    rows = ledger_sheet(Audit((old.report, new.report), restatements=(pair,))).rows
    assert rows == (("?员工总数", "员工总数", "", "CY2022", "人", "90", "90"),)


def test_a_redefined_fact_keeps_a_row_of_its_own(old, new):
    before = old("强度", "9", period="CY2022")
    after = new("净强度", "8", period="CY2022")
    pair = Restatement("k", before, after, Standing.DEFINITION, None, None, None, None)
    assert len(ledger_sheet(Audit((old.report, new.report), restatements=(pair,))).rows) == 2


def test_changes_and_numbers_of_no_period_are_not_in_it(new):
    new("水", "5", "%", change=Change.YOY_GROWTH)
    new("水", "7", period="")
    assert ledger_sheet(Audit((new.report,))).rows == ()


def test_what_only_a_press_text_tells_is_in_no_ledger(old):
    old("总用水量", "400", period="CY2022")
    assert ledger_sheet(Audit((replace(old.report, press=True),))).rows == ()
