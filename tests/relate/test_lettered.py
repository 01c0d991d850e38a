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
