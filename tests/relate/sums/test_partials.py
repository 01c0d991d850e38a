"""A part that is told of a whole is no more than the whole."""

from __future__ import annotations

import pytest

TABLE = (
    "指标\t单位\t2023年\t2024年\n能源消耗总量\tMWh\t10,000\t12,000\n其中：可再生能源\tMWh\t3,000\t{energy}\n"
    "员工总数\t人\t1,000\t1,100\n其中：女性\t人\t400\t{women}\n"
)
HEAD = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


def test_a_row_of_which(judged):
    found = judged(TABLE.format(energy="4,000", women="450"))
    assert found.of("table:partial") == [
        ("10,000", "passed"),
        ("12,000", "passed"),
        ("1,000", "passed"),
        ("1,100", "passed"),
    ]


def test_a_part_that_is_more_than_its_whole(judged):
    assert judged(TABLE.format(energy="40,000", women="450")).flagged == ["12,000"]
    assert judged(TABLE.format(energy="4,000", women="1,450")).flagged == ["1,100"]


def test_a_part_that_is_the_whole_but_for_rounding(judged):
    text = "指标\t单位\t2023年\t2024年\n用水总量\t万吨\t1.2\t1.3\n其中：市政供水\t吨\t12,400\t13,490\n"
    assert judged(text).of("table:partial") == [("1.2", "passed"), ("1.3", "passed")]


def test_traditional_chinese_and_english_rows(judged):
    table = "指標\t單位\t2023年\t2024年\n員工總數\t人\t1,000\t1,100\n其中：女性\t人\t400\t{}\n"
    assert judged(table.format("1,450")).flagged == ["1,100"]
    table = "Indicator\tUnit\t2023\t2024\nTotal employees\tperson\t1,000\t1,100\nof which: female\tperson\t400\t{}\n"
    assert judged(table.format("450"), head=HEAD).flagged == []
    assert judged(table.format("1,450"), head=HEAD).flagged == ["1,100"]


def test_a_row_of_which_below_a_total_of_its_section(judged):
    table = (
        "Water\tUnit\t2023\t2024\nIntake\t\t\t\nWells\tm3\t700\t720\nRivers\tm3\t300\t310\nTotal intake\tm3\t1,000\t1,030\n"
        "of which in dry regions\tm3\t400\t{}\nOutflow\t\t\t\nTo sea\tm3\t90\t95\n"
    )
    assert judged(table.format("410"), head=HEAD).of("table:partial") == [
        ("1,000", "passed"),
        ("1,030", "passed"),
    ]
    assert judged(table.format("4,100"), head=HEAD).flagged == ["1,030"]


def test_means_rates_and_balances_are_no_wholes(judged):
    for rows in (
        "人均培训时长\t小时\t20.0\t21.0\n其中：管理层\t小时\t18.0\t35.0\n",
        "用水强度\t吨/万元\t3.0\t4.0\n其中：工业\t吨/万元\t2.0\t6.0\n",
        "财务费用\t元\t1,000.00\t1,200.00\n其中：利息费用\t元\t900.00\t3,000.00\n",
        "女性员工占比\t%\t40.0\t41.0\n其中：管理层女性占比\t%\t30.0\t45.0\n",
        "员工总数\t人\t1,000\t1,100\n其中：参加培训\t人次\t900\t3,200\n",
    ):
        assert judged("指标\t单位\t2023年\t2024年\n" + rows).flagged == []


def test_a_row_that_never_fits_is_no_part(judged):
    text = "指标\t单位\t2023年\t2024年\n耗水量\t吨\t1,000\t1,100\n其中：循环用水量\t吨\t5,000\t6,000\n"
    assert judged(text).of("table:partial") == []


def test_a_sentence(judged):
    assert judged("截至2024年末，公司共有员工 1,100 人，其中女性员工 450 人。\n").flagged == []
    assert judged("截至2024年末，公司共有员工 1,100 人，其中女性员工 1,450 人。\n").flagged == ["1,100"]
    text = "In 2024, we had 1,100 employees, of which {} employees were women.\n"
    assert judged(text.format("450"), head=HEAD).flagged == []
    assert judged(text.format("1,450"), head=HEAD).flagged == ["1,100"]


def test_the_part_may_be_one_of_an_earlier_number(judged):
    text = "截至2024年末，公司共有员工 1,100 人，全年新进员工 200 人，其中女性员工 450 人。\n"
    assert judged(text).flagged == []


def test_what_a_part_reaches_is_not_part_of_the_whole(judged):
    for text in (
        "2024年，公司开展公益项目 12 个，其中助学项目惠及 30 个村。\n",
        "2024年，公司举办志愿活动 20 场，其中环保活动参与者超过 300 人。\n",
        "2024年，志愿者共 100 人，其中三名骨干，服务居民 2,000 人。\n",
    ):
        assert judged(text).flagged == []


def test_a_part_of_what_is_counted_is_no_more_than_its_whole(judged):
    text = "2024 年，公司共有 57 家门店完成改造，其中新开 {} 家门店。\n"
    assert judged(text.format("17")).flagged == []
    assert judged(text.format("71")).flagged == ["57"]


def test_another_noun_is_no_part(judged):
    text = "2024 年，公司共有 57 家门店完成改造，其中涉及 71 个街道。\n"
    assert judged(text).flagged == []


SHARED = "2024年共获批50款新药，其中小分子药物{}个，占比约64%，生物制品18个，占比约36%。"


def test_a_part_with_its_share_is_no_more_than_the_whole_whatever_counts_it(judged):
    assert judged(SHARED.format("32")).of("prose:partial") == [("50", "passed")]
    assert judged(SHARED.format("320")).of("prose:partial") == [("50", "flagged")]
    assert judged("2024年建成50个项目，其中一个惠及村庄320个。").of("prose:partial") == []


@pytest.mark.parametrize("whole", ["公司董事会有", "某某集团董事会目前有"])
def test_behind_the_first_part_another_one_is_no_more_than_the_whole_either(judged, whole):
    text = f"2024 年，{whole} 11 名成员，其中 6 名为独立董事，女性董事 {{}} 名。\n"
    assert judged(text.format("4")).flagged == []
    assert judged(text.format("44")).flagged == ["11"]


def test_what_is_said_of_others_behind_a_part_is_no_part(judged):
    text = "2024 年，公司共有员工 1,100 人，其中女性员工 450 人，培训客户 2,600 人，服务乡村医生 1,900 人。\n"
    assert judged(text).flagged == []
