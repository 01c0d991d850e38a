"""A rate of change in a sentence, and the same rate in the row that the sentence names."""

from __future__ import annotations

TABLE = "分产品\t营业收入（元）\t营业收入比上年增减（%）\n涂层材料\t512,300,400.00\t-4.45\n胶粘材料\t300,200,100.00\t6.12\n\n"


def test_a_direction_turned_round_is_told(judged):
    assert judged(TABLE + "涂层材料收入同比下降4.45%。\n").of("retold") == [("4.45", "passed")]
    assert judged(TABLE + "涂层材料收入同比增长4.45%。\n").of("retold") == [("4.45", "flagged")]


def test_another_rate_is_another_fact(judged):
    assert judged(TABLE + "涂层材料收入同比增长7.30%。\n").of("retold") == []


def test_a_rate_of_another_row_is_not_its_rate(judged):
    assert judged(TABLE + "薄膜材料收入同比增长4.45%。\n").of("retold") == []
