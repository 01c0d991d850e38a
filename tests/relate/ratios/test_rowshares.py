"""Shares that a sentence tells of a row and the total of its table."""

from __future__ import annotations

import pytest

TABLE = (
    "Sales by region (tonnes)\t2024\t2023\n1 Northern coast\t500,321\t480,100\n10 Inland valleys\t1,278,420\t1,231,756\n"
    "11 Islands\t452,833\t472,229\nTotal deliveries\t2,231,574\t2,184,085\n\n"
)
STAFF = "Headcount\t2024\t2023\nMen\t4,740\t4,717\nWomen\t1,772\t1,623\nTotal employees\t6,512\t6,340\n\n"


def test_a_share_is_that_of_the_row_it_names(judged):
    text = (
        TABLE
        + "In 2024, total deliveries were 2,231,574 tonnes, of which inland valleys accounted for {}%.\n"
    )
    assert judged(text.format("57.3")).of("row:share") == [("57.3", "passed")]
    assert judged(text.format("53.7")).flagged == ["53.7"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2024, inland valleys accounted for 53.7%.",  # of what, the sentence does not say
        "In 2024, of total deliveries of 2,231,574 tonnes, inland valleys by rail accounted for 53.7%.",
        "In 2024, total deliveries were 2,231,574 tonnes; satisfaction in inland valleys was 53.7%.",
    ],
)
def test_a_share_of_something_else_accuses_nobody(judged, sentence):
    assert judged(TABLE + sentence).flagged == []


def test_the_points_by_which_a_share_moved_follow_from_the_rows_of_both_years(judged):
    text = STAFF + "Women made up 27.2% of employees in 2024, an increase of {} percentage points on 2023.\n"
    assert judged(text.format("1.6")).of("row:points") == [("1.6", "passed")]
    assert judged(text.format("6.1")).flagged == ["6.1"]


def test_people_in_a_table_without_units_are_those_of_the_sentence(judged):
    text = STAFF + "At 31 December 2024 we employed {} people.\n"
    assert judged(text.format("6,512")).flagged == []
    assert judged(text.format("6,521")).flagged == ["6,521"]


SCOPES = "Emissions (tCO2e)\t2024\t2023\nFreight\t31,204\t30,118\nOffices\t8,417\t8,905\nFreight and offices\t39,621\t39,023\nSuppliers\t120,300\t118,450\nAll emissions\t159,921\t157,473\n\n"


def test_of_two_totals_a_share_is_one_of_that_which_its_sentence_prints(judged):
    text = SCOPES + "In 2024, we emitted 39,621 tonnes, of which freight accounted for {}%.\n"
    assert judged(text.format("78.8")).flagged == []
    assert judged(text.format("87.8")).flagged == ["87.8"]


def test_of_two_totals_that_are_not_printed_a_share_is_of_neither(judged):
    assert judged(SCOPES + "In 2024, freight accounted for 87.8% of what we emitted.\n").flagged == []


LOANS = "贷款（百万元）\n类别\t2024年\t2023年\n节能改造贷款\t8,312\t6,907\n其他贷款\t10,738\t11,204\n贷款总额\t19,050\t18,111\n\n"


def test_a_share_that_names_part_and_total_is_that_of_the_row(judged):
    told = "2024 年，节能改造贷款占贷款总额的 {} %，较上年提高 {} 个百分点。\n"
    found = judged(LOANS + told.format("43.6", "5.5"))
    assert (found.of("row:share"), found.of("row:points")) == ([("43.6", "passed")], [("5.5", "passed")])
    assert judged(LOANS + told.format("43.6", "7.3")).flagged == ["7.3"]
    assert judged(LOANS + told.format("34.6", "5.5")).flagged == ["34.6"]


CARRIERS = (
    "指标\t单位\t2024年\t2023年\n综合能耗——重油\t吨标准煤\t39,107\t38,122\n综合能耗——蒸汽\t吨标准煤\t11,640\t10,310\n"
    "综合能耗——绿电\t吨标准煤\t58,203\t54,914\n综合能源消耗量\t吨标准煤\t108,950\t103,346\n\n"
)


def test_the_row_of_a_part_may_be_called_by_more_than_its_name(judged):
    told = "2024 年，集团综合能源消耗量 10.90 万吨标准煤，其中绿电占 53.4%、重油占 {}%。\n"
    assert judged(CARRIERS + told.format("35.9")).flagged == []
    found = judged(CARRIERS + told.format("39.5"))
    assert found.flagged == ["39.5"]
    (item,) = [item for item in found.judgements if item.verdict.value == "flagged"]
    assert item.relation.strength.value == "must"


def test_a_share_of_another_whole_is_none_of_the_rows(judged):
    told = "2024 年，集团综合能源消耗量 10.90 万吨标准煤；厂区绿电占 81.0%。\n"
    assert judged(CARRIERS + told).flagged == []


def test_a_share_that_names_its_whole_alone_is_none_of_what_stands_under_that_name(judged):
    table = "季度收入\t单位\t2024年\n营业收入\t\t\n第一季度\t元\t95,802,322\n第二季度\t元\t121,607,539\n营业收入合计\t元\t217,409,861\n\n"
    assert judged(table + "2024 年，创新药项目收入快速增长，占营业收入比重为 51.05%。\n").flagged == []


BILINGUAL = (
    "範疇 Area\t2024年度\t2023年度\n義診 Free clinics\t1,326\t1,210\n珊瑚修復 Reef repair\t874\t902\n"
    "獎學金 Scholarships\t655\t610\n合計 Total\t2,855\t2,722\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年受惠人次合計 2,855，其中珊瑚修復佔 {}%。\n",
        "In 2024 we gave a total of 2,855, of which reef repair made up {}%.\n",
    ],
)
def test_a_row_in_two_languages_is_called_by_either(judged, sentence):
    text = BILINGUAL + sentence
    assert judged(text.format("30.6")).of("row:share") == [("30.6", "passed")]
    assert judged(text.format("36.0")).flagged == ["36.0"]


SUPPLIERS = (
    "Suppliers by region\nYear\tHong Kong\tMainland China\tOthers\tTotal\n2024\t291\t66\t27\t384\n"
    "2023\t280\t61\t29\t370\n\n"
)


def test_of_which_so_many_are_somewhere(judged):
    text = SUPPLIERS + "In 2024 we engaged 384 suppliers, of which {}% are in Hong Kong.\n"
    assert judged(text.format("75.8")).flagged == []
    assert judged(text.format("70.8")).flagged == ["70.8"]


WASTE = "Waste (tonnes)\t2024\t2023\nHazardous waste\t4,105\t4,220\nNon-hazardous waste\t98,211\t97,400\nTotal waste\t102,316\t101,620\n\n"


def test_the_whole_may_be_told_in_the_sentence_before(judged):
    text = WASTE + "In 2024, we generated 102,316 tonnes of waste. Hazardous waste made up {}%.\n"
    assert judged(text.format("4.0")).flagged == []
    assert judged(text.format("5.0")).flagged == ["5.0"]


@pytest.mark.parametrize(
    "sentence",
    [
        # another whole, of which no table tells
        "In 2024 we engaged 384 suppliers, of which 70.8% of audited ones are in Hong Kong.\n",
        "In 2024 we engaged 384 suppliers, of which 70.8% passed our audit in Hong Kong.\n",
        # an amount of its own stands between the whole and the share
        "In 2024 we engaged 384 suppliers. We spent 90 million, of which 61.0% in Hong Kong.\n",
    ],
)
def test_who_is_somewhere_and_something_else_besides_is_another_part(judged, sentence):
    assert judged(SUPPLIERS + sentence).flagged == []


def test_one_row_of_two_tellings_of_one_total_is_named_all_the_same(judged):
    """The total is told in tonnes and again in thousands of tonnes."""
    text = (
        "Freight\t2024\t2023\nSea (tonnes)\t31,204\t30,118\nAir (tonnes)\t8,417\t8,905\n"
        "Freight in all (tonnes)\t39,621\t39,023\nFreight, summary (thousand tonnes)\t39.62\t39.02\n\n"
        "In 2024, we moved 39.62 thousand tonnes, of which sea accounted for {}%.\n"
    )
    assert judged(text.format("78.8")).flagged == []
    assert judged(text.format("87.8")).flagged == ["87.8"]


def test_a_total_told_behind_a_semicolon_is_no_whole_of_the_share_in_front_of_it(judged):
    table = (
        "员工（人）\t2024年\n\t男性\t女性\t合计\n东港厂\t986\t1,427\t2,413\n南岭厂\t1,310\t870\t2,180\n"
        "员工总数\t2,296\t2,297\t4,593\n\n"
    )
    text = table + "组长共1,020人，其中女性占35.1%；东港厂因扩产，员工由1,922人增至2,413人。\n"
    assert judged(text).flagged == []


CREWS = "Headcount\t2024\t2023\nPilots\t1,924\t1,868\nGround staff\t8,542\t8,296\nAll employees\t10,466\t10,164\n\n"


def test_a_share_of_a_row_is_not_the_share_that_the_row_has_of_the_total(judged):
    told = (
        "At 31 December 2024 we employed 10,466 people (2023: 10,164). Women made up 48.3% of the workforce "
    )
    assert judged(CREWS + told + "and 8.9% of our pilots, up from 8.0% a year earlier.\n").flagged == []
