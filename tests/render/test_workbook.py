"""workpaper.xlsx: formulas re-perform, text is text, the same audit gives the same bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from auditor.errors import UnreadableFileError
from auditor.model.evaluate import evaluate
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.render.decisions import with_workbook
from auditor.render.formulas import Cells
from auditor.render.formulas import recomputed
from auditor.render.review import Remembered
from auditor.render.review import Review
from auditor.render.workbook import workbook

_CELL = re.compile(r"(?:(\w+)!)?\$?([A-Z]+)\$?([0-9]+)")


def opened(data, *, values=False):
    return load_workbook(BytesIO(data), data_only=values)


def cell(sheet, head, row=2):
    heads = [one.value for one in sheet[1]]
    return sheet.cell(row, heads.index(head) + 1)


def evaluated(book, sheet, formula):
    """Return what a spreadsheet makes of one of our formulas."""

    def value(found):
        held = book[found[1] or sheet][f"{found[2]}{found[3]}"].value
        return repr(evaluated(book, found[1] or sheet, held)) if str(held).startswith("=") else repr(held)

    text = formula.removeprefix("=").replace("IF(", "choose(").replace("AND(", "both(")
    names = {
        "ROUND": lambda number, places: round(number + 0.0, places),
        "ABS": abs,
        "choose": lambda test, yes, no: yes if test else no,
        "both": lambda *tests: all(tests),
        "__builtins__": {},
    }
    return eval(_CELL.sub(value, text), names)  # noqa: S307  # formulas that we wrote ourselves


def test_every_formula_gives_the_value_that_is_cached_beside_it(small):
    data = workbook(small.audit, Review())
    live, cached = opened(data), opened(data, values=True)
    seen = 0
    for name in ("checks", "restatements"):
        for line in live[name].iter_rows():
            for one in line:
                if str(one.value).startswith("="):
                    seen += 1
                    held = cached[name][one.coordinate].value
                    again = evaluated(live, name, one.value)
                    assert again == pytest.approx(held) if isinstance(held, float | int) else again == held
    assert seen >= 7


def test_a_check_is_a_formula_over_the_cells_of_its_claims(small):
    book = opened(workbook(small.audit, Review()))
    checks, claims = book["checks"], book["claims"]
    formula = cell(checks, "recomputed").value
    addressed = [claims[f"{letter}{row}"].value for _, letter, row in _CELL.findall(formula)[-2:]]
    assert addressed == [60, 45]
    assert evaluated(book, "checks", formula) == 105
    assert evaluated(book, "checks", cell(checks, "computed_low").value) == 104
    assert evaluated(book, "checks", cell(checks, "agrees").value) == "不相交"
    assert evaluated(book, "checks", cell(checks, "stated").value) == 107


def test_a_number_is_a_number_with_its_printed_text_beside_it(small):
    claims = opened(workbook(small.audit, Review()))["claims"]
    row = next(row for row in range(2, claims.max_row + 1) if cell(claims, "metric", row).value == "水")
    assert (cell(claims, "value", row).value, cell(claims, "value_text", row).value) == (7, "7")
    assert cell(claims, "value_text", row).data_type == "s"
    assert cell(claims, "tick", row).value == "NT"


def test_text_that_looks_like_a_formula_stays_text(small):
    findings = opened(workbook(small.audit, Review()))["findings"]
    message = cell(findings, "message", 3)
    assert message.data_type == "s"
    assert message.value.startswith("=危险")


def test_a_finding_leads_to_its_check_and_its_status_is_chosen_from_a_list(small):
    findings = opened(workbook(small.audit, Review()))["findings"]
    link = cell(findings, "checks").hyperlink
    assert link.location == "'checks'!A2"
    (rule,) = findings.data_validations.dataValidation
    assert cell(findings, "status").coordinate in rule.sqref
    assert "false_alarm" in rule.formula1
    assert findings.freeze_panes == "C2"
    assert findings.auto_filter.ref.startswith("A1:")


def test_all_sheets_are_there_and_what_was_written_is_out_of_sight(small):
    book = opened(workbook(small.audit, Review()))
    assert book.sheetnames == [
        *(
            "summary",
            "findings",
            "restatements",
            "checks",
            "claims",
            "ledger",
            "continuity",
            "doubts",
            "legend",
        ),
        "as_written",
    ]
    assert book["as_written"].sheet_state == "veryHidden"
    assert {row[0].value for row in book["legend"].iter_rows(min_row=2)} >= {
        "F",
        "RX",
        "TI",
        "PY",
        "EX",
        "NT",
    }


def test_the_same_audit_gives_the_same_bytes(small):
    assert workbook(small.audit, Review()) == workbook(small.audit, Review())


@pytest.fixture
def ratio(new, judge):
    """Return a ratio of a mass in tonnes to a mass in kilograms, in per cent."""
    share, part, whole = new("占比", "25", "%"), new("部分", "500", "千克"), new("全部", "2", "吨")
    expression = Expression.claim(part.ref) / Expression.claim(whole.ref)
    item = judge(share, part, whole, kind=Kind.RATIO, verdict=Verdict.PASSED, expression=expression)
    claims = {claim.ref: claim for claim in new.claims}
    return item, claims, {ref: Cells(f"V{n}", f"L{n}", f"H{n}") for n, ref in enumerate(claims, 1)}


def test_a_formula_converts_units(ratio):
    item, claims, cells = ratio
    found = recomputed(item, claims, cells)
    assert found.point.formula == "=ROUND(((V2*0.001)/V3)/0.01,6)"
    assert found.point.value == 25


def test_the_ends_of_a_quotient_divide_by_the_far_end(ratio):
    item, claims, cells = ratio
    bases = {ref: claim.quantity.base for ref, claim in claims.items()}
    computed = evaluate(item.relation.computed, bases) / Interval.exactly(Decimal("0.01"))
    found = recomputed(replace(item, computed=computed), claims, cells)
    assert found.low.formula == "=ROUND(((L2*0.001)/H3)/0.01,6)"
    assert found.low.value == Decimal("19.98")


def test_a_long_sum_nests_no_brackets(new, judge):
    parts = [new(f"分项 {number}", "1") for number in range(80)]
    item = judge(new("合计", "80"), *parts)
    item = replace(item, computed=Interval(Decimal(40), Decimal(120)))
    cells = {claim.ref: Cells(f"V{n}", f"L{n}", f"H{n}") for n, claim in enumerate(new.claims, 1)}
    found = recomputed(item, {claim.ref: claim for claim in new.claims}, cells)
    assert found.low.formula.startswith("=ROUND(L1+L2+L3+")
    assert found.low.formula.count("(") == 1
    assert (found.low.value, found.point.value, found.high.value) == (40, 80, 120)


def test_ends_that_the_engine_did_not_find_are_left_to_the_engine(ratio):
    found = recomputed(*ratio)
    assert (found.low, found.high) == (None, None)
    assert found.point is not None


@pytest.fixture
def saved(small, tmp_path):
    """Return the workbook of an earlier run, and a way to edit it."""
    path = tmp_path / "workpaper.xlsx"
    path.write_bytes(workbook(small.audit, Review()))

    def edit(**cells):
        book = load_workbook(path)
        for head, value in cells.items():
            cell(book["findings"], head).value = value
        book.save(path)
        return path

    return edit


def test_a_decision_in_the_workbook_is_carried_over(small, saved):
    path = saved(status="accepted", reviewer="李华", comment="口径一致")
    decision = with_workbook(Review(), path).decision(small.wrong)
    assert (decision.status, decision.reviewer, decision.comment) == ("accepted", "李华", "口径一致")


def test_a_workbook_that_nobody_edited_decides_nothing(small, saved):
    standing = Review({small.wrong.id: Remembered({"status": "confirmed", "reviewer": "王"})})
    assert with_workbook(standing, saved()).decision(small.wrong).status == "confirmed"


def test_where_both_files_were_edited_nothing_is_lost(small, saved):
    standing = Review({small.wrong.id: Remembered({"status": "confirmed", "reviewer": "王"})})
    decision = with_workbook(standing, saved(status="accepted", reviewer="李华")).decision(small.wrong)
    assert (decision.status, decision.reviewer) == ("confirmed", "王")
    assert "accepted" in decision.comment
    assert "李华" in decision.comment


def test_a_workbook_that_cannot_be_read_is_not_overwritten(tmp_path):
    path = tmp_path / "workpaper.xlsx"
    assert with_workbook(Review(), path).rows == {}
    path.write_bytes(b"no workbook")
    with pytest.raises(UnreadableFileError, match=r"workpaper\.xlsx"):
        with_workbook(Review(), path)
