"""Shares of those counted in front of them."""

from __future__ import annotations

import pytest

TOLD = "2024 年末，公司共有 1,862 名员工，其中女性 931 名，占 50.0%；18 名部门主管中女性占 {}%。"


def test_a_share_of_a_few_is_that_of_a_whole_number_of_them(judged):
    found = judged(TOLD.format("38.9"))
    assert found.of("prose:of_counted") == [("38.9", "passed")]
    assert found.flagged == []
    assert judged(TOLD.format("36.9")).flagged == ["36.9"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2024 年，1,862 名员工中女性占 33.37%。",  # of so many every share is one
        "2024 年，共有 18 人在生产中受伤，占 36.9%。",
        "2024 年，公司共有 862 名员工，其中 18 名位于中国内地，占 2.1%。",
    ],
)
def test_what_is_no_group_of_a_few_people_is_left_alone(judged, sentence):
    found = judged(sentence)
    assert found.of("prose:of_counted") == []
    assert found.flagged == []
