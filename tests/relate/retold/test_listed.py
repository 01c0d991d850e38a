"""Names that a sentence lists with their numbers, against the rows of a table."""

from __future__ import annotations

TABLE = "类别\t去向\t2023年（吨）\t2024年（吨）\n炉渣\t制砖\t41,230\t44,870\n炉渣\t铺路\t12,906\t13,415\n炉渣\t填埋\t3,371\t2,964\n炉渣\t小计\t57,507\t61,249\n\n"
THREE = "2024 年炉渣中，制砖、铺路及填埋分别为 {} 吨、13,415 吨及 {} 吨。\n"


def listed(found):
    return found.of("same:listed")


def test_the_numbers_of_a_list_are_those_of_its_rows(judged):
    found = judged(TABLE + THREE.format("44,870", "2,964"))
    assert listed(found) == [("44,870", "passed"), ("13,415", "passed"), ("2,964", "passed")]


def test_one_number_that_its_row_does_not_print_is_a_question(judged):
    assert judged(TABLE + THREE.format("44,870", "6,249")).flagged == ["6,249"]


def test_where_most_are_others_the_list_is_not_that_of_the_table(judged):
    assert judged(TABLE + THREE.format("40,100", "6,249")).flagged == []


def test_a_number_in_a_coarser_unit_is_the_same(judged):
    text = "2024 年炉渣中，制砖、铺路及填埋分别为 4.49 万吨、1.34 万吨及 0.30 万吨。\n"
    assert judged(TABLE + text).flagged == []


def test_of_two_names_only_a_slip_is_asked_about(judged):
    text = "2024 年炉渣制砖、铺路分别为 44,870 吨和 {} 吨。\n"
    assert judged(TABLE + text.format("13,145")).flagged == ["13,145"]
    assert judged(TABLE + text.format("9,800")).flagged == []


def test_the_row_of_what_all_names_share_is_the_row_of_none(judged):
    table = "用电（兆瓦时）\t2023年\t2024年\n用电\n车间\t40,812\t41,377\n仓库\t9,306\t9,958\n食堂\t1,207\t1,164\n用电总量\t51,325\t52,499\n\n"
    told = "2024 年，车间、仓库及食堂之用电量分别为 {} 兆瓦时、9,958 兆瓦时及 1,164 兆瓦时。\n"
    assert judged(table + told.format("41,377")).flagged == []
    assert judged(table + told.format("9,958")).flagged == ["9,958"]
