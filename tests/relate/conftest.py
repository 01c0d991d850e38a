"""A text goes from the file to judged relations."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.read.text import read_text
from auditor.relate.propose import propose

HEAD = (
    "测试能源有限公司 2024 年环境、社会及治理报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
)


class Judged:
    """The judged relations of one report, told in short."""

    def __init__(self, report, judgements) -> None:
        self.report = report
        self.claims = {claim.ref: claim for claim in report.claims}
        self.judgements = judgements

    def of(self, rule: str) -> list[tuple[str, str]]:
        """Return stated number and verdict of each relation of a proposer, by place."""
        mine = [item for item in self.judgements if item.relation.rule.startswith(rule)]
        mine.sort(key=lambda item: self.claims[item.relation.stated].no)
        return [(self.claims[item.relation.stated].quantity.text, item.verdict.value) for item in mine]

    @property
    def flagged(self) -> list[str]:
        """Return the stated numbers of all relations that do not hold."""
        return sorted(
            self.claims[item.relation.stated].quantity.text
            for item in self.judgements
            if item.verdict.value == "flagged"
        )


@pytest.fixture
def judged(tmp_path: Path):
    """Return a function that judges a text as the 2024 report of a company."""

    def run(text: str, *, head: str = HEAD) -> Judged:
        path = tmp_path / "2024.txt"
        path.write_text(head + text, "utf-8")
        report = extract(read_text(path, path.name, "0" * 64))
        claims = {claim.ref: claim for claim in report.claims}
        return Judged(report, judge(propose(report, (report,)), claims))

    return run
