"""From which size a change is called material: the user's word, else the report's own, else 5 %."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import Config
from auditor.pipeline import audit

HEAD = "测试能源有限公司 {year} 年环境、社会及治理报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n"
TABLE = "指标\t单位\t{last}年\t{year}年\n总用水量\t吨\t{row}\n"


@pytest.fixture
def weight(tmp_path: Path):
    """Return a function that gives the words on the weight of a change of 4 %, with a policy in the newer report."""

    def run(policy: str = "", **settings: object) -> str:
        old = HEAD.format(year=2023) + TABLE.format(last=2022, year=2023, row="980\t1,000")
        new = HEAD.format(year=2024) + policy + TABLE.format(last=2023, year=2024, row="960\t1,100")
        for name, text in (("2023.txt", old), ("2024.txt", new)):
            (tmp_path / name).write_text(text, "utf-8")
        found = audit(sorted(tmp_path.glob("*.txt")), Config.model_validate(settings)).findings
        return next(item.message for item in found if item.code == "S101")

    return run


def test_five_percent_unless_something_else_is_said(weight):
    assert "低于 5% 的重要性水平" in weight()


@pytest.mark.parametrize(
    "policy",
    [
        "基准年重算的显著性阈值为 3%。\n\n",
        "如变动超过 3%，公司将重新计算历史数据。\n\n",
        "基準年排放量重算政策的重要性水平為 3%。\n\n",
        "Our recalculation threshold is 3%.\n\n",
        "We restate prior years when the effect would exceed 3 per cent.\n\n",
    ],
)
def test_the_threshold_that_the_report_states(weight, policy):
    assert "达到 3% 的重要性水平" in weight(policy)


def test_the_threshold_that_the_user_sets(weight):
    assert "达到 2% 的重要性水平" in weight(
        "基准年重算的显著性阈值为 3%。\n\n", thresholds={"restatement": "2%"}
    )


def test_another_percentage_is_no_threshold(weight):
    assert "低于 5% 的重要性水平" in weight("2024 年用水效率提升 3%，节水目标的阈值另行公布。\n\n")
