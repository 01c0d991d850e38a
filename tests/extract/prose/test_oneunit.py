"""What a sentence says once for several numbers: units, bases, names, and what a rate is told over."""

from __future__ import annotations

import pytest

ENGLISH = "Nordhaven Mills plc Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
MINGUO = "測試電子股份有限公司 113 年永續報告書\n\n本報告書涵蓋民國 113 年 1 月 1 日至 12 月 31 日。\n\n"


def told(found):
    return [
        (claim.quantity.text, claim.metric.id, claim.period.code, claim.quantity.unit.id, claim.change.value)
        for claim in found.claims
    ]


def bases(found):
    return [
        (claim.quantity.text, claim.change.value, claim.base.code) for claim in found.claims if claim.change
    ]


def test_a_number_below_the_year_before_and_the_base_year_is_a_fall(report):
    found = report(
        "In 2024, energy consumption was 5,120 MWh, 7.2% below 2023 and 21.5% below the base year.\n",
        head=ENGLISH,
    )
    assert [claim.metric.id for claim in found.claims] == ["energy_consumption"] * 3
    assert bases(found) == [("7.2", "yoy_decline", "CY2023"), ("21.5", "base_year_decline", "")]


def test_a_number_above_the_base_year_is_no_fall(report):
    found = report("Energy consumption was 5,120 MWh, 3.2% above the 2019 base year.\n", head=ENGLISH)
    assert bases(found) == [("3.2", "yoy_growth", "CY2019")]


def test_a_threshold_is_no_base(report):
    found = report("Water use was 512 m3, 95% below the limit of the permit.\n", head=ENGLISH)
    assert bases(found) == []


def test_the_base_year_is_not_the_year_of_the_change_before_it(report):
    found = report("113年總用水量為8,120立方米，較112年減少4.1%，較基準年減少12.6%。\n", head=MINGUO)
    assert bases(found) == [("4.1", "yoy_decline", "CY2023"), ("12.6", "base_year_decline", "")]


def test_a_year_in_brackets_tells_the_same_in_the_same_unit(report):
    found = report(
        "The group employed 4,310 people (2023: 4,205), of whom 1,720 (39.9%) were women.\n", head=ENGLISH
    )
    assert told(found)[:3] == [
        ("4,310", "headcount", "CY2024", "person", ""),
        ("4,205", "headcount", "CY2023", "person", ""),
        ("1,720", "headcount.gender_female", "CY2024", "person", ""),
    ]


def test_chinese_brackets_end_the_name_in_front_of_them(report):
    found = report("于2024年12月31日，本集团共有2,740名雇员（2023年：2,690名），其中女性1,240名。\n")
    assert [item[:4] for item in told(found)] == [
        ("2,740", "headcount", "2024-12-31", "person"),
        ("2,690", "headcount", "CY2023", "person"),
        ("1,240", "headcount.gender_female", "2024-12-31", "person"),
    ]


def test_both_ends_of_an_improvement_share_the_unit_behind_the_second(report):
    found = report("GHG intensity improved from 812.4 to 790.5 tCO2e per EUR million.\n", head=ENGLISH)
    assert [item[3:] for item in told(found)] == [("tCO2e/MEUR", "from"), ("tCO2e/MEUR", "to")]


def test_accidents_and_their_rate_need_no_unit(report):
    found = report(
        "We recorded 48 work-related accidents, corresponding to a rate of 1.87 per million hours worked (2023: 2.14).\n",
        head=ENGLISH,
    )
    assert [item[:3] for item in told(found)] == [
        ("48", "injuries", "CY2024"),
        ("1.87", "injury_rate", "CY2024"),
        ("2.14", "injury_rate", "CY2023"),
    ]


def test_times_the_prior_year_figure(report):
    found = report(
        "Self-generated electricity reached 12.1 GWh, 1.4 times the prior-year figure.\n", head=ENGLISH
    )
    times = found.claims[1]
    assert (times.metric.base, times.change.value, times.base.code) == ("electricity", "to", "CY2023")


def test_what_an_intensity_is_told_over_may_stand_in_front_of_it(report):
    found = report("排放密度由2023年的每千平方米45.12公吨降至43.90公吨。\n")
    assert [(item[1], item[2], item[3]) for item in told(found)] == [
        ("ghg_emissions_intensity.intensity_area", "CY2023", "t/1000m2"),
        ("ghg_emissions_intensity.intensity_area", "CY2024", "t/1000m2"),
    ]
    found = report(
        "每新臺幣十億元營收之排放密集度由 112 年的 2,415.77 公噸 CO2e 降至 113 年的 2,301.15 公噸 CO2e。\n",
        head=MINGUO,
    )
    assert [(item[1], item[4]) for item in told(found)] == [
        ("ghg_emissions_intensity.intensity_revenue", "from"),
        ("ghg_emissions_intensity.intensity_revenue", "to"),
    ]
    assert {claim.scope for claim in found.claims} == {""}


def test_per_head_and_per_share_stay_as_they_are(report):
    found = report("平均每人培训25小时，每股派息0.25港元。\n")
    assert [item[3] for item in told(found)] == ["hour", "HKD"]


def test_the_rate_of_a_finished_change_is_of_this_year(report):
    found = report("单位产值能耗由上年的0.52吨标准煤/万元降至0.49吨标准煤/万元，降幅5.8%。\n")
    last = found.claims[-1]
    assert (last.period.code, last.change.value, last.base.code) == ("CY2024", "yoy_decline", "CY2023")


@pytest.mark.parametrize("word", ["大增", "猛增", "劲升"])
def test_a_strong_word_is_a_direction_too(report, word):
    found = report(f"全年天然气用量3.41万立方米，按年{word}41.2%。\n")
    assert [(item[1], item[4]) for item in told(found)] == [
        ("natural_gas", ""),
        ("natural_gas", "yoy_growth"),
    ]


def test_points_for_the_better_tell_of_the_rate_before_them(report):
    found = report("整体流失率为15.0%，较上年的16.4%改善1.4个百分点。\n")
    assert [(item[1], item[4]) for item in told(found)] == [
        ("turnover_rate", ""),
        ("turnover_rate", ""),
        ("turnover_rate", "yoy_points"),
    ]


def test_scopes_told_one_by_one_change_together(report):
    found = report(
        "2024年，公司范围一、范围二温室气体排放量分别为12,925吨二氧化碳当量和79,741吨二氧化碳当量，合计增长3.2%。\n"
    )
    assert found.claims[-1].metric.facet("ghg_scope") == "12"


def test_progress_is_reached_today_and_not_in_the_year_of_the_aim(report):
    found = report("全年总排放量较2022年减少6.2%，相当于2030年目标进度的31.0%。\n")
    assert told(found)[-1][2:] == ("CY2024", "%", "")
    found = report("This represents 57% of the reduction needed by 2030.\n", head=ENGLISH)
    assert told(found)[-1][2:] == ("CY2024", "%", "")
    found = report("公司计划于2030年将排放量减少31.0%。\n")
    assert told(found)[-1][4] == "target"


def test_women_among_managers_told_behind_their_number(report):
    found = report("主管214人中女性占30.4%，较2023年提升1.6个百分点。\n")
    assert [(claim.label, claim.scope) for claim in found.claims][:2] == [("主管", ""), ("女性", "主管")]


def test_an_english_sentence_may_begin_with_a_number(report):
    found = report(
        "Of these, 1,720 were women. 88.4% of employees hold a permanent contract.\n", head=ENGLISH
    )
    assert found.claims[-1].sentence > found.claims[0].sentence
    found = report("The plant used approx. 88.4 MWh of electricity.\n", head=ENGLISH)
    assert [claim.quantity.text for claim in found.claims] == ["88.4"]


def test_those_of_whom_a_sentence_speaks_are_people(report):
    found = report("We employ 1,840 people in 9 countries, of whom 27 are trainees.\n", head=ENGLISH)
    units = [(claim.quantity.text, claim.quantity.unit.id) for claim in found.claims]
    assert units == [("1,840", "person"), ("9", "country"), ("27", "person")]


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年，该强度为每百万元收入 4.02 吨二氧化碳当量，较 2022 年的 6.20 吨下降 35.2%。",
        "每百万元收入的温室气体排放量为 4.02 吨二氧化碳当量，比上年的 6.20 吨下降 35.2%。",
    ],
)
def test_what_a_number_is_held_against_is_told_over_the_same(report, sentence):
    units = [claim.quantity.unit.id for claim in report(sentence).claims]
    assert units == ["tCO2e/MCNY", "tCO2e/MCNY", "%"]


def test_a_total_held_against_its_own_base_is_told_over_nothing(report):
    found = report("每平方米耗电 40.2 千瓦时，总耗电较上年的 4,400 千瓦时下降 8.6%。")
    assert [claim.quantity.unit.id for claim in found.claims] == ["kWh/m2", "kWh", "%"]


def test_the_number_that_a_change_starts_from_may_leave_its_unit_to_the_other(report):
    found = report("单位产值能耗由2021年的16.38降至12.84吨标准煤/百万元。")
    assert [(claim.quantity.unit.id, claim.period.code) for claim in found.claims] == [
        ("tce/MCNY", "CY2021"),
        ("tce/MCNY", "CY2024"),
    ]


BASE = "公司以2021年为基准年，承诺到2030年用水强度下降30%。"


def test_a_change_against_the_base_year_is_one_on_the_year_that_the_report_names(report):
    found = report(f"{BASE}\n\n全年用水 5,120 吨，较基准年下降 12.6%。\n")
    assert ("12.6", "base_year_decline", "CY2021") in bases(found)


def test_of_two_base_years_none_is_meant(report):
    found = report(f"{BASE}\n\n碳排放以2019年为基准年。\n\n全年用水 5,120 吨，较基准年下降 12.6%。\n")
    assert ("12.6", "base_year_decline", "") in bases(found)
