"""What added up in the report before is expected of the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.read.text import read_text
from auditor.relate.propose import propose

HEAD = "Halden Pumps plc Annual Report {0}\n\nThis report covers 1 January {0} to 31 December {0}.\n\n"
TABLE = (
    "# Cash flow\n\n£m\t{year}\t{before}\n"
    "Cash from customers\t{cash}\n{more}Tax paid\t{tax}\nNet cash from operations\t{net}\n"
)
OLD = TABLE.format(
    year=2023, before=2022, cash="214.6\t187.3", more="", tax="(31.7)\t(28.9)", net="182.9\t158.4"
)


@pytest.fixture
def expected(tmp_path: Path):
    """Return a function that gives the verdicts on what a newer report is expected to add up to."""

    def run(*, tax: str, more: str = "") -> list[str]:
        new = TABLE.format(
            year=2024, before=2023, cash="239.8\t214.6", more=more, tax=tax, net="203.2\t182.9"
        )
        reports = []
        for year, text in {2023: OLD, 2024: new}.items():
            path = tmp_path / f"{year}.txt"
            path.write_text(HEAD.format(year) + text, "utf-8")
            reports.append(extract(read_text(path, path.name, "0" * 64)))
        claims = {claim.ref: claim for report in reports for claim in report.claims}
        found = judge(propose(reports[1], tuple(reports[:1])), claims)
        told = [item for item in found if item.relation.rule in ("expected:rows", "table:rows")]
        return sorted(item.verdict.value for item in told)

    return run


def test_a_number_whose_sign_was_lost_breaks_what_held_before(expected):
    assert expected(tax="36.6\t(31.7)") == ["flagged", "passed"]


def test_a_last_digit_is_rounding(expected):
    assert "flagged" not in expected(tax="(36.5)\t(31.7)")


def test_a_table_with_another_row_between_is_another_sum(expected):
    assert "flagged" not in expected(tax="(38.9)\t(31.7)", more="Grants received\t2.3\t–\n")
