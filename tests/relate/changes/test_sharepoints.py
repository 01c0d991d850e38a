"""Points by which a share moved, where of the year before only its two numbers are told."""

from __future__ import annotations

TABLE = "指标\t单位\t2023年\t2024年\n员工总人数\t人\t9,730\t10,034\n女性员工人数\t人\t{}\t4,431\n\n"
TEXT = "2024 年，女性员工占比 44.2%，较上年提高 {} 个百分点。\n"


def told(judged, points, women="4,242"):
    return judged(TABLE.format(women) + TEXT.format(points))


def test_points_from_the_numbers_of_the_year_before(judged):
    assert told(judged, "0.6").of("sharepoints") == [("0.6", "passed")]
    assert told(judged, "0.9").flagged == ["0.9"]


def test_points_within_rounding(judged):
    assert told(judged, "0.5").flagged == []


def test_a_share_that_is_not_drawn_from_these_numbers_is_let_be(judged):
    text = TABLE.replace("4,431", "4,118").format("3,905") + TEXT.format("0.9")
    assert judged(text).of("sharepoints") == []
