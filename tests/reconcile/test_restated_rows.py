"""A row whose metric is told of a part too is restated where both reports print it."""

from __future__ import annotations

MAIN = "# 主要科目变动\n\n单位：元\n\n项目\t{new}年\t{old}年\n营业成本\t{now}\t{before}\n\n"
PARTS = "# 主营业务情况\n\n单位：元\n\n产品\t营业成本\n水泵\t41,206,317.50\n阀门\t18,773,904.12\n合计\t59,980,221.62\n"
OLD = MAIN.format(new=2023, old=2022, now="62,415,830.07", before="58,120,664.90") + PARTS


def costs(restated, old, new):
    found = restated(old, new)
    return [
        (item.old.quantity.text, item.new.quantity.text, item.standing.value)
        for item in found
        if item.new.metric.base == "operating_cost" and item.new.period.year == 2023
    ]


def new(before, heading="主要科目变动"):
    text = MAIN.format(new=2024, old=2023, now="70,338,129.44", before=before)
    return text.replace("主要科目变动", heading)


def test_the_cost_of_the_whole_is_restated_beside_that_of_the_main_business(restated):
    found = costs(restated, OLD, new("63,902,114.58"))
    assert found == [("62,415,830.07", "63,902,114.58", "restated")]


def test_fewer_digits_are_no_restatement(restated):
    found = costs(restated, OLD, new("62,415,830.1"))
    assert [standing for _, _, standing in found] == ["rounding"]


def test_under_another_heading_it_may_be_another_cost(restated):
    assert costs(restated, OLD, new("63,902,114.58", heading="母公司利润表")) == []
