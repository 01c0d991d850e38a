"""A rate of growth that is the one of its neighbour in the sentence."""

from __future__ import annotations

HEAD = "Quarry Lane Foods 2024 annual report\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
TEXT = (
    "Income statement\n\nUSD thousand\t2024\t2023\nBakery revenue\t31,404\t29,210\nCatering revenue\t12,806\t11,107\n\n"
    "Bakery revenue increased {bakery}% and catering revenue increased {catering}% in 2024, reflecting new sites.\n"
)


def test_two_rates_of_two_rows_hold(judged):
    assert judged(TEXT.format(bakery="7.5", catering="15.3"), head=HEAD).flagged == []


def test_a_row_with_the_rate_of_its_neighbour_is_asked_about(judged):
    assert judged(TEXT.format(bakery="15.3", catering="15.3"), head=HEAD).flagged == ["15.3"]


def test_a_rate_that_is_nobodys_may_be_one_on_another_base(judged):
    assert judged(TEXT.format(bakery="11.9", catering="15.3"), head=HEAD).flagged == []
