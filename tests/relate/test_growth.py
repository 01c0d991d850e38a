"""Changes are judged on the levels that they speak of, as the report computes them."""

from __future__ import annotations

from decimal import Decimal

from auditor.judge.invert import invert
from auditor.model.interval import Interval


def bases(claims):
    return {ref: claim.quantity.base for ref, claim in claims.items()}


EMISSIONS = (
    "指标\t单位\t2023年\t2024年\n"
    "范围 1 净排放\t吨二氧化碳当量\t397,273\t474,324\n范围 2 净排放\t吨二氧化碳当量\t2,124,793\t1,920,925\n\n"
)


def test_growth_of_a_composed_scope_is_judged_on_the_rows(judged):
    text = EMISSIONS + "2024 年，自身运营（范围 1 和 2）净排放量为 239.5 万吨，同比下降 5.0%。\n"
    assert judged(text).of("growth") == [("5.0", "passed")]


def test_a_growth_rate_that_does_not_follow(judged):
    text = EMISSIONS + "2024 年，自身运营（范围 1 和 2）净排放量为 239.5 万吨，同比下降 6.0%。\n"
    assert judged(text).flagged == ["6.0"]


def test_a_rate_from_rounded_inputs_is_rounding(judged):
    text = "指标\t单位\t2023年\t2024年\n范围 3 排放强度\t吨二氧化碳当量 / 百万元收入\t8.7\t8.4\n\n2024 年，范围 3 排放强度为 8.4 吨每百万元收入，同比降低 2.7%。\n"
    assert ("2.7", "rounding") in judged(text).of("growth")


def test_points_of_a_percentage(judged):
    table = "指标\t单位\t2023年\t2024年\n清洁电力使用占比\t%\t44.3\t52.2\n\n"
    assert judged(table + "2024 年，清洁电力使用占比为 52.2%，同比提升 7.9 个百分点。\n").flagged == []
    assert judged(table + "2024 年，清洁电力使用占比为 52.2%，同比提升 9.7 个百分点。\n").flagged == ["9.7"]


def test_a_change_column_of_a_percentage_tells_points(judged):
    found = judged("项目\t2024年\t2023年\t本年比上年增减\n加权平均净资产收益率\t10.55%\t8.15%\t2.40%\n")
    assert found.of("growth") == [("2.40", "passed")]


def test_growth_on_a_negative_base_is_told_by_its_size(judged):
    found = judged(
        "项目\t2024年\t2023年\t同比增减\n筹资活动产生的现金流量净额（元）\t244.48\t-366.48\t166.71%\n"
    )
    assert found.flagged == []


def test_the_adjusted_number_is_the_base_when_both_are_printed(judged):
    found = judged(
        "项目\t2024年\t2023年 调整前\t2023年 调整后\t本年比上年增减\n营业收入（元）\t1,089.00\t1,000.00\t990.00\t10.00%\n"
    )
    assert ("10.00", "passed") in found.of("growth")


def test_the_growth_of_a_part_is_not_held_against_the_whole(judged):
    text = (
        "项目\t2023年\t2024年\n营业收入（元）\t607.41\t1,017.45\n\n"
        "2024 年，子公司丙丁制药对内对外合计取得定制研发生产服务订单，实现营业收入增长明显，同比增长 77.66%。\n"
    )
    assert judged(text).flagged == []


def test_a_change_with_a_minus_is_judged_as_it_is_printed(judged):
    found = judged("项目\t2024年\t2023年\t变动比例\n研发人员数量（人）\t387\t384\t-0.78%\n")
    (growth,) = (item for item in found.judgements if item.relation.rule == "growth")
    assert (growth.stated.middle, growth.computed.low > 0) == (Decimal("-0.78"), True)
    assert growth.relation.statement == "(研发人员数量（人） CY2024 / CY2023 - 1) × 100 = -0.78 %"


def test_a_base_that_lost_its_minus_is_solved_for_with_its_minus(judged):
    found = judged(
        "项目\t2024年\t2023年\t同比增减\n筹资活动产生的现金流量净额（元）\t244.48\t366.48\t166.71%\n"
    )
    (growth,) = (item for item in found.judgements if item.relation.rule == "growth")
    base = invert(growth.relation, growth.relation.refs[-1], bases(found.claims))
    assert base.meets(Interval.around(Decimal("-366.48"), Decimal("0.1")))
