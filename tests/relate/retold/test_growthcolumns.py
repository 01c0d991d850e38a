"""A column of growth rests on what the report before printed in the same row."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.read.text import read_text
from auditor.relate.propose import propose

HEAD = "测试泵业有限公司 {year} 年年度报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n# 产销情况\n\n"
COLUMNS = "产品\t单位\t产量\t销量\t产量比上年增减（%）\t销量比上年增减（%）\n"
OLD = "离心泵\t台\t8,126\t8,014\t3.11\t2.47\n隔膜泵\t台\t5,240\t5,317\t1.08\t4.60\n"
NEW = "离心泵\t台\t9,043\t8,846\t11.28\t{sold}\n隔膜泵\t台\t4,877\t5,105\t{made}\t-3.99\n"


@pytest.fixture
def judged(tmp_path: Path):
    """Return a function that judges the table of 2024 beside that of 2023."""

    def run(new: str, old: str = OLD, note: str = ""):
        reports = []
        for year, rows in {2023: old, 2024: new}.items():
            path = tmp_path / f"{year}.txt"
            path.write_text(HEAD.format(year=year) + COLUMNS + rows + "\n" + note, "utf-8")
            reports.append(extract(read_text(path, path.name, "0" * 64)))
        claims = {claim.ref: claim for report in reports for claim in report.claims}
        found = judge(propose(reports[1], tuple(reports)), claims)
        return [
            (claims[item.relation.stated].quantity.text, item.verdict.value, item.relation.strength.value)
            for item in sorted(found, key=lambda item: claims[item.relation.stated].no)
            if any(claims[ref].report == "2023.txt" for ref in item.relation.refs)
        ]

    return run


def of(found, text):
    return [told[1:] for told in found if told[0] == text]


def test_each_rate_follows_from_both_reports(judged):
    found = judged(NEW.format(sold="10.38", made="-6.93"))
    assert [verdict for _, verdict, _ in found] == ["passed"] * 4


@pytest.mark.parametrize("wrong", ["6.93", "-9.63", "-6.89"])
def test_a_rate_that_misses_alone_is_an_error(judged, wrong: str):
    assert of(judged(NEW.format(sold="10.38", made=wrong)), wrong) == [("flagged", "must")]


def test_a_level_printed_to_fewer_digits_leaves_room(judged):
    old = OLD.replace("台", "千台").replace("8,014", "8.01")
    new = NEW.replace("台", "千台").replace("8,846", "8.85")
    assert of(judged(new.format(sold="10.57", made="-6.93"), old), "10.57")[0][0] in ("passed", "rounding")


def test_a_row_that_was_cut_anew_asks_nothing(judged):
    found = judged(NEW.format(sold="20.15", made="-6.93").replace("11.28", "21.44"))
    assert not [told for told in found if told[1] == "flagged"]


def test_what_the_report_says_it_adjusted_is_a_question(judged):
    note = "# 附注\n\n公司本年变更产量的统计方法，并对上年产量进行追溯调整。\n"
    found = judged(NEW.format(sold="10.38", made="-5.10"), note=note)
    assert of(found, "-5.10") == [("flagged", "question")]


def test_another_table_with_a_row_of_that_name_is_none(judged):
    old = OLD.replace("离心泵", "螺杆泵").replace("隔膜泵", "齿轮泵")
    assert judged(NEW.format(sold="10.38", made="6.93"), old) == []


INDICATORS = "指标\t单位\t{year}年\t较上年变动\n"
KPI_OLD = "总用水量\t吨\t12,345\t+3.2%\n员工流失率\t%\t13.5\t-0.8个百分点\n培训总时长\t小时\t24,600\t+5.1%\n"
KPI_NEW = (
    "总用水量\t吨\t11,987\t-2.9%\n员工流失率\t%\t12.3\t{points}个百分点\n培训总时长\t小时\t26,100\t{hours}%\n"
)
KPI_MORE = {2023: "天然气消耗量\t万立方米\t431.2\t-2.2%\n", 2024: "天然气消耗量\t万立方米\t420.4\t-2.5%\n"}


@pytest.mark.parametrize(
    ("points", "hours", "missed"),
    [("-1.2", "+6.1", []), ("-1.3", "+6.1", []), ("-2.1", "+6.1", ["vintage:base"]), ("-2.1", "+1.6", [])],
)
def test_the_change_of_an_indicator_follows_from_both_reports(tmp_path, points, hours, missed):
    rows = {2023: KPI_OLD, 2024: KPI_NEW.format(points=points, hours=hours)}
    reports = []
    for year, told in rows.items():
        path = tmp_path / f"{year}.txt"
        path.write_text(
            HEAD.format(year=year) + INDICATORS.format(year=year) + told + KPI_MORE[year], "utf-8"
        )
        reports.append(extract(read_text(path, path.name, "0" * 64)))
    claims = {claim.ref: claim for report in reports for claim in report.claims}
    found = judge(propose(reports[1], tuple(reports)), claims)
    told = [item for item in found if any(claims[ref].report == "2023.txt" for ref in item.relation.refs)]
    assert len(told) >= 2
    assert [item.relation.rule for item in told if item.verdict.value == "flagged"] == missed
