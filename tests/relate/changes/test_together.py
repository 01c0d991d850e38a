"""How a total moved of which a sentence tells only the parts."""

from __future__ import annotations

TABLE = "指标\t单位\t2023年\t2024年\n总部用水量\t吨\t94,180\t91,350\n工厂用水量\t吨\t308,915\t301,240\n\n"
SENTENCE = "2024年，总部用水量和工厂用水量分别为91,350吨和301,240吨，合计同比减少{}。\n"


def test_the_change_of_a_total_follows_from_its_parts(judged):
    assert judged(TABLE + SENTENCE.format("10,505吨")).of("together") == [("10,505", "passed")]
    assert judged(TABLE + SENTENCE.format("10,505万吨")).flagged != []
    assert judged(TABLE + SENTENCE.format("2.6%")).flagged == []
    assert judged(TABLE + SENTENCE.format("6.2%")).flagged == ["6.2"]


def test_the_change_of_something_else_is_left_alone(judged):
    other = SENTENCE.replace("合计同比减少", "同时用电量同比减少")
    assert judged(TABLE + other.format("10,605吨")).of("together") == []
