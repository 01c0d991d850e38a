"""A compound rate whose first level only an earlier report prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.read.text import read_text
from auditor.relate.propose import propose

HEAD = "测试能源有限公司 {year} 年年度报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n"
TABLE = "项目\t{}年\t{}年\n营业收入（万元）\t{}\t{}\n\n"
TOLD = "2022 年至 2024 年，营业收入年均复合增长率为 {}%。\n"


@pytest.fixture
def spans(tmp_path: Path):
    """Return a function that tells the verdicts on a rate of 2024, over what two reports print."""

    def run(rate: str, *, between: str = "4,730.0") -> list[str]:
        texts = {
            2023: TABLE.format(2023, 2022, "4,730.0", "4,180.0"),
            2024: TABLE.format(2024, 2023, "5,266.8", between) + TOLD.format(rate),
        }
        reports = []
        for year, text in texts.items():
            path = tmp_path / f"{year}.txt"
            path.write_text(HEAD.format(year=year) + text, "utf-8")
            reports.append(extract(read_text(path, path.name, "0" * 64)))
        claims = {claim.ref: claim for report in reports for claim in report.claims}
        judged = judge(propose(reports[1], tuple(reports)), claims)
        return [item.verdict.value for item in judged if item.relation.rule == "vintage:base"]

    return run


def test_the_rate_follows_from_the_last_level_and_the_one_told_two_years_ago(spans):
    assert spans("12.25") == ["passed"]
    assert spans("12.2") == ["passed"]
    assert spans("15.2") == ["flagged"]


def test_where_the_year_between_was_restated_the_first_may_be_too(spans):
    assert spans("15.2", between="4,512.0") == []
