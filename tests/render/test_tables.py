"""The published tables: columns, order, and what stands in them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.claim import Change
from auditor.model.document import Doubt
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.model.relation import Verdict
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.model.saying import saying
from auditor.render.review import Review
from auditor.render.tables import checks_sheet
from auditor.render.tables import claims_sheet
from auditor.render.tables import doubts_sheet
from auditor.render.tables import restatements_sheet
from auditor.render.tables import sheets

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "tools" / "check_outputs.py"


def cells(sheet, row=0):
    return dict(zip(sheet.columns, sheet.rows[row], strict=True))


def test_a_claim_tells_its_number_as_printed_as_value_and_as_interval(new):
    claim = new("总排放", "1,234.50", notes=("1", "2"))
    row = cells(claims_sheet([claim], {claim.ref: 3}))
    assert (row["value_text"], row["value"], row["low"], row["high"]) == (
        "1,234.50",
        "1234.50",
        "1234.495",
        "1234.505",
    )
    assert (row["unit"], row["unit_id"], row["period"], row["notes"]) == ("吨", "t", "CY2024", "1;2")
    assert (row["line"], row["page"], row["box"], row["checked"], row["change"]) == ("11", "", "", "3", "")


def test_a_claim_of_a_pdf_tells_page_and_box(new):
    place = Place("new.pdf", page=9, box=Box(10, 20.25, 30, 40))
    row = cells(claims_sheet([new("总排放", "5", place=place, change=Change.YOY_DECLINE)]))
    assert (row["page"], row["line"], row["box"]) == ("9", "", "10.0,20.2,30.0,40.0")
    assert (row["change"], row["checked"]) == ("yoy_decline", "")


def test_claims_that_no_check_reached_show_it(new, judge):
    male, female, alone = new("男", "60"), new("女", "45"), new("水", "7")
    total = new("合计", "107")
    claims = sheets(Audit((new.report,), (judge(total, male, female),)), Review())[0]
    assert [cells(claims, row)["checked"] for row in range(4)] == ["1", "1", "0", "1"]
    assert alone.label == "水"


def test_a_restated_fact_tells_both_tellings_the_note_and_its_cause(old, new):
    before = old("总排放", "400", period="CY2022")
    after = new("排放总量", "380", period="CY2022")
    note = new.note("1", "本年出售一家子公司", 60, causes=("divestment",), effect="adjusted")
    item = Restatement(
        "k", before, after, Standing.RESTATED, Decimal(-20), Decimal("-0.05"), Disclosure.ROW, note, "yes"
    )
    row = cells(restatements_sheet([item]))
    assert (row["metric_old"], row["metric_new"], row["period"]) == ("总排放", "排放总量", "CY2022")
    assert (row["place_old"], row["value_old"], row["place_new"], row["value_new"]) == (
        "L11",
        "400",
        "L11",
        "380",
    )
    assert (row["change"], row["change_pct"], row["class"], row["disclosed"]) == (
        "-20",
        "-5",
        "restated",
        "row",
    )
    assert (row["causes"], row["explanation"], row["explanation_place"]) == (
        "divestment",
        "本年出售一家子公司",
        "L60",
    )


def test_a_check_reads_as_arithmetic_and_names_the_stated_claim_first(new, judge):
    male, female, total = new("男", "60"), new("女", "45"), new("合计", "107")
    claims = {claim.ref: claim for claim in new.claims}
    row = cells(checks_sheet([judge(total, male, female, verdict=Verdict.FLAGGED)], claims))
    assert (row["statement"], row["inputs"]) == ("男 + 女 = 合计", "new.txt#3;new.txt#1;new.txt#2")
    assert (row["stated"], row["stated_low"], row["stated_high"]) == ("107", "106.5", "107.5")
    assert (row["computed_low"], row["computed_high"], row["gap"]) == ("104.5", "105.5", "1")


def test_doubts_stand_in_the_order_of_the_report():
    doubts = [Doubt("page_not_readable", Place("a.pdf", page=page), saying("没有文字")) for page in (12, 3)]
    assert [row[2] for row in doubts_sheet(doubts).rows] == ["3", "12"]


def test_every_row_has_a_cell_for_each_column(old, new, judge):
    total = new("合计", "107")
    audit = Audit((old.report, new.report), (judge(total, new("男", "60")),))
    for sheet in sheets(Audit((old.report, new.report), audit.judgements), Review()):
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)


@pytest.mark.skipif(
    not PUBLISHED.exists(), reason="the page of published formats is not beside this checkout"
)
def test_the_columns_are_the_published_ones(new):
    told = PUBLISHED.read_text("utf-8").split("WORDS = ")[0]
    wanted = dict(re.findall(r'"(\w+)\.csv": "([a-z_ ]{40,})"', told))
    assert len(wanted) == 4
    for sheet in sheets(Audit((new.report,)), Review()):
        if sheet.name in wanted:
            assert list(sheet.columns) == wanted[sheet.name].split()
