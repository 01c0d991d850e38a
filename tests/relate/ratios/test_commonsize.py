"""A table of percentages whose title names their whole, against the amounts of its rows."""

from __future__ import annotations

import pytest

HEAD = "Quarry Lane Foods 2024 annual report\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
AMOUNTS = (
    "Income statement\n\nUSD thousand\t2024\t2023\nRevenue\t48,210\t44,905\nIngredients\t20,731\t19,760\n"
    "Wages\t9,160\t8,532\nFreight(a)\t3,375\t3,592\nMarketing\t2,411\t2,245\n\n"
    "(a) Freight for 2023 has been recast to the new structure of our depots.\n\n"
)
SHARES = (
    "Costs as a percentage of revenue\n\n\t2024\t2023\nIngredients\t43.0%\t44.0%\nWages\t19.0%\t19.0%\n"
    "Freight\t{}\t8.0%\nMarketing\t5.0%\t5.0%\n\n"
)


def test_a_row_is_the_share_of_the_amount_that_bears_its_name(judged):
    found = judged(AMOUNTS + SHARES.format("7.0%"), head=HEAD)
    assert found.of("table:common") == [
        (share, "passed") for share in ("43.0", "44.0", "19.0", "19.0", "7.0", "8.0", "5.0", "5.0")
    ]


def test_a_row_that_is_another_share_is_found_where_the_others_hold(judged):
    assert judged(AMOUNTS + SHARES.format("9.0%"), head=HEAD).flagged == ["9.0"]


def test_a_table_of_which_few_rows_hold_is_drawn_otherwise(judged):
    shares = SHARES.format("9.0%").replace("43.0", "41.0").replace("44.0", "42.6").replace("19.0", "20.1")
    assert judged(AMOUNTS + shares, head=HEAD).flagged == []


@pytest.mark.parametrize("title", ["Costs in percent", "Costs as a percentage of budget"])
def test_a_title_that_names_no_told_whole_relates_nothing(judged, title):
    shares = SHARES.format("9.0%").replace("Costs as a percentage of revenue", title)
    assert judged(AMOUNTS + shares, head=HEAD).of("table:common") == []
