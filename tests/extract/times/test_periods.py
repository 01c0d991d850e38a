"""The periods that a text names."""

from __future__ import annotations

import pytest

from auditor.extract.times.clock import Clock
from auditor.extract.times.heads import distinct
from auditor.extract.times.periods import as_cumulative
from auditor.extract.times.periods import periods
from auditor.extract.times.periods import single
from auditor.lexicon.fold import fold
from auditor.model.period import Calendar

FISCAL = Clock(Calendar(3, 31, fiscal=True), 2025)
CIVIL = Clock(Calendar(), 2024)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024 年 4 月 1 日至 2025 年 3 月 31 日期間", "FY2025"),
        ("2024年1月1日至12月31日", "CY2024"),
        ("截至2025年3月31日", "2025-03-31"),
        ("2025 財年", "FY2025"),
        ("2022至2024年", "CY2022..CY2024"),
        ("二零二四年六月二十八日", "2024-06-28"),
        ("上財年", "FY2024"),
        ("過去三年", "FY2023..FY2025"),
        ("報告期內", "FY2025"),
        ("2024 年 5 月", "2024-05"),
        ("2024年第一季度", "2024Q1"),
        ("2024年上半年", "2024H1"),
        ("As of March 31, 2025", "2025-03-31"),
        ("31 December 2022", "2022-12-31"),
        ("FY25", "FY2025"),
        ("截至2025年3月31日止年度", "FY2025"),
        ("截至二零二四年十二月三十一日止年度", "CY2024"),
        ("截至2024年6月30日止六個月", "2024H1"),
        ("截至2024年9月30日止六個月", "2024-04-01..2024-09-30"),
        ("截至2024年9月30日止三個月", "2024Q3"),
        ("for the year ended 31 December 2024", "CY2024"),
        ("the six months ended June 30, 2024", "2024H1"),
        ("2024年1月1日至2024年6月30日", "2024H1"),
        ("2024年7-9月", "2024Q3"),
        ("2024年1-9月", "2024-01-01..2024-09-30"),
        ("2024年6至7月", "2024-06-01..2024-07-31"),
        ("2024年半年度", "2024H1"),
        ("2024/25年度", "FY2025"),
        ("2024/25 財政年度", "FY2025"),
        ("FY2024/25", "FY2025"),
        ("FY24/25", "FY2025"),
        ("2024/2025年度", "FY2025"),
        ("2024-2025 年度", "FY2025"),
        ("2024–25", "FY2025"),
        ("24/25財年", "FY2025"),
        ("2024至2025財年", "FY2024..FY2025"),
        ("截至 2025 年 3 月 31 日止年度", "FY2025"),
        ("截至二零二五年三月三十一日止財政年度", "FY2025"),
        ("截至2024年12月31日止十二個月", "CY2024"),
        ("2024年4月至2025年3月", "FY2025"),
        ("for the year ended 31 March 2025", "FY2025"),
        ("Twelve months ended December 31, 2024", "CY2024"),
        ("from 1 April 2024 to 31 March 2025", "FY2025"),
        ("1 January to 31 December 2024", "CY2024"),
        ("July 2024 – June 2025", "FY2025"),
        ("1 January 2024 to 30 June 2024", "2024H1"),
        ("上年末", "2024-03-31"),
        ("previous financial year", "FY2024"),
        ("financial year 2024", "FY2024"),
        ("民國114年", "CY2025"),
    ],
)
def test_a_period_is_named(text, code):
    assert [mention.period.code for mention in periods(fold(text), FISCAL)] == [code]


@pytest.mark.parametrize(("text", "code"), [("2023", "CY2023"), ("2023年", "CY2023"), ("FY2023", "CY2023")])
def test_a_company_that_reports_by_calendar_year_has_no_other_years(text, code):
    assert single(fold(text), CIVIL).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("113年度", "CY2024"),
        ("113 年 12 月 31 日", "2024-12-31"),
        ("112年至113年", "CY2023..CY2024"),
        ("113年底", "2024-12-31"),
        ("中華民國一一三年", ""),
        ("創立已逾 100 年", ""),
        ("113年歷史", ""),
    ],
)
def test_a_report_from_taiwan_counts_from_1911(text, code):
    clock = Clock(Calendar(), 2024, minguo=True)
    assert [mention.period.code for mention in periods(fold(text), clock)] == [code] * bool(code)


def test_without_that_three_digits_are_a_number():
    assert periods(fold("113年"), CIVIL) == ()


@pytest.mark.parametrize(
    ("text", "code"), [("2023-12", ""), ("2024/12/25", "2024-12-25"), ("2023/24", "FY2024")]
)
def test_two_years_are_told_from_a_month_and_a_day(text, code):
    assert [mention.period.code for mention in periods(fold(text), FISCAL)] == [code] * bool(code)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("截至3月31日止年度 / 2024年", {"FY2024"}),
        ("截至3月31日止年度", {"FY2025"}),
        ("2025年", {"FY2025"}),
        ("於2025年3月31日", {"2025-03-31"}),
        ("本年末比上年末增減", {"2025-03-31"}),
        ("較上年度增減", set()),
    ],
)
def test_a_head_names_the_period_that_it_is_of(text, codes):
    clock = Clock(Calendar(3, 31, fiscal=True), 2025, plain=True)
    assert {period.code for period in distinct(fold(text), clock)} == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("本期期末数", "2024-12-31"),
        ("上期期末数", "2023-12-31"),
        ("本期期初余额", "2023-12-31"),
        ("本年年末余额", "2024-12-31"),
        ("上年年末余额", "2023-12-31"),
        ("上年期末金额", "2023-12-31"),
        ("本报告期期末", "2024-12-31"),
        ("2024年期末余额", "2024-12-31"),
        ("2024年期初余额", "2023-12-31"),
        ("本年累计", "CY2024"),
        ("上年累计", "CY2023"),
        ("上个报告期", "CY2023"),
        ("Closing balance", "2024-12-31"),
        ("Previous year end", "2023-12-31"),
        ("At the end of the prior year", "2023-12-31"),
        ("At the beginning of the period", "2023-12-31"),
        ("Year-end 2023", "2023-12-31"),
        ("2023 year end", "2023-12-31"),
        ("31.12.2023", "2023-12-31"),
        ("31/12/2023", "2023-12-31"),
    ],
)
def test_a_head_of_balances_names_one_period(text, code):
    assert {period.code for period in distinct(fold(text), CIVIL)} == {code}


def test_day_and_month_in_either_order_are_no_day():
    assert not any(mention.period.code.startswith("2023-0") for mention in periods("03/04/2023", CIVIL))


def test_a_running_total_is_told_apart_from_a_state():
    text = fold("截至2025年3月31日，我們累計培訓超過14,000名急救員")
    (mention,) = periods(text, FISCAL)
    assert as_cumulative(mention, text, text.index("14,000")).period.code == "..2025-03-31"
    assert as_cumulative(mention, text, mention.end).period.code == "2025-03-31"


def test_words_for_time_say_nothing_where_the_report_does_not():
    assert periods("报告期内", Clock(Calendar(), None)) == ()


HALF = Clock(Calendar(), 2024, "H1")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("本报告期", "2024H1"),
        ("上年同期", "2023H1"),
        ("上年度", "CY2023"),
        ("期末", "2024-06-30"),
        ("年初", "2023-12-31"),
        ("年初至报告期末", "2024H1"),
    ],
)
def test_the_words_of_a_half_year_report_speak_of_half_years(text, code):
    assert single(fold(text), HALF).code == code


def test_the_head_of_a_group_of_columns_that_only_ends_years_names_none():
    assert single(fold("截至12月31日止年度 / 2024年"), CIVIL).code == "CY2024"
