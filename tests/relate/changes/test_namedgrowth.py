"""Rates that are called the growth of a metric."""

from __future__ import annotations

import pytest

KPI = "指标\t2024年\t2023年\t2022年\n营业收入（万元）\t6,301\t5,626\t5,100\n营业收入{}（%）\t{}\t{}\t8.1\n"


@pytest.mark.parametrize("name", ["增长率", "同比增长率", "增幅", "同比增速"])
def test_a_row_of_growth_follows_from_the_row_of_its_metric(judged, name):
    assert judged(KPI.format(name, "12.0", "10.3")).of("growth:named") == [
        ("12.0", "passed"),
        ("10.3", "passed"),
    ]
    assert judged(KPI.format(name, "21.0", "10.3")).flagged == ["21.0"]


def test_a_column_of_growth_is_that_of_the_product_of_its_row(judged):
    text = (
        "分产品营业收入\n\n产品\t2024年（万元）\t2023年（万元）\n甲乙产品\t6,301\t5,626\n丙丁产品\t4,318\t4,215\n\n"
        "产品\t收入增长率（%）\t毛利率（%）\n甲乙产品\t{}\t35.1\n丙丁产品\t2.4\t22.8\n"
    )
    assert judged(text.format("12.0")).flagged == []
    assert judged(text.format("21.0")).flagged == ["21.0"]


@pytest.mark.parametrize(
    "row",
    [
        "营业收入增长率（较2020年）（%）\t31.0\t25.0\t18.1\n",
        "营业收入复合增长率（%）\t11.0\t9.0\t8.1\n",
        "海外营业收入增长率（%）\t31.0\t25.0\t18.1\n",
        "毛利率增幅（%）\t3.1\t2.5\t1.8\n",
    ],
)
def test_growth_on_another_base_or_of_something_else_accuses_nobody(judged, row):
    text = (
        "指标\t2024年\t2023年\t2022年\n营业收入（万元）\t6,301\t5,626\t5,100\n毛利率（%）\t30.1\t29.0\t28.4\n"
    )
    assert judged(text + row).of("growth:named") == []


def test_a_fall_that_holds_in_no_year_may_be_one_on_a_base_year(judged):
    rows = "指标\t2024年\t2023年\t2022年\n总用电量（千瓦时）\t5,100\t5,626\t6,301\n总用电量下降率（%）\t{}\t{}\t5.1\n"
    assert judged(rows.format("31.0", "21.0")).flagged == []
    assert judged(rows.format("9.3", "10.7")).flagged == []
    assert judged(rows.format("3.9", "10.7")).flagged == ["3.9"]
