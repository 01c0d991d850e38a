"""Shares of the capital in several tables have one denominator."""

from __future__ import annotations

import pytest

HOLDERS = (
    "前 10 名股东持股情况\n单位：股\n\n股东名称\t股东性质\t持股比例\t持股数量\n"
    "甲某\t境内自然人\t21.37%\t32,055,000\n乙公司\t境内非国有法人\t9.84%\t14,760,000\n"
    "丙公司\t境内非国有法人\t4.11%\t6,165,000\n丁某\t境内自然人\t2.53%\t3,795,000\n\n"
)
LENT = (
    "股东出借股份情况\n单位：股\n\n"
    "股东名称\t期初普通账户持股/数量合计\t期初普通账户持股/占总股本的比例\t期初出借股份/数量合计\t期初出借股份/占总股本的比例"
    "\t期末普通账户持股/数量合计\t期末普通账户持股/占总股本的比例\n"
    "戊基金\t1,372,400\t{}\t{}\t0.08%\t{}\t1.04%\n"
)


def lent(first="0.98%", out="112,000", last="1,560,000"):
    return LENT.format(first, out, last)


def test_what_a_table_tells_of_one_holder_is_a_share_of_the_same_capital(judged):
    found = judged(HOLDERS + lent())
    assert found.flagged == []
    assert found.of("table:capital") == [("0.08", "passed"), ("1.04", "passed")]


@pytest.mark.parametrize("wrong", ["1,056,000", "15,600,000", "-1,560,000"])
def test_a_holding_at_the_end_of_the_year_is_held_against_the_table_of_holders(judged, wrong):
    assert judged(HOLDERS + lent(last=wrong)).flagged == ["1.04"]


@pytest.mark.parametrize("wrong", ["11.2", "0.08"])
def test_two_holdings_of_an_earlier_day_are_held_against_each_other(judged, wrong):
    assert judged(lent(out=wrong)).flagged == ["0.08"]


def test_nothing_of_the_capital_is_no_share_of_a_number_of_shares(judged):
    assert judged(lent(out="0")).flagged == ["0.08"]
    assert judged(lent().replace("0.08%", "0.00%")).flagged == ["0.00"]
    assert judged(lent(out="12,000").replace("0.08%", "0.00%")).flagged == []


def test_the_capital_of_another_day_may_be_another(judged):
    assert judged(HOLDERS + lent(first="0.89%", out="120,000")).flagged == []


def test_a_share_of_the_capital_less_the_shares_of_the_company_itself_is_no_error(judged):
    assert judged(HOLDERS + lent(last="1,500,000")).flagged == []


def test_a_share_among_others_of_the_capital_is_a_share_of_it_too(judged):
    column = (
        "股东出借股份情况\n单位：股\n\n股东名称\t期末普通账户持股/数量合计\t期末普通账户持股/占总股本的比例\n"
    )
    rows = "甲某\t32,055,000\t21.37%\n戊基金\t1,560,000\t{}\n"
    assert judged(HOLDERS + column + rows.format("1.00%")).flagged == ["1.00"]
    assert judged(HOLDERS + column + rows.format("1.03%")).flagged == []
