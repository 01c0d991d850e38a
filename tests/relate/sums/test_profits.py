"""The operating profit of an income statement."""

from __future__ import annotations

import pytest

ALONE = (
    "母公司利润表\n\n单位：元\n\n项目\t2024年度\t2023年度\n一、营业收入\t96,019,438.27\t57,819,044.76\n"
    "减：营业成本\t34,217,884.58\t18,463,241.07\n税金及附加\t341,838.17\t78,872.79\n销售费用\t{sales}\t686,692.89\n"
    "管理费用\t9,761,104.56\t7,458,448.16\n财务费用\t-2,066,143.73\t-4,060,406.07\n其中：利息费用\t682,815.31\t33,388.89\n"
    "利息收入\t2,755,718.10\t4,129,428.52\n加：其他收益\t1,570,496.70\t2,808,323.34\n"
    "投资收益（损失以“－”号填列）\t{gain}\t-69,017.01\n信用减值损失（损失以“－”号填列）\t-972,420.94\t-714,614.16\n"
    "二、营业利润（亏损以“－”号填列）\t{profit}\t37,216,888.09\n"
)
TOLD = {"sales": "793,085.26", "gain": "214.65", "profit": "53,569,959.84"}
RULE = "table:operating_profit"


def test_income_less_costs_with_gains_is_the_operating_profit(judged):
    found = judged(ALONE.format(**TOLD))
    assert found.of(RULE) == [("53,569,959.84", "passed"), ("37,216,888.09", "passed")]
    assert found.flagged == []


@pytest.mark.parametrize(
    "wrong", [{"gain": "2,146.50"}, {"sales": "739,085.26"}, {"profit": "53,569,995.84"}]
)
def test_a_row_that_breaks_one_year_is_flagged(judged, wrong):
    assert judged(ALONE.format(**{**TOLD, **wrong})).of(RULE)[0][1] == "flagged"


def test_a_profit_within_the_rounding_of_its_rows_is_none(judged):
    assert judged(ALONE.format(**{**TOLD, "profit": "53,569,959.86"})).flagged == []


def test_a_statement_with_a_row_that_nobody_knows_is_not_judged(judged):
    unknown = ALONE.format(**TOLD).replace("加：其他收益\t", "加：汇率折算影响额\t")
    assert judged(unknown).of(RULE) == []
