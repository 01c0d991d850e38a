"""Rows that lead from an opening to a closing balance."""

from __future__ import annotations

HEAD = "董事持股变动（股）\n\n姓名\t年龄\t期初持股数\t本期增持股数\t本期减持股数\t其他增减变动\t期末持股数\n"
FIRST = "甲某\t51\t9,640,000\t{}\t0\t0\t9,658,000\n"
SECOND = "乙某\t47\t2,040,000\t\t40,000\t{}\t{}\n"
MORE = "丙某\t44\t0\t14,625\t0\t0\t14,625\n丁某\t39\t0\t52,310\t0\t0\t{}\n"
LONE = "类别\t期初余额\t{}\t{}\t期末余额\n政府补助（元）\t2,318,640.77\t30,000,000.00\t905,218.34\t{}\n"


def table(first="18,000", other="-1,500", second="1,998,500", last="52,310"):
    return HEAD + FIRST.format(first) + SECOND.format(other, second) + MORE.format(last)


def test_every_row_leads_from_its_opening_to_its_closing_balance(judged):
    found = judged(table())
    assert found.flagged == []
    told = {ref for item in found.judgements for ref in item.relation.refs if item.verdict.value == "passed"}
    assert {claim.quantity.text for ref, claim in found.claims.items() if ref not in told} <= {
        "51", "47", "44", "39",
    }  # fmt: skip


def test_one_row_that_does_not_come_out_is_flagged(judged):
    assert judged(table(first="81,000")).flagged == ["9,658,000"]
    assert judged(table(last="53,210")).flagged == ["53,210"]
    assert judged(table(second="1,989,500")).flagged == ["1,989,500"]


def test_a_change_of_another_kind_may_be_told_without_its_minus(judged):
    assert judged(table(other="1,500")).flagged == []


def test_a_table_that_mostly_does_not_come_out_is_laid_out_otherwise(judged):
    assert judged(table(first="19,000", second="1,989,000", last="12,310")).of("table:ledger") == []


def test_a_single_row_is_asked_about_where_its_heads_leave_nothing_open(judged):
    plain = LONE.format("本期增加", "本期减少", "{}")
    assert judged(plain.format("31,413,422.43")).flagged == []
    assert judged(plain.format("31,143,422.43")).flagged == ["31,143,422.43"]
    other = LONE.format("本期增加", "其他变动", "31,143,422.43")
    assert judged(other).flagged == []
