"""A year in brackets behind a number dates it."""

from __future__ import annotations


def test_a_baseline_is_of_the_year_behind_it(report):
    found = report(
        "指标\t基准\t2023年\t2024年\n女性管理人员占比\t11.7%（2019年）\t20.4%\t21.3%\n员工流失率\t9.2% (2018)\t8.4%\t8.1%\n"
    )
    told = [(claim.quantity.text, claim.period.code) for claim in found.claims]
    assert told[:3] == [("11.7", "CY2019"), ("20.4", "CY2023"), ("21.3", "CY2024")]
    assert told[3] == ("9.2", "CY2018")
    assert {claim.metric.base for claim in found.claims[:3]} == {"women_in_management"}


def test_another_number_in_brackets_is_no_year(report):
    found = report(
        "指标\t单位\t2023年\t2024年\n培训场次\t场\t120 (2,019)\t131 (2,201)\n员工总数\t人\t100 (2,018)\t110\n"
    )
    assert [(claim.quantity.text, claim.period.code) for claim in found.claims] == [("110", "CY2024")]
