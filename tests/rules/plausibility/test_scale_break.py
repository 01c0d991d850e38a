"""More of the value chain is counted from one year to the next."""

from __future__ import annotations

import pytest

from auditor import pipeline
from auditor.config import Config

HEAD = (
    "测试能源有限公司 2024 年环境、社会及治理报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
)


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        ("范围 3 排放量\t吨二氧化碳当量\t5,214\t5,480\t56,104", "note"),
        ("范围 3 排放量\t吨二氧化碳当量\t5,214\t56,104\t5,480", "warning"),
        ("范围 1 排放量\t吨二氧化碳当量\t5,214\t5,480\t56,104", "warning"),
    ],
)
def test_a_value_chain_that_widens_is_a_note(row, severity, tmp_path):
    path = tmp_path / "2024.txt"
    path.write_text(f"{HEAD}环境绩效\n\n指标\t单位\t2022年\t2023年\t2024年\n{row}\n", "utf-8")
    found = [item for item in pipeline.audit([path], Config()).findings if item.code == "U203"]
    assert [item.severity.value for item in found] == [severity]


def test_of_two_numbers_the_one_unlike_its_column_is_named(tmp_path):
    path = tmp_path / "2024.txt"
    rows = (
        "按职级划分的员工平均受训时数\n高级管理层\t小时/人\t30.1\t29.2\n"
        "中级管理层\t小时/人\t33.7\t31.0\n基层员工\t小时/人\t330,300\t32.5\n"
    )
    path.write_text(f"{HEAD}社会绩效\n\n指标\t单位\t2023年\t2024年\n{rows}", "utf-8")
    (found,) = [item for item in pipeline.audit([path], Config()).findings if item.code == "U203"]
    assert (found.period, found.stated.split(" ")[0]) == ("CY2023", "330,300小时/人")
