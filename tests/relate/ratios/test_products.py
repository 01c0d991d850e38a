"""An amount times its factor gives the third number of a line."""

from __future__ import annotations

HEAD = "能源种类\t单位\t消耗量\t折标系数\t折标准煤（吨标准煤）\n"
ROWS = "外购电力\t万千瓦时\t1,607.19\t1.229\t1,975.24\n天然气\t万立方米\t5.43\t13.30\t72.22\n汽油\t吨\t42.10\t1.4714\t61.95\n"


def verdicts(found):
    return {verdict for _, verdict in found.of("table:product")}


def test_a_conversion_to_standard_coal_holds_as_printed(judged):
    found = judged(HEAD + ROWS + "柴油\t吨\t128.42\t1.4571\t187.12\n")
    assert len(found.of("table:product")) == 4
    assert verdicts(found) == {"passed"}


def test_a_product_that_does_not_come_out_is_a_question(judged):
    assert judged(HEAD + ROWS + "柴油\t吨\t128.42\t1.4571\t178.12\n").flagged == ["178.12"]


def test_a_product_within_the_rounding_of_its_factor_is_none(judged):
    assert judged(HEAD + ROWS + "柴油\t吨\t128.42\t1.457\t187.16\n").flagged == []


def test_a_line_in_other_units_is_left_alone(judged):
    """The factor of steam is told per gigajoule, that of coal in carbon."""
    steam = "蒸汽\t吨\t7,708\t34.12\t263.00\n"
    coal = "原煤\t吨\t120.30\t0.7143\t315.07\n"
    assert judged(HEAD + ROWS + steam + coal).flagged == []


def test_a_table_of_lines_by_year(judged):
    rows = (
        "指标\t单位\t2022年\t2023年\t2024年\n外购电力\t兆瓦时\t15,428.3\t16,071.9\t17,386.4\n"
        "电网排放因子\ttCO2/MWh\t0.5703\t0.5366\t0.5366\n范围 2 排放量\t吨二氧化碳当量\t8,798.76\t8,642.18\t9,329.54\n"
    )
    assert judged(rows).flagged == ["8,642.18"]


def test_factors_that_multiply_nothing_of_the_table_prove_nothing(judged):
    other = "柴油\t吨\t128.42\t1.4571\t911.25\n煤油\t吨\t18.20\t1.4714\t104.77\n"
    assert judged(HEAD + other).of("table:product") == []
