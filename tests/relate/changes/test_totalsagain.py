"""Sentences that open with the bare word for a total."""

from __future__ import annotations

TOLD = "2024 年，废水排放总量 412,640 吨，其中生产废水 301,255 吨。总量较 2020 年累计下降 {}%（2020 年：{} 吨）。\n"


def test_a_bare_total_is_that_of_the_sentence_before(judged):
    found = judged(TOLD.format("8.3", "449,990"))
    assert found.of("growth:total") == [("8.3", "passed")]
    assert judged(TOLD.format("11.2", "449,990")).flagged == ["11.2"]


def test_a_rate_just_inside_rounding_passes(judged):
    assert judged(TOLD.format("8.3", "450,200")).flagged == []
    assert judged(TOLD.format("8.3", "450,300")).flagged == ["8.3"]


def test_a_total_in_another_unit_or_behind_another_sentence_is_another_one(judged):
    power = "2024 年，废水排放总量 412,640 吨。总量较 2020 年累计下降 11.2%（2020 年：449,990 兆瓦时）。\n"
    assert judged(power).of("growth:total") == []
    later = "2024 年，废水排放总量 412,640 吨。年内新增水井 3 口。总量较 2020 年下降 11.2%（2020 年：449,990 吨）。\n"
    assert judged(later).of("growth:total") == []
