"""An event that two chapters tell in words of their own has the same numbers in both."""

from __future__ import annotations

import pytest

PLAN = "公司于2024年3月15日召开董事会，同意以2024年3月15日为首次授予日，向符合条件的{}名激励对象授予{}万股限制性股票，授予价格为{}元/股。"
NOTE = "其他资本公积的增加系股份支付：确定2024年3月15日为授予日，向{}名激励对象授予限制性股票{}万股，首次授予价格为{}元/股。"


def told(one, other):
    return f"# 一、公司治理\n\n{PLAN.format(*one)}\n\n# 二、财务报表附注\n\n{NOTE.format(*other)}\n"


GRANT = ("52", "183.60", "18.20")


def test_an_event_told_alike_is_not_asked_about(judged):
    found = judged(told(GRANT, GRANT))
    assert found.of("same:event") == []
    assert found.flagged == []


@pytest.mark.parametrize("wrong", ["182.0", "21.70", "182,000"])
def test_a_price_that_differs_where_date_and_numbers_agree_is_asked_about(judged, wrong):
    assert judged(told((*GRANT[:2], wrong), GRANT)).flagged == ["18.20"]


def test_the_same_price_to_fewer_digits_is_none(judged):
    assert judged(told((*GRANT[:2], "18.2"), GRANT)).of("same:event") == []


def test_two_grants_of_one_day_differ_in_more_than_one_number(judged):
    assert judged(told(GRANT, ("8", "183.60", "20.10"))).of("same:event") == []


def test_the_fair_value_is_not_the_price_of_the_grant(judged):
    text = told(GRANT, (*GRANT[:2], "25.30")).replace("首次授予价格", "公允价值")
    assert judged(text).of("same:event") == []


def test_an_event_of_another_day_is_another_one(judged):
    text = told(GRANT, (*GRANT[:2], "20.10"))
    head, _, note = text.partition("# 二")
    assert judged(f"{head}# 二{note.replace('3月15日', '6月27日')}").of("same:event") == []


SEARCH = "2024 年，志愿平台累计发布过 {} 名走失老人的信息，找回 5,163 人，成功率 97.2%。\n\n"
AGAIN = "自 2019 年上线至 2024 年 5 月，该平台发布过 {} 条走失老人的信息，在热心用户参与下找回 {} 人，成功率 97.2%。\n"


def test_two_long_numbers_told_alike_make_one_event_without_a_day(judged):
    assert judged(SEARCH.format("5,312") + AGAIN.format("5,312", "5,163")).flagged == []
    assert judged(SEARCH.format("5,312") + AGAIN.format("7,312", "5,163")).flagged == ["7,312"]


def test_one_long_number_told_alike_makes_none(judged):
    assert judged(SEARCH.format("5,312") + AGAIN.format("7,312", "6,948")).of("same:event") == []


def test_a_number_that_is_no_slip_apart_is_of_another_time(judged):
    assert judged(SEARCH.format("5,312") + AGAIN.format("7,456", "5,163")).of("same:event") == []
