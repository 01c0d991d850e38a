"""Two numbers of a sentence that stand in the table under each other's name."""

from __future__ import annotations

TABLE = (
    "指标\t单位\t2023年\t2024年\n总部用水量\t吨\t94,180\t91,350\n工厂用水量\t吨\t308,915\t301,240\n"
    "用水量合计\t吨\t403,095\t392,590\n\n"
)


def test_numbers_told_under_each_others_name_are_asked_about_once(judged):
    assert judged(TABLE + "2024年，总部用水量和工厂用水量分别为301,240吨和91,350吨。\n").flagged == [
        "301,240"
    ]


def test_numbers_in_their_own_order_are_not(judged):
    assert judged(TABLE + "2024年，总部用水量和工厂用水量分别为91,350吨和301,240吨。\n").flagged == []


def test_one_number_of_another_row_is_that_row(judged):
    assert judged(TABLE + "2024年，总部用水量和食堂用水量分别为301,240吨和12,480吨。\n").flagged == []
