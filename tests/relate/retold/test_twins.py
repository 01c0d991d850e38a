"""Rows of two tables that tell one thing agree in every period."""

from __future__ import annotations

STATEMENT = (
    "# 二、财务报表\n\n单位：元\n\n项目\t2024年12月31日\t2023年12月31日\n货币资金\t26,676,610.18\t31,204,558.93\n"
    "存货\t8,114,230.55\t7,904,118.02\n\n"
)
NOTE = "# 1、货币资金\n\n单位：元\n\n项目\t2024年12月31日\t2023年12月31日\n库存现金\t6,610.18\t{cash}\n银行存款\t26,670,000.00\t31,200,000.00\n合计\t26,676,610.18\t{last}\n"


def flagged(found):
    return [item for item in found.of("same:twin") if item[1] == "flagged"]


def test_the_total_of_a_note_is_held_against_the_statement(judged):
    found = judged(STATEMENT + NOTE.format(cash="4,558.93", last="31,240,558.93"))
    assert flagged(found) == [("31,240,558.93", "flagged")]


def test_what_agrees_in_every_period_is_tied(judged):
    found = judged(STATEMENT + NOTE.format(cash="4,558.93", last="31,204,558.93"))
    assert found.of("same:twin") == [("26,676,610.18", "passed"), ("31,204,558.93", "passed")]


def test_a_row_that_is_all_there_is_of_another_in_one_year_only_is_no_twin(judged):
    found = judged(STATEMENT + NOTE.format(cash="4,558.93", last="12,204,558.93"))
    assert flagged(found) == []


def test_the_parent_company_is_another_entity(judged):
    note = NOTE.format(cash="4,558.93", last="31,240,558.93").replace(
        "# 1、货币资金", "# 十九、母公司财务报表主要项目注释\n\n## 1、货币资金"
    )
    assert judged(STATEMENT + note).of("same:twin") == []


BEFORE = (
    "# 一、主要会计数据\n\n单位：元\n\n项目\t2024年\t2023年调整前\t2023年调整后\t2022年调整前\t2022年调整后\n"
    "归属于母公司股东的净利润\t35,891,785.18\t{before}\t44,714,366.34\t36,967,815.22\t36,967,815.22\n\n"
    "# 二、会计政策变更\n\n单位：元\n\n项目\t2023年调整前\t2023年调整后\n"
    "归属于母公司股东的净利润\t44,733,830.57\t44,714,366.34\n"
)


def test_a_number_before_an_adjustment_is_one_of_its_own(judged):
    assert judged(BEFORE.format(before="44,733,830.57")).flagged == []
    assert len(flagged(judged(BEFORE.format(before="44,373,830.57")))) == 1


def test_one_that_was_copied_from_another_year_is_asked_about(judged):
    assert len(flagged(judged(BEFORE.format(before="36,967,815.22")))) == 1


def test_one_adjustment_of_several_begins_with_another_number(judged):
    assert flagged(judged(BEFORE.format(before="43,918,254.06"))) == []
