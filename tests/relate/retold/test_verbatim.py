"""A sentence that stands in two chapters tells the same numbers in both."""

from __future__ import annotations

import pytest

DEAL = "2024年11月28日，公司向青川银行股份有限公司北城分行卖出{}万美元的看涨期权，到期日为2025年2月28日，并按约定存入保证金。"
PROFITS = "本公司建议就登记在册的全部股份，每10股分派股息{}元，不送股，亦不转增。"


def chapters(sentence, one, other, heads=("一、管理层讨论", "二、财务报表附注")):
    return "\n".join(
        f"# {head}\n\n{sentence.format(told)}\n" for head, told in zip(heads, (one, other), strict=True)
    )


def test_another_number_in_the_second_telling_is_flagged(judged):
    assert judged(chapters(DEAL, "15", "38")).of("same:verbatim") == [("38万", "flagged")]


def test_the_same_number_is_not(judged):
    found = judged(chapters(DEAL, "15", "15"))
    assert found.of("same:verbatim") == []
    assert found.flagged == []


def test_a_deal_of_another_day_is_another_deal(judged):
    other = DEAL.format("38").replace("11月28日", "12月15日")
    text = f"# 一、管理层讨论\n\n{DEAL.format('15')}\n# 二、财务报表附注\n\n{other}\n"
    assert judged(text).of("same:verbatim") == []


def test_two_deals_of_one_day_stand_in_one_chapter(judged):
    text = f"# 一、管理层讨论\n\n{DEAL.format('15')}{DEAL.format('65')}\n"
    assert judged(text).of("same:verbatim") == []


@pytest.mark.parametrize("amounts", [("4.00", "6.00")])
def test_standing_phrases_without_a_date_tell_of_another_year(judged, amounts):
    assert judged(chapters(PROFITS, *amounts)).of("same:verbatim") == []
