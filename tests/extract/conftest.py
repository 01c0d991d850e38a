"""Reports in few words: a text goes the whole way from the file to its claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import ReportOptions
from auditor.extract.report import extract
from auditor.model.claim import Report
from auditor.read.text import read_text

HEAD = (
    "测试能源有限公司 2024 年环境、社会及治理报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
)


@pytest.fixture
def report(tmp_path: Path):
    """Return a function that reads a text as the 2024 report of a company."""

    def read(text: str, *, head: str = HEAD, **options: str) -> Report:
        path = tmp_path / "2024.txt"
        path.write_text(head + text, "utf-8")
        return extract(read_text(path, path.name, "0" * 64), ReportOptions(**options))

    return read
