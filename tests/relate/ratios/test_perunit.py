"""Rates of a table against the rows that their unit and their name tell."""

from __future__ import annotations

import pytest

STAFF = "指标\t单位\t2024年\t2023年\t2022年\n员工总数\t人\t11,729\t11,532\t11,355\n\n"


@pytest.mark.parametrize(
    ("rows", "right", "wrong"),
    [
        ("厂区用电总量\t千瓦时\t7,851,900\t7,989,500\t8,061,300\n人均厂区用电\t千瓦时/人\t669\t{}\t710\n", "693", "639"),
        ("廠區用水總量\t噸\t392,590\t403,095\t408,700\n人均廠區用水\t噸/人\t33.5\t{}\t36.0\n", "35.0", "53.0"),
        ("志愿服务时长\t小时\t832,700\t756,300\t684,200\n人均志愿服务时长\t小时/人\t71.0\t{}\t60.3\n", "65.6", "66.5"),
        ("Paper used\ttonnes\t39,259\t40,309\t40,870\nPaper used per employee\ttonnes/person\t3.35\t{}\t3.60\n", "3.50", "3.05"),
        ("班车里程\t公里\t392,590\t403,095\t408,700\n每名员工班车里程\t公里/人\t33.5\t{}\t36.0\n", "35.0", "35.5"),
    ],
)  # fmt: skip
def test_a_rate_per_head_that_two_years_prove_is_wrong_in_the_third(judged, rows, right, wrong):
    head = STAFF + "指标\t单位\t2024年\t2023年\t2022年\n"
    assert judged(head + rows.format(right)).flagged == []
    assert wrong in judged(head + rows.format(wrong)).flagged


AREA = "2024年末，自有物业建筑面积为48,615平方米。\n\n2023年末，自有物业建筑面积为47,280平方米。\n\n"
WATER = "指标\t单位\t2024年\t2023年\n{}\t吨\t587,340\t604,930\n{}\t吨/平方米\t{}\t12.79\n"


def test_a_density_over_an_area_told_in_prose_is_asked_about_where_one_year_proves_it(judged):
    assert judged(AREA + WATER.format("园区用水总量", "园区用水密度", "12.08")).of("perunit") == [
        ("12.08", "passed"),
        ("12.79", "passed"),
    ]
    found = judged(AREA + WATER.format("园区用水总量", "园区用水密度", "10.28"))
    assert found.of("perunit") == [("10.28", "flagged"), ("12.79", "passed")]
    assert {item.relation.strength.value for item in found.judgements if item.verdict == "flagged"} == {
        "question"
    }


def test_a_rate_of_something_else_is_not_held_against_the_rows_around_it(judged):
    found = judged(AREA + WATER.format("园区用水总量", "绿地灌溉密度", "10.28"))
    assert found.of("perunit") == []


def test_a_rate_that_its_rows_give_in_no_year_has_other_numbers(judged):
    found = judged(AREA + WATER.format("园区用水总量", "园区用水密度", "10.28").replace("12.79", "11.46"))
    assert found.of("perunit") == []


OUTPUT = "指标\t单位\t2024年\t2023年\n涂料产量\t万吨\t486.15\t473.12\n\n指标\t单位\t2024年\t2023年\n园区用水总量\t立方米\t1,587,340\t1,604,930\n"


def test_what_was_produced_divides_where_a_rate_is_told_for_a_tonne(judged):
    rows = OUTPUT + "单位产品园区用水\t立方米/吨\t{}\t0.3392\n"
    assert judged(rows.format("0.3265")).of("perunit") == [("0.3265", "passed"), ("0.3392", "passed")]
    assert judged(rows.format("0.3625")).flagged == ["0.3625"]
    assert judged(rows.format("0.3625").replace("0.3392", "0.3291")).of("perunit") == []


def test_a_rate_for_a_square_metre_may_say_so_in_its_name_alone(judged):
    text = "指标\t单位\t2024年\t2023年\n总楼面面积\t平方米\t48,615\t47,312\n\n指标\t单位\t2024年\t2023年\n园区用电总量\t千瓦时\t5,610,670\t5,625,397\n"
    rows = text + "每平方米园区用电\t千瓦时\t{}\t118.9\n"
    assert judged(rows.format("115.4")).flagged == []
    assert judged(rows.format("114.5")).flagged == ["114.5"]


def test_the_two_scopes_of_one_table_make_up_an_intensity_of_both(judged):
    text = (
        "指标\t单位\t2024年\t2023年\n铜产量\t吨\t318,900\t312,400\n\n指标\t单位\t2024年\t2023年\n"
        "范围一温室气体排放\t吨二氧化碳当量\t740,215\t761,430\n范围二温室气体排放\t吨二氧化碳当量\t681,430\t697,512\n\n"
        "指标\t单位\t2024年\t2023年\n温室气体排放强度（范围一和范围二）\t吨二氧化碳当量/吨产品\t{}\t4.670\n"
    )
    assert judged(text.format("4.458")).of("perunit") == [("4.458", "passed"), ("4.670", "passed")]
    assert judged(text.format("4.648")).flagged == ["4.648"]


GROSS = (
    "Indicator\tUnit\t2024\t2023\t2022\nGross Scope 1 emissions\ttCO2e\t218,430\t226,917\t231,050\n"
    "Stationary combustion (Scope 1)\ttCO2e\t201,114\t208,420\t212,377\n"
    "Gross market-based Scope 2 emissions\ttCO2e\t31,206\t40,815\t52,640\n\n"
    "Intensity (Scope 1 and 2, market-based)\tUnit\t2024\t2023\t2022\n"
    "GHG emissions intensity per tonne of product\tkg CO2e/t\t{}\t413.6\t431.8\n\n"
    "Five years at a glance\nYear\tFinished product (kt)\tNet sales (EUR m)\n2022\t657.0\t702.4\n2023\t647.3\t731.0\n2024\t631.8\t718.9\n"
)
YEARLY = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


def test_gross_scopes_over_a_column_that_runs_through_the_years(judged):
    right = judged(GROSS.format("395.1"), head=YEARLY)
    assert right.of("perunit") == [("395.1", "passed"), ("413.6", "passed"), ("431.8", "passed")]
    assert judged(GROSS.format("351.1"), head=YEARLY).flagged == ["351.1"]
    assert judged(GROSS.format("395.2"), head=YEARLY).flagged == []  # as 631.75 kt


def test_what_a_part_of_a_scope_gives_is_no_intensity_of_both(judged):
    without = GROSS.replace("Gross Scope 1 emissions", "Process emissions (Scope 1)")
    assert judged(without.format("351.1"), head=YEARLY).flagged == []


BESIDE = (
    "指标\t单位\t2022年\t2023年\t2024年\t2024年占比\n市政用水\t立方米\t1,301,250\t1,318,400\t1,276,900\t73.3%\n地下水\t立方米\t433,300\t441,200\t464,450\t26.7%\n"
    "总用水量\t立方米\t1,734,550\t1,759,600\t1,741,350\t100.0%\n吨产品取水\t立方米/吨产品\t8.95\t{}\t8.36\t–\n\n"
    "指标\t单位\t2022年\t2023年\t2024年\n产品产量\t吨\t193,850\t201,640\t208,315\n"
)


def test_a_share_beside_an_amount_is_no_second_telling_of_its_year(judged):
    text = BESIDE.replace("总用水量", "取水总量")
    assert judged(text.format("8.73")).flagged == []
    assert judged(text.format("7.83")).flagged == ["7.83"]


def test_a_rate_named_in_two_languages_bears_either_name(judged):
    rows = (
        "指标\t单位\t2022年\t2023年\t2024年\n范围一\t吨二氧化碳当量\t2,267\t2,727\t2,812\n营运排放总量\t吨二氧化碳当量\t20,882\t20,012\t18,183\n"
        "每名员工排放 Emissions per employee\t吨二氧化碳当量/人\t3.63\t{}\t3.02\n\n指标\t单位\t2022年\t2023年\t2024年\n员工总数\t人\t5,749\t5,895\t6,019\n"
    )
    assert judged(rows.format("3.39")).flagged == []
    assert judged(rows.format("3.93")).flagged == ["3.93"]


THROUGHPUT = (
    "指标\t单位\t2022年\t2023年\t2024年\n范围一排放量\t吨二氧化碳当量\t98,059\t98,120\t102,166\n"
    "范围二排放量\t吨二氧化碳当量\t219,641\t205,491\t201,287\n综合能源消耗量\t吨标准煤\t107,512\t107,231\t112,804\n"
    "单位周转量排放强度\t吨二氧化碳当量/万吨\t8.50\t7.78\t{}\n单位周转量综合能耗\t吨标准煤/万吨\t2.88\t2.75\t{}\n\n"
    "指标\t单位\t2022年\t2023年\t2024年\n货物周转量\t万吨\t37,366\t39,030\t39,532\n\n"
)


def test_a_rate_for_each_of_what_was_moved_is_drawn_over_it(judged):
    found = judged(THROUGHPUT.format("7.68", "2.85"))
    assert found.flagged == []
    assert ("7.68", "passed") in found.of("perunit")
    assert ("2.85", "passed") in found.of("perunit")


def test_a_year_whose_rate_the_others_deny_is_told(judged):
    assert judged(THROUGHPUT.format("6.38", "2.85")).flagged == ["6.38"]
    assert judged(THROUGHPUT.format("7.68", "2.58")).flagged == ["2.58"]


BLOCKS = (
    "Safety\tUnit\t2024\t2023\t2022\nEmployees\t\t\t\t\n- Hours worked\tmillion\t9.214\t9.407\t9.655\n- Lost time injuries\tnumber\t17\t19\t24\n"
    "- LTIFR\tper million hours\t1.85\t2.02\t2.49\nContractors\t\t\t\t\n- Hours worked\tmillion\t1.731\t1.688\t1.742\n"
    "- Lost time injuries\tnumber\t4\t6\t7\n- LTIFR\tper million hours\t{}\t3.55\t4.02\n\n"
)


def test_the_rate_of_a_block_is_over_the_hours_of_its_block(judged):
    assert judged(BLOCKS.format("2.31")).flagged == []
    assert judged(BLOCKS.format("2.13")).flagged == ["2.13"]


def test_what_stands_behind_per_is_no_part_of_what_is_divided(judged):
    text = (
        "Key figures\tUnit\t2024\t2023\nRevenue\tEUR million\t1,271.4\t1,196.8\n\n"
        "Energy\tUnit\t2024\t2023\nTotal energy consumption\tGWh\t719.4\t741.2\n"
        "Energy intensity per revenue\tMWh/EUR million\t{}\t619.3\n\n"
    )
    assert judged(text.format("565.8")).of("perunit") == [("565.8", "passed"), ("619.3", "passed")]
    assert judged(text.format("558.6")).flagged == ["558.6"]


CASES = (
    "指标\t单位\t2022年\t2023年\t2024年\n工伤宗数\t宗\t21\t18\t16\n因工伤损失工作日数\t天\t1,042\t866\t731\n"
    "每宗工伤平均损失日数\t天/宗\t49.6\t48.1\t{}\n"
)


def test_days_for_each_injury_are_divided_by_the_injuries(judged):
    assert len(judged(CASES.format("45.7")).of("perunit")) == 3
    assert judged(CASES.format("45.7")).flagged == []
    assert judged(CASES.format("54.7")).flagged == ["54.7"]


USED = (
    "指标\t单位\t2022年\t2023年\t2024年\n用水量\t吨\t31,204\t33,518\t32,760\n"
    "每百万元收入用水量\t吨/百万元\t14.2\t13.6\t{}\n\n"
    "强度指标所用收入：2022年2,197百万元、2023年2,465百万元、2024年2,611百万元。\n"
)


def test_the_revenue_that_a_report_divides_by_may_be_told_for_it_alone(judged):
    assert len(judged(USED.format("12.5")).of("perunit")) == 3
    assert judged(USED.format("15.2")).flagged == ["15.2"]


BOUGHT = (
    "指标\t单位\t2022年\t2023年\t2024年\n外购电力\t兆瓦时\t31,204\t33,518\t32,760\n"
    "每百万元营业收入用电量\t兆瓦时/百万元\t14.2\t13.6\t{}\n营业收入\t百万元\t2,197\t2,465\t2,611\n"
)


def test_power_bought_may_be_all_that_is_used(judged):
    assert len(judged(BOUGHT.format("12.5")).of("perunit")) == 3
    assert judged(BOUGHT.format("15.2")).flagged == ["15.2"]
