"""Shares in a bracket behind a part and its whole."""

from __future__ import annotations

import pytest

HEAD = "Testford plc Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("3,079 of our 7,418 employees ({}%) are women.", "41.5", "45.1"),
        ("In 2024, 214 of 260 suppliers ({}%) were audited.", "82.3", "83.2"),
        ("In 2024 we had assessed 1,214 of our 2,960 suppliers, or {}%.", "41.0", "40.1"),
    ],
)
def test_a_part_of_a_whole_has_the_share_in_the_bracket(judged, sentence, right, wrong):
    assert judged(sentence.format(right), head=HEAD).flagged == []
    assert (right, "passed") in judged(sentence.format(right), head=HEAD).of("prose:")
    assert set(judged(sentence.format(wrong), head=HEAD).flagged) == {wrong}


@pytest.mark.parametrize(
    "sentence",
    [
        "3,079 of our 7,418 employees (42%) are women.",  # rounded
        "3,079 of our 7,418 employees are women (2023: 40.1%).",  # of another year
        "3,079 of our 7,418 employees attended, and satisfaction was 91%.",
    ],
)
def test_another_share_accuses_nobody(judged, sentence):
    assert judged(sentence, head=HEAD).flagged == []


ROOF = (
    "2024年屋顶光伏发电643.8万千瓦时，较2023年的486.4万千瓦时增长32.4%，占全年用电量7,436.2万千瓦时的{}%。\n"
)


def test_a_share_may_stand_behind_its_whole(judged):
    assert judged(ROOF.format("8.7")).of("prose:portion") == [("8.7", "passed")]
    assert judged(ROOF.format("7.8")).flagged == ["7.8"]


def test_a_share_behind_a_number_of_another_kind_is_none_of_it(judged):
    assert judged("2024年屋顶光伏发电643.8万千瓦时，占地面积7,436.2平方米的7.8%。\n").flagged == []


PROFIT = "利润（元）\t2024年\n归属于上市公司股东的净利润\t281,170,885.20\n\n2024年，经营活动产生的现金流量净额为3.72亿元，是同期{}的{}倍。\n"


def test_a_number_may_be_so_many_times_another_that_is_named(judged):
    named = "归属于上市公司股东的净利润"
    assert judged(PROFIT.format(named, "1.32")).of("prose:times") == [("1.32", "passed")]
    assert judged(PROFIT.format(named, "1.23")).flagged == ["1.23"]
    assert judged(PROFIT.format("营业收入", "1.23")).flagged == []
