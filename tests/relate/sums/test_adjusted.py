"""What an adjustment made of a number stands between the number before and after it."""

from __future__ import annotations

POLICY = (
    "项目\t2023年12月31日\t调整数\t2024年1月1日\n"
    "使用权资产（元）\t0\t13,255,215.47\t13,255,215.47\n"
    "年初未分配利润（元）\t{before}\t-1,564,916.31\t21,685,441.78\n"
)
TAX = "项目\t调整前\t{middle}\t调整后\n递延所得税资产（元）\t4,028,063.41\t215,273.22\t4,243,336.63\n盈余公积（元）\t{before}\t21,527.33\t6,844,550.51\n"


def test_one_balance_that_an_adjustment_does_not_lead_on_is_flagged(judged):
    assert judged(POLICY.format(before="23,250,358.09")).flagged == []
    assert judged(POLICY.format(before="23,650,358.09")).flagged == ["21,685,441.78"]


def test_numbers_before_and_after_are_told_by_their_heads(judged):
    assert judged(TAX.format(middle="调整数", before="6,823,023.18")).flagged == []
    assert judged(TAX.format(middle="调整数", before="6,283,023.18")).flagged == ["6,844,550.51"]


def test_within_rounding_it_holds(judged):
    text = "项目\t调整前\t调整数\t调整后\n净资产收益率（%）\t10.23\t-0.02\t10.22\n"
    assert judged(text).of("table:adjusted") == [("10.22", "rounding")]


def test_a_column_of_something_else_between_them_is_no_adjustment(judged):
    assert judged(TAX.format(middle="其中：本期计提", before="6,283,023.18")).of("table:adjusted") == []
