"""A minus that one of two tables lost shows where the rows around it agree."""

from __future__ import annotations

REVIEW = (
    "# 主要项目变动\n\n单位：元\n\n项目\t2024年\n"
    "经营活动产生的现金流量净额\t316,204,587.11\n"
    "投资活动产生的现金流量净额\t{investing}\n"
    "筹资活动产生的现金流量净额\t{financing}\n\n"
)
FLOWS = (
    "# 现金流量\n\n单位：元\n\n项目\t2024年\n"
    "经营活动产生的现金流量净额\t316,204,587.11\n"
    "投资活动产生的现金流量净额\t-121,870,334.56\n"
    "筹资活动产生的现金流量净额\t-95,418,020.37\n"
)


def report(investing="-121,870,334.56", financing="-95,418,020.37"):
    return REVIEW.format(investing=investing, financing=financing) + FLOWS


def test_a_lost_minus_is_flagged(judged):
    assert judged(report(investing="121,870,334.56")).flagged == ["-121,870,334.56"]


def test_the_same_sign_is_the_same_fact(judged):
    assert judged(report()).flagged == []


def test_a_tenth_less_is_still_the_same_fact(judged):
    assert judged(report(investing="-121,870,334.6")).flagged == []


def test_a_table_that_prints_all_that_goes_out_without_a_minus_has_its_own_custom(judged):
    assert judged(report(investing="121,870,334.56", financing="95,418,020.37")).flagged == []
