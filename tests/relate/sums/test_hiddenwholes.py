"""Columns of shares whose whole is none of their rows."""

from __future__ import annotations

import pytest

HEAD = "主要客户情况\n\n客户\t销售额（元）\t占年度销售总额比例（%）\n"
ROWS = "甲\t81,876,948\t20.43\n乙\t54,785,953\t{}\n丙\t38,651,163\t9.65\n丁\t33,665,721\t8.40\n戊\t22,132,314\t5.52\n"


def test_shares_of_one_whole_agree_though_the_whole_is_not_printed(judged):
    found = judged(HEAD + ROWS.format("13.67"))
    assert found.flagged == []
    assert len(found.of("table:hidden")) == 4


@pytest.mark.parametrize("wrong", ["16.37", "13.76", "1.367"])
def test_a_share_that_implies_another_whole_is_asked_about(judged, wrong):
    assert judged(HEAD + ROWS.format(wrong)).flagged == [wrong]


def test_an_amount_that_implies_another_whole_is_found_at_its_share(judged):
    rows = ROWS.format("13.67").replace("38,651,163", "36,851,163")
    assert judged(HEAD + rows).flagged == ["9.65"]


def test_a_share_that_is_rounded_so_that_all_make_a_hundred_accuses_nobody(judged):
    assert judged(HEAD + ROWS.format("13.68")).flagged == []


def test_rates_of_unlike_wholes_imply_none(judged):
    text = "产品\t产量（吨）\t合格率（%）\n甲\t8,187\t98.43\n乙\t5,478\t97.67\n丙\t3,865\t99.65\n丁\t3,366\t98.40\n"
    assert judged(text).of("table:hidden") == []


def test_shares_of_few_digits_prove_nothing(judged):
    text = "客户\t销售额（万元）\t比例（%）\n甲\t81\t20\n乙\t54\t14\n丙\t38\t10\n丁\t11\t8\n"
    assert judged(text).flagged == []
