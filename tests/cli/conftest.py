"""A tiny report of two years, and the command line to read it with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result

from auditor.cli.main import main

OLD = """测试能源有限公司 2023 年环境、社会和治理报告

本报告涵盖 2023 年 1 月 1 日至 2023 年 12 月 31 日。

环境绩效

指标\t单位\t2022年\t2023年
总用水量\t吨\t980\t1,000
男性员工\t人\t58\t60
女性员工\t人\t42\t45
员工总数\t人\t100\t105
"""
NEW = """测试能源有限公司 2024 年环境、社会和治理报告

本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。

环境绩效

指标\t单位\t2023年\t2024年
总用水量\t吨\t900\t1,100
男性员工\t人\t60\t66
女性员工\t人\t45\t50
员工总数\t人\t105\t116
"""


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Return an empty working folder with the two reports in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2023.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "2024.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


@pytest.fixture
def auditor() -> Callable[..., Result]:
    """Return the command line as a function."""
    return lambda *arguments: CliRunner().invoke(main, [str(item) for item in arguments])
