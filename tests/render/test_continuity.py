"""What stops and what begins between two reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import Config
from auditor.pipeline import audit
from auditor.render.continuity import DROPPED
from auditor.render.continuity import NEW
from auditor.render.continuity import YEAR
from auditor.render.continuity import continuity
from auditor.render.continuity import continuity_sheet
from auditor.render.ledger import ledger_sheet
from auditor.render.summary import summary

HEAD = "测试能源有限公司 {year} 年环境、社会及治理报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n"


@pytest.fixture
def audited(tmp_path: Path):
    def run(old: str, new: str):
        for year, rows in ((2023, old), (2024, new)):
            table = f"指标\t单位\t{year - 1}年\t{year}年\n{rows}\n"
            (tmp_path / f"{year}.txt").write_text(HEAD.format(year=year) + table, "utf-8")
        return audit(sorted(tmp_path.glob("*.txt")), Config())

    return run


@pytest.fixture
def gaps(audited):
    def run(old: str, new: str):
        found = continuity(audited(old, new))
        return [(gap.kind, gap.claim.label, gap.claim.period.code) for gap in found]

    return run


def test_a_metric_that_is_gone_and_one_that_is_new(gaps):
    old = "总用水量\t吨\t980\t1,000\n柴油消耗量\t吨\t71\t72"
    new = "总用水量\t吨\t1,000\t1,100\n汽油消耗量\t吨\t51\t52"
    assert gaps(old, new) == [(DROPPED, "柴油消耗量", "CY2023"), (NEW, "汽油消耗量", "CY2024")]


def test_a_year_that_is_left_out_of_a_row(gaps):
    old = "总用水量\t吨\t980\t1,000\n柴油消耗量\t吨\t71\t72"
    new = "总用水量\t吨\t1,000\t1,100\n柴油消耗量\t吨\t\t75"
    assert gaps(old, new) == [(YEAR, "柴油消耗量", "CY2023")]


def test_another_basis_is_neither_gone_nor_new(gaps):
    old = "温室气体排放强度\t吨二氧化碳当量 / 百万元收入\t15.0\t15.5"
    new = "温室气体排放强度 (碳抵消后)\t吨二氧化碳当量 / 百万元收入\t13.7\t12.5"
    assert gaps(old, new) == []


def test_gaps_are_counted_listed_and_empty_cells_of_the_ledger(audited):
    old = "总用水量\t吨\t980\t1,000\n柴油消耗量\t吨\t71\t72"
    new = "总用水量\t吨\t1,000\t1,100\n汽油消耗量\t吨\t51\t52"
    found = audited(old, new)
    assert summary(found)["continuity"] == {"dropped_metrics": 1, "new_metrics": 1}
    told = [(row[0], row[2], row[3], row[4], row[6], row[8]) for row in continuity_sheet(found).rows]
    assert told == [
        ("dropped_metrics", "柴油消耗量", "CY2023", "72", "2023.txt", "2024.txt"),
        ("new_metrics", "汽油消耗量", "CY2024", "52", "2024.txt", "2023.txt"),
    ]
    ledger = {(row[1], row[3]): row[5:] for row in ledger_sheet(found).rows}
    assert ledger["柴油消耗量", "CY2023"] == ("72", "")
    assert ledger["汽油消耗量", "CY2024"] == ("", "52")
