"""The currency of a cell's amount and the scale that its row, head or table tells."""

from __future__ import annotations

import pytest


def amounts(found):
    return [
        (f"{claim.quantity.base.low.normalize():f}", claim.quantity.unit.id)
        for claim in found.claims
        if claim.source == "table"
    ]


@pytest.mark.parametrize(
    ("unit", "cell", "low", "id_"),
    [
        ("", "EUR 1,204.0", "1203.95", "EUR"),
        ("", "人民币 1,204.0", "1203.95", "CNY"),
        ("百万", "EUR 1,204", "1203500000", "EUR"),
        ("HK$ million", "HK$ 1,204", "1203500000", "HKD"),
        ("HK$ million", "$ 1,204", "1203500000", "HKD"),
        ("HK$ million", "HK$ (1,204)", "-1204500000", "HKD"),
        ("HK$ million", "HK$ 1,204 million", "1203500000", "HKD"),
        ("RMB'000", "RMB 1,204", "1203500", "CNY"),
        ("RMB'000", "US$ 1,204", "1203500", "USD"),
        ("%", "US$ 1,204", "1203.5", "USD"),
    ],
)
def test_the_currency_of_a_cell_holds_and_the_scale_is_that_beside_it(report, unit, cell, low, id_):
    found = report(
        f"| 指标 | 单位 | 2024年 |\n|---|---|---|\n| 社会捐赠 | {unit} | {cell} |\n| 总用水量 | 吨 | 7 |\n"
    )
    assert amounts(found)[0] == (low, id_)


def test_a_currency_in_every_cell_is_no_other_one_than_the_unit_of_the_table(report):
    found = report(
        "社会投入（EUR million）\n\n| 指标 | 2023年 | 2024年 |\n|---|---|---|\n"
        "| 社会捐赠 | EUR 1.5 | EUR 2.5 |\n| 环保投入 | EUR 3.5 | EUR 4.5 |\n"
    )
    assert {unit for _, unit in amounts(found)} == {"EUR"}
    assert len(amounts(found)) == 4
