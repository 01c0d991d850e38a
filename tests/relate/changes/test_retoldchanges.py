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


ENGLISH = "Testford plc Annual Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
MARGINS = "Measure\t2024\t2023\tChange\nCore trading margin (%)\t17.4\t17.0\t40 bps\nNet yield (%)\t6.1\t5.9\t20 bps\n\n"


def test_points_that_end_at_the_level_of_a_row_are_those_of_the_row(judged):
    text = MARGINS + "The core trading margin rose by {} basis points to 17.4%.\n"
    assert ("40", "passed") in judged(text.format("40"), head=ENGLISH).of("retold:change")
    assert judged(text.format("30"), head=ENGLISH).flagged == ["30"]  # 17.4 - 17.0 has it inside its rounding


def test_points_of_another_level_or_name_are_not_those_of_the_row(judged):
    for told in (
        "The core trading margin rose by 30 basis points to 18.1%.\n",
        "The core trading margin in Spain rose by 30 basis points to 17.4%.\n",
    ):
        assert not judged(MARGINS + told, head=ENGLISH).of("retold:change")
