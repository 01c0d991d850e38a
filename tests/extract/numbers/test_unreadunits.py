"""A unit that is printed and not understood is told; a table without one is not."""

from __future__ import annotations

import pytest

from auditor.config import ReportOptions
from auditor.extract.numbers.unreadunits import unread_units
from auditor.extract.report import extract
from auditor.lexicon.tongue import tell
from auditor.read.text import read_text


@pytest.fixture
def told(tmp_path):
    """Return a function that gives the doubts on units of a text."""

    def read(text):
        path = tmp_path / "2024.txt"
        path.write_text(f"测试能源有限公司 2024 年报告\n\n{text}", "utf-8")
        document = read_text(path, path.name, "0" * 64)
        return [
            tell(doubt.detail) for doubt in unread_units(document, extract(document, ReportOptions()).claims)
        ]

    return read


def test_a_rate_of_which_one_half_is_known_is_told_once(told):
    (detail,) = told("指标\t2023年\t2024年\n炉耗（吨/炉班）\t1.204\t1.310\n窑耗（吨/炉班）\t2.204\t2.310\n")
    assert "吨/炉班" in detail


def test_an_unknown_measure_in_the_column_of_units_is_told(told):
    (detail,) = told("指标\t单位\t2023年\t2024年\n光照\t勒克斯秒\t1,204\t1,310\n用水量\t吨\t3\t4\n")
    assert "勒克斯秒" in detail


@pytest.mark.parametrize(
    "label", ["供应商（家）", "用电量（兆瓦时）", "披露（是/否）", "奖项（国家级/省级）", "会议"]
)
def test_what_is_counted_or_understood_or_no_unit_is_not(told, label):
    assert told(f"指标\t2023年\t2024年\n{label}\t12\t15\n") == []
