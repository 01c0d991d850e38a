"""Every cell that holds a number becomes a claim with label path, unit, period and marks."""

from __future__ import annotations


def rows(found):
    return [
        (claim.metric.id, claim.period.code, f"{claim.quantity.value:f}", claim.quantity.unit.id)
        for claim in found.claims
        if claim.source == "table"
    ]


def test_rows_take_their_unit_and_columns_their_year(report):
    found = report(
        "环境绩效\n\n指标\t单位\t2023年\t2024年\n"
        "范围 1 排放量\t吨二氧化碳当量\t1,200\t1,100\n"
        "能源消耗总量\t兆瓦时\t5,000\t5,200\n"
    )
    assert rows(found) == [
        ("ghg_emissions.ghg_scope_1", "CY2023", "1200", "tCO2e"),
        ("ghg_emissions.ghg_scope_1", "CY2024", "1100", "tCO2e"),
        ("energy_consumption", "CY2023", "5000", "MWh"),
        ("energy_consumption", "CY2024", "5200", "MWh"),
    ]


def test_an_empty_cell_keeps_its_column(report):
    found = report("指标\t单位\t2023年\t2024年\n总用水量\t吨\t\t900\n范围 1 排放量\t吨二氧化碳当量\t5\t6\n")
    assert ("water_consumption", "CY2024", "900", "t") in rows(found)
    assert not any(row[:2] == ("water_consumption", "CY2023") for row in rows(found))


def test_a_parent_without_values_names_its_children(report):
    found = report(
        "指标\t单位\t2023年\t2024年\n"
        "范围 2 排放量\t吨二氧化碳当量\t\t\n"
        "- 基于市场\t吨二氧化碳当量\t300\t280\n"
        "- 基于位置\t吨二氧化碳当量\t400\t390\n"
        "按性别划分的员工比例\t\t\t\n男性\t%\t60.0\t61.0\n女性\t%\t40.0\t39.0\n"
    )
    names = list(dict.fromkeys(row[0] for row in rows(found)))
    assert names == [
        "ghg_emissions.basis_market.ghg_scope_2",
        "ghg_emissions.basis_location.ghg_scope_2",
        "headcount_share.gender_male",
        "headcount_share.gender_female",
    ]


def test_a_unit_printed_on_the_parts_only_is_the_unit_of_their_total(report):
    found = report(
        "指标\t单位\t2023年\t2024年\n供应商数量\t\t5.33\t4.16\n中国内地\t万\t3.61\t3.15\n其他国家及地区\t万\t1.72\t1.01\n"
    )
    assert [row[2] for row in rows(found)] == ["53300", "41600", "36100", "31500", "17200", "10100"]


def test_a_scale_word_in_the_unit_column_multiplies(report):
    (claim,) = [
        claim
        for claim in report("指标\t单位\t2024年\n范围 3 排放量\t万吨\t785.6\n").claims
        if claim.source == "table"
    ]
    assert (claim.quantity.text, claim.quantity.value, claim.quantity.unit_text) == ("785.6", 7856000, "吨")
    assert claim.quantity.full_unit == "万吨"


def test_a_raised_digit_is_a_mark_and_no_part_of_the_number(report):
    found = report("指标\t单位\t2024年\n总用水量¹,²\t吨\t1,234³\n\n1. 甲\n\n2. 乙\n\n3. 丙\n")
    (claim,) = [claim for claim in found.claims if claim.source == "table"]
    assert (claim.label, claim.quantity.text, claim.notes) == ("总用水量", "1,234", ("1", "2", "3"))


def test_a_digit_glued_to_a_label_is_a_mark_when_the_report_has_its_note(report):
    found = report("指标\t单位\t2024年\n综合能源消耗量9\t吨标煤\t456.49\n\n9. 依据通则计算。\n")
    (claim,) = [claim for claim in found.claims if claim.source == "table"]
    assert (claim.label, claim.notes) == ("综合能源消耗量", ("9",))


def test_a_head_that_names_two_years_gives_none(report):
    found = report("指标\t单位\t2022年 2023年\t2024年\n总用水量\t吨\t900\t950\n")
    assert [(row[1], row[2]) for row in rows(found)] == [("", "900"), ("CY2024", "950")]


def test_columns_that_are_businesses_narrow_the_scope(report):
    found = report("地区\t自营业务\t其他业务\t总数量\n供应商数量 中国大陆\t1,267\t342\t1,609\n")
    told = [(claim.scope, claim.quantity.text) for claim in found.claims if claim.source == "table"]
    assert [text for _, text in told] == ["1,267", "342", "1,609"]
    assert told[0][0] != told[1][0] != ""


def test_a_change_column_tells_growth_and_decline(report):
    found = report(
        "项目\t2024年\t2023年\t本年比上年增减\n营业收入（元）\t1,100.00\t1,000.00\t10.00%\n净利润（元）\t90.00\t100.00\t-10.00%\n"
    )
    changes = [(claim.change.value, claim.quantity.value) for claim in found.claims if claim.change.value]
    assert [(change, str(value)) for change, value in changes] == [
        ("yoy_growth", "10.00"),
        ("yoy_decline", "-10.00"),
    ]


def test_numbers_before_and_after_an_adjustment_are_told_apart(report):
    found = report("项目\t2024年\t2023年 调整前\t2023年 调整后\n营业收入（元）\t1,100.00\t1,000.00\t990.00\n")
    vintages = [claim.metric.facet("vintage") for claim in found.claims if claim.source == "table"]
    assert vintages == ["", "before", ""]


def test_numbers_under_a_heading_of_the_parent_company_are_not_the_groups(report):
    found = report("# 母公司财务报表主要项目注释\n\n项目\t2024年\t2023年\n营业收入（元）\t10.00\t9.00\n")
    assert {claim.scope for claim in found.claims if claim.source == "table"} == {"parent_only"}


def test_a_dash_and_a_blank_are_no_numbers(report):
    found = report("指标\t单位\t2022年\t2023年\t2024年\n总用水量\t吨\t-\tN/A\t0\n")
    assert rows(found) == [("water_consumption", "CY2024", "0", "t")]


def test_a_row_of_ends_of_numbers_that_a_page_break_cut_is_no_claim(report):
    found = report("项目\t2024年\t2023年\n期末余额\t1,204.50\t98.10\n余额\t016.70\t.77\n")
    assert [claim.quantity.text for claim in found.claims if claim.source == "table"] == ["1,204.50", "98.10"]
