"""What is measured against a base year is judged on the level of that year."""

from __future__ import annotations

ROWS = (
    "指标\t单位\t2020年（基准年）\t2023年\t2024年\t较2020年变化\n"
    "温室气体排放总量\t吨二氧化碳当量\t10,000\t8,000\t6,950\t{ghg}\n耗水量\t吨\t500\t600\t700\t{water}\n\n"
)


def test_a_column_against_a_named_year(judged):
    assert judged(ROWS.format(ghg="-30.5%", water="40.0%")).of("base") == [
        ("-30.5", "passed"),
        ("40.0", "passed"),
    ]
    assert judged(ROWS.format(ghg="-31.5%", water="40.0%")).flagged == ["-31.5"]


def test_a_column_of_falls_against_the_base_year(judged):
    table = (
        "指標\t單位\t2024年\t2023年\t基準年（2020年）\t較基準年下降比例\n"
        "溫室氣體排放總量\t噸二氧化碳當量\t6,950\t8,000\t10,000\t{}\n耗水量\t噸\t500\t600\t700\t28.6%\n"
    )
    assert judged(table.format("30.5%")).of("base") == [("30.5", "passed"), ("28.6", "passed")]
    assert judged(table.format("13.1%")).flagged == ["13.1"]


def test_sentences_name_the_base_year_in_several_ways(judged):
    text = ROWS.format(ghg="-30.5%", water="40.0%")
    for told in (
        "2024 年，温室气体排放总量较2020基准年下降 30.5%。\n",
        "2024 年，温室气体排放总量较2020年基准年下降 30.5%。\n",
        "與2020基準年相比，溫室氣體排放總量下降30.5%。\n",
    ):
        assert judged(text + told).of("growth") == [("30.5", "passed")]
        assert judged(text + told.replace("30.5", "31.2")).flagged == ["31.2"]


def test_english_columns(judged):
    head = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
    table = (
        "Indicator\tUnit\tBaseline year (2019)\t2023\t2024\t{}\n"
        "Scope 1 GHG emissions\ttCO2e\t10,000\t8,000\t6,950\t{}\n"
    )
    for column, told in (
        ("Decrease in 2024 against the base year", "30.5%"),
        ("Decrease in 2024 against the base year", "-30.5%"),
        ("Change vs. 2019 (%)", "-30.5"),
        ("Reduction from 2019", "30.5%"),
    ):
        found = judged(table.format(column, told), head=head)
        assert [verdict for _, verdict in found.of("base")] == ["passed"]
        found = judged(table.format(column, told.replace("30.5", "13.1")), head=head)
        assert found.flagged == [told.replace("30.5", "13.1").rstrip("%")]


def test_an_absolute_change_is_a_difference(judged):
    table = "指标\t单位\t2020年\t2024年\t较2020年减少量\n耗水量\t吨\t700\t500\t{}\n"
    assert judged(table.format("200")).of("base") == [("200", "passed")]
    assert judged(table.format("120")).flagged == ["120"]


def test_a_column_of_shares_only_ties(judged):
    table = "项目\t2024年\t2023年\t2022年\t占比较2022年增减（%）\n营业收入（元）\t1,100.00\t1,000.00\t990.00\t3.00\n"
    assert judged(table).flagged == []


def test_a_row_that_tells_a_year_twice_accuses_nobody(judged):
    table = (
        "指标\t单位\t2020年调整前\t2020年调整后\t2024年\t较2020年变化\n耗水量\t吨\t700\t800\t500\t-28.6%\n"
    )
    assert judged(table).flagged == []


def test_percentages_without_their_sign_are_no_amounts(judged):
    table = "指标\t单位\t2020年\t2024年\t较2020年变化\n耗水量\t吨\t700\t500\t-28.6\n"
    assert judged(table).flagged == []


def test_a_level_that_gained_a_minus_is_held_against_its_change(judged):
    found = judged(ROWS.format(ghg="-30.5%", water="40.0%").replace("10,000", "-10,000"))
    assert "-30.5" in found.flagged
    lifted = ROWS.format(ghg="-30.5%", water="40.0%").replace("10,000", "-12,000")
    assert judged(lifted).flagged == []  # another base below nought: it is not known how it was measured


def test_a_head_may_name_the_base_year_as_a_financial_year(judged):
    table = (
        "Goal\tUnit\tBase year FY2019\tFY2024\tChange since FY2019 (%)\n"
        "Fresh water withdrawn\tm3\t840\t655\t{}\nWaste landfilled\tt\t125\t88\t-29.6\n"
    )
    head = "Test Limited Report 2024\n\nThis report covers the year ended 31 December 2024 (FY2024).\n\n"
    found = judged(table.format("-22.0"), head=head)
    assert found.of("base") == [("-22.0", "passed"), ("-29.6", "passed")]
    assert {c.period.year for c in found.report.claims if c.change.value.startswith("yoy")} == {2024}
    assert judged(table.format("-22.3"), head=head).flagged == ["-22.3"]


def test_a_fleet_since_a_year_is_not_measured_on_it(judged):
    table = "Depot\tVans bought since FY2019\tVans FY2024\nNorth\t30\t44\nSouth\t12\t19\n"
    head = "Test Limited Report 2024\n\nThis report covers the year ended 31 December 2024 (FY2024).\n\n"
    assert judged(table, head=head).of("base") == []


AIMS = "目标项目\t单位\t基准年2020年\t2024年实绩\t较基准年变动\n碳排放量\t吨\t46,416\t38,289\t-17.5%\n废弃物再利用率\t%\t70.4\t80.5\t{}个百分点\n\n"


def test_points_against_a_base_year_have_the_sign_that_the_levels_give(judged):
    assert judged(AIMS.format("+10.1")).flagged == []
    assert judged(AIMS.format("-10.1")).flagged == ["-10.1"]
    assert judged(AIMS.format("+11.0")).flagged == ["+11.0"]
