"""The periods that a text names."""

from __future__ import annotations

import pytest

from auditor.extract.periods import Clock
from auditor.extract.periods import as_cumulative
from auditor.extract.periods import periods
from auditor.extract.periods import single
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
    ],
)
def test_a_period_is_named(text, code):
    assert [mention.period.code for mention in periods(fold(text), FISCAL)] == [code]


@pytest.mark.parametrize(("text", "code"), [("2023", "CY2023"), ("2023年", "CY2023"), ("FY2023", "CY2023")])
def test_a_company_that_reports_by_calendar_year_has_no_other_years(text, code):
    assert single(fold(text), CIVIL).code == code


def test_a_running_total_is_told_apart_from_a_state():
    text = fold("截至2025年3月31日，我們累計培訓超過14,000名急救員")
    (mention,) = periods(text, FISCAL)
    assert as_cumulative(mention, text, text.index("14,000")).period.code == "..2025-03-31"
    assert as_cumulative(mention, text, mention.end).period.code == "2025-03-31"


def test_words_for_time_say_nothing_where_the_report_does_not():
    assert periods("报告期内", Clock(Calendar(), None)) == ()
