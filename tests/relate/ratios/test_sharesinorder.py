"""Shares listed in the order of the parts in front of them."""

from __future__ import annotations

import pytest

SPLIT = "年内用水 8,120 立方米，其中地表水 5,040 立方米、回用水 3,080 立方米，分别占{}%和{}%。"
NAMED = "年末共有员工 1,520 人，其中男性 1,020 人、女性 500 人，分别占员工总数的{}%和{}%。"


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [(SPLIT, "62.1", "37.9"), (NAMED, "67.1", "32.9")],
)
def test_each_share_is_that_of_the_part_in_its_place(judged, sentence, first, last):
    found = judged(sentence.format(first, last))
    assert found.of("prose:portion") == [(first, "passed"), (last, "passed")]
    assert found.flagged == []


def test_a_share_that_its_part_does_not_give_is_an_error(judged):
    assert judged(SPLIT.format("62.1", "39.7")).flagged == ["39.7"]


def test_shares_within_the_rounding_of_their_numbers_hold(judged):
    text = "年内用水 8.1 万立方米，其中地表水 5.0 万立方米、回用水 3.1 万立方米，分别占62.1%和37.9%。"
    assert judged(text).flagged == []


def test_shares_of_another_whole_are_none_of_the_number_in_front(judged):
    text = (
        "年内用水 8,120 立方米，其中地表水 5,040 立方米、回用水 3,080 立方米，分别占各自限额的81.0%和44.0%。"
    )
    assert judged(text).flagged == []


def test_growth_listed_behind_parts_is_no_share(judged):
    text = "年内用水 8,120 立方米，其中地表水 5,040 立方米、回用水 3,080 立方米，分别增长12.0%和3.0%。"
    assert judged(text).of("prose:portion") == []
