"""Sums that the structure of a table shows."""

from __future__ import annotations

TABLE = (
    "项目\t2022年\t2023年\t2024年\n"
    "甲类物料（吨）\t101.5\t202.5\t303.5\n"
    "乙类物料（吨）\t11.5\t22.5\t33.5\n"
    "丙类物料（吨）\t1.5\t2.5\t3.5\n"
    "合计（吨）\t114.5\t227.5\t{last}\n"
)


def test_a_total_row_is_the_sum_of_the_rows_above(judged):
    assert judged(TABLE.format(last="340.5")).of("table:rows") == [
        ("114.5", "passed"),
        ("227.5", "passed"),
        ("340.5", "passed"),
    ]


def test_what_holds_in_every_year_but_one_is_flagged_there(judged):
    assert judged(TABLE.format(last="350.4")).flagged == ["350.4"]


def test_a_total_across_the_columns(judged):
    found = judged(
        "地区\t自营业务\t其他业务\t总数量\n供应商数量 中国大陆\t1,267\t342\t1,609\n供应商数量 海外\t263\t2\t265\n"
    )
    assert found.of("table:columns") == [("1,609", "passed"), ("265", "passed")]


def test_rows_that_do_not_add_up_anywhere_are_no_sum(judged):
    found = judged("项目\t2023年\t2024年\n甲（吨）\t100\t110\n乙（吨）\t200\t220\n丙（吨）\t500\t600\n")
    assert found.of("table:rows") == []


def test_percentages_and_rates_are_not_added_to_totals(judged):
    found = judged(
        "项目\t金额（元）\t计提比例（%）\n一年以内\t100.00\t5.00\n一至两年\t200.00\t10.00\n合计\t300.00\t8.33\n"
    )
    assert found.flagged == []


def test_columns_that_repeat_one_number_prove_a_run_only_once(judged):
    found = judged(
        "姓名\t授予数量（股）\t解锁数量（股）\t归属数量（股）\n"
        "甲一\t160,000\t48,000\t48,000\n乙二\t80,000\t24,000\t24,000\n丙三\t80,000\t24,000\t24,000\n丁四\t400,000\t96,000\t96,000\n"
    )
    assert found.flagged == []
