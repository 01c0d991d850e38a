"""Lines that speak in one column only: what they are to the total is not known."""

from __future__ import annotations

import pytest

EQUITY = (
    "项目\t2024年12月31日\t2023年12月31日\n所有者权益（元）\t\t\n股本（元）\t{share}\t62,118,340.00\n"
    "资本公积（元）\t418,277,905.36\t402,561,118.24\n{late}\t{bought}\t\n盈余公积（元）\t19,204,371.58\t12,660,842.91\n"
    "未分配利润（元）\t141,853,206.77\t108,327,559.02\n所有者权益合计（元）\t{total}\t585,667,860.17\n"
)


def equity(share="62,518,340.00", late="减：库存股（元）", bought="9,412,668.05", total="632,441,155.66"):
    return EQUITY.format(share=share, late=late, bought=bought, total=total)


def test_what_is_taken_off_this_year_only_is_seen_by_its_label(judged):
    assert judged(equity()).flagged == []


def test_a_slip_beside_it_is_flagged(judged):
    assert judged(equity(share="65,218,340.00")).flagged == ["632,441,155.66"]


def test_so_is_a_number_that_stands_elsewhere(judged):
    assert judged(equity(share="19,204,371.58")).flagged == ["632,441,155.66"]


@pytest.mark.parametrize(
    ("late", "total"),
    [
        ("专项储备（元）", "651,266,491.76"),  # added
        ("库存股（元）", "632,441,155.66"),  # taken off, and the label does not say so
        ("其中：股本溢价（元）", "641,853,823.71"),  # told beside the sum
    ],
)
def test_whatever_makes_the_total_right_is_what_the_line_is(judged, late, total):
    assert judged(equity(late=late, total=total)).flagged == []


def test_a_table_that_is_not_proved_in_the_other_column_asks_nothing(judged):
    text = equity(share="19,204,371.58").replace("585,667,860.17", "590,667,860.17")
    assert "632,441,155.66" not in judged(text).flagged
