"""What a word or a group in a sentence stands for: the latter, a group behind the rate of the whole."""

from __future__ import annotations

import pytest


def told(found):
    return [
        (claim.quantity.text, claim.metric.id, claim.change.value)
        for claim in found.claims
        if claim.source == "prose" and claim.place.line > 4
    ]


def test_the_latter_is_the_last_of_two_things_told_before(report):
    found = report("全年产生一般废弃物82.1吨及有害废弃物5.4吨，后者较上年减少1.2%，前者增加3.1%。\n")
    assert told(found)[2:] == [
        ("1.2", "waste.hazard_hazardous", "yoy_decline"),
        ("3.1", "waste.hazard_nonhazardous", "yoy_growth"),
    ]


def test_the_latter_of_one_thing_stands_for_nothing(report):
    found = report("全年产生有害废弃物5.4吨，后者较上年减少1.2%。\n")
    assert [metric for _, metric, _ in told(found)] == ["waste.hazard_hazardous", "?后者"]


def test_a_level_of_the_latter_is_one_of_something_else(report):
    found = report("全年源头减量6.8万吨，循环使用3.1万吨；由此减排9.8万吨，前者为7.0万吨，后者为2.8万吨。\n")
    assert [metric for _, metric, _ in told(found)][3:] == ["?前者", "?后者"]


@pytest.mark.parametrize(
    "sentence",
    ["整体离职率9.8%，其中男性及女性分别为10.1%及9.4%。\n", "整体离职率9.8%，其中男性10.1%、女性9.4%。\n"],
)
def test_a_group_behind_a_rate_has_a_rate_of_its_own(report, sentence):
    assert told(report(sentence)) == [
        ("9.8", "turnover_rate", ""),
        ("10.1", "turnover_rate.gender_male", ""),
        ("9.4", "turnover_rate.gender_female", ""),
    ]


def test_a_group_that_is_a_share_has_none(report):
    found = report("整体离职率9.8%，其中女性占46.2%。\n")
    assert told(found)[1][1] == "headcount_share.gender_female"


def test_a_semicolon_begins_another_whole(report):
    found = report("员工共1,387人，其中女性769人，占55.4%；高级管理人员29人，女性占37.9%。\n")
    assert told(found)[2:] == [
        ("55.4", "headcount_share.gender_female", ""),
        ("29", "headcount.rank_senior_manager", ""),
        ("37.9", "women_in_management.gender_female.rank_senior_manager", ""),
    ]


def test_a_second_share_is_one_of_what_the_first_is_the_share_of(report):
    found = report("绿色融资余额增至389.3亿元；其中绿色贷款占46.9%，占全部贷款的9.8%。\n")
    assert told(found)[2][1] == "?绿色贷款占全部贷款"


def test_what_is_counted_ends_where_the_share_of_a_group_in_it_begins(report):
    found = report("41名高级管理人员中女性占31.7%。\n")
    assert told(found) == [
        ("41", "headcount.rank_senior_manager", ""),
        ("31.7", "women_in_management.gender_female.rank_senior_manager", ""),
    ]
