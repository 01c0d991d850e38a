"""A rate of the whole is the mean of its groups, weighted by the heads."""

from __future__ import annotations

TABLE = (
    "指标\t单位\t2022年\t2023年\t2024年\n"
    "按性别划分的员工比例\t\t\t\t\n男性\t%\t65.4\t65.2\t64.6\n女性\t%\t34.6\t34.8\t35.4\n"
    "总流失率\t%\t27.0\t29.3\t{rate}\n按性别划分的员工流失率\t\t\t\t\n男性\t%\t27.4\t28.2\t23.1\n女性\t%\t26.2\t31.4\t24.3\n"
)


def test_a_rate_that_is_the_mean_of_its_groups(judged):
    assert judged(TABLE.format(rate="23.5")).of("mean") == [
        ("27.0", "passed"),
        ("29.3", "passed"),
        ("23.5", "passed"),
    ]


def test_a_rate_outside_of_its_groups_is_a_question(judged):
    found = judged(TABLE.format(rate="25.3"))
    (item,) = [item for item in found.judgements if item.verdict.value == "flagged"]
    assert (item.relation.strength.value, found.flagged) == ("question", ["25.3"])


def test_a_report_in_which_it_holds_in_no_year_counts_other_heads(judged):
    text = TABLE.replace("27.0\t29.3", "20.0\t21.0").format(rate="18.0")
    assert judged(text).of("mean") == []


HEADS = (
    "指标\t单位\t2023年\t2024年\n"
    "按性别划分的员工人数\t\t\t\n男性\t人\t866\t781\n女性\t人\t694\t654\n"
    "按职级划分的员工人数\t\t\t\n高级管理层\t人\t42\t31\n中层管理者\t人\t481\t415\n基层员工\t人\t1,037\t989\n"
)
HOURS = (
    "人均培训时长\t小时\t33.27\t{whole}\n"
    "按性别划分的人均培训时长\t\t\t\n男性\t小时\t34.15\t31.20\n女性\t小时\t32.18\t35.98\n"
    "按职级划分的人均培训时长\t\t\t\n高级管理层\t小时\t75.25\t72.38\n中层管理者\t小时\t{middle}\t33.67\n"
    "基层员工\t小时\t33.03\t30.25\n"
)


def test_a_rate_that_repeats_the_number_beside_it_where_another_split_tells_the_whole(judged):
    assert judged(HEADS + HOURS.format(whole="32.71", middle="30.14")).flagged == []
    assert judged(HEADS + HOURS.format(whole="32.71", middle="33.67")).flagged == ["33.27"]


def test_groups_that_another_split_denies_in_one_year_only_accuse_nobody(judged):
    assert judged(HEADS + HOURS.format(whole="32.71", middle="35.96")).flagged == []


def test_groups_that_another_split_denies_in_all_years(judged):
    told = HOURS.format(whole="33.38", middle="31.14").replace("75.25", "72.83")
    assert judged(HEADS + told).flagged == ["33.27", "33.38"]


def test_a_whole_that_repeats_another_year_where_two_splits_agree_on_its_own(judged):
    told = HOURS.format(whole="32.71", middle="30.14").replace("33.27", "32.71")
    assert judged(HEADS + told).flagged == ["32.71", "32.71"]


def test_a_whole_beyond_all_groups_where_two_splits_agree_on_its_own(judged):
    told = HOURS.format(whole="32.71", middle="30.14").replace("33.27", "3.27")
    assert judged(HEADS + told).flagged == ["3.27", "3.27"]
