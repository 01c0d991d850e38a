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


@pytest.mark.parametrize(
    "years", [("2022", "2023", "2024"), ("2024¹", "2023", "2022"), ("FY2022", "FY2023", "FY2024")]
)
def test_years_under_each_other_date_their_rows(report, years):
    rows = "".join(
        f"{year}\t{count}\t{count + 7}\n" for year, count in zip(years, (310, 325, 341), strict=True)
    )
    codes = when(report(f"Year\tEmployees\tSuppliers\n{rows}"))
    assert [code[-4:] for code in codes] == [
        year[:4] if year[0] == "2" else year[2:] for year in years for _ in "12"
    ]


def test_one_year_under_its_head_dates_its_row(report):
    assert when(report("年度\t员工人数\t供应商数量\n2022\t310\t84\n")) == ["CY2022", "CY2022"]


def test_rows_that_are_counted_are_no_years(report):
    found = report(
        "序号\t项目\t2024年\n1\t总用水量（吨）\t310\n2\t总用电量（度）\t84\n3\t天然气（立方米）\t12\n"
    )
    assert set(when(found)) == {"CY2024"}


def test_what_changed_since_a_year_is_of_the_year_of_the_report(report):
    found = report(
        "Progress towards 2030\n\n指标\t2019年\t2024年\tChange since 2019\n总用水量（吨）\t400\t310\t-22.5%\n"
    )
    assert when(found) == ["CY2019", "CY2024", "CY2024"]


def test_a_heading_tells_which_year_was_restated(report):
    table = "指标\t原列报\t重列后\t差异\n用水总量（吨）\t4,512\t4,380\t-132\n"
    between = "本节列示各项数据的变化及其原因。"
    assert set(when(report(f"## 2023年主要数据重列\n\n{between}\n\n{table}"))) == {"CY2023"}
    assert set(when(report(f"## 2023年以来的改进\n\n{between}\n\n{table}"))) == {"CY2024"}


def test_a_change_is_not_of_the_base_year_that_its_caption_names(report):
    found = report(
        "Goals against base year FY2019\n\nGoal\tUnit\tBase year FY2019\tFY2024\tChange (%)\n"
        "Fresh water withdrawn\tm3\t840\t655\t-22.0\n",
        head="Test Limited Report 2024\n\nThis report covers the year ended 31 December 2024 (FY2024).\n\n",
    )
    assert [claim.period.year for claim in found.claims if claim.source == "table"] == [2019, 2024, 2024]
