"""A sentence that takes one amount off another tells what is left."""

from __future__ import annotations

import pytest

RAISED = "2024年公司募集资金总额为{}万元，扣除各项发行费用{}万元后，募集资金净额为{}万元。"
BASE = "截至2024年12月31日，公司总股本为{}股，回购专户持有{}股，分配预案的股本基数{}股为总股本剔除回购专户股份后的股数。"


@pytest.mark.parametrize(
    "text",
    [RAISED.format("26,351.20", "3,418.75", "22,932.45"), BASE.format("66,519,400", "352,500", "66,166,900")],
)
def test_what_is_left_agrees(judged, text):
    found = judged(text)
    assert [verdict for _, verdict in found.of("prose:deducted")] == ["passed"]
    assert found.flagged == []


@pytest.mark.parametrize(
    "told",
    [
        ("26,531.20", "3,418.75", "22,932.45"),
        ("26,351.20", "34,187.50", "22,932.45"),
        ("26,351.20", "3,418.75", "2.293245"),
        ("26,351.20", "3,418.75", "22,982.45"),
    ],
)
def test_a_slip_in_one_of_the_three_is_asked_about(judged, told):
    assert judged(RAISED.format(*told)).of("prose:deducted") == [(f"{told[2]}万", "flagged")]


def test_what_is_left_within_the_rounding_of_the_three_agrees(judged):
    assert judged(RAISED.format("26,351.2", "3,418.8", "22,932")).flagged == []


def test_what_an_amount_without_a_number_was_added_to_is_none_of_it(judged):
    text = "2024年募集资金总额为26,351.20万元，扣除已使用的19,887.31万元，加上利息后余额为6,702.18万元。"
    assert judged(text).of("prose:deducted") == []


CARRIED = "截至2024年12月31日，应收账款账面余额为{}万元，坏账准备为{}万元，账面价值为{}万元。"


def test_a_balance_without_its_allowance_is_what_it_is_carried_at(judged):
    assert judged(CARRIED.format("41,242.42", "5,093.08", "36,149.34")).of("prose:deducted") == [
        ("36,149.34万", "passed")
    ]
    assert judged(CARRIED.format("42,871.42", "5,093.08", "36,149.34")).of("prose:deducted") == [
        ("36,149.34万", "flagged")
    ]


GRANTED = "2024年激励计划拟授予的限制性股票数量为{}万股，其中：首次授予{}万股，预留授予{}万股。"


def test_parts_behind_of_which_make_up_the_amount(judged):
    assert judged(GRANTED.format("258.32", "233.12", "25.20")).of("prose:finished") == [
        ("258.32万", "passed")
    ]
    assert judged(GRANTED.format("285.32", "233.12", "25.20")).flagged == ["285.32万"]


def test_parts_that_are_not_all_of_the_amount_make_up_nothing(judged):
    assert judged(GRANTED.format("341.07", "233.12", "25.20")).of("prose:finished") == []


def test_shares_of_one_capital_leave_nothing_out(judged):
    found = judged(BASE.format("66,062,900", "352,500", "66,166,900"))
    assert found.of("prose:deducted") == [("66,166,900", "flagged")]


def test_shares_that_are_issued_over_what_is_left_are_none_of_it(judged):
    text = (
        "以公司总股本66,519,400股剔除回购专户352,500股后的股数为基数，每10股转增4股，共计转增26,466,760股。"
    )
    assert judged(text).of("prose:deducted") == []
