"""A number that ties with nothing is held against the one that it was meant to be."""

from __future__ import annotations

import pytest

TWICE = (
    "2024 年，我们累计派出 {one} 位驻村特派员，覆盖全国 29 个县域。\n\n"
    "2024 年，公司累计派出 {other} 位驻村特派员，覆盖全国 29 个县域。\n"
)


def asked(found):
    return [item for item in found.of("same:slip") if item[1] == "flagged"]


def test_two_sentences_that_say_the_same_with_digits_swapped(judged):
    assert asked(judged(TWICE.format(one="1,348", other="1,384"))) == [("1,384", "flagged")]


def test_two_sentences_that_say_the_same_with_another_unit_of_a_thousandfold(judged):
    text = "2024 年，{0}淘货平台带动减排 1,623.9 万{1}。\n\n2024 年，绿色行动持续推进，带动减排 1,623.9 万{2}。\n"
    assert asked(judged(text.format("公司的", "吨", "公斤"))) == [("1,623.9 万", "flagged")]


def test_numbers_that_are_no_slip_apart_are_two_facts(judged):
    assert asked(judged(TWICE.format(one="1,348", other="2,905"))) == []


def test_numbers_next_to_each_other_are_two_facts(judged):
    assert asked(judged(TWICE.format(one="185", other="186"))) == []


def test_a_sentence_that_tells_both_numbers_makes_them_two_facts(judged):
    text = (
        TWICE.format(one="1,348", other="1,384")
        + "\n2024 年，我们累计派出驻村特派员 1,348 位和助手 1,384 位。\n"
    )
    assert asked(judged(text)) == []


def test_one_english_word_makes_it_another_thing(judged):
    text = (
        "In 2024, 4,428 tonnes of our steel purchases were reviewed for deforestation risk.\n\n"
        "In 2024, 4,482 tonnes of our paper purchases were reviewed for deforestation risk.\n"
    )
    assert asked(judged(text)) == []


def test_a_number_told_as_a_bound_tells_neither(judged):
    text = TWICE.format(one="1,348", other="1,384") + "\n2024 年，驻村特派员超过 100 位，累计派出 9 批。\n"
    assert asked(judged(text)) == [("1,384", "flagged")]


def test_the_head_of_a_figure_is_held_against_its_caption(judged):
    text = "{} 家\n\n已有 20,092 家供应商签署行为准则\n\n正文。\n"
    found = judged(text.format("20,095"))
    assert [claim.source for claim in found.report.claims] == ["figure", "figure"]
    assert asked(found) == [("20,092", "flagged")]
    assert asked(judged(text.format("20,092"))) == []


def test_a_number_of_one_digit_is_asked_about_where_another_of_its_sentence_is_told_alike(judged):
    text = (
        "2024 年，公司累计派出驻村特派员 {} 位，服务范围覆盖全国 29 个县域。\n\n正文一段。\n\n"
        "2024 年，我们累计派出驻村特派员 34 位，服务范围覆盖全国 {} 个县域。\n"
    )
    assert asked(judged(text.format("34", "29"))) == []
    assert asked(judged(text.format("34", "2"))) == [("2", "flagged")]
    assert asked(judged(text.format("51", "2"))) == []


BRANCHES = "渠道\t单位\t2024年\t2023年\n服务网点总数\t个\t416\t422\n\n"


def test_a_row_called_alike_but_for_fillers_and_the_entity_is_the_same_thing(judged):
    assert asked(judged(BRANCHES + "2024年末，本公司服务网点共461个。\n")) == [("461", "flagged")]
    assert asked(judged(BRANCHES + "2024年末，本公司社区服务网点共461个。\n")) == []


def test_one_bound_at_one_number_ties_what_two_sentences_tell(judged):
    text = "2024年，护苗计划让超过5,100万次搜索被转为公益页面。\n\n2024年，护苗计划让超过{}万次搜索被转为公益页面。\n"
    assert ("5,100万", "passed") in judged(text.format("5,100")).of("same:")
    assert judged(text.format("5,300")).of("same:") == []


def test_a_tenth_of_the_shares_is_placed_by_itself(judged):
    table = "前十名股东\t持股数量（股）\n公司员工持股计划\t{}\n\n"
    told = "公司首次公开发行普通股 16,837,421 股。\n"
    assert asked(judged(table.format("1,683,742") + told)) == []


def test_one_metric_in_a_unit_of_a_thousandth_by_one_word(judged):
    head = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
    table = "Indicator\tUnit\t2023\t2024\nElectricity from the grid\tMWh\t104,380\t108,430\nTotal electricity\tMWh\t124,380\t126,915\n\n"
    text = "In 2024, electricity consumption at our sites was {} {}.\n"
    assert judged(table + text.format("126.9", "GWh"), head=head).flagged == []
    assert judged(table + text.format("126.9", "MWh"), head=head).flagged == ["126.9"]
    assert judged(table + text.format("131.7", "MWh"), head=head).flagged == []


def test_one_metric_by_one_word_and_a_digit_apart_may_be_two_facts(judged):
    table = "指标\t单位\t2023年\t2024年\n温室气体减排总量\t吨\t2,504,318\t2,871,726\n\n"
    assert judged(table + "2024 年，平台带动减排 1,287.2 万吨。\n").flagged == []


def test_the_very_digits_in_another_place_under_words_that_are_akin(judged):
    first = "2024 年的家庭开放周，46,270 位员工家属到各厂区参观车间和食堂。\n\n"
    second = "2024 年的家庭开放周，共有 {} 位员工家属参观了我们的厂区。\n"
    assert asked(judged(first + second.format("46,270"))) == []
    assert asked(judged(first + second.format("462,700"))) == [("462,700", "flagged")]
    assert asked(judged(first + second.format("48,270"))) == []


def test_a_coarse_number_does_not_settle_a_fine_one(judged):
    text = (
        "2024 年，全年 6,055 名职工报名并通过了轮岗考核。\n\n"
        "2024 年，{} 名职工报名并通过轮岗考核，走上新的岗位。\n\n"
        "2024 年，6 万名职工报名参加了线上轮岗课程和考核。\n"
    )
    assert asked(judged(text.format("6,055"))) == []
    assert asked(judged(text.format("60,555"))) == [("60,555", "flagged")]


def test_one_metric_told_twice_with_its_point_moved(judged):
    text = (
        "2024 年，人均培训达 49 小时。\n\n员工发展\n\n2024 年，公司组织培训 530 场，人均培训时长 {} 小时。\n"
    )
    assert asked(judged(text.format("49"))) == []
    assert asked(judged(text.format("490"))) == [("490", "flagged")]
    assert asked(judged(text.format("53"))) == []


def test_the_total_of_a_table_is_no_slip_of_one_of_its_rows(judged):
    text = (
        "主力产品水足迹（升/件）\n阶段\t2024年\t2023年\n原料及辅料\t226.4\t254.0\n加工\t150.6\t271.0\n合计\t377.0\t{total}\n\n"
        "主力产品水足迹由2023年的{told}升/件降至2024年的377.0升/件，其中原料及辅料环节占60.1%。\n"
    )
    assert asked(judged(text.format(total="524.0", told="524.0"))) == []
    assert asked(judged(text.format(total="525.0", told="524.0"))) == [("524.0", "flagged")]


BUYERS = "序号\t客户名称\t销售额（万元）\t占年度销售总额比例（%）\n1\t甲客户\t9,412.07\t4.18\n2\t乙客户\t7,306.55\t3.25\n\n"


def test_what_was_bought_is_no_slip_of_what_a_customer_bought_of_us(judged):
    text = BUYERS + "前五名供应商采购额52,173.90万元，占年度采购总额41.83%，占比与上年相当。\n"
    assert asked(judged(text)) == []


def test_costs_of_a_sentence_are_those_in_the_brackets_of_a_row(judged):
    head = "Halden Pumps plc Annual Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
    text = (
        "£m\t2024\t2023\nOperating profit before one-off items\t90.3\t81.1\nOne-off items\t(17.4)\t(12.6)\n\n"
        "Operating profit was reached after one-off items of £17.4m in 2024.\n"
    )
    assert asked(judged(text, head=head)) == []


CAPITAL = "年初总股本为{}股。\n\n公司首次公开发行后总股本为66,062,951股。\n"


@pytest.mark.parametrize("wrong", ["6,606,295", "660,629,511", "6,062,951"])
def test_a_long_number_with_a_digit_less_is_held_against_its_metric_of_another_day(judged, wrong):
    text = CAPITAL.format(wrong).replace("年初", "截至2023年12月31日，公司")
    assert len(judged(text).flagged) == 1


@pytest.mark.parametrize("other", ["66,026,951", "66,519,431", "66,062,900", "49,547,185"])
def test_a_long_number_of_one_order_may_have_changed(judged, other):
    text = CAPITAL.format(other).replace("年初", "截至2023年12月31日，公司")
    assert judged(text).flagged == []


PREMIUM = "2024年度，计入资本公积（股本溢价）{}元。\n\n2024年度资本溢价增加{}元，详见附注说明。\n"


@pytest.mark.parametrize("wrong", ["8,584,916.98", "858,961.98", "88,584,961.98"])
def test_a_long_number_with_digits_swapped_or_lost_needs_few_words(judged, wrong):
    assert len(judged(PREMIUM.format("8,584,961.98", wrong)).flagged) == 1


@pytest.mark.parametrize("other", ["8,584,961.98", "9,584,961.98", "8,583,107.42"])
def test_a_long_number_that_grew_by_a_round_amount_does_not(judged, other):
    assert judged(PREMIUM.format("8,584,961.98", other)).flagged == []


ALONGSIDE = (
    "2024 年，我们为 {one} 个山区小学建起书屋，捐赠图书 48,610 册。\n\n"
    "受益的山区小学共 {other} 个，2024 年收到图书 {books} 册。\n"
)


def test_sentences_that_tell_a_long_number_besides_speak_of_one_thing(judged):
    assert asked(judged(ALONGSIDE.format(one="317", other="37", books="48,610"))) == [("37", "flagged")]


def test_without_that_number_they_may_speak_of_two(judged):
    assert asked(judged(ALONGSIDE.format(one="317", other="37", books="51,902"))) == []


def test_beside_it_what_is_no_slip_apart_is_another_thing(judged):
    assert asked(judged(ALONGSIDE.format(one="317", other="208", books="48,610"))) == []


def test_three_digits_that_are_swapped_under_words_alike(judged):
    text = "2024 年，研发园区 {one} % 的用电是清洁低碳能源。\n\n2024 年，研发园区使用电力中 {other} % 是清洁低碳的。\n"
    assert asked(judged(text.format(one="31.7", other="13.7"))) == [("13.7", "flagged")]
    assert asked(judged(text.format(one="31.7", other="38.7"))) == []


def test_the_ends_of_a_range_are_not_both_told(judged):
    text = TWICE.format(one="1,348", other="1,384") + "\n2024 年，每批派出 1,200~1,500 位特派员。\n"
    assert asked(judged(text)) == [("1,384", "flagged")]


PORTS = "2024 年，全国共有 6,035 个渔港和 {} 个渔业镇，年交易额达 1.7 万亿元。\n\n2024 年，这些渔港和 {} 个更大的渔业镇在平台上卖出 {} 万亿元。\n"


def test_four_digits_agree_where_two_sentences_tell_a_shorter_number_besides(judged):
    assert judged(PORTS.format("3,182", "3,812", "1.7")).flagged == ["3,812"]
    assert judged(PORTS.format("3,182", "3,812", "2.9")).flagged == []
    assert judged(PORTS.format("3,182", "3,582", "1.7")).flagged == []


def test_the_digits_of_one_metric_in_another_place_need_no_scope_alike(judged):
    text = "2024 年，甲乙商城投诉率为 0.026%。\n\n2024 年，甲和乙商城平台的投诉率为 {}%，按月复核。\n"
    assert judged(text.format("0.26")).flagged == ["0.26"]
    assert judged(text.format("0.36")).flagged == []


def test_a_count_of_people_with_decimals_is_no_tenth_of_another(judged):
    text = "指标\t单位\t2024年12月31日\n员工总人数\t人\t{}\n\n截至 2024 年 12 月 31 日，我们有 218,943 名训练有素的员工。\n"
    assert judged(text.format("21,894.3")).flagged == ["218,943"]
    assert judged(text.format("21,894")).flagged == []


def test_one_narrow_metric_under_words_alike_needs_no_two_digits(judged):
    text = "2024 年，公司董事与高管团队中女性占比达 36%。\n\n女性董事与高管团队占比{}%。\n"
    assert judged(text.format("6")).flagged == ["6"]
    assert judged(text.format("8")).flagged == []


def test_five_digits_of_one_metric_in_another_unit_on_another_day(judged):
    text = "2024 年，中水回用量达到 21,877 {}。\n\n截至 2024 年 12 月 31 日，二号厂房项目中水回用量已达到 21,877 吨。\n"
    assert judged(text.format("公斤")).flagged == ["21,877"]
    assert judged(text.format("吨")).flagged == []
    assert judged(text.format("公斤").replace("21,877 吨", "21,877.6 吨")).flagged == []


GUESTS = "2024 年开放日，一共有 40,280 位员工家属走进我们的厂区。\n\n2024 年开放日，{} 位员工家属到各厂区体验工作环境和文化氛围。\n"


def test_four_digits_that_are_swapped_under_words_that_are_akin(judged):
    assert judged(GUESTS.format("40,820")).flagged == ["40,820"]
    assert judged(GUESTS.format("40,290")).flagged == []


def test_three_digits_in_another_place_under_words_half_alike(judged):
    text = "2024 年，一号云使用电力中 {}% 是清洁低碳的。\n\n经过努力，一号云 23.7% 的电力是清洁低碳能源。\n"
    assert judged(text.format("237,000")).flagged == ["23.7"]
    assert judged(text.format("23.7")).flagged == []
