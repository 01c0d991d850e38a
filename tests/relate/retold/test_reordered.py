"""A list that shares out the numbers of a table in another order than it names their rows."""

from __future__ import annotations

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
