"""A rate of change that is told once more is the same rate."""

from __future__ import annotations

FIRST = "2024 年，公司新签合同金额为 52,310.40 万元，同比增长 18.27%。\n\n"
TABLE = "产品\t项目\t2024年金额（元）\t2023年金额（元）\t同比增减\n涂层产品\t包装费用\t512,300.00\t310,100.00\t65.20%\n\n"


def test_a_change_behind_the_same_level_is_the_same_change(judged):
    again = "展望未来，2024 年公司新签合同金额为 52,310.40 万元，同比增长 {}。\n"
    assert judged(FIRST + again.format("18.27%")).of("retold") == [("18.27", "passed")]
    assert judged(FIRST + again.format("18.3%")).of("retold") == [("18.3", "passed")]
    assert judged(FIRST + again.format("13.27%")).of("retold") == [("13.27", "flagged")]


def test_what_narrows_a_level_in_a_bracket_narrows_its_change_too(judged):
    told = "2024 年，公司新签合同金额为 52,310.40 万元（{}），同比增长 {}。\n\n"
    assert judged(told.format("含税", "18.27%") * 2).of("retold") == [("18.27", "passed")]
    again = told.format("含税", "18.27%") + told.format("含税", "81.27%")
    assert judged(again).of("retold") == [("81.27", "flagged")]
    assert judged(told.format("含税", "18.27%") + told.format("不含税", "81.27%")).of("retold") == []


def test_a_change_behind_another_level_is_another_change(judged):
    other = "展望未来，2024 年公司新签合同金额为 31,204.10 万元，同比增长 13.27%。\n"
    assert judged(FIRST + other).of("retold") == []


def test_a_change_on_another_base_is_another_change(judged):
    other = "2024 年公司新签合同金额为 52,310.40 万元，较 2020 年增长 63.10%。\n"
    assert judged(FIRST + other).of("retold") == []


def test_a_sentence_that_names_a_row_tells_its_change(judged):
    assert judged(TABLE + "涂层产品：公司包装费用较去年同期增长 65.20%。\n").of("retold") == [
        ("65.20", "passed")
    ]
    assert judged(TABLE + "涂层产品：公司包装费用较去年同期增长 652.0%。\n").of("retold") == [
        ("652.0", "flagged")
    ]


def test_a_rate_that_is_no_slip_away_is_of_something_else(judged):
    assert judged(TABLE + "涂层产品：公司包装费用较去年同期增长 31.07%。\n").of("retold") == []


def test_a_rate_called_by_all_parts_of_a_row_is_that_of_the_row(judged):
    table = TABLE + "\n"
    named = "2024 年，涂层产品包装费用较上年同期大幅增长 {}，主要系订单增加所致。\n"
    assert judged(table + named.format("65.20%")).of("retold") == [("65.20", "passed")]
    assert judged(table + named.format("31.70%")).of("retold") == [("31.70", "flagged")]


def test_a_rate_of_something_of_a_row_is_none_of_the_row(judged):
    told = TABLE + "\n2024 年，涂层产品包装费用预算较上年同期增长 31.70%。\n"
    assert judged(told).of("retold") == []
