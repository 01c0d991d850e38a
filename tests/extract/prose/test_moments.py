"""When each number of a sentence is told of."""

from __future__ import annotations

import pytest

from auditor.model.period import Period

ENGLISH = "Northern Ferries Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
FISCAL = "測試集團可持續發展報告\n\n本報告涵蓋 2024 年 4 月 1 日至 2025 年 3 月 31 日止財政年度。\n\n"


def told(found):
    return {claim.quantity.text.strip(): claim.period.code for claim in found.claims if claim.place.line > 4}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "截至2024年末，公司员工1,200人（上年末：1,150人），其中女性500人。",
            {"1,200": "2024-12-31", "1,150": "2023-12-31", "500": "2024-12-31"},
        ),
        (
            "用水量为300吨（2022年：310吨；2023年：305吨），排水量为120吨。",
            {"300": "CY2024", "310": "CY2022", "305": "CY2023", "120": "CY2024"},
        ),
        (
            "全年培训5,000小时（上年度：4,800小时），投入80万元。",
            {"5,000": "CY2024", "4,800": "CY2023", "80万": "CY2024"},
        ),
        (
            "年末員工 900 名 (2023: 870 名)，男性 400 名。",
            {"900": "2024-12-31", "870": "CY2023", "400": "2024-12-31"},
        ),
        (
            "公司排放二氧化碳100吨（较2023年下降5%），用电200度。",
            {"100": "CY2024", "5": "CY2024", "200": "CY2024"},
        ),
    ],
)
def test_a_bracket_keeps_its_period(report, text, periods):
    found = told(report(f"{text}\n"))
    assert {digits: found.get(digits) for digits in periods} == periods


def test_a_bracket_without_numbers_explains_the_words_before_it(report):
    assert told(report("在基准年（2020年），公司用水量为400吨。\n")) == {"400": "CY2020"}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Total energy use was 500 MWh (2023: 550 MWh), of which 120 MWh was renewable.",
            {"500": "CY2024", "550": "CY2023", "120": "CY2024"},
        ),
        (
            "We employed 48 people (31 December 2023: 45 people), and 20 people were women.",
            {"48": "CY2024", "45": "2023-12-31", "20": "CY2024"},
        ),
        (
            "Energy use was 90 MWh, versus 95 MWh in 2022, a saving of 5 MWh. Waste was 30 tonnes.",
            {"90": "CY2024", "95": "CY2022", "30": "CY2024"},
        ),
        ("Waste fell to 80 tonnes, down from 96 tonnes a year earlier.", {"80": "CY2024", "96": "CY2023"}),
        ("Energy use was 70 MWh, compared with 75 MWh.", {"70": "CY2024", "75": "CY2023"}),
        ("The share of women went from 31% to 33%.", {"31": "CY2023", "33": "CY2024"}),
        ("In 2023, energy use was 40 MWh. Waste was 12 tonnes.", {"40": "CY2023", "12": "CY2023"}),
        ("Energy use was 40 MWh in 2022. Waste was 12 tonnes.", {"40": "CY2022", "12": "CY2024"}),
        ("Smaller sites use less than 100 MWh of electricity.", {"100": "CY2024"}),
    ],
)
def test_english_comparisons_date_their_own_number_only(report, text, periods):
    found = told(report(f"{text}\n", head=ENGLISH))
    assert {digits: found.get(digits) for digits in periods} == periods


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Energy use was 60 MWh, down 3% on 2023.", "CY2023"),
        ("Energy use fell 8% from 2021.", "CY2021"),
        ("Energy use fell 8% compared with the previous year.", "CY2023"),
    ],
)
def test_the_year_behind_a_change_is_its_base(report, text, base):
    found = report(f"{text}\n", head=ENGLISH)
    (claim,) = [claim for claim in found.claims if claim.quantity.unit.id == "%"]
    assert (claim.period.code, claim.base.code) == ("CY2024", base)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "投诉率为2.8%，较2023年的3.2%下降0.4个百分点。",
            {"2.8": "CY2024", "3.2": "CY2023", "0.4": "CY2024"},
        ),
        ("回收率为65.0%，高于上一年度的61.5%。", {"65.0": "CY2024", "61.5": "CY2023"}),
        ("工傷個案為 12 宗，低於去年的 15 宗。", {"12": "CY2024", "15": "CY2023"}),
        ("不良率为1.1%，较上年末1.3%下降0.2个百分点。", {"1.1": "CY2024", "1.3": "2023-12-31"}),
        ("用电量较2022年增加78万度。", {"78万": "CY2024"}),
        ("用电量由2021年的12.5万度降至2023年的11.2万度。", {"12.5万": "CY2021", "11.2万": "CY2023"}),
        ("用电量由2021年的12.5万度降至11.2万度。", {"12.5万": "CY2021", "11.2万": "CY2024"}),
        ("用水量约为前一年的1.9倍，占总量的11.7%。", {"11.7": "CY2024"}),
        ("2024年总排放为120吨，而2023年为130吨，降幅7.7%。", {"130": "CY2023", "7.7": "CY2024"}),
        ("本年度工傷12宗，去年同期為15宗，損失80日。", {"12": "CY2024", "15": "CY2023", "80": "CY2024"}),
        ("与上年的310吨相比，用水量下降3.2%。", {"310": "CY2023", "3.2": "CY2024"}),
        ("2023年用水310吨，本年为300吨，用电20万度。", {"310": "CY2023", "300": "CY2024", "20万": "CY2024"}),
    ],
)
def test_the_number_that_is_compared_with_is_of_the_year_named(report, text, periods):
    found = told(report(f"{text}\n"))
    assert {digits: found.get(digits) for digits in periods} == periods


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2023年用水量由1,000吨更正为1,100吨。", [("1,000", "from"), ("1,100", "to")]),
        ("2023 年度的用水量由 1,000 噸重列為 1,100 噸。", [("1,000", "from"), ("1,100", "to")]),
        ("2023年用水量已重述，原为1,000吨。", [("1,000", "from")]),
        ("2023 energy use was corrected from 1,000 MWh to 1,100 MWh.", [("1,000", "from"), ("1,100", "to")]),
        ("2023 energy use was previously reported as 1,000 MWh.", [("1,000", "from")]),
    ],
)
def test_what_is_told_again_is_of_one_year(report, text, numbers):
    found = [claim for claim in report(f"{text}\n").claims if claim.place.line > 4]
    assert [(claim.quantity.text, claim.change.value) for claim in found] == numbers
    assert {claim.period for claim in found} == {Period("CY2023")}
    assert [claim.metric.facet("vintage") for claim in found] == ["before", ""][: len(found)]


def test_what_grows_is_not_told_again(report):
    found = [claim for claim in report("用水量由1,000吨增加为1,100吨。\n").claims if claim.place.line > 4]
    assert [claim.period.code for claim in found] == ["CY2023", "CY2024"]
    assert not any(claim.metric.facet("vintage") for claim in found)


def test_a_year_in_prose_of_a_fiscal_report_without_other_words_is_fiscal(report):
    text = "2025 年用水量為 300 噸（2024 年：310 噸），於 2025 年 3 月 31 日員工為 90 名。\n"
    assert told(report(text, head=FISCAL)) == {"300": "FY2025", "310": "FY2024", "90": "2025-03-31"}


def test_what_a_number_is_held_against_may_be_another_business(report):
    text = "Occupancy in Coastal Lodges was 61.2% in 2024, against 66.9% in Alpine Lodges.\n"
    found = report(text, head=ENGLISH).claims
    assert [(claim.period.code, claim.scope) for claim in found][1] == ("CY2024", "alpine lodges")
    found = report("Occupancy was 61.2% in 2024, against 66.9% in 2023.\n", head=ENGLISH).claims
    assert [claim.period.code for claim in found] == ["CY2024", "CY2023"]


def test_a_move_over_years_starts_in_the_first_and_ends_in_the_last(report):
    text = "From 2019 to 2024, cargo rose from 310 tonnes to 420 tonnes, a compound annual growth rate of 6.3%.\n"
    found = report(text, head=ENGLISH).claims
    assert [claim.period.code for claim in found][:2] == ["CY2019", "CY2024"]


def test_the_number_of_the_base_year_stands_between_the_year_and_the_change(report):
    *_, change = report(
        "2024年碳排放量为3,289吨，较上年减少9.8%，相较基准年2020年之4,416吨减少25.5%。"
    ).claims
    assert (change.change.value, change.base.code) == ("base_year_decline", "CY2020")
