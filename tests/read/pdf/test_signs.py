"""Cells and lines are told by how they look."""

from __future__ import annotations

import pytest

from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_value
from auditor.read.pdf.signs import note_mark
from auditor.read.pdf.signs import section_level
from auditor.read.pdf.signs import unit_of_line


@pytest.mark.parametrize(
    "string",
    [
        "1,234",
        "-52,742,809.58",
        "(3.5)",
        "12.3%",
        "0",
        "<0.5",
        "1,234¹",
        "1,234¹,²",
        "n/a",
        "—",
        "不适用",
        "/",
        "US$ 5.2",
        "人民幣 1,204",
        "S$ (5)",
        "≥NT$ 3",
        "78 万",
    ],
)
def test_numbers_and_signs_for_none_are_values(string):
    assert is_value(string)


@pytest.mark.parametrize("string", ["Scope 1", "吨", "2024 年度报告", "CCM 3.1", "1-50 人", "1.2.3", "", "A"])
def test_labels_units_and_numbering_are_no_values(string):
    assert not is_value(string)


@pytest.mark.parametrize(
    "string",
    [
        "2022",
        "2022年",
        "2022 財年",
        "2024 年末",
        "FY2024",
        "FY24",
        "2022 年 3 月 31 日",
        "2023/24",
        "31 December 2024",
        "2023¹",
    ],
)
def test_years_and_dates_over_columns_are_periods_and_no_data(string):
    assert is_period(string)
    assert not is_data(string)


@pytest.mark.parametrize("string", ["2,022", "20.22", "1899", "2022 tonnes", "2022 annual report"])
def test_other_numbers_are_no_periods(string):
    assert not is_period(string)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：万元", "万元"),
        ("單位：噸二氧化碳當量", "噸二氧化碳當量"),
        ("单位：元 币种：人民币", "元"),
        ("（单位：人民币百万元）", "人民币百万元"),
        ("Unit: kt CO2e", "kt CO2e"),
        ("元", "元"),
        ("公司单位能耗下降", ""),
    ],
)
def test_a_unit_line_gives_its_unit(line, unit):
    assert unit_of_line(line) == unit


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("1. 本清单的范围", "1"),
        ("¹² 因工死亡率", "12"),
        ("* Unaudited", "*"),
        ("① 含子公司", "①"),
        ("注1：含税", "注1"),
        ("1.5 degrees", ""),
    ],
)
def test_a_note_begins_with_its_mark(line, mark):
    assert note_mark(line, strict=False)[0] == mark


def test_a_list_number_is_no_mark_when_marks_must_be_sure():
    assert note_mark("1. First point", strict=True) == ("", 0)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第二节 公司简介", 1),
        ("一、公司信息", 2),
        ("（二）主要指标", 3),
        ("3.1 数据", 3),
        ("4、股本", 4),
        ("（1）概况", 5),
        ("公司", 0),
    ],
)
def test_numbering_gives_the_level_of_a_heading(line, level):
    assert section_level(line) == level


@pytest.mark.parametrize("line", ["RMB'000", "HK$ million", "(US$ in thousands)", "港币千元", "€m"])
def test_a_currency_before_its_scale_alone_on_a_line_is_the_unit_of_a_table(line):
    assert unit_of_line(line) == line.strip("()")


@pytest.mark.parametrize("line", ["US$", "EUR 1,204", "HK$ 5 million", "Million trees"])
def test_an_amount_or_a_bare_currency_on_a_line_is_no_unit_of_a_table(line):
    assert unit_of_line(line) == ""


@pytest.mark.parametrize("string", ["113年", "民國112年底", "111 年度", "113年（重編）"])
def test_years_counted_from_1911_are_periods(string):
    assert is_period(string)


@pytest.mark.parametrize("string", ["30年", "130年", "113", "113年營收"])
def test_other_numbers_of_years_are_none(string):
    assert not is_period(string)


@pytest.mark.parametrize("head", ["2024 %", "2023\n％", "FY2025 %"])
def test_a_year_over_the_sign_of_its_column_is_a_head(head):
    assert is_period(head)
    assert not is_data(head)


@pytest.mark.parametrize("number", ["2024%", "20.24 %", "2,024 %", "18.7 %"])
def test_a_number_with_its_sign_is_none(number):
    assert is_data(number)
