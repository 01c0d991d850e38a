"""Means per head that sentences tell."""

from __future__ import annotations

import pytest

HOURS = "2024 年共有 912 名员工参加技能培训，培训总学时 20,064 小时，人均 {} 小时。\n"
TABLE = "指标\t单位\t2023年\t2024年\n研发投入\t万元\t4,120.60\t4,867.25\n研发人员数量\t人\t128\t143\n员工总数\t人\t804\t861\n"
NAMED = "\n截至 2024 年末，公司研发人员 143 人。2024 年研发投入 0.49 亿元，人均研发投入 {} 万元。\n"


def test_the_amount_over_those_who_took_part(judged):
    assert judged(HOURS.format("22.0")).of("prose:perhead") == [("22.0", "passed")]
    assert judged(HOURS.format("26.0")).flagged == ["26.0"]


def test_a_mean_just_inside_rounding_is_right(judged):
    inside = "2024 年培训覆盖 913 人，总学时 2.01 万小时，人均 {} 小时。\n"
    assert judged(inside.format("22.0")).flagged == []
    assert judged(inside.format("22.3")).flagged == ["22.3"]


def test_a_mean_over_all_employees_of_another_table_is_right(judged):
    staff = "\n指标\t单位\t2024年\n员工总数\t人\t1,056\n"
    assert judged(HOURS.format("19.0") + staff).flagged == []


def test_the_number_of_times_that_people_took_part_is_no_number_of_people(judged):
    times = "2024 年共有 912 人次参加技能培训，总学时 20,064 小时，人均 26.0 小时。\n"
    assert judged(times).flagged == []


def test_a_mean_beside_the_whole_staff_may_be_one_over_those_trained(judged):
    staff = "2024 年末公司共有员工 1,000 人，全年培训总学时 20,064 小时，人均培训学时 {} 小时。\n"
    assert judged(staff.format("26.0")).flagged == []
    assert judged(staff.format("20.1")).flagged == []
    assert judged(staff.format("21.0")).flagged == []


@pytest.mark.parametrize(
    ("told", "flagged"), [("34.04", []), ("38.04", ["38.04 万"]), ("5.65", []), ("35.92", [])]
)
def test_a_mean_named_after_an_amount_is_one_over_those_of_its_name_or_all(judged, told, flagged):
    assert judged(TABLE + NAMED.format(told)).flagged == flagged


def test_without_people_of_its_name_nearby_it_may_be_drawn_over_others(judged):
    alone = "\n2024 年人均研发投入 {} 万元。\n"
    assert judged(TABLE + alone.format("41.55")).flagged == []


def test_a_mean_for_each_time_is_drawn_over_times(judged):
    text = "全年 3,812 人次员工参与志愿服务，服务时数 20,585 小时，人次平均 {} 小时。"
    assert judged(text.format("5.4")).of("prose:perhead") == [("5.4", "passed")]
    assert judged(text.format("4.5")).flagged == ["4.5"]
