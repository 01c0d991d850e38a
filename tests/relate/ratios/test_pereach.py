"""Means that sentences tell for each of something, over what the report tells of it."""

from __future__ import annotations

import pytest

DEPOTS = "年末设有仓库 312 座。\n\n"
ORDERS = "全年完成 3,906 百万单订单。\n\n"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (DEPOTS + "全年收到投诉 5,218 宗，平均每座仓库 {} 宗。", "16.7", "19.7"),
        (ORDERS + "全年收到投诉 15,077 宗，即每百万单 {} 宗。", "3.86", "4.21"),
        ("全年工伤 23 宗，损失 782 天，平均每宗工伤损失 {} 天。", "34.0", "43.0"),
    ],
)
def test_a_mean_for_each_is_the_quotient_of_what_is_told(judged, text, right, wrong):
    assert judged(text.format(right)).of("prose:each") == [(right, "passed")]
    assert judged(text.format(wrong)).flagged == [wrong]


def test_a_mean_within_the_rounding_of_its_numbers_holds(judged):
    text = "年末设有仓库约 310 座。\n\n全年完成 3.9 亿单订单。\n\n全年收到投诉 1.5 万宗，即每百万单 38.0 宗。"
    assert judged(text).flagged == []


def test_a_mean_over_both_ends_of_the_year_is_no_error(judged):
    table = "指标\t单位\t2023年\t2024年\n仓库\t座\t250\t312\n\n"
    assert judged(table + "全年收到投诉 5,218 宗，平均每座仓库 18.6 宗。").flagged == []


def test_what_is_told_for_each_of_another_thing_is_left_alone(judged):
    assert judged(DEPOTS + "全年收到投诉 5,218 宗，平均每座工厂 401.4 宗。").flagged == []
    assert judged(DEPOTS + "全年收到投诉 5,218 宗，每座仓库配备 2 台消防泵。").flagged == []
