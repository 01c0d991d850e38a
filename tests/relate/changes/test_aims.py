"""How much of an aim is reached, told in sentences."""

from __future__ import annotations

AIM = "公司承诺于2030年将温室气体排放总量较2020年减少42%。"
NOW = "2024年温室气体排放总量较2020年减少{}%，目标达成率为{}%。\n"


def test_progress_is_the_change_over_the_aim(judged):
    assert judged(AIM + NOW.format("17.2", "41.0")).of("progress:told") == [("41.0", "passed")]
    assert judged(AIM + NOW.format("17.2", "61.0")).of("progress:told") == [("61.0", "flagged")]


def test_rounding_accuses_nobody(judged):
    assert judged(AIM + NOW.format("17.2", "41")).of("progress:told") == [("41", "passed")]


def test_a_change_of_another_metric_tells_nothing_of_the_aim(judged):
    told = "2024年用水量较2020年减少17.2%，目标达成率为61.0%。\n"
    assert judged(AIM + told).of("progress:told") == []


def test_two_aims_leave_open_which_one_is_meant(judged):
    more = "并于2035年将温室气体排放总量减少60%。"
    assert judged(AIM + more + NOW.format("17.2", "61.0")).of("progress:told") == []
