"""Splits that a sentence finishes with the rest."""

from __future__ import annotations

import pytest

TOLD = "2024 年，公司登记风险 {} 项，其中市场类 9 项，合规类 8 项，其余 7 项为运营类。\n"


def test_parts_and_the_rest_make_the_whole(judged):
    assert judged(TOLD.format("24")).of("prose:finished") == [("24", "passed")]
    assert judged(TOLD.format("42")).flagged == ["42"]


def test_rounded_amounts_make_a_rounded_whole(judged):
    told = "2024 年，固废处置费 10.1 万元，其中运输费 4.3 万元，填埋费 3.5 万元，余下 {} 万元为检测费。\n"
    assert judged(told.format("2.2")).flagged == []
    assert judged(told.format("2.9")).flagged == ["10.1 万"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2024 年末员工 100 名，其中男性 60 名，女性 40 名；硕士 10 名，本科 70 名，其余 20 名为大专。",
        "2024 年末设备 100 台，其中卧式 60 台，立式 40 台；进口 10 台，其余 30 台为租赁。",  # a split that leaves some out
        "2024 年末员工 100 名，其中男性 60 名（含外籍 5 名），其余 40 名为女性。",
        "2024 年，公司登记风险 24 项，其中市场类 9 项，合规类 8 项。",  # nothing says that they are all
        "2024 年，公司登记风险 24 项，其中市场类 9 项，其余为运营类。年内化解 3 项。",
    ],
)
def test_what_is_split_again_or_left_open_is_not_added_up(judged, sentence):
    assert judged(sentence).flagged == []
