"""Changes are judged on the levels that they speak of, as the report computes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

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


def test_a_change_with_a_digit_too_many_puts_no_level_in_doubt(judged):
    found = judged("项目\t2024年\t2023年\t同比增减\n营业收入（元）\t278.44\t230.87\t220.60%\n")
    (growth,) = (item for item in found.judgements if item.relation.rule == "growth")
    assert growth.computed.meets(Interval.around(Decimal("20.60"), Decimal("0.01")))


def test_a_level_with_a_minus_too_many_is_solved_for_without_it(judged):
    found = judged("项目\t2024年\t2023年\t同比增减\n营业收入（元）\t278.44\t-230.87\t20.60%\n")
    (growth,) = (item for item in found.judgements if item.relation.rule == "growth")
    base = invert(growth.relation, growth.relation.refs[-1], bases(found.claims))
    assert base.meets(Interval.around(Decimal("230.87"), Decimal("0.1")))


def test_a_loss_copied_over_the_gain_before_it_is_solved_for_as_a_gain(judged):
    found = judged("项目\t2024年\t2023年\t同比增减\n每股收益（元）\t-0.38\t-0.38\t-116.67%\n")
    (growth,) = (item for item in found.judgements if item.relation.rule == "growth")
    base = invert(growth.relation, growth.relation.refs[-1], bases(found.claims))
    assert base.meets(Interval.around(Decimal("2.28"), Decimal("0.05")))


@pytest.mark.parametrize("told", ["18.250%", "1,825.0%"])
def test_a_change_from_loss_to_gain_is_one_of_the_loss_wherever_its_point_stands(judged, told):
    found = judged(f"项目\t2024年\t2023年\t同比增减\n筹资活动现金流量净额（元）\t330.00\t-400.00\t{told}\n")
    (growth,) = (item for item in found.judgements if item.relation.rule == "growth")
    assert growth.computed.meets(Interval.around(Decimal("182.5"), Decimal("0.01")))


SOLAR = "指标\t单位\t2020年\t2022年\t2023年\t2024年\n光伏发电量\tMWh\t1,000\t1,300\t{prior}\t2,500\n\n"


def test_growth_by_times_is_on_top_of_the_base(judged):
    text = SOLAR.format(prior="1,600")
    assert judged(text + "2024 年，光伏发电量较2020年增长1.5倍。\n").of("growth") == [("1.5", "passed")]
    assert judged(text + "2024 年，光伏发电量较 2020 年增加了 1.6 倍。\n").flagged == ["1.6"]
    found = judged(SOLAR.format(prior="500") + "2024年，光伏發電量同比增長 4 倍。\n")
    assert found.of("growth") == [("4", "passed")]


def test_how_many_times_another_year_is_a_plain_quotient(judged):
    text = SOLAR.format(prior="500")
    for told in ("为2022年的1.9倍", "是2022年同期的1.9倍", "增长到2022年的1.9倍", "達2022年的1.9倍"):
        assert judged(f"{text}2024 年，光伏发电量{told}。\n").of("growth") == [("1.9", "passed")]
    assert judged(text + "2024 年，光伏发电量是上年的5倍。\n").of("growth") == [("5", "passed")]
    assert judged(text + "2024 年，光伏发电量是上年的4倍。\n").flagged == ["4"]


def test_growth_by_times_that_holds_for_growth_to_times_is_a_question(judged):
    found = judged(SOLAR.format(prior="500") + "2024年，光伏发电量同比增长 5 倍。\n")
    (growth,) = (item for item in found.judgements if item.relation.rule == "growth")
    assert (growth.verdict.value, growth.relation.strength.value) == ("flagged", "question")


def test_times_of_something_else_are_no_growth(judged):
    text = SOLAR.format(prior="500") + "2024年，光伏发电量是风电的 3 倍，新泵的扬程是旧泵的 4 倍。\n"
    assert judged(text).of("growth") == []


LOAD = "Indicator\tUnit\t2020\t2023\t2024\nTotal energy consumption\tMWh\t10,000\t12,000\t25,000\n\n"
REPORT = (
    "Test Energy Limited Sustainability Report 2024\n\n"
    "This report covers the period from 1 January 2024 to 31 December 2024.\n\n"
)


def test_english_times_the_level_of_a_year(judged):
    for told in ("2.5 times the 2020 level", "2.5 times that of 2020", "2.5 times as much as in 2020"):
        found = judged(f"{LOAD}In 2024, total energy consumption was {told}.\n", head=REPORT)
        assert found.of("growth") == [("2.5", "passed")]
    found = judged(LOAD + "In 2024, total energy consumption was 3.5 times the 2020 level.\n", head=REPORT)
    assert found.flagged == ["3.5"]


def test_english_growth_by_times_only_ties(judged):
    told = "In 2024, total energy consumption increased {} times compared with 2020.\n"
    assert judged(LOAD + told.format("2.5"), head=REPORT).of("growth") == [("2.5", "passed")]
    assert judged(LOAD + told.format("1.5"), head=REPORT).of("growth") == [("1.5", "passed")]
    assert judged(LOAD + told.format("3.1"), head=REPORT).flagged == []


def test_an_english_change_is_measured_against_the_year_behind_it(judged):
    for told in ("compared with 2020", "from 2020", "against a 2020 baseline", "versus 2020"):
        found = judged(f"{LOAD}In 2024, total energy consumption increased by 150% {told}.\n", head=REPORT)
        assert found.of("growth") == [("150", "passed")]
    found = judged(
        LOAD
        + "In 2024, total energy consumption rose by 108% year on year and increased by 150% from 2020.\n",
        head=REPORT,
    )
    assert found.of("growth") == [("108", "passed"), ("150", "passed")]


def test_a_head_tells_the_unit_of_its_changes(judged):
    table = "项目\t2024年\t2023年\t本年比上年增减（%）\n营业收入（元）\t1,100.00\t1,000.00\t{}\n"
    assert judged(table.format("10.00")).of("growth") == [("10.00", "passed")]
    assert judged(table.format("11.00")).flagged == ["11.00"]


def test_like_for_like_growth_accuses_nobody(judged):
    told = "In 2024, total energy consumption increased by 90% from 2020 on a like-for-like basis.\n"
    assert judged(LOAD + told, head=REPORT).flagged == []


def test_yearly_growth_behind_growth_on_another_year(judged):
    text = SOLAR.format(prior="2,000") + "2024 年，光伏发电量较2020年增长150%，同比增长{}%。\n"
    assert judged(text.format("25")).of("growth") == [("150", "passed"), ("25", "passed")]
    assert judged(text.format("92")).flagged == ["92"]


WATER = "指标\t单位\t2023年\t2024年\n再生水使用量\t万立方米\t65.2\t143.9\n\n"


def test_an_amount_of_change_is_the_difference_of_its_levels(judged):
    text = WATER + "2024 年再生水使用量达 143.9 万立方米，较 2023 年增加 78.7 万立方米。\n"
    assert judged(text).flagged == []
    assert judged(text).of("growth") == [("78.7 万", "passed")]


def test_an_amount_of_change_that_does_not_follow(judged):
    text = WATER + "2024 年再生水使用量达 143.9 万立方米，较 2023 年增加 87.7 万立方米。\n"
    assert judged(text).flagged == ["87.7 万"]


def test_an_amount_in_another_unit_is_no_difference_of_the_levels(judged):
    text = WATER + "2024 年再生水使用量达 143.9 万立方米，较 2023 年增加 12 万元。\n"
    assert judged(text).flagged == []


VERBS = "指标\t单位\t2024年\t2023年\n光伏发电量\t兆瓦时\t{}\t6,301\n危险废物\t吨\t43.2\t86.5\n\n"


@pytest.mark.parametrize("verb", ["翻一番", "翻了一番", "翻番", "增长一倍"])
def test_a_verb_that_tells_a_doubling_is_asked_about_where_the_levels_deny_it(judged, verb):
    text = VERBS + f"2024年光伏发电量较上年{verb}。"
    assert judged(text.format("12,204")).of("growth") == [(verb, "passed")]
    found = judged(text.format("9,604"))
    assert found.flagged == [verb]
    assert {item.relation.strength.value for item in found.judgements if item.verdict == "flagged"} == {
        "question"
    }


def test_halved_is_a_fall_by_half(judged):
    assert judged(VERBS.format("6,400") + "2024年危险废物产生量较2023年减半。").of("growth") == [
        ("减半", "passed")
    ]
    assert judged(VERBS.format("6,400") + "2024年光伏发电量较2023年减半。").flagged == ["减半"]


@pytest.mark.parametrize(
    "sentence", ["光伏发电能力未来五年翻番。", "公司计划2030年光伏发电量较2023年翻番。", "对半减半核销。"]
)
def test_a_verb_without_a_base_or_of_an_aim_tells_no_change(judged, sentence):
    assert judged(VERBS.format("6,400") + sentence).flagged == []


def test_a_total_told_on_one_basis_is_what_a_sentence_speaks_of(judged):
    table = (
        "2024年，范围1及范围2排放量较上年减少{}%。\n\n指标\t单位\t2023年\t2024年\n"
        "范围1及范围2排放量（地域基准）\t吨二氧化碳当量\t46,156\t43,983\n"
    )
    assert judged(table.format("4.7")).flagged == []
    assert judged(table.format("7.4")).flagged == ["7.4"]
    both = "范围1及范围2排放量（市场基准）\t吨二氧化碳当量\t42,909\t40,316\n"
    assert judged(table.format("6.0") + both).flagged == []


def test_a_minus_that_stands_where_none_can_be_is_no_base_below_nought(judged):
    """A fall by a quarter to a gain starts from a gain: the base is wrong, and is sought above nought."""
    text = "指标\t2024年\t2023年\t同比增减\n经营活动现金流量净额（元）\t48,309,238\t-27\t-27.37%\n"
    found = judged(text)
    assert found.flagged == ["-27.37"]
    (item,) = [item for item in found.judgements if item.verdict.value == "flagged"]
    old = next(ref for ref in item.relation.refs if found.claims[ref].quantity.text == "-27")
    value = invert(item.relation, old, bases(found.claims))
    assert value is not None
    assert value.low is not None
    assert value.low > 0


AMOUNTS = "环境支出（万元）\n类别\t2024年\t2023年\t{}\n污水处理\t812.4\t790.2\t22.2\n降噪设施\t605.3\t648.9\t{}\n监测\t77.1\t70.6\t6.5\n"


def test_an_amount_of_change_has_the_sign_of_its_row(judged):
    assert judged(AMOUNTS.format("增减额", "-43.6")).of("growth") == [
        ("22.2", "passed"),
        ("-43.6", "passed"),
        ("6.5", "passed"),
    ]
    assert judged(AMOUNTS.format("增减额", "43.6")).flagged == ["43.6"]


def test_an_amount_of_change_may_miss_by_rounding(judged):
    assert judged(AMOUNTS.format("变动金额", "-43.7")).flagged == []


def test_an_amount_against_the_budget_is_none_on_the_year_before(judged):
    table = AMOUNTS.replace("22.2", "31.7").replace("6.5", "2.9")
    assert judged(table.format("较预算增减额", "43.6")).flagged == []


COMPLAINTS = (
    "投诉（宗）\n类别\t2024年\t2023年\t增减\n配送\t291\t318\t{}\n售后\t168\t204\t-36\n价格\t102\t97\t5\n"
)


def test_a_bare_whole_number_beside_counts_is_how_many_more_or_fewer(judged):
    assert judged(COMPLAINTS.format("-27")).flagged == []
    assert judged(COMPLAINTS.format("27")).flagged == ["27"]
    assert judged(COMPLAINTS.format("-72")).flagged == ["-72"]


def test_a_change_speaks_of_what_its_sentence_calls_by_its_own_name(judged):
    table = "项目\t2023年\t2024年\n公益慈善投入（万元）\t{old}\t{new}\n\n"
    told = "2024 年，公益投入为 850.0 万元，较上年增长 {rate}%。\n"
    apart = table.replace("（万元）", "").format(old="312.4", new="330.9")
    assert judged(apart + told.format(rate="8.4")).flagged == []
    same = table.format(old="784.1", new="850.0")
    assert judged(same + told.format(rate="8.4")).flagged == []
    assert judged(same + told.format(rate="4.8")).flagged == ["4.8"]


def test_a_rate_beside_a_row_is_one_of_it_though_its_unit_names_another_metric(judged):
    table = "温室气体排放（吨二氧化碳当量）\n类别\t来源\t2023年\t2024年\t增减率（%）\n范围二\t外购电力\t23,126\t21,821\t{}\n范围二\t外购热力\t4,126\t4,321\t4.7\n"
    assert judged(table.format("-5.6")).flagged == []
    assert judged(table.format("5.6")).flagged == ["5.6"]


def test_a_growth_behind_amounts_and_shares_is_that_of_the_amounts(judged):
    table = (
        "收入按分部（百万元）\n\n分部\t2024年\t\t2023年\t\t变动（%）\n\t收入\t占比（%）\t收入\t占比（%）\n"
        "污水处理服务\t2,084.2\t29.1\t1,981.5\t29.6\t{}\n固体废物处理\t5,078.0\t70.9\t4,712.8\t70.4\t7.7\n"
    )
    assert judged(table.format("5.2")).flagged == []
    assert judged(table.format("2.5")).flagged == ["2.5"]


def test_points_may_be_as_many_as_the_per_cent_of_another_fall_in_their_sentence(judged):
    text = (
        "指标\t单位\t2023年\t2024年\n绿电占比\t%\t9.8\t14.9\n能源总用量\t吉焦\t105,400\t100,025\n\n"
        "2024 年能源总用量较上年减少 5.1%；绿电占比达 14.9%，较 2023 年之 9.8% 提高 {} 个百分点。\n"
    )
    assert judged(text.format("5.1")).flagged == []
    assert judged(text.format("1.5")).flagged == ["1.5"]


def test_a_row_with_its_parent_in_front_of_a_colon_tells_what_it_names(judged):
    table = (
        "指标\t单位\t2023年\t2024年\n能源消耗总量\t兆瓦时\t5,410\t5,620\n"
        "间接能源消耗量：外购电力\t兆瓦时\t2,710\t2,850\n间接能源消耗量：外购热力\t兆瓦时\t610\t630\n"
    )
    text = "全年外购电力 2.85 吉瓦时，同比增长{}%。\n\n" + table
    assert judged(text.format("5.2")).flagged == []
    assert judged(text.format("8.3")).flagged == ["8.3"]
