"""Points of a margin follow from income, cost and their rates of change in one row."""

from __future__ import annotations

HEAD = "分产品\t营业收入\t营业成本\t毛利率（%）\t营业收入比上年增减（%）\t营业成本比上年增减（%）\t毛利率比上年增减\n"
ROWS = (
    "水泵\t408,216,330.12\t297,997,921.00\t27.00\t12.40\t9.85\t增加{pump}个百分点\n"
    "阀门\t251,700,114.85\t193,809,088.43\t23.00\t{grown}\t3.60\t减少1.23个百分点\n"
    "服务\t98,330,207.41\t54,081,614.08\t45.00\t-6.25\t-8.10\t增加1.11个百分点\n"
)


def table(pump="1.69", grown="1.94"):
    return "# 主营业务分产品情况\n\n单位：元\n\n" + HEAD + ROWS.format(pump=pump, grown=grown)


def test_the_points_of_every_row_follow_from_the_row(judged):
    found = judged(table())
    assert [verdict for _, verdict in found.of("marginpoints")] == ["passed"] * 3
    assert found.flagged == []


def test_points_that_do_not_follow_are_flagged(judged):
    assert ("增加1.96", "flagged") in judged(table(pump="1.96")).of("marginpoints")


def test_so_is_a_rate_of_change_with_another_digit(judged):
    assert ("减少1.23", "flagged") in judged(table(grown="4.91")).of("marginpoints")


def test_the_difference_of_two_rounded_margins_is_rounding(judged):
    assert judged(table(pump="1.70")).flagged == []


def test_a_table_in_which_no_row_holds_is_laid_out_otherwise(judged):
    text = table(pump="7.69").replace("减少1.23", "减少8.23").replace("增加1.11", "增加9.11")
    assert judged(text).of("marginpoints") == []
