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


def test_a_unit_may_share_its_bracket_with_other_words(report):
    found = report(
        "指标\t2024年\t2023年\n排放合计（万吨，基于市场）\t12.51\t12.88\n取水（立方米，吨）\t410\t398\n"
    )
    assert [claim.quantity.unit.id for claim in found.claims][:2] == ["t", "t"]
    assert [str(claim.size) for claim in found.claims][:2] == ["125100", "128800"]
    assert [claim.quantity.unit.id for claim in found.claims][2:] == ["", ""]


def test_a_caption_may_say_more_than_the_unit(report):
    assert (
        units(report("发货量（按客户，单位：吨）\n客户\t2024年\t2023年\n甲\t41\t38\n乙\t17\t16\n"))
        == ["t"] * 4
    )


def test_a_rate_has_the_unit_of_its_head_and_not_of_its_row(report):
    found = report("指标\t2024年数量\t占比（%）\n再生水（吨）\t4,120\t38.5\n")
    assert units(found) == ["t", "%"]


def test_a_cross_behind_a_number_makes_it_a_multiple(report):
    found = report("Measure\t2024\t2023\nLoans to earnings\t0.4x\t1.6×\nLoans\t40 x 2\t160\n")
    assert units(found)[:2] == ["times_multiple", "times_multiple"]
    assert "times_multiple" not in units(found)[2:]


def test_the_sum_of_what_a_head_counts_is_in_its_unit_and_no_people(report):
    found = report(
        "表 培訓概況\n類別\t總時數\t人數\t平均時數\n男性\t4,120\t310\t13.3\n全體員工\t7,340\t502\t14.6\n"
    )
    assert units(found) == ["hour", "person", "hour"] * 2


def test_near_misses_of_people_are_no_people(report):
    found = report("Safety\tUnit\t2031\t2030\nEmployees and crews\nNear misses seen\tnumber\t41\t38\n")
    assert "person" not in units(found)
