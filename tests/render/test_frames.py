"""The written tables come back as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli.main import main
from auditor.errors import MissingFileError
from auditor.render.frames import frames
from auditor.render.frames import inputs

REPORT = (
    "测试能源有限公司 2024 年环境、社会及治理报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
    "指标\t单位\t2023年\t2024年\n温室气体排放总量 (范围 1,2,3)\t吨二氧化碳当量\t61.0\t68.00\n"
    "范围 1 排放量\t吨二氧化碳当量\t10.0\t11.00\n范围 2 排放量\t吨二氧化碳当量\t20.0\t22.00\n范围 3 排放量\t吨二氧化碳当量\t31.0\t35.00\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2024.txt").write_text(REPORT, "utf-8")
    CliRunner().invoke(main, ["diff", str(tmp_path / "2024.txt"), "--out", str(tmp_path / "out")])
    return tmp_path / "out"


def test_numbers_stay_the_strings_that_were_written(folder):
    claims = frames(folder)["claims"]
    assert list(claims["value"]) == ["61.0", "68.00", "10.0", "11.00", "20.0", "22.00", "31.0", "35.00"]
    assert set(claims["page"]) == {""}


def test_checks_join_with_the_claims_that_they_use(folder):
    tables = frames(folder)
    joined = inputs(tables["checks"], tables["claims"])
    sums = joined[(joined["kind"] == "sum") & (joined["period_check"] == "CY2024")]
    assert sorted(sums["value"]) == ["11.00", "22.00", "35.00", "68.00"]


def test_a_folder_without_tables_says_so(tmp_path):
    with pytest.raises(MissingFileError):
        frames(tmp_path)
