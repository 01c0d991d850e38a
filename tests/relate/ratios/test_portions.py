"""Shares that a sentence tells beside their part."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("年末共有862家供应商，其中431家位于西部地区，占{}%。", "50.0", "59.0"),
        ("於年末，本集團共有862名員工，其中431名在海外工作，佔{}%。", "50.0", "5.0"),
        ("本年度收到投诉1,217件，其中有效投诉431件，占比{}%。", "35.4", "34.5"),
        ("The group has 1,217 suppliers, of which 431 suppliers ({}%) are local.", "35.4", "45.4"),
        ("Of our 3,438 suppliers, 1,217 ({}%) are local.", "35.4", "53.4"),
    ],
)
def test_a_part_at_once_behind_its_whole_has_the_share_that_is_told(judged, sentence, right, wrong):
    assert judged(sentence.format(right)).of("prose:portion") == [(right, "passed")]
    assert judged(sentence.format(wrong)).flagged == [wrong]


@pytest.mark.parametrize(
    "sentence",
    [
        "年末共有862名员工，其中431名为外籍（{}%）。",
        "监事会由8名监事组成，其中4名为职工代表（{}%）。",
        "The group has 862 suppliers, of which 431 are local ({}%).",
        "年末862名员工中，有431名为外籍（{}%）。",
        "监事会八名监事中有四名女性（{}%）。",
    ],
)
def test_what_the_part_is_may_stand_in_front_of_its_bracket(judged, sentence):
    assert judged(sentence.format("50.0")).of("prose:portion") == [("50.0", "passed")]
    assert judged(sentence.format("55.0")).flagged == ["55.0"]


def test_a_bracket_that_says_more_than_a_share_is_none_of_the_part(judged):
    assert judged("年末862名员工中，有431名完成培训（91.0%的人通过考核）。").flagged == []
    assert judged("年末共有862名员工，其中431名完成培训（91.0%的人通过考核）。").flagged == []


def test_a_share_within_the_rounding_of_its_numbers_holds(judged):
    found = judged("年末共有8.6万户客户，其中4.3万户位于西部地区，占50.4%。")
    assert found.flagged == []


@pytest.mark.parametrize(
    "sentence",
    [
        "年末共有862名员工，其中管理人员120名，女性54名，占45.0%。",  # of the managers
        "年末共有862名员工，其中女性431名，管理层占比30.0%。",  # of something else
        "年末共有862名员工（2023年：800名），其中女性431名，占50.0%。",  # not of the year before
        "年末共有862名员工，其中女性431名；满意度为91.0%。",
        "年末共有862家供应商，其中完成评估的员工431名，占35.0%。",  # other things are counted
    ],
)
def test_a_share_of_something_else_accuses_nobody(judged, sentence):
    assert judged(sentence).flagged == []


def test_a_share_that_names_its_whole_is_asked_about(judged):
    table = "指标\t单位\t2024年\n营业收入\t万元\t3,451.0\n\n"
    assert judged(table + "2024年，西部地区销售额871.0万元，占营业收入的25.2%。").flagged == []
    found = judged(table + "2024年，西部地区销售额871.0万元，占营业收入的22.5%。")
    assert [item.relation.strength.value for item in found.judgements if item.verdict == "flagged"] == [
        "question"
    ]


def test_how_the_part_moved_may_stand_before_its_share(judged):
    table = "指标\t单位\t2024年\n总用电量\t千瓦时\t63,934.6\n\n"
    text = "2024年光伏用电655.3千瓦时，较上年增加60.3%，占总用电量的{}%。"
    assert judged(table + text.format("1.0")).flagged == []
    assert judged(table + text.format("1.6")).flagged == ["1.6"]


PROFIT = "项目\t2024年\t2023年\n归属于上市公司股东的净利润（元）\t51,357,102.96\t40,715,290.11\n\n"


def test_a_remark_may_stand_behind_the_part_and_a_year_before_the_whole(judged):
    text = (
        PROFIT
        + "公司拟派发现金红利总额23,966,478.00元（含税），占公司{}年度归属于上市公司股东净利润的{}%。\n"
    )
    assert judged(text.format("2024", "46.67")).flagged == []
    assert judged(text.format("2024", "47.66")).flagged == ["47.66"]
    assert judged(text.format("2023", "47.66")).flagged == []


@pytest.mark.parametrize("part", ["240,225万元", "2.4万元", "24,002.25万元"])
def test_a_part_whose_place_or_digit_is_wrong_is_held_against_the_whole_that_its_share_names(judged, part):
    text = "指标\t单位\t2024年\n营业收入\t元\t230,869,676.55\n\n本年医用胶产品实现销售收入{}，占营业收入的10.41%。\n"
    right = judged(text.format("2,402.25万元"))
    assert right.of("prose:portion") == [("10.41", "passed")]
    assert judged(text.format(part)).of("prose:portion") == [("10.41", "flagged")]


def test_a_part_that_is_larger_and_of_other_digits_is_of_another_whole(judged):
    text = "指标\t单位\t2024年\n营业收入\t元\t230,869,676.55\n\n本年集团产品实现销售收入68,114.9万元，占营业收入的10.41%。\n"
    assert judged(text).of("prose:portion") == []


def test_a_bracket_behind_what_was_returned_is_a_share_of_what_was_sent(judged):
    text = "2024 年，我们向员工发放问卷 3,412 份，回收{} 份（97%）。\n"
    assert judged(text.format("了 3,309")).of("prose:portion") == [("97", "passed")]
    assert judged(text.format("了 3.309")).flagged == ["97"]
    assert judged(text.format("有建议的 209")).flagged == []  # of those returned, or something else


@pytest.mark.parametrize(("whole", "part"), [("342", "3,309"), ("3,412", "33,309"), ("1,412", "3,309")])
def test_a_whole_that_a_slip_made_smaller_than_its_part_stays_its_whole(judged, whole, part):
    assert judged(f"2024 年，我们向员工发放问卷 {whole} 份，回收 {part} 份（97%）。\n").flagged == ["97"]
    found = judged(f"年末共有供应商{whole}家，其中{part}家位于西部地区，占97.0%。")
    assert found.of("prose:portion") == [("97.0", "flagged")]


def test_a_part_that_is_larger_for_no_slip_is_of_another_whole(judged):
    assert judged("2024 年，我们补发问卷 342 份，回收 1,890 份（41%）。\n").flagged == []


def test_what_was_returned_of_another_noun_is_no_part(judged):
    text = "2024 年，我们走访社区 3,412 个，回收电池 209 节（97%）。\n"
    assert judged(text).flagged == []
