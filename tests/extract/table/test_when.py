"""A cell is told of when its head says, or its row, or the table's caption."""

from __future__ import annotations

import pytest


def when(found):
    return [claim.period.code for claim in found.claims if claim.source == "table"]


def test_heads_of_quarters_tell_of_the_quarters_of_the_year(report):
    found = report("项目\t第一季度\t第二季度\t第三季度\t第四季度\n营业收入（元）\t100\t110\t120\t130\n")
    assert when(found) == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]


@pytest.mark.parametrize(
    ("label", "periods"),
    [
        ("一、上年期末余额", ["2023-12-31", "2022-12-31"]),
        ("1.期初余额", ["2023-12-31", "2022-12-31"]),
        ("四、本期期末余额", ["2024-12-31", "2023-12-31"]),
        ("本期增加", ["CY2024", "CY2023"]),
        ("期初未交货订单", ["CY2024", "CY2023"]),
    ],
)
def test_a_balance_stands_at_the_opening_or_the_close_of_the_year_of_its_head(report, label, periods):
    found = report(f"项目\t2024年\t2023年\n本期减少\t7,210.15\t6,120.10\n{label}\t8,210.15\t6,180.10\n")
    assert when(found)[2:] == periods


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("报告期末普通股股东总数", "2024-12-31"),
        ("截至报告期末普通股股东总数", "2024-12-31"),
        ("年度报告披露日前一个月末普通股股东总数", ""),
        ("报告期内召开股东大会次数", "CY2024"),
        ("2023年度营业收入", "CY2023"),
        ("2023年度新品奖励资金", "CY2024"),
    ],
)
def test_a_row_without_a_head_is_told_of_when_its_label_begins_with_a_day(report, label, period):
    assert when(report(f"项目\t数据\n{label}\t11,315\n")) == [period]
