"""A number that ties with nothing is held against the one that it was meant to be."""

from __future__ import annotations

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
