"""Two reports in few words: both go from the file to their restatements."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import Config
from auditor.model.restatement import Restatement
from auditor.pipeline import audit

HEAD = "测试能源有限公司 {year} 年环境、社会及治理报告\n\n本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n"


@pytest.fixture
def restated(tmp_path: Path):
    """Return a function that gives the restatements between a 2023 and a 2024 report."""

    def run(old: str, new: str) -> tuple[Restatement, ...]:
        paths = []
        for year, text in ((2023, old), (2024, new)):
            path = tmp_path / f"{year}.txt"
            path.write_text(HEAD.format(year=year) + text, "utf-8")
            paths.append(path)
        return audit(paths, Config(lang="zh-Hans")).restatements

    return run
