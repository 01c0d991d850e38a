"""The items that do not recur are what lies between the two profits of the parent's owners."""

from __future__ import annotations

PROFITS = (
    "# 主要会计数据\n\n单位：元\n\n项目\t2024年\t2023年\n"
    "归属于上市公司股东的净利润\t52,318,440.27\t47,902,118.65\n"
    "归属于上市公司股东的扣除非经常性损益的净利润\t46,105,229.83\t44,317,006.92\n\n"
)
ITEMS = (
    "# 非经常性损益项目及金额\n\n单位：元\n\n项目\t2024年\t2023年\n"
    "处置设备收益\t1,204,311.52\t-310,448.07\n"
    "政府奖励\t6,381,904.16\t4,862,305.22\n"
)
TAX = "减：所得税影响额\t1,137,932.35\t682,778.57\n"
OWNERS = "少数股东影响\t235,072.89\t283,966.85\n"


def report(total="6,213,210.44"):
    return PROFITS + ITEMS + TAX + OWNERS + f"合计\t{total}\t3,585,111.73\n"


def test_the_total_of_the_table_is_the_difference_of_the_profits(judged):
    found = judged(report())
    assert [verdict for _, verdict in found.of("identity:non_recurring")] == ["passed"] * 2
    assert found.flagged == []


def test_a_total_with_another_digit_breaks_both(judged):
    found = judged(report("6,913,210.44"))
    assert ("6,913,210.44", "flagged") in found.of("identity:non_recurring")
    assert ("6,913,210.44", "flagged") in found.of("table:rows")


def test_a_cent_of_rounding_is_none(judged):
    assert judged(report("6,213,210.4")).flagged == []


def test_a_total_from_which_tax_is_still_to_be_taken_off_is_another(judged):
    total = "合计\t7,586,215.68\t4,551,857.15\n"
    found = judged(PROFITS + ITEMS + total + TAX + OWNERS)
    assert found.of("identity:non_recurring") == []
    assert found.flagged == []
