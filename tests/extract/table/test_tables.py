"""Every cell that holds a number becomes a claim with label path, unit, period and marks."""

from __future__ import annotations

import pytest


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


FISCAL = "測試集團\n\n本報告涵蓋 2024 年 4 月 1 日至 2025 年 3 月 31 日止財政年度。\n\n"


def test_a_bare_year_over_the_values_of_a_fiscal_report_is_its_fiscal_year(report):
    found = report("指标\t单位\t2025年\t2024年\n总用水量\t吨\t800\t900\n", head=FISCAL)
    assert [row[1] for row in rows(found)] == ["FY2025", "FY2024"]


def test_a_report_with_heads_of_both_kinds_tells_them_apart(report):
    table = "指标\t单位\t2025财年\t2024年\n总用水量\t吨\t800\t900\n"
    assert [row[1] for row in rows(report(table, head=FISCAL))] == ["FY2025", "CY2024"]


def test_a_fiscal_year_may_be_called_by_both_its_years(report):
    found = report("指标\t单位\t2024/25 年度\t2023/24 年度\n总用水量\t吨\t800\t900\n", head=FISCAL)
    assert rows(found) == [
        ("water_consumption", "FY2025", "800", "t"),
        ("water_consumption", "FY2024", "900", "t"),
    ]
    assert {(claim.label, claim.scope) for claim in found.claims if claim.source == "table"} == {
        ("总用水量", "")
    }


def test_a_year_that_ends_on_a_day_is_no_day(report):
    table = "指标\t单位\t截至2025年3月31日止年度\t于2024年3月31日\n总用水量\t吨\t800\t900\n"
    assert [row[1] for row in rows(report(table, head=FISCAL))] == ["FY2025", "2024-03-31"]


def test_years_counted_from_1911_are_no_scope(report):
    found = report("民國 113 年營運概況（新臺幣千元）\n\n指标\t113年度\t112年度\n营业收入\t800\t900\n")
    assert [(claim.period.code, claim.scope) for claim in found.claims] == [("CY2024", ""), ("CY2023", "")]


def test_a_head_of_two_years_tells_the_change_of_the_later(report):
    found = report("Metric\tUnit\t2024\t2023\t% 2024/2023\nWater consumption\tt\t95\t100\t–5.0\n")
    assert [(claim.period.code, claim.change.value) for claim in found.claims if claim.source == "table"] == [
        ("CY2024", ""),
        ("CY2023", ""),
        ("CY2024", "yoy_decline"),
    ]


def test_a_head_that_compares_with_the_year_before_is_of_this_year(report):
    found = report("指标\t2024年\t营业收入比上年增减(%)\n营业收入\t800\t5.0\n研发投入\t80\t4.0\n")
    assert {row[1] for row in rows(found)} == {"CY2024"}


@pytest.mark.parametrize(
    "head",
    ["% 2024/2023", "2024 vs 2023 (%)", "变动%", "增減(%)", "YoY %", "Δ%", "+/-%", "2024年比2023年(%)"],
)
def test_a_head_that_sets_years_against_each_other_tells_changes_in_percent(report, head):
    found = report(
        f"指标\t单位\t2023年\t2024年\t{head}\n总用水量\t吨\t900\t855\t–5.0\n总用电量\t千瓦时\t10\t11\t10.0\n"
    )
    last = [claim for claim in found.claims if claim.seat and claim.seat.column == 4]
    assert [(claim.change.value, claim.quantity.unit.id) for claim in last] == [
        ("yoy_decline", "%"),
        ("yoy_growth", "%"),
    ]


@pytest.mark.parametrize("head", ["2023/2024年", "2024-12-31", "2023年/2024年"])
def test_a_head_of_a_period_tells_no_change(report, head):
    found = report(f"指标\t单位\t2022年\t{head}\n总用水量\t吨\t900\t855\n")
    assert [claim.level for claim in found.claims if claim.source == "table"] == [True, True]


@pytest.mark.parametrize("label", ["总用水量註4", "总用水量 註 4", "总用水量（註4）", "总用水量注4"])
def test_a_note_mark_at_the_end_of_a_label_is_no_part_of_it(report, label):
    found = report(f"指标\t单位\t2024年\n{label}\t吨\t855\n\n註4 不含外包。\n")
    (claim,) = [claim for claim in found.claims if claim.source == "table"]
    assert (claim.label, claim.notes) == ("总用水量", ("4",))


def test_a_scale_in_the_brackets_of_a_label_multiplies_its_unit(report):
    found = report("Indicator\tUnit\t2024\nHours worked (million)\thours\t29.8\n")
    (claim,) = [claim for claim in found.claims if claim.source == "table"]
    assert (claim.quantity.value, claim.quantity.unit.id) == (29_800_000, "hour")


@pytest.mark.parametrize("head", ["較前一年度", "较上年", "比上年（%）", "year-on-year"])
def test_a_head_that_only_names_the_year_before_tells_changes_in_percent(report, head):
    found = report(
        f"指标\t单位\t2023年\t2024年\t{head}\n总用水量\t吨\t900\t855\t-5.0%\n"
        "总用电量\t千瓦时\t10\t11\t+10.0%\n因工死亡\t人\t0\t0\t–\n火灾\t起\t0\t0\tN/A\n爆炸\t起\t0\t0\t–\n"
    )
    last = [claim for claim in found.claims if claim.seat and claim.seat.column == 4]
    assert [(claim.change.value, claim.period.code, claim.quantity.unit.id) for claim in last] == [
        ("yoy_decline", "CY2024", "%"),
        ("yoy_growth", "CY2024", "%"),
    ]


def test_a_column_of_dashes_and_remarks_holds_no_numbers(report):
    found = report(
        "指标\t单位\t2024年\t情况\n总用水量\t吨\t855\t–\n总用电量\t千瓦时\t11\t新厂投产\n因工死亡\t人\t0\t共 2 处整改\n"
    )
    assert {claim.seat.column for claim in found.claims if claim.seat} == {2}


def test_pages_are_told_by_a_head_in_two_languages_without_a_space(report):
    found = report(
        "指標KPI\t內容Description\t章節Section\t頁次Page\nA2.2\t總耗水量及密度\t附錄一\t31\nA1.3\t廢棄物總量\t附錄一\t30\n"
    )
    assert not rows(found)


def test_a_period_head_of_balances_dates_the_numbers_and_shares_under_it(report):
    found = report(
        "单位：元\n项目\t本期期末数\t上期期末数\t本期期末金额较上期期末变动比例（%）\n总资产\t1,320.50\t1,200.00\t10.04\n"
    )
    assert [row[1:] for row in rows(found)] == [
        ("2024-12-31", "1320.50", "CNY"),
        ("2023-12-31", "1200.00", "CNY"),
        ("2024-12-31", "10.04", "%"),
    ]


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("Table 2 Water drawn, in m³", "m3"),
        ("Table 2 Water drawn in thousand m³", "1000m3"),
        ("Table 2 Goods in our yards in tonnes", "t"),
        ("表2 能源消耗：兆瓦时", "MWh"),
        ("Table 2 Sales – EUR million", "EUR"),
        ("Table 2 Staff by contract, employees", "person"),
        ("Table 2 Water drawn in Spain", ""),
    ],
)
def test_the_end_of_a_caption_may_be_the_unit(report, caption, unit):
    found = report(f"{caption}\n\nKind\t2023\t2024\nFirst\t1,200\t1,100\nSecond\t5,000\t5,200\n")
    assert {row[3] for row in rows(found)} == {unit}


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("Table 5 Members by age (people, at 30 June)", "person"),
        ("Table 5 Members by age (headcount at 31 December)", "person"),
        ("表5 按年龄划分（人，截至12月31日）", "person"),
        ("表5 按年龄划分（年末，人）", "person"),
        ("Table 5 Members by age (at 30 June)", ""),
        ("Table 5 Members by age (restated)", ""),
    ],
)
def test_the_unit_in_the_brackets_of_a_caption_may_stand_beside_a_date(report, caption, unit):
    found = report(f"{caption}\n\nKind\t2023\t2024\nFirst\t1,200\t1,100\nSecond\t5,000\t5,200\n")
    assert {row[3] for row in rows(found)} == {unit}


def test_the_head_of_the_units_may_be_told_in_two_languages(report):
    found = report(
        "指标 Indicator\t单位 Unit\t2023\t2024\n义工时数 Volunteering\t小时\t12,480\t13,915\n"
        "桥梁 Bridges\t座\t7\t9\n道路 Roads\t条\t3\t4\n"
    )
    labels = {claim.label for claim in found.claims}
    assert labels == {"义工时数 Volunteering", "桥梁 Bridges", "道路 Roads"}


def test_numbers_that_count_rows_down_to_a_total_are_no_claims_and_no_labels(report):
    found = report(
        "序号\t客户名称\t销售额（元）\t占比（%）\n1\t甲方\t329.31\t9.28\n2\t乙方\t253.80\t7.14\n"
        "3\t丙方\t189.71\t5.33\n合计\t--\t772.82\t21.75\n"
    )
    told = [(claim.label.split(" / ")[0], claim.quantity.text) for claim in found.claims]
    assert told[::2] == [("甲方", "329.31"), ("乙方", "253.80"), ("丙方", "189.71"), ("合计", "772.82")]
    assert not any(text in "123" for _, text in told)
    assert [claim.label for claim in found.claims][-2:] == ["合计 / 销售额（元）", "合计"]


def test_a_mark_glued_to_the_year_of_a_column_is_one_of_all_its_values(report):
    found = report("指标\t单位\t2023年\t2024年5\n总用水量\t吨\t800\t900\n\n5\t统计范围不含仓库。\n")
    marks = {claim.period.code: claim.block_notes for claim in found.claims if claim.source == "table"}
    assert marks == {"CY2023": (), "CY2024": ("5",)}


def test_a_sentence_in_a_cell_is_of_the_year_over_it(report):
    found = report(
        "目标\t2023年进展\t2024年进展\n"
        "提高产品评估比例\t公司已完成 31% 的产品评估\t公司已完成 41% 的产品评估\n"
        "减少废弃物\t全年废弃物 10.1 吨\t自 2022 年以来减少 12%\n"
    )
    told = {claim.quantity.text: claim.period.code for claim in found.claims if claim.source == "table"}
    assert told["31"] == "CY2023"
    assert told["41"] == "CY2024"


def test_answers_among_shares_leave_their_column_one_of_values(report):
    found = report(
        "活动\t代码\t收入（万元）\t占比\t减缓贡献\n"
        "光伏安装\tCCM 7.6\t120\t12%\tY\n"
        "建筑改造\tCCM 7.2\t80\t8%\tN/EL\n"
        "储能\tCCM 4.10\t60\t6%\tEL\n"
        "合计\t\t260\t26%\t12%\n"
    )
    total = [claim.quantity.text for claim in found.claims if claim.label.startswith("合计")]
    assert total == ["260", "26", "12"]


def test_a_column_of_shares_beside_a_column_of_units_tells_shares(report):
    found = report(
        "指标\t单位\t2024年\t2024年占比（%）\n甲类用水\t吨\t60\t60.0\n乙类用水\t吨\t40\t40.0\n合计\t吨\t100\t100.0\n"
    )
    assert [claim.quantity.unit.id for claim in found.claims] == ["t", "%"] * 3


def test_how_much_of_an_aim_is_reached_is_told_of_the_year_of_the_report(report):
    found = report(
        "2035年目标进展\n指标\t2020年基准\t2024年实际\t2035年目标\t目标完成率（%）\n单位产量用水（吨/件）\t8.0\t5.0\t4.0\t75.0\n"
    )
    assert [(claim.period.code, claim.quantity.unit.id) for claim in found.claims][-2:] == [
        ("CY2035", "t/unit_of_product"),
        ("CY2024", "%"),
    ]


def test_years_in_which_something_was_are_no_numbers_of_it(report):
    found = report(
        "董事\n\n姓名\t职务\t出生年\t任期\t获委任年份\t持股数（股）\n"
        "赵某\t董事长\t1968\t2022-2025\t2019\t1,200\n钱某\t独立董事\t1975\t2023至2026\t2023\t350\n"
    )
    assert [(claim.label, claim.quantity.text) for claim in found.claims] == [
        ("赵某 / 董事长 / 持股数（股）", "1,200"),
        ("钱某 / 独立董事 / 持股数（股）", "350"),
    ]


def test_a_number_of_people_who_joined_that_looks_like_a_year_counts_all_the_same(report):
    found = report("Region\tJoined in 2024\tJoined in 2023\nNorth\t2019\t1,480\nSouth\t350\t1987\n")
    assert [claim.quantity.text for claim in found.claims] == ["2019", "1,480", "350", "1987"]


def test_an_aim_in_per_cent_is_none_in_the_unit_of_its_row(report):
    found = report(
        "Indicator\tUnit\tBase year 2021\t2024\t2030 target (%)\nScope 1 emissions\ttCO2e\t61,200\t55,346\t-42.0\n"
    )
    assert [claim.quantity.unit.id for claim in found.claims] == ["tCO2e", "tCO2e", "%"]
