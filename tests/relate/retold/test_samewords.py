"""Changes of things that no table prints, on what the report of the year before told in the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.read.text import read_text
from auditor.relate.propose import propose

HEAD = "测试服务有限公司 {year} 年年度报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n"


@pytest.fixture
def judged(tmp_path: Path):
    """Return a function that gives the verdicts of changes on what an older report told."""

    def run(old: str, new: str) -> list[str]:
        reports = []
        for year, text in ((2023, old), (2024, new)):
            path = tmp_path / f"{year}.txt"
            path.write_text(HEAD.format(year=year) + text, "utf-8")
            reports.append(extract(read_text(path, path.name, "0" * 64)))
        claims = {claim.ref: claim for report in reports for claim in report.claims}
        found = judge(propose(reports[1], tuple(reports)), claims)
        return [item.verdict.value for item in found if item.relation.rule.startswith("vintage:")]

    return run


LOANS = "截至{year}年末，绿洲助农信贷余额为{level}亿元，是上年末的{times}倍。\n"
OLD = LOANS.format(year=2023, level="201.6", times="1.16")


@pytest.mark.parametrize(("times", "verdict"), [("1.13", "passed"), ("1.31", "flagged")])
def test_a_multiple_on_the_base_of_the_year_before(judged, times, verdict):
    assert judged(OLD, LOANS.format(year=2024, level="228.5", times=times)) == [verdict]


STATIONS = "截至{year}年12月31日，累计建成充电驿站{level}座，较上年末净增{more}座。\n"
BEFORE = STATIONS.format(year=2023, level=547, more=155)


@pytest.mark.parametrize(("more", "verdict"), [("136", "passed"), ("163", "flagged")])
def test_a_net_increase_on_the_base_of_the_year_before(judged, more, verdict):
    assert judged(BEFORE, STATIONS.format(year=2024, level=683, more=more)) == [verdict]


@pytest.mark.parametrize(
    "new",
    [
        "截至2024年末，绿洲助农信贷余额为228.5亿元，是上年末（经重列）的1.31倍。\n",
        "截至2024年末，绿洲助农信贷余额为228.5亿元，按可比口径是上年末的1.31倍。\n",
        "截至2024年末，绿洲助农专项信贷余额为228.5亿元，是上年末的1.31倍。\n",
        "比较数字已经重述。\n\n" + LOANS.format(year=2024, level="228.5", times="1.31"),
        LOANS.format(year=2024, level="228.5", times="1.31")
        + "\n项目\t2024年末\t2023年末\n助农信贷余额（亿元）\t228.5\t174.4\n",
    ],
)
def test_on_a_base_that_may_be_another_nothing_is_accused(judged, new):
    assert "flagged" not in judged(OLD, new)
