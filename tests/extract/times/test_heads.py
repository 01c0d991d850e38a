"""The period that a head or the label of a row names, be it in two languages."""

from __future__ import annotations

import pytest

from auditor.extract.times.calendars import recognised
from auditor.extract.times.clock import Clock
from auditor.extract.times.heads import alone
from auditor.extract.times.heads import distinct
from auditor.lexicon.fold import fold
from auditor.model.period import Calendar

FISCAL = Clock(Calendar(3, 31, fiscal=True), 2025)
SPAN = "本報告涵蓋截至2025年3月31日止年度"


@pytest.mark.parametrize("head", ["2025年度FY2025", "2025年度 / FY2025", "FY2025 2025年度"])
def test_a_year_in_two_languages_is_one(head):
    assert {period.code for period in distinct(fold(head), FISCAL)} == {"FY2025"}


def test_two_years_are_two():
    assert len(distinct(fold("2025年度 FY2024"), FISCAL)) == 2


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("2024年度 FY2024", "FY2024"),
        ("2024¹", "FY2024"),
        ("(2024)", "FY2024"),
        ("2024 budget", ""),
        ("2024 / 2023", ""),
    ],
)
def test_a_label_is_a_period_when_it_says_nothing_else(label, code):
    assert alone(fold(label), FISCAL).code == code


def test_a_report_says_which_name_its_years_have():
    called = recognised("r.pdf", [f"{SPAN}（「2025年度」）。", "Data of FY2025."], [])
    headed = recognised("r.pdf", [f"{SPAN}。", "Data of FY2025."], ["2025年度FY2025", "2024年度FY2024"])
    silent = recognised("r.pdf", [f"{SPAN}。", "Data of FY2025."], [])
    assert [clock.annual for clock in (called, headed, silent)] == [True, True, False]
    assert [called.named(2025, annual=True).code, called.named(2025).code] == ["FY2025", "CY2025"]
