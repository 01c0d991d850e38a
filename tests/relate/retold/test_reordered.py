"""A list that shares out the numbers of a table in another order than it names their rows."""

from __future__ import annotations

import pytest

HEAD = "Testford plc Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
WATER = (
    "Water by source\tUnit\t2024\t2023\nTown main water\tML\t412.6\t431.0\nRiver water (filtered)\tML\t157.9\t140.3\n"
    "Wells\tML\t21.4\t19.8\n\n"
)
TOLD = "Town water, river water and wells gave {}, {} and {} ML respectively.\n"


def test_numbers_in_the_order_of_their_names(judged):
    found = judged(WATER + TOLD.format("412.6", "157.9", "21.4"), head=HEAD)
    assert not found.flagged
    assert not found.of("same:reordered")


def test_numbers_in_another_order_are_asked_about_once(judged):
    found = judged(WATER + TOLD.format("157.9", "412.6", "21.4"), head=HEAD)
    assert found.of("same:reordered") == [("157.9", "flagged")]


def test_rounded_numbers_are_none_of_the_column(judged):
    assert not judged(WATER + TOLD.format("158", "413", "21"), head=HEAD).of("same:reordered")


def test_a_row_that_is_named_twice_tells_no_order(judged):
    told = (
        "While wells ran low, river water, wells and town water gave 157.9, 21.4 and 412.6 ML respectively.\n"
    )
    assert not judged(WATER + told, head=HEAD).flagged


GRID = (
    "产品\t2024年收入（万元）\t2024年毛利率（%）\n锅炉\t5,120.4\t28.58\n泵及阀门\t1,846.3\t21.59\n"
    "备件及维修\t944.8\t44.18\n合计\t7,911.5\t28.81\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("锅炉、泵及阀门和备件及维修的毛利率分别为28.58%、21.59%和44.18%。", []),
        ("锅炉、泵及阀门和备件及维修的毛利率分别为44.18%、21.59%和28.58%。", ["44.18"]),
        ("锅炉和备件及维修的毛利率分别为44.18%和28.58%。", ["44.18"]),
        ("锅炉、泵和备件的毛利率分别为44.18%、21.59%和28.58%。", []),
    ],
)
def test_names_that_hold_an_and_are_those_of_the_rows(judged, sentence, flagged):
    assert judged(GRID + sentence).flagged == flagged
