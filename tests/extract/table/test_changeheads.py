"""Columns of changes are told by their heads, and take neither unit nor period from elsewhere."""

from __future__ import annotations

import pytest

from auditor.extract.table.columns import Role
from auditor.extract.table.columns import columns
from auditor.extract.times.clock import Clock
from auditor.model.period import Calendar
from tests.extract.table.test_pairs import table


def told(found, row):
    return [
        (claim.quantity.text, claim.quantity.unit.id, claim.change.value, claim.period.code)
        for claim in found.claims
        if claim.source == "table" and claim.folded.startswith(row)
    ]


@pytest.mark.parametrize(
    "head",
    ["2024 vs base, %", "2024 against our baseline (%)", "2024年较基准年（%）", "2024 vs base year, %"],
)
def test_a_head_against_the_base_stands_over_changes(report, head):
    found = report(
        f"指标\t单位\t2019（基准年）\t2024\t{head}\n范围 1 排放量\t吨二氧化碳当量\t120.0\t90.0\t-25.0\n"
    )
    assert told(found, "范围")[-1] == ("-25.0", "%", "yoy_decline", "CY2024")


def test_amounts_without_signs_under_a_base_are_no_changes(report):
    found = report("指标\t单位\t较基准\t2024\n范围 1 排放量\t吨二氧化碳当量\t120.0\t90.0\n")
    assert [change for *_, change, _ in told(found, "范围")] == ["", ""]


def test_shares_under_one_head_are_of_the_period_before_them(report):
    found = report(
        "资产构成\n\n项目\t2024年末金额（元）\t占比\t2023年末金额（元）\t占比\n"
        "货币资金\t1,204.50\t20.1%\t1,100.20\t19.2%\n存货\t802.10\t13.4%\t790.00\t13.8%\n"
    )
    assert [period[:6] for *_, period in told(found, "货币资金")] == ["2024-1", "2024-1", "2023-1", "2023-1"]


def test_a_change_is_of_no_span_of_years(report):
    found = report(
        "2022-2024年环境绩效\n\n指标\t单位\t2022年\t2023年\t2024年\t同比增减（%）\n"
        "总用水量\t吨\t700\t720\t756\t5.0\n"
    )
    assert told(found, "总用水量")[-1] == ("5.0", "%", "yoy_growth", "CY2024")


def test_a_title_over_all_columns_tells_no_change():
    """前十名股东较上期末变化情况 stands over the table: what it lists are levels, and not how they moved."""
    title = "前十名股东较上期末变化情况"
    found = table(
        [(title, 3)],
        ["股东名称", "期末持股数量", "期末占总股本比例"],
        ["霍岚", "836,453", "1.27%"],
        ["齐敏", "642,118", "0.97%"],
        columns=3,
        header_rows=2,
    )
    roles = [column.role for column in columns(found, found.grid(), Clock(Calendar(), 2024))]
    assert roles == [Role.LABEL, Role.VALUE, Role.VALUE]


@pytest.mark.parametrize("head", ["Climate change mitigation (%)", "气候变化减缓（%）"])
def test_what_is_called_change_has_not_moved(report, head):
    found = report(f"Activity\tUnit\t2024\t{head}\nCables\tCNY\t120.0\t37\nPumps\tCNY\t90.0\t12\n")
    assert [change for *_, change, _ in told(found, "cables")] == ["", ""]


def test_what_a_table_of_changes_is_about_makes_its_numbers_no_changes(report):
    head = "股东变化情况/期末持股/数量（股）\t股东变化情况/期末持股/比例（%）"
    found = report(f"股东名称\t{head}\n某基金\t2,518,340\t2.31\n")
    assert [change for *_, change, _ in told(found, "某基金")] == ["", ""]
