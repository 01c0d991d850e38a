"""Which year a report covers and how it counts: the text decides, the name of the file only where it is silent."""

from __future__ import annotations

import pytest

from auditor.extract.times.calendars import recognised


def told(*texts, heads=(), name="report_2020.pdf", given=""):
    return recognised(name, texts, heads, given)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("This review covers the 12 months to 31 March 2023.", "FY2023"),
        ("Our reporting cycle: 1 October 2022 – 30 September 2023.", "FY2023"),
        ("Data are given for the financial year from January 1, 2022 through December 31, 2022.", "CY2022"),
        ("It describes the year ended 30 June 2023 (FY23) and, where told, the years before.", "FY2023"),
        ("The reporting period is April 2022 to March 2023 unless stated otherwise.", "FY2023"),
        ("Harbour Freight: Impact Report 2021", "CY2021"),
        ("Responsible Business Report 2022/23", "FY2023"),
        ("本報告涵蓋截至二零二三年六月三十日止年度的表現。", "FY2023"),
        ("報告期為 2022 年 10 月 1 日至 2023 年 9 月 30 日。", "FY2023"),
        ("报告时间范围：2022年7月至2023年6月，部分内容有所延伸。", "FY2023"),
        ("截至2022年12月31日止年度", "CY2022"),
        ("民國 112 年 1 月 1 日至 112 年 12 月 31 日", "CY2023"),
    ],
)
def test_the_text_says_which_year_is_covered(text, code):
    assert told(text).current.code == code


def test_the_name_of_the_file_is_asked_where_the_text_is_silent():
    assert told("用电量为100度。", name="esg_2024.pdf").current.code == "CY2024"
    assert told("用电量为100度。", "2023年环境报告", name="esg_2024.pdf").current.code == "CY2023"


def test_several_witnesses_are_weighed():
    texts = [
        "Sustainability Report 2024",
        "This report covers 1 January 2024 to 31 December 2024.",
        "Targets are measured against the year ended 31 December 2019.",
        "See our Annual Report 2023.",
    ]
    assert told(*texts).current.code == "CY2024"


def test_the_title_page_goes_before_the_titles_of_others():
    others = [f"Chapter {number}" for number in range(20)]
    assert told("ESG Data Book 2024", *others, "Global Risks Report 2025").current.code == "CY2024"


def test_half_a_year_is_no_reporting_year():
    clock = told("2024年年度报告", "截至2024年6月30日止六个月的数据未经审计。")
    assert (clock.current.code, clock.calendar.fiscal) == ("CY2024", False)


def test_a_year_called_by_two_makes_no_calendar_of_a_report_that_names_it_once():
    clock = told("2024年可持续发展报告", "2023/24采暖季供热面积增加。", heads=("2024年", "2023年"))
    assert (clock.current.code, clock.calendar.fiscal) == ("CY2024", False)


def test_heads_of_two_years_each_are_fiscal_years():
    heads = ("2022-2023年度", "2021-2022年度")
    clock = told("可持续发展报告 2022-2023年度", *heads, heads=heads)
    assert (clock.current.code, clock.calendar.fiscal) == ("FY2023", True)


def test_a_bare_year_is_the_fiscal_year_of_a_report_that_has_no_other_heads():
    span = "本報告涵蓋 2024 年 4 月 1 日至 2025 年 3 月 31 日止財政年度。"
    assert told(span, heads=("2025年", "2024年")).plain
    assert told(span).plain
    assert not told(span, heads=("2025財年", "2024年")).plain
    assert not told(span, "2025 財年集團總排放下降。").plain
    assert not told("本报告涵盖2024年1月1日至2024年12月31日。", heads=("2024年",)).plain


def test_years_are_counted_from_1911_only_where_the_report_shows_it():
    heads = ("113年度", "112年度")
    assert told("單位：新臺幣千元", heads=heads).minguo
    assert told("民國 113 年營運概況").minguo
    assert not told("本院已有 113 年歷史", heads=heads).minguo


def test_what_the_user_says_goes_before_the_text():
    assert told("This review covers the 12 months to 31 March 2023.", given="FY2022").current.code == "FY2022"
    assert told("2023年报告", given="CY2022").current.code == "CY2022"
