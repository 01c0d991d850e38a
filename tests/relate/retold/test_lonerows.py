"""What a sentence tells of a section that has but one row."""

from __future__ import annotations

import pytest

TABLE = (
    "| 指标 | 单位 | 2024年 | 2023年 |\n|---|---|---|---|\n| 范围一 | | | |\n"
    "| 天然气 | 吨二氧化碳当量 | 5,210 | 5,344 |\n| 柴油 | 吨二氧化碳当量 | 1,870 | 1,902 |\n"
    "| 范围二 | | | |\n| 外购电力 | 吨二氧化碳当量 | 8,473 | 8,926 |\n\n"
)
TOLD = "Scope 2 emissions decreased by {}% to {} tCO2e.\n"


@pytest.mark.parametrize(
    ("rate", "level", "found"),
    [
        ("5.1", "8,473", [("8,473", "passed")]),
        ("5.1", "8,743", [("8,743", "flagged")]),
        ("9.7", "8,060", []),
    ],
)
def test_a_number_of_the_section_is_that_of_its_row_where_its_growth_is(judged, rate, level, found):
    told = judged(TABLE + TOLD.format(rate, level))
    assert [item for item in told.of("same:lonerow") if item[1] != "undecided"] == found


def test_a_section_of_two_rows_is_neither(judged):
    told = judged(TABLE + "Scope 1 emissions decreased by 2.5% to 5,120 tCO2e.\n")
    assert told.of("same:lonerow") == []
