"""What a rate is the quotient of, the report before shows where this one has too few years."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.read.text import read_text
from auditor.relate.propose import propose

HEAD = "Orlan Glass plc Sustainability Report {0}\n\nThis report covers 1 January {0} to 31 December {0}.\n\n"
TABLE = (
    "# Key figures\n\nKey figures\tUnit\t{year}\t{before}\nProduction volume\tkt\t{volume}\n\n"
    "# Air\n\nAir\tUnit\t{year}\t{before}\n{name}\tt\t{dust}\nDust per tonne of product\tg/t\t{rate}\n"
)
OLD = TABLE.format(
    year=2023, before=2022, volume="417.2\t431.9", dust="152.9\t171.7", rate="366\t398", name="Dust emitted"
)


@pytest.fixture
def verdicts(tmp_path: Path):
    """Return a function that gives the verdicts on the rate of the newer report."""

    def run(rate: str, *, old: str = OLD, name: str = "Dust emitted") -> list[str]:
        new = TABLE.format(
            year=2024, before=2023, volume="433.6\t417.2", dust="147.3\t152.9", rate=rate, name=name
        )
        reports = []
        for year, text in {2023: old, 2024: new}.items():
            path = tmp_path / f"{year}.txt"
            path.write_text(HEAD.format(year) + text, "utf-8")
            reports.append(extract(read_text(path, path.name, "0" * 64)))
        claims = {claim.ref: claim for report in reports for claim in report.claims}
        found = judge(propose(reports[1], tuple(reports)), claims)
        return sorted(
            item.verdict.value for item in found if item.relation.rule in ("before:rate", "perunit")
        )

    return run


def test_a_rate_that_the_report_before_worked_out_is_wrong_in_one_of_two_years(verdicts):
    assert verdicts("340\t366") == ["passed", "passed"]
    assert verdicts("430\t366") == ["flagged", "passed"]


def test_a_rate_that_holds_in_neither_year_is_worked_out_anew(verdicts):
    assert "flagged" not in verdicts("430\t463")


def test_a_rate_over_a_row_with_another_name_is_another_rate(verdicts):
    assert "flagged" not in verdicts("430\t366", name="Dust and soot emitted at all sites of ours")


def test_a_report_before_in_which_it_never_held_proves_nothing(verdicts):
    assert "flagged" not in verdicts("430\t366", old=OLD.replace("366\t398", "381\t411"))
