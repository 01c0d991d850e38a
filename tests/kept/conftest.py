"""A cache of its own, two small reports, and the command line to read them with."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result

from auditor.cli.main import main
from auditor.kept import store
from auditor.lexicon.additions import use
from auditor.lexicon.tongue import speak

REPORT = """蓝湾机电有限公司 {year} 年环境、社会和治理报告

本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。

环境绩效

指标\t单位\t{before}年\t{year}年
总用水量\t吨\t{water}\t1,320
男性员工\t人\t71\t{men}
女性员工\t人\t52\t55
员工总数\t人\t123\t131
"""


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """Return the cache folder."""
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def told(tmp_path, monkeypatch) -> Path:
    """Return a folder with two reports, of which one sum and one comparative are wrong."""
    monkeypatch.chdir(tmp_path)
    older = REPORT.format(year=2022, before=2021, water="1,210", men="76")
    newer = REPORT.format(year=2023, before=2022, water="1,230", men="77")
    (tmp_path / "2022.txt").write_text(older, encoding="utf-8")
    (tmp_path / "2023.txt").write_text(newer, encoding="utf-8")
    return tmp_path


@pytest.fixture
def diff() -> Iterator[Callable[..., Result]]:
    """Return `auditor diff` over both reports as a function of further arguments."""

    def run(*arguments: object) -> Result:
        told = ["diff", "2022.txt", "2023.txt", "--fail-on", "never", *map(str, arguments)]
        result = CliRunner().invoke(main, told)
        assert result.exit_code == 0, result.output
        return result

    yield run
    speak("zh-Hans")
    use([])
