"""Labels are cut out of sentences, and numbers get their periods, in both languages."""

from __future__ import annotations

import pytest

ENGLISH = "Example Energy Limited 2024 Sustainability Report\n\nThis report covers the year 2024.\n\n"


def _claim(report, text: str, digits: str, **more):
    return next(claim for claim in report(text, **more).claims if claim.quantity.text == digits)


@pytest.mark.parametrize(
    ("text", "digits", "period", "change"),
    [
        ("Water use fell to 21.0 percent in 2023.\n", "21.0", "CY2023", "to"),
        ("We will consume 80 percent renewable electricity by 2030.\n", "80", "CY2030", "target"),
        ("Reduce emissions by 40% by 2030 and 90% by 2050 compared to 2019.\n", "90", "CY2050", "target"),
        ("The Group had 58 people as of Dec 31, 2022.\n", "58", "2022-12-31", ""),
        ("We set a target to have at least 30% women on the Board.\n", "30", "CY2024", "target"),
    ],
)
def test_english_names_the_period_behind_the_number(report, text, digits, period, change):
    claim = _claim(report, text, digits, head=ENGLISH)
    assert (claim.period.code, claim.change.value) == (period, change)


@pytest.mark.parametrize(
    ("text", "digits", "period"),
    [
        ("截至 2024 年末，公司有员工 1,234 人。\n", "1,234", "2024-12-31"),
        ("截至3月31日，女性员工占比为 40.5%。\n", "40.5", "2024-03-31"),
        ("过去一年，公司组织培训 36 次。\n", "36", "CY2024"),
        ("2021-2023年，纳税金额分别为：1.5亿元、2.5亿元、3.5亿元。\n", "2.5亿", "CY2022"),
    ],
)
def test_days_without_a_year_and_years_of_a_list(report, text, digits, period):
    assert _claim(report, text, digits).period.code == period


def test_of_names_what_a_percentage_is_of(report):
    claim = _claim(
        report, "Women represented 52% of all employees.\n", "52", head=ENGLISH, organisation="Example"
    )
    assert claim.metric.id == "headcount_share.gender_female"


def test_women_among_managers_are_the_metric_for_it(report):
    claim = _claim(report, "41.9%的管理人员为女性。\n", "41.9")
    assert (claim.metric.base, claim.metric.facet("rank")) == ("women_in_management", "manager")


def test_a_large_count_is_not_a_mass_because_its_sentence_names_one(report):
    claim = _claim(report, "该平台已带动 2,000 万用户参与减碳。\n", "2,000 万")
    assert not claim.metric.known


def test_buyers_from_many_countries_are_no_origin_of_a_change(report):
    claim = _claim(report, "平台触达来自超 190 个国家和地区的 4,700 万名买家。\n", "4,700 万")
    assert claim.change.value == ""


def test_the_noun_that_a_unit_counts_names_the_training(report):
    claim = _claim(report, "2024 年，我们共开展 594 场培训。\n", "594")
    assert claim.metric.base == "training_sessions"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("2024 年，减少 16.9 万吨包装材料。\n", "?减少包装材料"),
        ("2024 年，减少 16.9 万吨碳排放。\n", "ghg_reduction"),
        ("2024 年，16.9 万吨包装材料已经入库。\n", "packaging"),
    ],
)
def test_what_is_saved_is_not_what_is_used(report, text, metric):
    assert _claim(report, text, "16.9 万").metric.id == metric
