"""Shares that a sentence tells of a row and the total of its table."""

from __future__ import annotations

import pytest

TABLE = (
    "Sales by region (tonnes)\t2024\t2023\n1 Northern coast\t500,321\t480,100\n10 Inland valleys\t1,278,420\t1,231,756\n"
    "11 Islands\t452,833\t472,229\nTotal deliveries\t2,231,574\t2,184,085\n\n"
)
STAFF = "Headcount\t2024\t2023\nMen\t4,740\t4,717\nWomen\t1,772\t1,623\nTotal employees\t6,512\t6,340\n\n"


def test_a_share_is_that_of_the_row_it_names(judged):
    text = (
        TABLE
        + "In 2024, total deliveries were 2,231,574 tonnes, of which inland valleys accounted for {}%.\n"
    )
    assert judged(text.format("57.3")).of("row:share") == [("57.3", "passed")]
    assert judged(text.format("53.7")).flagged == ["53.7"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2024, inland valleys accounted for 53.7%.",  # of what, the sentence does not say
        "In 2024, of total deliveries of 2,231,574 tonnes, inland valleys by rail accounted for 53.7%.",
        "In 2024, total deliveries were 2,231,574 tonnes; satisfaction in inland valleys was 53.7%.",
    ],
)
def test_a_share_of_something_else_accuses_nobody(judged, sentence):
    assert judged(TABLE + sentence).flagged == []


def test_the_points_by_which_a_share_moved_follow_from_the_rows_of_both_years(judged):
    text = STAFF + "Women made up 27.2% of employees in 2024, an increase of {} percentage points on 2023.\n"
    assert judged(text.format("1.6")).of("row:points") == [("1.6", "passed")]
    assert judged(text.format("6.1")).flagged == ["6.1"]


def test_people_in_a_table_without_units_are_those_of_the_sentence(judged):
    text = STAFF + "At 31 December 2024 we employed {} people.\n"
    assert judged(text.format("6,512")).flagged == []
    assert judged(text.format("6,521")).flagged == ["6,521"]


SCOPES = "Emissions (tCO2e)\t2024\t2023\nFreight\t31,204\t30,118\nOffices\t8,417\t8,905\nFreight and offices\t39,621\t39,023\nSuppliers\t120,300\t118,450\nAll emissions\t159,921\t157,473\n\n"


def test_of_two_totals_a_share_is_one_of_that_which_its_sentence_prints(judged):
    text = SCOPES + "In 2024, we emitted 39,621 tonnes, of which freight accounted for {}%.\n"
    assert judged(text.format("78.8")).flagged == []
    assert judged(text.format("87.8")).flagged == ["87.8"]


def test_of_two_totals_that_are_not_printed_a_share_is_of_neither(judged):
    assert judged(SCOPES + "In 2024, freight accounted for 87.8% of what we emitted.\n").flagged == []
