"""Rows that tell by letters of which rows they are made up."""

from __future__ import annotations

import pytest

COLUMN = (
    "| 项目 | 行次 | 2024年 | 2023年 |\n|---|---|---|---|\n| 应收租金 | A | 6,301 | 5,969 |\n"
    "| 减免租金 | B | 4,318 | 4,215 |\n| 备用金 | C | 11 | 12 |\n| 实收租金 | D=A-B | 1,983 | {} |\n"
)


def test_a_column_of_letters_says_how_a_row_is_worked_out(judged):
    assert judged(COLUMN.format("1,754")).flagged == []
    assert judged(COLUMN.format("1,745")).flagged == ["1,745"]


@pytest.mark.parametrize(
    "name", ["净用量（C=A-B）（吨）", "净用量（吨）（C＝A－B）", "淨用量 C=A－B（吨）", "Net (C = A - B) (吨)", "净 C=A-B（吨）"]
)  # fmt: skip
def test_a_name_with_letters_counts_the_rows_above_where_one_column_holds(judged, name):
    rows = f"项目\t2024年\t2023年\nA. 取用（吨）\t6,301\t5,969\nB. 退回（吨）\t4,318\t4,215\nC. {name}\t1,983\t{{}}\n"
    assert judged(rows.format("1,754")).of("table:letters") == [("1,983", "passed"), ("1,754", "passed")]
    assert judged(rows.format("1,745")).flagged == ["1,745"]


def test_letters_that_hold_in_no_column_are_those_of_other_rows(judged):
    rows = "项目\t2024年\t2023年\n取用（吨）\t6,301\t5,969\n退回（吨）\t4,318\t4,215\n净用量（C=A-B）\t2,222\t2,333\n"
    assert judged(rows).of("table:letters") == []


@pytest.mark.parametrize(
    "rows",
    [
        "①取水量（吨）\t6,301\t5,969\n②排水量（吨）\t4,318\t4,215\n③耗水量=①-②（吨）\t{}\t1,754\n",
        "（1）取水量（吨）\t6,301\t5,969\n（2）排水量（吨）\t4,318\t4,215\n（3）耗水量（3）=（1）－（2）（吨）\t{}\t1,754\n",
    ],
)
def test_numbers_and_circled_numbers_are_keys_too(judged, rows):
    text = "项目\t2024年\t2023年\n" + rows
    assert judged(text.format("1,983")).flagged == []
    assert judged(text.format("1,938")).flagged == ["1,938"]


NUMBERED = (
    "项目\t行次\t计算\t2024年\t2023年\n租金收入（万元）\t1\t\t6,301\t5,969\n租金成本（万元）\t2\t\t4,318\t4,215\n"
    "停车收益（万元）\t3\t\t12\t15\n租赁毛额（万元）\t4\t4=1-2\t1,983\t1,754\n租赁净额（万元）\t5\t(5)=(4)+(3)\t{}\t1,769\n"
)


def test_a_column_of_formulas_names_rows_by_their_line_numbers(judged):
    assert judged(NUMBERED.format("1,995")).flagged == []
    assert "1,959" in judged(NUMBERED.format("1,959")).flagged


def test_line_numbers_are_no_values_and_narrow_no_metric(judged):
    found = judged(NUMBERED.format("1,995"))
    assert len(found.claims) == 10
    assert not any(char.isdigit() for claim in found.claims.values() for char in claim.scope)


def test_the_heads_of_columns_tell_how_they_are_worked_out(judged):
    text = "项目\t账面余额①（万元）\t坏账准备②（万元）\t账面价值③=①-②（万元）\n一年以内\t6,301\t318\t{}\n一至二年\t4,118\t512\t3,606\n"
    assert judged(text.format("5,983")).flagged == []
    assert judged(text.format("5,893")).flagged == ["5,893"]


def test_a_quotient_by_keys_is_held_against_others_where_one_holds(judged):
    text = "项目\t2024年\t2023年\n到访客户①（户）\t2,405\t2,271\n客户总数②（户）\t6,423\t6,113\n到访占比③=①/②（%）\t{}\t37.1\n"
    assert judged(text.format("37.4")).flagged == []
    assert judged(text.format("34.7")).flagged == ["34.7"]
    assert judged(text.format("34.7").replace("37.1", "3.71")).flagged == []


TAXONOMY = (
    "| Economic activities | Code | 2024 CapEx ($ million) | 2024 Proportion of CapEx (%) | 2023 Proportion (%) |\n"
    "|---|---|---|---|---|\n| Renovation of buildings | 7.2 | 211 | 21 | 18 |\n"
    "| CapEx of aligned activities (A.1) | | 163 | 16 | 12 |\n"
    "| CapEx of eligible but not aligned activities (A.2) | | 248 | 25 | 19 |\n"
    "| CapEx of eligible activities (A.1+A.2) | | {} | {} | 31 |\n"
)


def test_a_name_that_ends_with_what_it_adds_up(judged):
    found = judged(TAXONOMY.format("411", "41"))
    assert ("411", "passed") in found.of("table:letters")
    assert judged(TAXONOMY.format("414", "41")).flagged == ["414"]


def test_shares_are_added_where_two_columns_show_it(judged):
    assert ("31", "passed") in judged(TAXONOMY.format("411", "41")).of("table:letters")
    assert judged(TAXONOMY.format("411", "46")).of("table:letters") == [("411", "passed")]
