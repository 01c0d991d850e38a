"""A row of a footed table that was printed over another one."""

from __future__ import annotations

TABLE = (
    "项目\t2022年\t2023年\t2024年\n一厂（吨）\t5,199.4\t5,522.9\t8,289.8\n"
    "二厂（吨）\t{second}\n三厂（吨）\t{third}\n四厂（吨）\t1,423.5\t1,377.2\t1,290.6\n"
    "{total}（吨）\t{sums}\n"
)
OWN, OTHER = "2,734.8\t2,901.7\t3,116.2", "3,117.6\t3,972.9\t2,035.9"
SUMS = "12,475.3\t13,774.7\t14,732.5"


def test_a_total_over_a_row_that_repeats_the_one_before_is_asked_about_in_every_column(judged):
    right = TABLE.format(second=OWN, third=OTHER, total="合计", sums=SUMS)
    wrong = TABLE.format(second=OWN, third=OWN, total="合计", sums=SUMS)
    assert judged(right).flagged == []
    assert judged(wrong).flagged == sorted(SUMS.split("\t"))


def test_a_row_that_is_all_of_the_row_above_leaves_no_room_for_another(judged):
    sums = "9,357.7\t9,801.8\t12,696.6"
    assert judged(TABLE.format(second=OWN, third=OWN, total="合计", sums=sums)).flagged == []


def test_a_number_that_is_called_more_than_a_total_may_be_one_of_other_rows(judged):
    assert judged(TABLE.format(second=OWN, third=OWN, total="综合能耗总量", sums=SUMS)).flagged == []


def test_an_only_part_of_the_row_above_repeats_it_rightly(judged):
    text = (
        "项目\t2022年\t2023年\t2024年\n北区（吨）\t5,199.4\t5,522.9\t8,289.8\n- 电力（吨）\t4,046.8\t3,915.6\t5,791.9\n"
        "- 天然气（吨）\t1,152.6\t1,607.3\t2,497.9\n南区（吨）\t324.7\t182.9\t201.4\n- 电力（吨）\t324.7\t182.9\t201.4\n"
        "西区（吨）\t267.1\t90.3\t24.9\n合计（吨）\t5,805.7\t5,811.2\t8,530.6\n"
    )
    assert judged(text).flagged == []


def test_a_row_under_a_row_with_an_empty_cell_may_be_one_more_part(judged):
    text = (
        "项目\t本期发生额\t上期发生额\n薪酬\t6,216,548.33\t5,164,098.32\n办公费\t554,483.80\t736,307.29\n"
        "差旅费\t504,318.87\t502,808.70\n会务费\t{}\n存货报废\t354,898.08\t\n其他\t137,836.87\t29,312.71\n"
        "合计\t7,972,170.09\t6,622,865.43\n"
    )
    assert judged(text.format("204,084.14\t190,338.41")).flagged == []
    assert judged(text.format("504,318.87\t502,808.70")).flagged == ["6,622,865.43", "7,972,170.09"]


GROUPS = (
    "指标\t单位\t2023年\t2024年\n员工总人数\t人\t1,603\t1,511\n按性别划分的员工人数\t\t\t\n"
    "男性员工\t人\t884\t{men}\n女性员工\t人\t{women}\n"
)


def test_women_printed_with_the_numbers_of_men_are_no_total_of_other_groups(judged):
    assert judged(GROUPS.format(men="803", women="719\t708")).flagged == []
    assert judged(GROUPS.format(men="803", women="884\t803")).flagged == ["1,511", "1,603"]


def test_groups_that_miss_a_total_in_every_year_without_a_copy_are_those_of_other_heads(judged):
    assert judged(GROUPS.format(men="803", women="702\t690")).flagged == []


SHEET = (
    "项目\t2024年12月31日（元）\t2023年12月31日（元）\n非流动资产：\t\t\n对外投资\t118,204,517.36\t96,331,840.00\n"
    "在用设备\t512,770,648.19\t87,615,302.44\n待装设备\t{works}\n其他权益\t29,418,663.25\t18,992,107.81\n"
    "待摊支出\t407,152.90\t3,116,740.55\n{total}\t663,107,953.28\t477,936,419.87\n"
)


def test_a_total_called_as_the_head_of_its_rows_is_asked_about_too(judged):
    wrong = "512,770,648.19\t87,615,302.44"
    assert judged(SHEET.format(works="2,306,971.58\t271,880,429.07", total="非流动资产合计")).flagged == []
    assert judged(SHEET.format(works=wrong, total="非流动资产合计")).flagged == [
        "477,936,419.87",
        "663,107,953.28",
    ]
    assert judged(SHEET.format(works=wrong, total="经营性资产合计")).flagged == []
