"""Shares of a whole that the head of their column names, and another table tells."""

from __future__ import annotations

RESULT = "利润表\n\n单位：元\n\n项目\t2024年\n利润总额\t{whole}\n\n"
SHARES = (
    "非主营业务\n\n单位：元\n\n项目\t2024年金额\t占利润总额比例\n投资收益\t-5,590,000.00\t{first}%\n"
    "资产减值\t-12,904,000.00\t{second}%\n营业外支出\t2,064,640.00\t{third}%\n"
)


def told(judged, whole="64,520,000.00", first="-8.66", second="-20.00", third="3.20"):
    return judged(RESULT.format(whole=whole) + SHARES.format(first=first, second=second, third=third))


def test_a_share_is_the_amount_of_its_row_over_the_whole_of_its_head(judged):
    assert told(judged).of("headed:share")[0] == ("-8.66", "passed")
    assert told(judged).flagged == []


def test_a_share_that_does_not_follow_is_asked_about(judged):
    assert told(judged, first="-6.88").flagged == ["-6.88"]


def test_so_are_shares_of_a_loss(judged):
    assert told(judged, whole="-64,520,000.00", first="8.66", second="20.00", third="-3.20").flagged == []


def test_a_share_rounded_to_make_its_total_accuses_nobody(judged):
    assert told(judged, first="-8.67").flagged == []


def test_a_head_that_means_another_whole_says_nothing(judged):
    assert told(judged, first="-17.32", second="-40.00", third="6.40").flagged == []
