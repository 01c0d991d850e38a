"""A cell has the nearest unit: its own, its row's, its head's, that of the whole table."""

from __future__ import annotations


def units(found):
    return [claim.quantity.unit.id for claim in found.claims if claim.source == "table"]


def test_ages_and_heads_are_not_told_in_the_money_of_their_table(report):
    found = report("单位：万元\n\n姓名\t年龄\t报酬总额\n张某\t46\t86.44\n王某\t39\t40.61\n")
    assert units(found) == ["", "CNY", "", "CNY"]


def test_holders_are_not_told_in_shares(report):
    found = report(
        "单位：股\n\n项目\t2024年\t2023年\n报告期末普通股股东总数\t6,087\t6,421\n无限售条件股份\t5,500\t5,400\n"
    )
    assert units(found) == ["", "", "share", "share"]
