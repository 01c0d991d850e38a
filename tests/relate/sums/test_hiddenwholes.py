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


@pytest.mark.parametrize("wrong", ["-13.67", "0.00", "0"])
def test_a_share_of_nought_or_below_beside_an_amount_is_asked_about(judged, wrong):
    assert judged(HEAD + ROWS.format(wrong)).flagged == [wrong]


def test_an_amount_with_a_minus_beside_a_share_is_asked_about(judged):
    rows = ROWS.format("13.67").replace("38,651,163", "-38,651,163")
    assert judged(HEAD + rows).flagged == ["9.65"]


MORE = "己\t18,305,221\t4.57\n庚\t16,140,902\t4.03\n辛\t12,207,555\t3.05\n"


def test_an_amount_of_nought_beside_a_share_is_told_where_all_others_hold(judged):
    rows = ROWS.format("13.67") + MORE
    assert judged(HEAD + rows).flagged == []
    assert judged(HEAD + rows.replace("38,651,163", "0")).flagged == ["9.65"]


def test_two_amounts_of_nought_are_those_of_another_column(judged):
    rows = (ROWS.format("13.67") + MORE).replace("38,651,163", "0").replace("33,665,721", "0")
    assert judged(HEAD + rows).flagged == []


def test_an_amount_too_small_for_its_share_to_show_is_none(judged):
    assert judged(HEAD + ROWS.format("13.67") + "己\t12,346\t0.00\n").flagged == []


COARSE = "客户\t销售额（万元）\t占销售总额比例（%）\n甲\t81,876\t20\n乙\t54,785\t{}\n丙\t38,651\t9.6\n丁\t33,665\t8.40\n戊\t22,132\t5.52\n"


def test_a_coarse_share_that_is_far_off_is_asked_about(judged):
    assert judged(COARSE.format("14")).flagged == []
    assert judged(COARSE.format("15")).flagged == []
    assert judged(COARSE.format("41")).flagged == ["41"]


def test_amounts_of_nought_in_a_row_are_those_of_another_column(judged):
    assert judged(HEAD + ROWS.format("13.67") + "己\t0\t3.39\n").flagged == []


def test_the_one_amount_of_nought_beside_a_share_among_many_that_hold_is_lost(judged):
    more = "己\t18,034,472\t4.50\n庚\t0\t3.99\n辛\t{}\t3.17\n"
    assert judged(HEAD + ROWS.format("13.67") + more.format("12,704,377")).flagged == ["3.99"]
    assert judged(HEAD + ROWS.format("13.67") + more.format("0")).flagged == []


def test_one_share_among_many_that_hold_must_hold_too(judged):
    more = "己\t18,034,472\t4.50\n庚\t15,990,611\t3.99\n辛\t12,704,377\t3.17\n"
    found = judged(HEAD + ROWS.format("16.37") + more)
    (wrong,) = [item for item in found.judgements if item.verdict.value == "flagged"]
    assert wrong.relation.strength.value == "must"


def test_a_share_that_is_rounded_so_that_all_make_a_hundred_accuses_nobody(judged):
    assert judged(HEAD + ROWS.format("13.68")).flagged == []


def test_rates_of_unlike_wholes_imply_none(judged):
    text = "产品\t产量（吨）\t合格率（%）\n甲\t8,187\t98.43\n乙\t5,478\t97.67\n丙\t3,865\t99.65\n丁\t3,366\t98.40\n"
    assert judged(text).of("table:hidden") == []


def test_shares_of_few_digits_prove_nothing(judged):
    text = "客户\t销售额（万元）\t比例（%）\n甲\t81\t20\n乙\t54\t14\n丙\t38\t10\n丁\t11\t8\n"
    assert judged(text).flagged == []


SPLIT = "地区\t2023年\t2024年\t2024年占比（%）\n东区\t218\t231\t30.7\n中区\t415\t428\t56.8\n西区\t88\t94\t12.5\n{}\t721\t{}\t100.0\n"


def test_shares_right_beside_their_amounts_tell_that_the_total_is_wrong(judged):
    assert judged(SPLIT.format("总计", "735")).flagged == ["100.0", "735"]


def test_beside_amounts_whose_total_is_right_nothing_is_asked(judged):
    assert judged(SPLIT.format("总计", "753")).flagged == []


def test_a_hundred_per_cent_of_something_else_is_no_total(judged):
    assert "100.0" not in judged(SPLIT.format("海外", "735")).flagged
