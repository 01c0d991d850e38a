"""Lists that share out numbers, amounts of change, shares of a part, values that are only compared with."""

from __future__ import annotations

import pytest

HEAD = (
    "测试股份有限公司 2024 年环境、社会及管治报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
)


def told(found):
    return [
        (claim.metric.id, claim.quantity.text, claim.change.value)
        for claim in found.claims
        if claim.source == "prose" and claim.place.line > 4
    ]


def one(found, digits):
    (claim,) = [claim for claim in found.claims if claim.quantity.text == digits]
    return claim


# --- lists ----------------------------------------------------------------------------------------


def test_each_number_of_a_list_takes_its_own_name(report):
    found = report("年末雇员 900 人，男性與女性分別為 500 人、400 人。\n", head=HEAD)
    assert [metric for metric, *_ in told(found)][1:] == ["headcount.gender_male", "headcount.gender_female"]


def test_a_list_ends_where_its_numbers_do(report):
    found = report(
        "當中有害廢棄物及無害廢棄物分別為 20.5 噸及 300.1 噸，合計佔總量的 17.7%，高於上年度的 15.8%。\n",
        head=HEAD,
    )
    assert [metric for metric, *_ in told(found)][:2] == [
        "waste.hazard_hazardous",
        "waste.hazard_nonhazardous",
    ]


def test_names_and_numbers_that_do_not_match_in_number_are_not_accused(report):
    found = report("本行与子公司的存款和贷款分别为 100 亿元和 200 亿元。\n", head=HEAD)
    claims = [claim for claim in found.claims if claim.source == "prose" and claim.place.line > 4]
    assert all(claim.confidence == "weak" and not claim.metric.known for claim in claims)
    assert len({claim.metric.id for claim in claims}) == 2


def test_names_of_one_metric_are_told_apart(report):
    found = report("生活垃圾、建筑垃圾与危险废物产生量分别为 320 吨、1,150 吨及 12.6 吨。\n", head=HEAD)
    assert one(found, "320").scope != one(found, "1,150").scope


def test_the_first_name_of_a_list_may_say_what_is_listed(report):
    found = report("办公用水总部和分部分别为 91 吨和 301 吨。\n", head=HEAD)
    assert [metric for metric, *_ in told(found)] == ["water_consumption"] * 2
    assert one(found, "91").scope != one(found, "301").scope


def test_one_direction_holds_for_a_list(report):
    found = report("全年营业收入 96.2 亿元，净利润 9.8 亿元，同比分别增长 3.89% 和 6.64%。\n", head=HEAD)
    assert told(found)[2:] == [("revenue", "3.89", "yoy_growth"), ("net_profit", "6.64", "yoy_growth")]


def test_a_list_may_go_up_and_down(report):
    found = report(
        "一线员工与管理层的人均培训时长分别达到 46.5 小时和 32.0 小时，同比分别增加 3.5 小时和减少 1.0 小时。\n",
        head=HEAD,
    )
    assert [change for *_, change in told(found)] == ["", "", "yoy_growth", "yoy_decline"]
    assert one(found, "3.5").metric == one(found, "46.5").metric
    assert one(found, "1.0").metric == one(found, "32.0").metric


def test_respectively_may_stand_behind_the_numbers(report):
    found = report(
        "Scope 1 and Scope 2 emissions were 7,195 tCO2e and 5,213 tCO2e respectively.\n\n"
        "Diesel and petrol consumption fell by 4% and 7% respectively.\n",
        head=HEAD,
    )
    assert told(found) == [
        ("ghg_emissions.ghg_scope_1", "7,195", ""),
        ("ghg_emissions.ghg_scope_2", "5,213", ""),
        ("diesel", "4", "yoy_decline"),
        ("gasoline", "7", "yoy_decline"),
    ]


# --- amounts of change ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "digits", "change"),
    [
        ("再生水使用量达 143 万立方米，较 2023 年增加 78 万立方米。", "78 万", "yoy_growth"),
        ("年末员工 1,729 人，比上年末增加 97 人。", "97", "yoy_growth"),
        ("年末员工 1,729 人，减少 97 人。", "97", "yoy_decline"),
        ("捐款 35.2 百萬港元，較去年多 4.1 百萬港元。", "4.1 百萬", "yoy_growth"),
        ("人均培训时长 71.0 小时，较 2023 年的 65.6 小时增加 5.4 小时。", "5.4", "yoy_growth"),
        ("客户数 126 万户，比年初净增 8 万户。", "8 万", "yoy_growth"),
        ("Water consumption was 650 m3, an increase of 120 m3 on 2023.", "120", "yoy_growth"),
        ("Hazardous waste fell by 300 tonnes compared with 2023.", "300", "yoy_decline"),
        ("Capital expenditure was HK$128m, HK$15m less than in 2023.", "15m", "yoy_decline"),
    ],
)
def test_an_amount_of_change_is_no_level(report, sentence, digits, change):
    assert one(report(sentence + "\n", head=HEAD), digits).change.value == change


def test_an_amount_without_a_base_is_no_level_of_its_metric(report):
    claim = one(report("用水量减少 500 吨。\n", head=HEAD), "500")
    assert (claim.change.value, claim.metric.known) == ("", False)


def test_what_is_new_is_no_change(report):
    assert one(report("本年度新增 17 家门店。\n", head=HEAD), "17").change.value == ""


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("較 2023 年成長", "yoy_growth"),
        ("年增", "yoy_growth"),
        ("同比微增", "yoy_growth"),
        ("較去年衰退", "yoy_decline"),
        ("同比略降", "yoy_decline"),
        ("年減", "yoy_decline"),
    ],
)
def test_words_of_change(report, words, change):
    assert one(report(f"用電量 500 萬度，{words} 4.2%。\n", head=HEAD), "4.2").change.value == change


# --- values that are only compared with ---------------------------------------------------------


def test_a_value_compared_with_is_that_of_its_own_year(report):
    found = report("人均培训时长 71.0 小时，较 2023 年的 65.6 小时增加 5.4 小时。\n", head=HEAD)
    claim = one(found, "65.6")
    assert (claim.metric, claim.period.code) == (one(found, "71.0").metric, "CY2023")


def test_a_value_compared_with_gives_its_year_to_nothing_else(report):
    found = report(
        "Scope 1 emissions were 719 tCO2e, compared with 740 tCO2e in 2023, a decrease of 2.8%.\n", head=HEAD
    )
    claim = one(found, "2.8")
    assert (claim.period.code, claim.base.code, claim.change.value) == ("CY2024", "CY2023", "yoy_decline")


def test_a_bare_number_that_a_change_starts_from_has_the_unit_of_its_end(report):
    found = report("In 2024 we employed 6,512 people, up from 6,340 a year earlier.\n", head=HEAD)
    claim = one(found, "6,340")
    assert (claim.quantity.unit.id, claim.change.value) == ("person", "from")


def test_what_was_told_before_a_restatement_is_no_level_of_today(report):
    found = report("因水表复核，2023 年的用水量由 598 吨重列为 604 吨。\n", head=HEAD)
    assert one(found, "598").metric.facet("vintage") == "before"
    assert (one(found, "604").metric.id, one(found, "604").period.code) == ("water_consumption", "CY2023")


# --- shares ---------------------------------------------------------------------------------------


def test_women_among_managers_are_no_share_of_the_staff(report):
    found = report("中层管理人员 401 人，其中女性 139 人，占 34.66%。\n", head=HEAD)
    assert one(found, "34.66").metric.base == "women_in_management"


def test_women_among_directors_are_no_share_of_the_staff(report):
    found = report("董事会成员 9 人，其中女性 3 人，占 33.3%。\n", head=HEAD)
    assert one(found, "33.3").metric.base != "headcount_share"


def test_each_share_has_its_own_part(report):
    found = report("范围一与范围二排放合计 355 吨，其中范围一占 19.9%、范围二占 80.1%。\n", head=HEAD)
    assert one(found, "19.9").label.startswith("范围一占")
    assert one(found, "80.1").label.startswith("范围二占")
    assert one(found, "80.1").label.count("占") == 1


def test_parts_that_stand_beside_each_other_do_not_narrow_each_other(report):
    found = report(
        "其中女性员工 6,412 人，占比 54.67%；本科及以上学历员工 9,498 人，占比 81.0%。\n", head=HEAD
    )
    assert one(found, "9,498").metric.base == "headcount"
    assert not one(found, "9,498").metric.facet("gender")


def test_a_share_in_brackets_is_that_of_the_amount_in_front(report):
    found = report(
        "Non-mineral waste totalled 61,803 tonnes, of which 17,806 tonnes (28.8%) were recycled.\n", head=HEAD
    )
    assert one(found, "17,806").metric != one(found, "61,803").metric
    assert one(found, "28.8").metric != one(found, "17,806").metric


# --- currencies and units -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "digits", "unit", "value"),
    [
        ("營業收入為新臺幣 63,872 百萬元。", "63,872 百萬", "TWD", "63872000000"),
        ("營業收入為 NT$5.6 億元。", "5.6 億", "TWD", "560000000"),
        ("營業收入為 3,210 百萬港元。", "3,210 百萬", "HKD", "3210000000"),
        ("营业收入为人民币 5.2 亿元。", "5.2亿", "CNY", "520000000"),
        ("Donations were US$26.9m.", "26.9m", "USD", "26900000"),
        ("Water withdrawal was 46,804 ML.", "46,804", "ML", "46804"),
        ("Each bottle holds 500 ml.", "500", "mL", "500"),
    ],
)
def test_currencies_and_capitals_are_read_as_printed(report, sentence, digits, unit, value):
    found = report(sentence + "\n", head=HEAD)
    (claim,) = [c for c in found.claims if c.quantity.text.replace(" ", "") == digits.replace(" ", "")]
    assert (claim.quantity.unit.id, str(claim.quantity.value)) == (unit, value)


def test_a_bare_yuan_is_in_the_one_currency_that_the_report_names(report):
    found = report("本報告金額以新臺幣列示。\n\n本年度營業收入為 3,210 百萬元。\n", head=HEAD)
    assert one(found, "3,210 百萬").quantity.unit.id == "TWD"


def test_a_bare_yuan_stays_where_the_report_names_two_currencies(report):
    found = report("新臺幣兌人民幣匯率見附註。\n\n本年度營業收入為 3,210 百萬元。\n", head=HEAD)
    assert one(found, "3,210 百萬").quantity.unit.id == "CNY"


def test_rates_of_injuries_are_metrics_of_their_own(report):
    found = report(
        "TRIFR fell from 3.13 to 2.82 and LTIFR was 0.81.\n\n失能傷害頻率（FR）為 0.45，失能傷害嚴重率（SR）為 12。\n",
        head=HEAD,
    )
    assert [metric for metric, *_ in told(found)] == [
        "injury_rate.injury_recordable",
        "injury_rate.injury_recordable",
        "injury_rate.injury_lost_time",
        "injury_rate.injury_disabling",
        "lost_day_rate.injury_disabling",
    ]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("全年研发投入 2.62 亿元，占营业收入的 7.39%，同比增长 17.49%。", "rd_spend"),
        (
            "固废综合利用量 3,204 吨，占固废总量的 92.1%，较上年提升 1.3 个百分点，同比下降 2.2%。",
            "waste_recycled",
        ),
    ],
)
def test_a_growth_behind_an_amount_and_its_share_is_that_of_the_amount(report, sentence, metric):
    *_, growth = told(report(sentence, head=HEAD))
    assert growth[0] == metric


def test_points_behind_a_share_are_those_of_the_share(report):
    found = report("女性员工 2,104 人，占员工总数的 38.2%，同比增加 0.6 个百分点。\n", head=HEAD)
    assert one(found, "0.6").metric.base == "headcount_share"


def test_employees_in_service_are_employees(report):
    found = report(
        "截至年末，公司在岗职工 1,020 人，其中男性 560 人、女性 460 人，女性占比 45.1%。\n", head=HEAD
    )
    assert [metric for metric, *_ in told(found)] == [
        "headcount",
        "headcount.gender_male",
        "headcount.gender_female",
        "headcount_share.gender_female",
    ]
    assert one(found, "45.1").scope == ""
