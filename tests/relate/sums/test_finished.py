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


LIST = "全年捐赠 1,308.3 万元，用于助学、救灾和环保的资金分别为 583.2 万元、514.3 万元和 {} 万元。"


def test_a_list_behind_a_whole_makes_it(judged):
    assert judged(LIST.format("210.8")).flagged == []
    assert judged(LIST.format("210.8").replace("1,308.3", "1,380.3")).flagged == ["1,380.3 万"]


def test_a_list_that_is_not_all_of_the_whole_is_left_alone(judged):
    assert judged(LIST.format("97.4")).flagged == []
    assert judged("用水 812 吨，电力、热力和蒸汽分别为 300 吨、200 吨和 93 吨标准煤。").flagged == []


PLAN = "本计划拟授予的限制性股票数量为 {} 万股，其中：首次授予 {} 万股，预留授予 10.00 万股。\n"


def test_the_parts_of_a_long_number_make_it_without_a_word_for_the_rest(judged):
    found = judged(PLAN.format("258.3261", "248.3261"))
    assert found.of("prose:finished") == [("258.3261 万", "passed")]


@pytest.mark.parametrize("whole", ["25.83261", "285.3261"])
def test_a_long_number_one_slip_from_its_parts_is_asked_about(judged, whole):
    assert judged(PLAN.format(whole, "248.3261")).flagged == [f"{whole} 万"]


def test_parts_that_are_not_all_are_none_of_its_sum(judged):
    assert judged(PLAN.format("311.4907", "248.3261")).of("prose:finished") == []
