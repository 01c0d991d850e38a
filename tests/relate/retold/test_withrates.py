"""A level in a sentence is the one whose rate of change stands behind it."""

from __future__ import annotations

import pytest

TABLE = "项目\t2024年\t2023年\t本年比上年增减\n营业收入（元）\t521,487,310.55\t418,906,127.20\t24.49%\n\n"
SAID = "报告期内，公司把握行业复苏的机会，实现营业收入 {} 万元，同比增长 {}%。\n"


def test_the_level_in_front_of_a_rate_is_that_of_the_row_with_the_rate(judged):
    assert judged(TABLE + SAID.format("52,148.73", "24.49")).flagged == []


@pytest.mark.parametrize("wrong", ["41,890.61", "52,418.73"])
def test_a_level_of_last_year_or_with_a_slip_is_asked_about(judged, wrong):
    assert judged(TABLE + SAID.format(wrong, "24.49")).flagged == [f"{wrong} 万"]


def test_a_level_with_another_rate_may_be_that_of_a_part(judged):
    assert judged(TABLE + SAID.format("41,890.61", "31.07")).of("same:fact") == []
