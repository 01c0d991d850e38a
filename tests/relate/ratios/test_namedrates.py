"""Rates told behind the count that they are named after."""

from __future__ import annotations

import pytest

MENDED = "2024 年，共发现隐患 2,318 项，完成整改 {} 项，整改率达 {}%。\n"


def test_a_rate_is_the_quotient_of_the_two_counts_in_front_of_it(judged):
    found = judged(MENDED.format("2,294", "98.96"))
    assert ("98.96", "passed") in found.of("prose:portion")
    assert found.flagged == []


def test_a_rate_that_the_counts_do_not_give_is_a_question(judged):
    found = judged(MENDED.format("2,294", "89.96"))
    assert found.flagged == ["89.96"]
    (item,) = [item for item in found.judgements if item.verdict.value == "flagged"]
    assert item.relation.strength.value == "question"


def test_a_part_of_another_order_is_told_where_moving_its_point_explains_it(judged):
    assert judged(MENDED.format("22,940", "98.96")).flagged == ["98.96"]
    assert judged(MENDED.format("31,275", "98.96")).flagged == []


@pytest.mark.parametrize(
    "sentence",
    [
        "2024 年，共发现隐患 2,318 项，完成整改 2,294 项，按期整改率达 81.20%。",  # of those that were due
        "2024 年，共发现隐患 2,318 项，完成整改 2,294 项，员工满意率达 81.20%。",  # of something else
        "2024 年，入职 1,204 人，离职 906 人，离职率 8.10%。",  # of the staff
        "2024 年，入库 1,204 件、出库 906 件，出库率 8.10%。",  # of what was stored
        "2024 年，开展检查 318 次，完成整改 294 项，整改率达 81.20%。",  # other things are counted
        "2024 年，发现隐患 2,318 项，重大隐患 20 项，整改完成率达 81.20%。",  # no number is of what was mended
    ],
)
def test_a_rate_of_something_else_accuses_nobody(judged, sentence):
    assert judged(sentence).flagged == []
