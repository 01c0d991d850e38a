"""Half-years, quarters and longer rows of reports go through the same pairing."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import Config
from auditor.pipeline import audit

HALF = (
    "测试能源股份有限公司 {year} 年半年度报告\n\n本报告期为 {year} 年 1 月 1 日至 {year} 年 6 月 30 日。\n\n"
)
QUARTER = "测试能源股份有限公司 {year} 年第三季度报告\n\n本报告期为 {year} 年 7 月 1 日至 {year} 年 9 月 30 日。\n\n"
YEAR = (
    "测试能源股份有限公司 {year} 年年度报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n"
)


@pytest.fixture
def retold(tmp_path: Path):
    """Return a function that gives the facts told twice in reports named by their year and kind."""

    def run(*reports: tuple[str, str]):
        for number, (_, text) in enumerate(reports):
            (tmp_path / f"{number}.txt").write_text(text, "utf-8")
        config = Config()
        for number, (period, _) in enumerate(reports):
            config = config.with_report(f"{number}.txt", period=period)
        found = audit(sorted(tmp_path.glob("*.txt")), config).restatements
        return sorted((item.old.report, item.new.period.code, item.standing.value) for item in found)

    return run


def half(year: int, last: str, this: str) -> tuple[str, str]:
    table = f"指标\t单位\t{year - 1}年1-6月\t{year}年1-6月\n总用水量\t吨\t{last}\t{this}\n"
    return f"{year}H1", HALF.format(year=year) + table


def quarter(year: int, last: str, this: str) -> tuple[str, str]:
    table = f"指标\t单位\t{year - 1}年第三季度\t{year}年第三季度\n总用水量\t吨\t{last}\t{this}\n"
    return f"{year}Q3", QUARTER.format(year=year) + table


def annual(year: int, *told: str) -> tuple[str, str]:
    years = "\t".join(f"{year - len(told) + 1 + at}年" for at in range(len(told)))
    return f"CY{year}", YEAR.format(year=year) + f"指标\t单位\t{years}\n总用水量\t吨\t" + "\t".join(
        told
    ) + "\n"


def test_a_half_year_is_held_against_the_half_year_before(retold):
    assert retold(half(2023, "480", "500"), half(2024, "450", "520")) == [("0.txt", "2023H1", "restated")]


def test_a_quarter_is_held_against_the_quarter_before(retold):
    assert retold(quarter(2023, "480", "512"), quarter(2024, "512", "520")) == [
        ("0.txt", "2023Q3", "unchanged")
    ]


def test_a_half_year_is_no_year(retold):
    assert retold(half(2023, "480", "500"), annual(2024, "1,000", "1,100")) == []


def test_five_years_of_reports_are_held_each_against_the_one_before(retold):
    found = retold(
        annual(2020, "900"),
        annual(2021, "900", "950"),
        annual(2022, "900", "955", "980"),
        annual(2023, "900", "955", "980", "1,000"),
    )
    assert found == [
        ("0.txt", "CY2020", "unchanged"),
        ("1.txt", "CY2020", "unchanged"),
        ("1.txt", "CY2021", "restated"),
        ("2.txt", "CY2020", "unchanged"),
        ("2.txt", "CY2021", "unchanged"),
        ("2.txt", "CY2022", "unchanged"),
    ]


def test_the_order_in_which_reports_are_named_means_nothing(retold):
    one, other = annual(2022, "900", "1,000"), annual(2023, "980", "1,100")
    assert retold(other, one) == [("1.txt", "CY2022", "restated")]
