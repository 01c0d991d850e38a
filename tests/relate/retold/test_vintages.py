"""A number under 调整前 is the one that the earlier report told."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.read.text import read_text
from auditor.relate.propose import propose

HEAD = "测试能源有限公司 {year} 年年度报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n"


@pytest.mark.parametrize(("before", "verdict"), [("1,000.00", "passed"), ("1,001.00", "flagged")])
def test_before_is_what_was_told_then(tmp_path: Path, before: str, verdict: str):
    texts = {
        2023: "项目\t2023年\t2022年\n营业收入（元）\t1,000.00\t900.00\n",
        2024: f"项目\t2024年\t2023年 调整前\t2023年 调整后\n营业收入（元）\t1,200.00\t{before}\t990.00\n",
    }
    reports = []
    for year, text in texts.items():
        path = tmp_path / f"{year}.txt"
        path.write_text(HEAD.format(year=year) + text, "utf-8")
        reports.append(extract(read_text(path, path.name, "0" * 64)))
    claims = {claim.ref: claim for report in reports for claim in report.claims}
    judged = judge(propose(reports[1], tuple(reports)), claims)
    assert [item.verdict.value for item in judged if item.relation.rule == "vintage:before"] == [verdict]


@pytest.mark.parametrize(("told", "verdict"), [("4.7", "passed"), ("7.4", "flagged")])
def test_a_sentence_that_comes_again_tells_the_base_in_the_year_before(
    tmp_path: Path, told: str, verdict: str
):
    sentence = "本年度营业收入为{}百万元，较上年度增加{}%，主要来自物业租赁。\n"
    reports = []
    for year, text in {2023: sentence.format("3,296", "3.6"), 2024: sentence.format("3,451", told)}.items():
        path = tmp_path / f"{year}.txt"
        path.write_text(HEAD.format(year=year) + text, "utf-8")
        reports.append(extract(read_text(path, path.name, "0" * 64)))
    claims = {claim.ref: claim for report in reports for claim in report.claims}
    judged = judge(propose(reports[1], tuple(reports)), claims)
    assert [item.verdict.value for item in judged if item.relation.rule == "vintage:base"] == [verdict]


def test_a_base_that_the_report_tells_itself_may_have_been_restated(tmp_path: Path):
    sentence = "全年发生工伤{}起，较上年减少{}起。\n"
    table = "指标\t2024年\t2023年\n工伤事故起数（起）\t18\t21\n"
    texts = {2023: sentence.format(28, 4), 2024: sentence.format(18, 3) + "\n# 绩效\n\n" + table}
    reports = []
    for year, text in texts.items():
        path = tmp_path / f"{year}.txt"
        path.write_text(HEAD.format(year=year) + text, "utf-8")
        reports.append(extract(read_text(path, path.name, "0" * 64)))
    assert not [item for item in propose(reports[1], tuple(reports)) if item.rule == "vintage:base"]
